import { code, count, fenced, inert, list, table } from '../../text/markdown.ts';
import type { EnvironmentEffect } from '../effect.ts';

/** Names of objects of one kind of change that are shown; the diff has all. */
const shown = 12;

/** Environments in which the same changes, once. */
export interface AlikeEnvironments {
  readonly names: readonly string[];
  readonly effect: EnvironmentEffect;
}

/** Environments by what changes in them: lines around a change may differ, and how much is only labeled anew. */
export function alike(environments: readonly EnvironmentEffect[]): AlikeEnvironments[] {
  const groups = Map.groupBy(environments, ({ environment: _, reachedBy: __, diff, objects, ...rest }) =>
    JSON.stringify([rest, objects.filter(({ change }) => change !== 'relabeled'), changedLines(diff)]),
  );
  return [...groups.values()].flatMap((group) => {
    const effect = group.reduce((most, next) => (next.objects.length > most.objects.length ? next : most));
    return [{ names: group.map(({ environment }) => environment), effect }];
  });
}

const changedLines = (diff: string): string[] => diff.split('\n').filter((line) => /^[+-]/.test(line));

/** What changes there, without the diff. */
export function environmentSection({ names, effect }: AlikeEnvironments): string {
  const { objects, images, resources, restarts, waves, unreachable } = effect;
  const relabeled = objects.filter(({ change }) => change === 'relabeled').length;
  return [
    `### ${list(names.map(inert))}`,
    ...(unreachable.length === 0
      ? []
      : [`**Not rendered**, because a chart could not be had:\n\n${bullets(unreachable.map(inert))}`]),
    ...(images.length === 0 ? [] : [table(['app', 'image before', 'after'], imageRows(images))]),
    ...(resources.length === 0
      ? []
      : [
          table(
            ['app', 'container', 'requests and limits'],
            resources.map(({ app, container, detail }) => [inert(app), code(container), inert(detail)]),
          ),
        ]),
    ...(waves.length === 0
      ? []
      : [
          table(
            ['app', 'wave'],
            waves.map(({ app, before, after }) => [inert(app), `${waveText(before)} → ${waveText(after)}`]),
          ),
        ]),
    bullets([
      ...(['added', 'removed', 'changed'] as const).flatMap((change) => objectLine(effect, change)),
      ...(restarts.length === 0 ? [] : [`pods replaced: ${named(restarts)}`]),
      ...(relabeled === 0
        ? []
        : [`${count(relabeled, 'object')} with other version labels and no other change`]),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const imageRows = (images: EnvironmentEffect['images']): string[][] =>
  images.map(({ app, before, after }) => [inert(app), imageText(before), imageText(after)]);

const imageText = (image: string | null): string =>
  image === null ? '–' : code(image.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1…'));

const waveText = (wave: number | null): string => (wave === null ? 'after the waves' : String(wave));

function objectLine({ objects }: EnvironmentEffect, change: 'added' | 'removed' | 'changed'): string[] {
  const found = objects.filter((object) => object.change === change);
  if (found.length === 0) return [];
  return [`${count(found.length, 'object')} ${change}: ${named(found)}`];
}

/** `strimzi: Deployment/kafka/operator, Role/kafka/operator; kafka: Kafka/kafka` */
function named(objects: readonly { readonly app: string; readonly object: string }[]): string {
  const byApp = Map.groupBy(objects.slice(0, shown), ({ app }) => app);
  const names = [...byApp].map(
    ([app, those]) => `${inert(app)} ${those.map(({ object }) => code(object)).join(', ')}`,
  );
  const more = objects.length > shown ? `, and ${objects.length - shown} more` : '';
  return `${names.join('; ')}${more}`;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** The whole diff, folded; empty where nothing but labels differs. */
export function diffSection({ names, effect }: AlikeEnvironments): string {
  if (effect.diff === '') return '';
  const summary = `Diff of the manifests in ${list(names.map(inert))}`;
  return `<details><summary>${summary}</summary>\n\n${fenced('diff', effect.diff)}\n\n</details>`;
}
