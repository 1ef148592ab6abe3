import { ProblemsError } from '../../problem/errors.ts';
import { problem } from '../../problem/problem.ts';
import type { BranchMoves } from '../../promote/branch-moves.ts';
import type { History, Relation } from '../../promote/history.ts';
import { releaseFile } from '../../tree/paths.ts';
import { git } from '../git/git.ts';
import { idOf, isAncestor, prefixOf } from '../git/git-names.ts';
import { entriesOf, objectsAt } from '../git/git-objects.ts';
import { candidatesAt } from '../git/git-pins.ts';
import { formerNames } from './former-names.ts';
import { changesBetween, diffBetween } from './git-changes.ts';
import { candidateFolder, inputPaths, inputsReader } from './inputs.ts';
import { lackingIn } from './lacking.ts';
import { momentsOf } from './moments.ts';
import { copiedBy } from './settings-copy.ts';

/** A repository's past until `now` (seconds since 1970), read from the folder that it is cloned to. Nothing is asked twice. */
export function gitHistory(
  root: string,
  head: string,
  branch: string,
  now: number,
  moves?: BranchMoves,
): History {
  const prefix = prefixOf(root);
  const line = mainLine(root, head);
  const former = formerNames(root, prefix, head);
  const relation = relations(root, line);
  const moments = once((environment) =>
    momentsOf(root, prefix, [...former.of(environment), environment], { head, branch, now, moves }),
  );
  const lacking = once((commit, within) => lackingIn(root, prefix, commit, within));
  const candidates = once((environment, commit) => {
    const [answer] = candidatesAt(root, prefix, [{ environment, formerly: former.of(environment), commit }]);
    if (answer?.kind === 'found') return answer.candidates;
    const app = answer?.kind === 'unreadable' ? answer.app : environment;
    const message = `the candidate of "${app}" at ${commit.slice(0, 12)} cannot be read`;
    const file = releaseFile(environment);
    throw new ProblemsError([problem('bad-candidate', { file }, message, 'was its tree written by hand?')]);
  });
  const apps = once((environment, commit) => {
    const [name = environment] = former.foldersAt(environment, [commit]);
    const [tree] = objectsAt(root, [`${commit}:${prefix}${candidateFolder(name)}/applications`]);
    const files = tree?.type === 'tree' ? [...entriesOf(tree).keys()] : [];
    return files.flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : []));
  });
  const paths = (environment: string, app: string, commits: readonly string[]): string[] => {
    const folders = former.foldersAt(environment, commits);
    const names = commits.map(
      (commit, i) =>
        `${commit}:${prefix}${candidateFolder(folders[i] ?? environment)}/applications/${app}.yaml`,
    );
    const texts = objectsAt(root, names).map((object) => object?.content.toString('utf8') ?? null);
    return inputPaths(texts, prefix, folders, app).map((path) => `:/${path}`);
  };
  return {
    head,
    moments,
    apps,
    candidates,
    relation,
    lacking,
    inputs: inputsReader(root, prefix, former),
    copied: once((environment, commit) => {
      const copy = copiedBy(root, prefix, commit, head);
      const names = [environment, ...former.of(environment)];
      return copy !== null && names.includes(copy.environment) ? copy.of : null;
    }),
    wasTip: (commit) => line.has(commit),
    changes: (environment, app, from, to) =>
      changesBetween(root, ['--first-parent', `${from}..${to}`], paths(environment, app, [from, to])),
    diff: (environment, app, from, to) => diffBetween(root, from, to, paths(environment, app, [from, to])),
    resolve: (name) => idOf(root, `${name}^{commit}`),
  };
}

/** The commits that were the tip of the main branch, each with its place; 0 is the newest. */
const mainLine = (root: string, head: string): ReadonlyMap<string, number> =>
  new Map(
    git(root, ['rev-list', '--first-parent', head])
      .trim()
      .split('\n')
      .map((commit, i) => [commit, i]),
  );

/** Commits of the main branch stand in a row; only others are asked for one by one. */
function relations(root: string, line: ReadonlyMap<string, number>): History['relation'] {
  return once((commit, other): Relation => {
    if (commit === other) return 'same';
    const [a, b] = [line.get(commit), line.get(other)];
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
