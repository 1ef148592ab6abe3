import { createHash } from 'node:crypto';
import { planIdentity } from '../../candidates/plan-file.ts';
import { argocd, revisionPlaceholder } from '../../candidates/resource-names.ts';
import type { AppRange, InputsByApp } from '../../promote/history.ts';
import { pinnedText } from '../../running/compose.ts';
import { paths } from '../../tree/paths.ts';
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

const applicationText = (text: string): ApplicationText => ({
  neutral: pinnedText(text, revisionPlaceholder, 0),
  paths: pathsIn(text),
});

const candidateFolder = (name: string): string => paths.candidate({ name });

/** An environment at a commit, and what its folder is called there. */
interface InputsRequest {
  readonly environment: string;
  readonly commit: string;
  readonly folder: string;
}

/** Asks about all apps of an environment at some commits; what was asked before is remembered. */
export interface InputsReader {
  readInputs(environments: readonly string[], commits: readonly string[]): void;
  inputs(environment: string, commits: readonly string[]): ReadonlyMap<string, InputsByApp>;
  /** For each range, all paths that its app is rendered from at its ends, with those of its candidate. */
  paths(environment: string, ranges: readonly AppRange[]): PathRange[];
}

/**
 * Reads what apps are rendered from: each Application but for the wave, what its plan says to others, and the ids that
 * git has for the paths that it names. Three processes, however many environments, commits and apps there are.
 */
export function inputsReader(prefix: string, trees: TreeReader, former: FormerNames): InputsReader {
  const known = new Map<string, Map<string, InputsByApp>>();
  const applications = new Map<string, ApplicationText>();
  const plans = new Map<string, string>();
  const read = (requests: readonly InputsRequest[]): Map<string, string>[] => {
    const folder = (part: string): string[] =>
      requests.map(({ folder, commit }) => `${commit}:${prefix}${candidateFolder(folder)}/${part}`);
    const folders = trees.folders([...folder('applications'), ...folder('plan')]);
    const at = requests.map(({ environment, commit, folder }, i) => ({
      commit,
      named: namedNow(folder, environment),
      applications: filesOf(folders[i]),
      plans: filesOf(folders[requests.length + i]),
    }));
    const young = at
      .flatMap((one) => [...one.applications.values(), ...one.plans.values()])
      .filter((id) => !applications.has(id) && !plans.has(id));
    const texts = trees.texts(young);
    const add = <T>(ids: Iterable<string>, to: Map<string, T>, made: (text: string) => T): void => {
      for (const id of ids) if (!to.has(id)) to.set(id, made(texts.get(id) ?? ''));
    };
    for (const one of at) {
      add(one.applications.values(), applications, applicationText);
      add(one.plans.values(), plans, planIdentity);
    }
    const pathsAt = at.flatMap((one) =>
      [...one.applications.values()].flatMap((id) =>
        (applications.get(id)?.paths ?? []).map((path) => `${one.commit}:${prefix}${path}`),
      ),
    );
    const lies = trees.entriesAt(pathsAt);
    return at.map((one) => {
      const inputs = [...one.applications].map(([app, id]): [string, string] => {
        const { neutral = '', paths = [] } = applications.get(id) ?? {};
        const found = paths.map(
          (path) => `${one.named(path)} ${lies(`${one.commit}:${prefix}${path}`)?.id ?? 'none'}`,
        );
        const plan = plans.get(one.plans.get(app) ?? '') ?? 'none';
        return [app, hashOf([one.named(neutral), plan, ...found])];
      });
      return new Map(inputs);
    });
  };
  const readInputs: InputsReader['readInputs'] = (environments, commits) => {
    const missing = environments.flatMap((environment) => {
      const young = [...new Set(commits)].filter((commit) => !inputsIn(environment).has(commit));
      const folders = former.foldersAt(environment, young);
      return young.map((commit, i) => ({ environment, commit, folder: folders[i] ?? environment }));
    });
    for (const [i, inputs] of read(missing).entries()) {
      const { environment = '', commit = '' } = missing[i] ?? {};
      inputsIn(environment).set(commit, inputs);
    }
  };
  const inputsIn = (environment: string): Map<string, InputsByApp> => {
    const here = known.get(environment) ?? new Map<string, InputsByApp>();
    known.set(environment, here);
    return here;
  };
  const inputs: InputsReader['inputs'] = (environment, commits) => {
    const here = inputsIn(environment);
    if (commits.some((commit) => !here.has(commit))) readInputs([environment], commits);
    return here;
  };
  return {
    inputs,
    readInputs,
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
