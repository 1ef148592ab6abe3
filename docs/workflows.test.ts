import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, tool } from '#testing';
import { platform } from '../environments/platform.ts';
import { obtain } from '../generator/src/edge/tools/obtain.ts';
import { actionSteps, actionTexts, jobsOf, workflows, workflowTexts } from './workflow-files.ts';

const all = [...workflowTexts, ...actionTexts];
const jobs = jobsOf(workflows);

test('actionlint finds nothing in the workflows', async () => {
  const actionlint = await obtain('actionlint', () => undefined);
  // Programs that happen to be on a machine are not asked: the verdict is the same everywhere.
  const args = ['-shellcheck=', '-pyflakes=', '-oneline', ...workflowTexts.map(([name]) => name)];
  expect(await tool(actionlint, args, { cwd: repository })).toMatchObject({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('a workflow may only read; what a job may write, it says itself', () => {
  for (const [name, { permissions }] of workflows) expect(permissions, name).toEqual({ contents: 'read' });
  for (const { place, job } of jobs)
    expect(Object.keys(job.permissions ?? {}), place).not.toContain('actions');
});

test('every job ends', () => {
  for (const { place, job } of jobs) expect(job['timeout-minutes'], place).toBeLessThanOrEqual(120);
});

test('actions of others are pinned by commit, with the version beside it', () => {
  const uses = all.flatMap(([name, text]) =>
    [...text.matchAll(/\buses: (.+)$/gm)].map(([, what = '']) => ({ name, what })),
  );
  const loose = uses.filter(
    ({ what }) => !what.startsWith('./') && !/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what),
  );
  expect(uses.length).toBeGreaterThan(3);
  expect(loose).toEqual([]);
});

test('every npm script that a workflow runs exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const named = all.flatMap(([, text]) =>
    [...text.matchAll(/npm run (?:--silent )?(\w[\w:-]*)/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('no expression stands in a script, where a name that a stranger chose would be run', () => {
  const steps = [...jobs.map(({ place, job }) => [place, job.steps] as const), ...actionSteps];
  const scripts = steps.flatMap(([place, list]) => list.map(({ run = '' }) => [place, run] as const));
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter(([, script]) => script.includes('${{'))).toEqual([]);
});

/** What a fork renames: nothing of it may stand in a workflow. */
const own = [
  ...readdirSync(join(repository, 'environments'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map(({ name }) => name),
  (platform.definition as { branch: string }).branch,
];

test('no environment and no branch of this platform is named: what is needed is asked at run time', () => {
  const named = all.flatMap(([name, text]) =>
    own
      .filter((word) => new RegExp(`(^|[\\s'"[,/])${word}($|[\\s'"\\],])`, 'm').test(text))
      .map((word) => `${name}: ${word}`),
  );
  expect(named).toEqual([]);
});
