import { UsageError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { settingOf } from '../git/git-names.ts';

/** Last line of every commit of ours: a branch whose tip lacks it is somebody else's work. */
const trailer = 'Made-by: npm run promote';

/**
 * Commits a tree on top of a commit, by whoever git says it is or `PROMOTE_AUTHOR` names, signed where its user signs.
 * Made without `git commit`, which would add what its user has for commits by hand: a template, hooks, an editor.
 */
export function commitTree(folder: string, tree: string, base: string, message: string): string {
  const sign = settingOf(folder, 'commit.gpgSign', 'bool') === 'true' ? ['-S'] : [];
  const hint = "who commits is git's own to say: git config user.name, user.email, commit.gpgSign";
  const options = { input: withTrailer(message), env: authorFrom(process.env.PROMOTE_AUTHOR), hint };
  return git(folder, ['commit-tree', ...sign, '-p', base, '-F', '-', tree], options).trim();
}

/** Whether a commit, as git keeps it, ends in the line that all of ours end in. */
export const isMadeByUs = (commit: string): boolean => commit.trimEnd().split('\n').at(-1) === trailer;

/** Trailers stand together, a blank line above. */
function withTrailer(message: string): string {
  const text = message.trimEnd();
  const last = text.split('\n').at(-1) ?? '';
  const isTrailer = text.includes('\n\n') && /^[A-Za-z][\w-]*: /.test(last);
  return `${text}\n${isTrailer ? '' : '\n'}${trailer}\n`;
}

function authorFrom(author: string | undefined): Record<string, string> {
  if (!author) return {};
  const [, name, email] = author.match(/^([^<>\n]*[^<>\s]) <([^<>\s]+)>$/) ?? [];
  if (name === undefined || email === undefined)
    throw new UsageError(`PROMOTE_AUTHOR is "${author}", and must be as "Ann Example <ann@example.org>"`);
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email };
}
