import { expect, test } from 'vitest';
import { costIn } from './cost.ts';

test('200 apps of 3 environments, spread over 60 of 500 commits, cost a few dozen processes of git', async () => {
  const { status, dryRun, moves } = await costIn({ apps: 200, changes: 500, pins: 30, hotfixes: 1 });
  expect(moves).toBeGreaterThan(150);
  expect(status).toBeLessThanOrEqual(50);
  // It generates, and judges what is open, as the run itself does.
  expect(dryRun).toBeLessThanOrEqual(80);
});
