import { git } from '../git/git.ts';
import { idOf } from '../git/git-names.ts';
import type { Clone } from './clone.ts';

/** Tags of this clone alone that are gone after some work, whatever comes of it. */
export async function keeping<T>(
  { top }: Clone,
  tags: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const missing = Object.entries(tags).filter(([tag]) => idOf(top, `refs/tags/${tag}`) === null);
  const hint = 'is the repository writable?';
  const all = (line: (name: string, commit: string) => string): void => {
    const input = missing.map(([tag, commit]) => line(`refs/tags/${tag}`, commit)).join('');
    if (input !== '') git(top, ['update-ref', '--stdin'], { input, hint });
  };
  all((name, commit) => `create ${name} ${commit}\n`);
  try {
    return await work();
  } finally {
    all((name, commit) => `delete ${name} ${commit}\n`);
  }
}
