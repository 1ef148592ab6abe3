import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../../testing/program.ts';

/** Each folder is a small repository with its generated tree committed; UPDATE=1 writes the trees anew. */
const folder = join(import.meta.dirname, '../golden');
const repositories = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const update = process.env.UPDATE === '1';

test.each(repositories.map((entry) => entry.name))('the tree of %s is what is generated', async (name) => {
  const root = join(folder, name);
  if (update) await program(['generate', '--root', root]);
  const { code, stdout, stderr } = await program(['generate', '--check', '--root', root]);
  expect({ code, stderr, drift: code === 0 ? '' : stdout }).toEqual({ code: 0, stderr: '', drift: '' });
});
