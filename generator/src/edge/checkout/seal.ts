import { createHash } from 'node:crypto';

/** A commit as far as it matters whether somebody has changed it. */
interface Content {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

const sealKey = 'Seal: ';

/**
 * The message with two trailers at its end: a seal over all that the commit is, and who made it. Whoever amends it,
 * rebases it or writes another message keeps the trailers as a rule, and breaks the seal.
 */
export function sealed(content: Content, trailer: string): string {
  const text = content.message.trimEnd();
  const last = text.split('\n').at(-1) ?? '';
  const isTrailer = text.includes('\n\n') && /^[A-Za-z][\w-]*: /.test(last);
  const above = `${text}\n${isTrailer ? '' : '\n'}`;
  return `${above}${sealKey}${sealOf(content, above)}\n${trailer}\n`;
}

/**
 * Whether a commit, as git keeps it, ends in the line that all of a kind end in, and is as it was made. Those of before
 * there were seals have none.
 */
export function isAsMade(commit: string, trailer: string): boolean {
  const end = commit.indexOf('\n\n');
  const head = commit.slice(0, end).split('\n');
  const lines = commit
    .slice(end + 2)
    .trimEnd()
    .split('\n');
  if (lines.at(-1) !== trailer) return false;
  const seal = lines.at(-2) ?? '';
  if (!seal.startsWith(sealKey)) return true;
  const above = `${lines.slice(0, -2).join('\n')}\n`;
  const named = (key: string): string[] =>
    head.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const [tree = ''] = named('tree');
  return seal.slice(sealKey.length) === sealOf({ tree, parents: named('parent') }, above);
}

const sealOf = ({ tree, parents }: Omit<Content, 'message'>, text: string): string =>
  createHash('sha256')
    .update([tree, ...parents, text.trimEnd()].join('\n'))
    .digest('hex')
    .slice(0, 16);
