import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from '#testing';
import { needed } from '../generator/src/promote/describe/forge-notes.ts';
import { jobsOf, type PlacedJob, type Workflow, workflows } from './workflow-files.ts';
import { brokenBy, jobRules, requiredProblems } from './workflow-rules.ts';

const jobs = jobsOf(workflows);

/** The checks that the README says to make required ones. */
const required = [
  ...(
    readFileSync(join(repository, 'README.md'), 'utf8').match(/^Required checks: (.+)$/m)?.[1] ?? ''
  ).matchAll(/`([^`]+)`/g),
].map(([, name = '']) => name);

/** The jobs of a workflow that somebody might write. */
const written = (text: string): PlacedJob[] => jobsOf(new Map([['bad.yml', parse(text) as Workflow]]));

const writes = 'permissions: { contents: write }';
const reads = 'permissions: { contents: read }';
const setup = './.github/actions/setup';

/** For every rule, workflows that break it. */
const bad: Readonly<Record<string, readonly string[]>> = {
  'a job with rights is started by nothing that a pull request can start': [
    `{ on: { pull_request_target: }, jobs: { a: { ${writes}, steps: [] } } }`,
    `{ on: { workflow_run: }, ${writes}, jobs: { a: { steps: [] } } }`,
    `{ on: { pull_request: }, jobs: { a: { steps: [] } } }`,
    `{ on: { merge_group: }, ${reads}, jobs: { a: { environment: automation, steps: [] } } }`,
  ],
  'a job with rights runs on the default branch alone': [
    `{ on: { workflow_dispatch: }, jobs: { a: { ${writes}, steps: [] } } }`,
    `{ on: { push: }, jobs: { a: { if: "github.ref_name == 'x'", ${writes}, steps: [] } } }`,
  ],
  'a job with rights, and one that judges a pull request, checks out no other branch': [
    `{ on: { push: }, jobs: { a: { ${writes}, steps: [{ uses: actions/checkout@1, with: { ref: x } }] } } }`,
    `{ on: { pull_request_target: }, ${reads}, jobs: { a: { steps: [{ uses: actions/checkout@1, with: { ref: '\${{ github.event.pull_request.head.sha }}' } }] } } }`,
    `{ on: { pull_request_target: , merge_group: }, ${reads}, jobs: { a: { steps: [{ uses: actions/checkout@1 }] } } }`,
    `{ on: { schedule: [] }, jobs: { a: { ${writes}, steps: [{ uses: actions/checkout@1, with: { repository: a/b } }] } } }`,
  ],
  'a job with rights, and one that judges a pull request, installs no development dependencies': [
    `{ on: { push: }, jobs: { a: { ${writes}, steps: [{ uses: ${setup} }] } } }`,
    `{ on: { pull_request_target: }, ${reads}, jobs: { a: { steps: [{ run: npm ci }] } } }`,
  ],
  'a job with rights names the environment that limits its secrets to the default branch': [
    `{ on: { push: }, jobs: { a: { ${writes}, steps: [] } } }`,
    `{ on: { push: }, ${reads}, jobs: { a: { steps: [{ env: { A: '\${{ secrets.A }}' } }] } } }`,
  ],
  'a job with rights installs nothing once it has a token': [
    `{ on: { push: }, jobs: { a: { ${writes}, steps: [{ uses: actions/create-github-app-token@1 }, { uses: ${setup} }] } } }`,
    `{ on: { push: }, jobs: { a: { ${writes}, steps: [{ uses: ${setup}, env: { A: '\${{ github.token }}' } }] } } }`,
  ],
  'no checkout leaves a token in .git/config': [
    `{ on: { pull_request: }, jobs: { a: { steps: [{ uses: actions/checkout@1 }] } } }`,
    `{ on: { push: }, jobs: { a: { steps: [{ uses: actions/checkout@1, with: { persist-credentials: false, token: x } }] } } }`,
  ],
  'a token is in the environment of one step, not of a job or a workflow': [
    `{ on: { push: }, jobs: { a: { env: { GITHUB_TOKEN: '\${{ github.token }}' }, steps: [] } } }`,
    `{ on: { push: }, env: { A: '\${{ secrets.A }}' }, jobs: { a: { steps: [] } } }`,
  ],
  'what a pull request starts has no secret, and may only read': [
    `{ on: { pull_request: }, ${reads}, jobs: { a: { steps: [{ env: { A: '\${{ secrets.A }}' } }] } } }`,
    `{ on: { issue_comment: }, jobs: { a: { ${writes}, steps: [] } } }`,
  ],
  'generators of other commits run where no token is in reach and no cache is shared': [
    `{ on: { pull_request_target: }, ${reads}, jobs: { a: { steps: [{ run: promote --trees }] } } }`,
    `{ on: { pull_request: }, ${reads}, jobs: { a: { steps: [{ run: promote --trees, env: { A: '\${{ github.token }}' } }] } } }`,
    `{ on: { pull_request: }, ${writes}, jobs: { a: { steps: [{ run: promote --trees }] } } }`,
  ],
  'no name that the author of a pull request chooses is in a concurrency group': [
    `{ on: { pull_request: }, concurrency: { group: 'gate-\${{ github.head_ref }}' }, jobs: { a: { steps: [] } } }`,
    `{ on: { pull_request: }, jobs: { a: { concurrency: 'a-\${{ github.head_ref || github.run_id }}', steps: [] } } }`,
    `{ on: { push: }, concurrency: 'a-\${{ github.event.pull_request.head.label }}', jobs: { a: { steps: [] } } }`,
    // There it is the default branch, so that all pull requests would share the group.
    `{ on: { pull_request_target: }, concurrency: 'a-\${{ github.ref }}', jobs: { a: { steps: [] } } }`,
  ],
};

describe.each(Object.entries(jobRules))('%s', (name, rule) => {
  test('holds in our workflows', () => {
    expect(brokenBy(rule, jobs)).toEqual([]);
  });
  test('a workflow that does otherwise is noticed', () => {
    const unnoticed = (bad[name] ?? ['']).filter(
      (text) => text === '' || brokenBy(rule, written(text)).length === 0,
    );
    expect(unnoticed).toEqual([]);
  });
});

test('both kinds of job are there: those with rights, and those that run code of others', () => {
  const rights = jobs.filter(({ job }) => job.environment !== undefined).map(({ id }) => id);
  expect(rights).toEqual(['promote', 'upgrade']);
  const foreign = jobs.filter(({ job }) => JSON.stringify(job.steps).includes('--trees'));
  expect(foreign.map(({ id }) => id)).toEqual(['trees']);
});

test('the checks that the README names as required are run for every pull request and in the merge queue, and never skipped', () => {
  // Those that a run of promote misses where the forge does not require them.
  expect(required).toEqual(needed);
  expect(requiredProblems(required, jobs)).toEqual([]);
});

test.each([
  ['has another trigger', '{ on: { pull_request: , merge_group: , push: }, jobs: { a: { steps: [] } } }'],
  ['is not run in the merge queue', '{ on: { pull_request: }, jobs: { a: { steps: [] } } }'],
  [
    'is run for some paths only',
    '{ on: { pull_request: { paths: [x] }, merge_group: }, jobs: { a: { steps: [] } } }',
  ],
  ['has a condition', '{ on: { pull_request: , merge_group: }, jobs: { a: { if: x, steps: [] } } }'],
  ['waits for another', '{ on: { pull_request: , merge_group: }, jobs: { a: { needs: b, steps: [] } } }'],
  ['bears another name', '{ on: { pull_request: , merge_group: }, jobs: { a: { name: b, steps: [] } } }'],
])('a required check that %s is noticed', (_, text) => {
  expect(requiredProblems(['a'], written(text))).not.toEqual([]);
});

test('the gate is judged by the default branch: its workflow is not the one of the pull request', () => {
  const gate = jobs.find(({ job }) => job.name === 'promotion gate');
  expect(Object.keys(gate?.workflow.on ?? {})).toEqual(['pull_request_target', 'merge_group']);
});
