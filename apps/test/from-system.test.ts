import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { filesIn, repository } from '#testing';
import { packagesOf } from './from-system.ts';
import { missingPackages } from './missing-packages.ts';

/** What setup needs as well, and so is there. */
const always = ['curl', 'git', 'go', 'npm', 'sh', 'test'];
/** Brought by the tests themselves, into a folder that they put before PATH. */
const brought = ['rclone'];

test('a program that a test runs by its name is there, or what brings it is known', () => {
  const sources = Object.entries(filesIn(join(repository, 'apps'))).filter(([file]) => file.endsWith('.ts'));
  const run = sources.flatMap(([, text]) =>
    [...text.matchAll(/\b(?:run|spawn|succeeds)\('([\w-]+)'/g)].map(([, program = '']) => program),
  );
  const known = new Set([...always, ...brought, ...Object.keys(packagesOf), 'valkey-server']);
  expect(run).toContain('luajit');
  expect(run.filter((program) => !known.has(program))).toEqual([]);
});

test('where nothing is on PATH, what brings it is named', async () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(await missingPackages()).toEqual(expect.arrayContaining(['luajit', 'lua-cjson', 'redis-server']));
});
