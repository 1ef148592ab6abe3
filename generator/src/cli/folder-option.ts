import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../problem/errors.ts';
import type { Invocation } from './command.ts';

/** An option that names a folder, or the variable that stands in for it; null where neither says anything. */
export function folderOption(
  { options, terminal }: Pick<Invocation, 'options' | 'terminal'>,
  name: string,
  variable: string,
): string | null {
  const given = options[name] ?? terminal.env[variable];
  if (typeof given !== 'string' || given === '') return null;
  const folder = resolve(given);
  if (existsSync(folder)) return folder;
  const place = options[name] === undefined ? `$${variable}` : `--${name}`;
  throw new UsageError(`${place} ${given}: there is no such folder`);
}
