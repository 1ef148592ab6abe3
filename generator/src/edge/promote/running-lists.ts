import type { RunningLists } from '../../promote/plan/environment-changes.ts';
import { readList, runningList } from '../../tree/running-list.ts';
import { entriesOf, objectsAt } from '../git/git-objects.ts';

/** The lists of what runs, by environment, as a commit has them. */
export function runningListsAt(root: string, prefix: string, commit: string): RunningLists {
  const [tree] = objectsAt(root, [`${commit}:${prefix}environments`]);
  const names = tree?.type === 'tree' ? [...entriesOf(tree).keys()] : [];
  const found = objectsAt(
    root,
    names.map((name) => `${commit}:${prefix}${runningList(name)}`),
  );
  return new Map(
    names.flatMap((name, i) => {
      const list = readList(found[i]?.content.toString('utf8') ?? '~');
      return found[i] && list ? [[name, list] as const] : [];
    }),
  );
}
