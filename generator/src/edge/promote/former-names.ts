import { readList, runningList } from '../../tree/running-list.ts';
import { foldersAt } from '../git/environment-folders.ts';
import { objectsAt } from '../git/git-objects.ts';

/** Names that an environment of the main branch had before, and what its folder is called at some commits. */
export interface FormerNames {
  of(environment: string): readonly string[];
  foldersAt(environment: string, commits: readonly string[]): readonly string[];
}

/** As the tip of the main branch tells them. */
export function formerNames(root: string, prefix: string, head: string): FormerNames {
  const known = new Map<string, readonly string[]>();
  const read = (environment: string): readonly string[] => {
    const [list] = objectsAt(root, [`${head}:${prefix}${runningList(environment)}`]);
    return (list && readList(list.content.toString('utf8'))?.formerly) || [];
  };
  const of = (environment: string): readonly string[] => {
    const names = known.get(environment) ?? read(environment);
    known.set(environment, names);
    return names;
  };
  return {
    of,
    foldersAt(environment, commits) {
      const formerly = of(environment);
      return foldersAt(
        root,
        prefix,
        commits.map((commit) => ({ environment, formerly, commit })),
      );
    },
  };
}
