import { createHash } from 'node:crypto';
import { planIdentity } from '../../candidates/plan-file.ts';
import { argocd, revisionPlaceholder } from '../../candidates/resource-names.ts';
import type { AppRange, InputsByApp } from '../../promote/history.ts';
import { pinnedText } from '../../running/compose.ts';
import { idsAt } from '../git/git-objects.ts';
import type { FormerNames } from './former-names.ts';
import type { PathRange } from './path-range.ts';
import type { Entries, TreeReader } from './tree-reader.ts';

/** An Application as far as apps are told apart by it. */
interface ApplicationText {
  /** The text, but for the wave. */
  readonly neutral: string;
  /** Paths that it names as all that it is rendered from. */
  readonly paths: readonly string[];
}

const listed = new RegExp(`^ +${argocd.manifestPaths.replaceAll('.', '\\.')}: "?([^"\\n]+)"?$`, 'm');

/** The paths that an Application names as all that it is rendered from. */
const pathsIn = (text: string): string[] =>
  (text.match(listed)?.[1] ?? '').split(';').flatMap((path) => (path.startsWith('/') ? [path.slice(1)] : []));

const candidateFolder = (environment: string): string => `environments/${environment}/generated/candidate`;

/** Asks about all apps of an environment at some commits; what was asked before is remembered. */
export interface InputsReader {
  inputs(environment: string, commits: readonly string[]): ReadonlyMap<string, InputsByApp>;
  /** For each range, all paths that its app is rendered from at its ends, with those of its candidate. */
  paths(environment: string, ranges: readonly AppRange[]): PathRange[];
}

/**
 * Reads what apps are rendered from: each Application but for the wave, what its plan says to others, and the ids that
 * git has for the paths that it names. A dozen processes at most, however many commits and apps there are.
 */
export function inputsReader(
  root: string,
  prefix: string,
  trees: TreeReader,
  former: FormerNames,
): InputsReader {
  const known = new Map<string, Map<string, InputsByApp>>();
  const applications = new Map<string, ApplicationText>();
  const plans = new Map<string, string>();
  const read = (environment: string, commits: readonly string[]): Map<string, InputsByApp> => {
    const names = former.foldersAt(environment, commits);
    const folder = (part: string): string[] =>
      commits.map((commit, i) => `${commit}:${prefix}${candidateFolder(names[i] ?? environment)}/${part}`);
    const ids = idsAt(root, [...folder('applications'), ...folder('plan')]);
    const folders = trees.entries(ids);
    const at = commits.map((commit, i) => ({
      commit,
      named: namedNow(names[i] ?? environment, environment),
      applications: filesOf(folders[i]),
      plans: filesOf(folders[commits.length + i]),
    }));
    trees.texts(
      at.flatMap((one) => [...one.applications.values()]),
      applications,
      (text) => ({ neutral: pinnedText(text, revisionPlaceholder, 0), paths: pathsIn(text) }),
    );
    trees.texts(
      at.flatMap((one) => [...one.plans.values()]),
      plans,
      planIdentity,
    );
    const pathsAt = at.flatMap((one) =>
      [...one.applications.values()].flatMap((id) =>
        (applications.get(id)?.paths ?? []).map((path) => `${one.commit}:${prefix}${path}`),
      ),
    );
    const lies = trees.entriesAt(pathsAt);
    return new Map(
      at.map((one): [string, InputsByApp] => {
        const inputs = [...one.applications].map(([app, id]): [string, string] => {
          const { neutral = '', paths = [] } = applications.get(id) ?? {};
          const found = paths.map(
            (path) => `${one.named(path)} ${lies(`${one.commit}:${prefix}${path}`)?.id ?? 'none'}`,
          );
          const plan = plans.get(one.plans.get(app) ?? '') ?? 'none';
          return [app, hashOf([one.named(neutral), plan, ...found])];
        });
        return [one.commit, new Map(inputs)];
      }),
    );
  };
  const inputs: InputsReader['inputs'] = (environment, commits) => {
    const here = known.get(environment) ?? new Map<string, InputsByApp>();
    known.set(environment, here);
    const missing = [...new Set(commits)].filter((commit) => !here.has(commit));
    if (missing.length > 0)
      for (const [commit, inputs] of read(environment, missing)) here.set(commit, inputs);
    return here;
  };
  return {
    inputs,
    paths(environment, ranges) {
      const commits = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))];
      inputs(environment, commits);
      const names = former.foldersAt(environment, commits);
      const folders = new Map(commits.map((commit, i) => [commit, names[i] ?? environment]));
      const folderOf = (commit: string): string => folders.get(commit) ?? environment;
      const named = ranges.map(({ app, from, to }) =>
        [from, to].map((at) => `${at}:${prefix}${candidateFolder(folderOf(at))}/applications/${app}.yaml`),
      );
      const lies = trees.entriesAt(named.flat());
      return ranges.map(({ app, from, to }, i) => {
        const rendered = (named[i] ?? []).flatMap(
          (name) => applications.get(lies(name)?.id ?? '')?.paths ?? [],
        );
        return { from, to, paths: withCandidate(rendered, prefix, [from, to].map(folderOf), app) };
      });
    },
  };
}

/** The folder of an environment that was renamed is another one, and nothing else is by that. */
const namedNow =
  (folder: string, environment: string) =>
  (text: string): string =>
    folder === environment ? text : text.replaceAll(candidateFolder(folder), candidateFolder(environment));

/** Ids of a folder's YAML files by what they are of. */
const filesOf = (entries: Entries | null | undefined): Map<string, string> =>
  new Map(
    [...(entries ?? [])].flatMap(([file, { id }]): [string, string][] =>
      file.endsWith('.yaml') ? [[file.slice(0, -'.yaml'.length), id]] : [],
    ),
  );

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/** Paths that an app is rendered from, and those of its candidate, sorted, from the top of the repository. */
function withCandidate(
  paths: readonly string[],
  prefix: string,
  folders: readonly string[],
  app: string,
): string[] {
  const own = folders.flatMap((folder) =>
    ['applications', 'plan'].map((part) => `${candidateFolder(folder)}/${part}/${app}.yaml`),
  );
  return [...new Set([...own, ...paths])].sort().map((path) => prefix + path);
}
