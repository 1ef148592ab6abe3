import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repository } from '#testing';

const step = z.enum(['major', 'minor', 'patch']);

/** As much of what Dependabot reads (its options reference, version 2) as we use; it refuses a file with any other key. */
const dependabot = z.strictObject({
  version: z.literal(2),
  updates: z.array(
    z
      .strictObject({
        'package-ecosystem': z.string(),
        directory: z.string().startsWith('/').optional(),
        directories: z.array(z.string().startsWith('/')).min(1).optional(),
        schedule: z.strictObject({ interval: z.enum(['daily', 'weekly', 'monthly']) }),
        cooldown: z.strictObject({ 'default-days': z.int().min(0) }),
        'open-pull-requests-limit': z.int().min(0),
        groups: z.record(z.string(), z.strictObject({ 'update-types': z.array(step).min(1) })),
      })
      .refine(({ directory, directories }) => (directory === undefined) !== (directories === undefined)),
  ),
});

const { updates } = dependabot.parse(parse(readFileSync(join(repository, '.github/dependabot.yml'), 'utf8')));

test('Dependabot looks after npm and actions, and leaves to upgrades what is theirs', () => {
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});

test('it finds every lock file of npm, but for what tests take from an image, and every action', () => {
  const [npm, actions] = updates;
  const locks = globSync('**/package-lock.json', {
    cwd: repository,
    exclude: (path) => path.includes('node_modules'),
  });
  expect(locks.filter((path) => !path.startsWith('apps/test/'))).toEqual(['package-lock.json']);
  expect(npm?.directory).toBe('/');
  // `/` stands for .github/workflows; actions of ours are looked for where they are.
  const ours = globSync('.github/**/action.yml', { cwd: repository });
  expect(ours.filter((path) => !/^\.github\/actions\/[^/]+\/action\.yml$/.test(path))).toEqual([]);
  expect(actions?.directories).toEqual(['/', '/.github/actions/*']);
});
