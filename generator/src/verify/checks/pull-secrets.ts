import type { Plain } from '../../definition/plain.ts';
import { isObject } from '../manifest.ts';
import { accountOf, podsOf } from '../pods.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Finding, finding } from './check.ts';

/** Where images need a login, a pod without it never starts. It may have it from its ServiceAccount. */
export const imagesCanBePulled = (rendered: RenderedApp): Finding[] =>
  podsOf(rendered).flatMap((pods) => {
    if (pods.spec === null) return [];
    const account = accountOf(pods, rendered)?.object.imagePullSecrets;
    const given = [...namesIn(pods.spec.imagePullSecrets), ...namesIn(account)];
    const missing = rendered.environment.imagePullSecrets.filter((name) => !given.includes(name));
    if (missing.length === 0) return [];
    const what = `has pods without the pull secret ${missing.join(', ')}`;
    return [finding('no-pull-secret', rendered, pods.owner, what, 'give imagePullSecrets to the chart')];
  });

const namesIn = (references: Plain | undefined): string[] =>
  (Array.isArray(references) ? references.filter(isObject) : []).map(({ name }) => String(name));
