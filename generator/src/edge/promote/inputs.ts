import { createHash } from 'node:crypto';
import { argocd, revisionPlaceholder } from '../../candidates/resource-names.ts';
import type { AppAt } from '../../promote/history.ts';
import { pinnedText } from '../../running/compose.ts';
import { idsAt, objectsAt } from '../git/git-objects.ts';

const applicationPath = (prefix: string, environment: string, app: string): string =>
  `${prefix}environments/${environment}/generated/candidate/applications/${app}.yaml`;

const listed = new RegExp(`^ +${argocd.manifestPaths.replaceAll('.', '\\.')}: "?([^"\\n]+)"?$`, 'm');

/** The paths that an Application names as all that it is rendered from. */
const pathsIn = (text: string): string[] =>
  (text.match(listed)?.[1] ?? '').split(';').flatMap((path) => (path.startsWith('/') ? [path.slice(1)] : []));

/**
 * Fingerprints of all that apps are rendered from: each Application but for the wave, and the ids that git has for the
 * paths that it names. Two processes, however many apps and commits there are.
 */
export function fingerprintsIn(
  root: string,
  prefix: string,
  environment: string,
  apps: readonly AppAt[],
): (string | null)[] {
  const texts = applications(root, prefix, environment, apps);
  const names = apps.map(({ commit }, i) =>
    pathsIn(texts[i] ?? '').map((path) => `${commit}:${prefix}${path}`),
  );
  const all = [...new Set(names.flat())];
  const ids = new Map(idsAt(root, all).map((id, i) => [all[i], id]));
  return texts.map((text, i) => {
    if (text === null) return null;
    const found = (names[i] ?? []).map(
      (name) => `${name.slice(name.indexOf(':'))} ${ids.get(name) ?? 'none'}`,
    );
    return createHash('sha256')
      .update([pinnedText(text, revisionPlaceholder, 0), ...found].join('\n'))
      .digest('hex');
  });
}

/** All those paths, and that of the Application itself, from the top of the repository. */
export function inputPaths(
  root: string,
  prefix: string,
  environment: string,
  apps: readonly AppAt[],
): string[] {
  const texts = applications(root, prefix, environment, apps);
  const paths = apps.flatMap(({ app }, i) => [
    applicationPath(prefix, environment, app),
    ...pathsIn(texts[i] ?? '').map((path) => prefix + path),
  ]);
  return [...new Set(paths)].sort();
}

function applications(
  root: string,
  prefix: string,
  environment: string,
  apps: readonly AppAt[],
): (string | null)[] {
  const names = apps.map(({ app, commit }) => `${commit}:${applicationPath(prefix, environment, app)}`);
  return objectsAt(root, names).map((object) => object?.content.toString('utf8') ?? null);
}
