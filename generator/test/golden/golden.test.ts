import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../support/program.ts';
import { clouds, cloudsRepository } from '../support/repository.ts';

/** Each folder is a small repository with its generated tree committed; UPDATE=1 writes the trees anew. */
const folder = import.meta.dirname;
const repositories = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'clouds');
const update = process.env.UPDATE === '1';

test.each(repositories.map((entry) => entry.name))('the tree of %s is what is generated', async (name) => {
  const root = join(folder, name);
  if (update) await program(['generate', '--root', root]);
  const { code, stdout, stderr } = await program(['generate', '--check', '--root', root]);
  expect({ code, stderr, drift: code === 0 ? '' : stdout }).toEqual({ code: 0, stderr: '', drift: '' });
});

test('the tree of the clouds is what the apps of this repository generate there', async () => {
  const root = cloudsRepository();
  const environments = join(root, 'environments');
  if (update) {
    await program(['generate', '--root', root]);
    rmSync(join(clouds, 'environments'), { recursive: true });
    cpSync(environments, join(clouds, 'environments'), { recursive: true });
    rmSync(join(clouds, 'environments/health'), { recursive: true });
  }
  for (const name of ['azure', 'gcp']) {
    const { code, stdout } = await program(['generate', '--check', '--environment', name, '--root', root]);
    expect(code === 0 ? '' : stdout).toBe('');
  }
});
