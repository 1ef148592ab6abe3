import { diskRepository } from '../edge/disk-repository.ts';
import { type Update, update } from '../edge/update/update.ts';
import { UsageError } from '../problem/errors.ts';
import type { Invocation, Report } from './command.ts';

/** `update`: brings another version of the generator into this repository. */
export async function updateCommand({
  root,
  options,
  arguments: words,
  terminal,
  format,
}: Invocation): Promise<Report> {
  const [ref] = words;
  if (ref === undefined) throw new UsageError('to which version? a branch, a tag or a commit');
  const from = typeof options.from === 'string' ? options.from : 'upstream';
  const progress = (line: string): void => void terminal.stderr.write(`${line}\n`);
  const done = await update(diskRepository(root).root, { from, ref, progress });
  if (format === 'json')
    return { text: `${JSON.stringify({ version: 1, ...done }, null, 2)}\n`, exitCode: 0 };
  return { text: textOf(done), exitCode: 0 };
}

function textOf({ from, to, files, merged, changes }: Update): string {
  if (files === null) return `the generator is ${to} already\n`;
  const own = files.filter((file) => !file.startsWith('generator/')).length;
  return [
    `generator ${from} → ${to}${merged ? ', with the changes of this repository in it' : ''}`,
    `${files.length - own} of its files and ${own} others changed; they are staged and not committed`,
    ...(changes === '' ? [] : ['', changes]),
    '',
    'next: npm test, look at git diff --cached, commit',
    '',
  ].join('\n');
}
