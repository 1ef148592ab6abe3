import { ProblemsError } from '../../problem/errors.ts';
import { problem } from '../../problem/problem.ts';
import type { AppAt, History, Relation } from '../../promote/history.ts';
import { releaseFile } from '../../tree/paths.ts';
import { git } from '../git/git.ts';
import { idOf, isAncestor, prefixOf } from '../git/git-names.ts';
import { entriesOf, objectsAt } from '../git/git-objects.ts';
import { candidatesAt } from '../git/git-pins.ts';
import { changesBetween, diffBetween } from './git-changes.ts';
import { fingerprintsIn, inputPaths } from './inputs.ts';
import { lackingIn, ownIn } from './lacking.ts';
import { momentsOf } from './moments.ts';

/** A repository's past until `now` (seconds since 1970), read from the folder that it is cloned to. Nothing is asked twice. */
export function gitHistory(root: string, head: string, branch: string, now: number): History {
  const prefix = prefixOf(root);
  const relation = relations(root, head);
  const moments = once((environment) => momentsOf(root, prefix, environment, { head, branch, now }));
  const lacking = once((commit, within) => lackingIn(root, commit, within));
  const candidates = once((environment, commit) => {
    const [answer] = candidatesAt(root, prefix, [{ environment, commit }]);
    if (answer?.kind === 'found') return answer.candidates;
    const app = answer?.kind === 'unreadable' ? answer.app : environment;
    const message = `the candidate of "${app}" at ${commit.slice(0, 12)} cannot be read`;
    const file = releaseFile(environment);
    throw new ProblemsError([problem('bad-candidate', { file }, message, 'was its tree written by hand?')]);
  });
  const apps = once((environment, commit) => {
    const folder = `${commit}:${prefix}environments/${environment}/generated/candidate/applications`;
    const [tree] = objectsAt(root, [folder]);
    const files = tree?.type === 'tree' ? [...entriesOf(tree).keys()] : [];
    return files.flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : []));
  });
  const paths = (environment: string, app: string, commits: readonly string[]): string[] => {
    const apps = commits.map((commit): AppAt => ({ app, commit }));
    return inputPaths(root, prefix, environment, apps).map((path) => `:/${path}`);
  };
  return {
    head,
    moments,
    apps,
    candidates,
    relation,
    lacking,
    own: once((commit, within) => ownIn(root, commit, within)),
    fingerprints: (environment, apps) => fingerprintsIn(root, prefix, environment, apps),
    changes: (environment, app, from, to) =>
      changesBetween(root, ['--first-parent', `${from}..${to}`], paths(environment, app, [from, to])),
    diff: (environment, app, from, to) => diffBetween(root, from, to, paths(environment, app, [from, to])),
    resolve: (name) => idOf(root, `${name}^{commit}`),
  };
}

/** Commits of the main branch stand in a row; only others are asked for one by one. */
function relations(root: string, head: string): History['relation'] {
  const list = git(root, ['rev-list', '--first-parent', head]);
  const age = new Map(
    list
      .trim()
      .split('\n')
      .map((commit, i) => [commit, i]),
  );
  return once((commit, other): Relation => {
    if (commit === other) return 'same';
    const [a, b] = [age.get(commit), age.get(other)];
    if (a !== undefined && b !== undefined) return b < a ? 'ahead' : 'behind';
    if (isAncestor(root, commit, other)) return 'ahead';
    return isAncestor(root, other, commit) ? 'behind' : 'apart';
  });
}

function once<Args extends readonly string[], T>(work: (...args: Args) => T): (...args: Args) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const key = args.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(...args);
    known.set(key, made);
    return made;
  };
}
