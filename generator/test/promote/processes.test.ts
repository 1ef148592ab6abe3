import { expect, test } from 'vitest';
import { costIn } from './cost.ts';
import { largeWorld } from './large-world.ts';

test('four times the apps, commits and pins cost status and a dry run not one process of git more', async () => {
  const small = await costIn({ apps: 9, changes: 40, pins: 4, hotfixes: 1 });
  const large = await costIn({ apps: 36, changes: 160, pins: 16, hotfixes: 1 });
  expect(large.moves).toBeGreaterThan(3 * small.moves);
  expect(large).toEqual({ ...small, moves: large.moves });
  expect(large.status).toBeLessThanOrEqual(50);
  // It generates, and judges what is open, as the run itself does.
  expect(large.dryRun).toBeLessThanOrEqual(80);
});

test('changes and differences that are read together are what git says of each app alone', async () => {
  const world = await largeWorld({ apps: 9, changes: 100, pins: 4, hotfixes: 2 });
  const history = world.history();
  const commits = world.git('rev-list', '--branches').split('\n');
  const some = commits.filter((_, i) => i % 17 === 0);
  const ranges = some.flatMap((from) =>
    some.flatMap((to) => ['api', 'app-0', 'gone'].map((app) => ({ app, from, to }))),
  );
  const paths = (app: string, at: readonly string[]): string[] => {
    const own = ['applications', 'plan', 'values'].map(
      (part) => `environments/prod/generated/candidate/${part}/${app}.yaml`,
    );
    const has = at.some((commit) => world.git('ls-tree', commit, own[0] ?? '') !== '');
    return has ? [...own, 'charts/service'] : own;
  };
  const expected = ranges.map(({ app, from, to }) => {
    const limits = ['--', ...paths(app, [from, to])];
    const log = world.git('rev-list', '--first-parent', '--format=%H %s', `${from}..${to}`, ...limits);
    const shape = ['-r', '-p', '-M', '--abbrev=12', '--diff-algorithm=myers'];
    return {
      changes: log.split('\n').filter((line) => line !== '' && !line.startsWith('commit ')),
      diff: world.git('diff-tree', ...shape, from, to, ...limits),
    };
  });
  const changes = history.changes('prod', ranges);
  const diffs = history.diffs('prod', ranges);
  const found = ranges.map((_, i) => ({
    changes: (changes[i] ?? []).map(({ commit, subject }) => `${commit} ${subject}`),
    diff: (diffs[i] ?? '').trim(),
  }));
  expect(found).toEqual(expected);
  expect(expected.some(({ diff }) => diff.includes('rename from'))).toBe(true);
  expect(expected.some(({ changes }) => changes.length > 1)).toBe(true);
});
