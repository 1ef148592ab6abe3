import { createHash } from 'node:crypto';

/** A commit as far as it matters whose it is. */
export interface SealedContent {
  readonly message: string;
  /** What it changes, whatever it changes it on. */
  readonly change: string;
  readonly parents: readonly string[];
  /** `Ann Example <ann@example.org>` */
  readonly committer: string;
}

const sealKey = 'Seal: ';

/**
 * The message with two trailers at its end: a seal, and who made it. The seal has three parts: over the text and the
 * change, over the parents, and over the committer. Whoever changes the commit, or writes another message, keeps the
 * trailers as a rule, and breaks the first; a forge that brings the branch up to date by rebasing it breaks only the
 * others.
 */
export function sealed(content: SealedContent, trailer: string): string {
  const text = content.message.trimEnd();
  const last = text.split('\n').at(-1) ?? '';
  const isTrailer = text.includes('\n\n') && /^[A-Za-z][\w-]*: /.test(last);
  const above = `${text}\n${isTrailer ? '' : '\n'}`;
  return `${above}${sealKey}${sealOf(above, content).join(' ')}\n${trailer}\n`;
}

/** What a commit, as git keeps it, says of itself; null where it does not end in a seal and the line of its kind. */
export function claimOf(commit: string, trailer: string): Claim | null {
  const end = commit.indexOf('\n\n');
  const head = commit.slice(0, end).split('\n');
  const lines = commit
    .slice(end + 2)
    .trimEnd()
    .split('\n');
  const seal = lines.at(-2) ?? '';
  if (lines.at(-1) !== trailer || !seal.startsWith(sealKey)) return null;
  const named = (key: string): string[] =>
    head.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    seal: seal.slice(sealKey.length).split(' '),
    message: `${lines.slice(0, -2).join('\n')}\n`,
    parents: named('parent'),
    committer: (named('committer')[0] ?? '').replace(/ \d+ [-+]\d+$/, ''),
  };
}

/** What a commit claims to be, until what it changes is compared with it. */
export interface Claim extends Omit<SealedContent, 'change'> {
  readonly seal: readonly string[];
}

/** Whether it is what we made, where we made it, or brought along unchanged to another place. */
export function isTrue({ seal, ...claim }: Claim, change: string): boolean {
  const [content, parents, committer] = sealOf(claim.message, { ...claim, change });
  const isInPlace = seal[1] === parents;
  return seal.length === 3 && seal[0] === content && (!isInPlace || seal[2] === committer);
}

const sealOf = (
  text: string,
  { change, parents, committer }: Omit<SealedContent, 'message'>,
): readonly [string, string, string] => [
  digest(`${text.trimEnd()}\n${change}`).slice(0, 16),
  digest(parents.join('\n')).slice(0, 8),
  digest(committer).slice(0, 8),
];

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
