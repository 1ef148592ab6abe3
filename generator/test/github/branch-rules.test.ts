import { expect, test } from 'vitest';
import { forgeNotes } from '../../src/promote/describe/forge-notes.ts';
import { forgeOn, github } from './fixture.ts';
import { protect } from './server/protection.ts';

const main = { checks: ['test', 'promotion gate'], approvals: 1, dismissesApprovals: true };

test('branchRules reads rulesets, settings, and whether there is a merge queue', async () => {
  const protections = [protect('main', { ...main, queue: 'squash' })];
  const server = await github({ protections, mergeMethods: ['squash', 'rebase'] });
  expect(await forgeOn(server).branchRules('main')).toEqual({
    mergeMethods: ['squash', 'rebase'],
    requiredChecks: ['promotion gate', 'test'],
    dismissesApprovals: true,
    hasMergeQueue: true,
  });
  expect(await forgeOn(server).branchRules('promote/prod')).toMatchObject({
    requiredChecks: [],
    dismissesApprovals: false,
    hasMergeQueue: false,
  });
});

test('branchRules reads the checks of the older protection, and knows nothing of the rest of it', async () => {
  const server = await github({ protections: [protect('main', { ...main, isRuleset: false })] });
  expect(await forgeOn(server).branchRules('main')).toMatchObject({
    requiredChecks: ['promotion gate', 'test'],
    dismissesApprovals: null,
    hasMergeQueue: null,
  });
});

test('branchRules knows nothing where the token may read nothing', async () => {
  const server = await github();
  const denied = { status: 403, headers: {}, body: { message: 'Resource not accessible by integration' } };
  for (const n of [1, 2, 3]) server.failAt(n, denied);
  expect(await forgeOn(server).branchRules('main')).toEqual({
    mergeMethods: null,
    requiredChecks: null,
    dismissesApprovals: null,
    hasMergeQueue: null,
  });
});

test('a person is told of checks that are not required, and of a way to merge that is not allowed', () => {
  const rules = {
    mergeMethods: ['merge'],
    requiredChecks: ['Test'],
    dismissesApprovals: null,
    hasMergeQueue: false,
  } as const;
  expect(forgeNotes('main', rules, 'squash')).toEqual([
    expect.stringContaining('main does not require "promotion gate", "pinned trees"'),
    '"automerge: squash" cannot be: the repository allows merge',
  ]);
  const unknown = { mergeMethods: null, requiredChecks: null, dismissesApprovals: null, hasMergeQueue: null };
  expect(forgeNotes('main', unknown, 'squash')).toEqual([]);
  const all = ['test', 'promotion gate', 'pinned trees'];
  expect(forgeNotes('main', { ...rules, requiredChecks: all, hasMergeQueue: true }, 'squash')).toEqual([]);
});
