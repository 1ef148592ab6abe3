import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Options } from '../../../src/cli/command.ts';
import { importImagesCommand } from '../../../src/cli/import-images-command.ts';
import { ProblemsError } from '../../../src/problem/errors.ts';
import { filesIn, read, temporaryFolder, write } from '../../../testing/folder.ts';

const own = (digest: string): string => `# Ours.
images:
  payments:
    repository: docker.io/example/payments
    tag: 1.3.0 # Not 1.4 yet.
    digest: ${digest}
`;

function folder(images = own('null')): string {
  const root = temporaryFolder();
  write(root, { 'images.yaml': images });
  cpSync(join(import.meta.dirname, 'list.yaml'), join(root, 'list.yaml'));
  return root;
}

const run = (root: string, options: Options = {}, format: 'text' | 'json' | 'markdown' = 'text') =>
  importImagesCommand({
    root,
    format,
    options: { 'import-images': join(root, 'list.yaml'), ...options },
    arguments: [],
    terminal: { stdout: process.stdout, stderr: process.stderr, env: {} },
  });

const messages = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  return error instanceof ProblemsError ? error.problems.map(({ message }) => message) : ['not refused'];
};

test('a list of images is imported into images.yaml', async () => {
  const root = folder();
  const { text, exitCode } = await run(root);
  expect(exitCode).toBe(0);
  expect(text).toContain('payments: 1.3.0 -> 1.4.0@sha256:1111');
  expect(read(root, 'images.yaml')).toBe(own(`sha256:${'1'.repeat(64)}`).replace('tag: 1.3.0', 'tag: 1.4.0'));
  expect(Object.keys(filesIn(root)).sort()).toEqual(['images.yaml', 'list.yaml']);
});

test('a dry run says the same, and writes nothing', async () => {
  const root = folder();
  const { text } = await run(root, { 'dry-run': true });
  expect(text).toContain('payments: 1.3.0 -> 1.4.0@sha256:1111');
  expect(text).toMatch(/nothing was written\n$/);
  expect(read(root, 'images.yaml')).toBe(own('null'));
  const report = JSON.parse((await run(root, { 'dry-run': true }, 'json')).text);
  expect(report).toMatchObject({ version: 1, dryRun: true, taken: [{ key: 'payments', to: '1.4.0' }] });
});

test('what is not here is added if asked for', async () => {
  const root = folder();
  await run(root, { all: true });
  expect(read(root, 'images.yaml')).toContain('  proxy:\n    repository: docker.io/example/proxy\n');
});

test('nothing is written where the list cannot be read, or an entry cannot change alone', async () => {
  const root = folder();
  write(root, { 'list.yaml': 'images: [\n' });
  expect(await messages(run(root))).toEqual([expect.stringContaining('Flow sequence')]);
  expect(read(root, 'images.yaml')).toBe(own('null'));

  const shared = own('null')
    .replace('tag: 1.3.0', 'tag: &version 1.3.0')
    .concat('  worker: { repository: docker.io/example/worker, tag: *version, digest: null }\n');
  const other = folder(shared);
  expect(await messages(run(other))).toEqual([expect.stringContaining('images.worker.tag would change too')]);
  expect(read(other, 'images.yaml')).toBe(shared);
});
