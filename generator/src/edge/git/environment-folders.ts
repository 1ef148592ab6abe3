import type { PinRequest } from '../../running/pinned-source.ts';
import { paths } from '../../tree/paths.ts';
import { idsAt } from './git-objects.ts';

/**
 * What the folder of each environment is called at a commit: the first of its names, from the oldest on, under which it
 * has candidates there. Nobody else may take a name that one of them had before, while another environment may well have
 * had the present one. Two processes, however many are asked, and none while no environment was renamed.
 */
export function foldersAt(root: string, prefix: string, requests: readonly PinRequest[]): string[] {
  const asked = requests.map(({ formerly = [], commit }) =>
    formerly.map((name) => ({ name, path: `${commit}:${prefix}${paths.candidate({ name })}` })),
  );
  const places = [...new Set(asked.flat().map(({ path }) => path))];
  const ids = new Map(idsAt(root, places).map((id, i) => [places[i], id]));
  return requests.map(
    ({ environment }, i) => asked[i]?.find(({ path }) => ids.get(path))?.name ?? environment,
  );
}
