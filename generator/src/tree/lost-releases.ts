import { type Problem, problem } from '../problem/problem.ts';
import { environmentOf, readList } from './running-list.ts';

/**
 * Environments that run apps and have no `release.yaml` any more: without it nothing would run there, and every app of
 * them would go. Where stateful ones are among them, that is said by `dataLosses` and of more weight.
 */
export function lostReleases(
  known: ReadonlyMap<string, readonly string[]>,
  environments: readonly { readonly name: string; readonly release: unknown }[],
): Problem[] {
  const unreleased = environments.filter(({ release }) => release === null).map(({ name }) => name);
  return [...known].flatMap(([path, texts]) => {
    const name = environmentOf(path);
    const running = new Set(texts.flatMap((text) => [...(readList(text)?.apps.keys() ?? [])]));
    return unreleased.includes(name) && running.size > 0 ? [lost(name, running.size)] : [];
  });
}

function lost(environment: string, running: number): Problem {
  const file = `environments/${environment}/release.yaml`;
  const apps = running === 1 ? '1 app runs' : `${running} apps run`;
  const message = `the file is missing, and without it nothing would run in ${environment}, where ${apps}`;
  return problem(
    'missing-file',
    { file },
    message,
    `get it back with git restore ${file}; to remove the environment, delete environments/${environment}`,
  );
}
