import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository, tool } from '#testing';
import { platform } from '../environments/platform.ts';
import { obtain } from '../generator/src/edge/tools/obtain.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const textsIn = (folder: string): [string, string][] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => [join(folder, name), readFileSync(join(repository, folder, name), 'utf8')]);

const workflowTexts = textsIn('.github/workflows');
const all = [...workflowTexts, ...textsIn('.github/actions')];
const workflows = workflowTexts.map(([name, text]) => [name, parse(text) as Workflow] as const);
const jobs = workflows.flatMap(([name, workflow]) =>
  Object.entries(workflow.jobs).map(([id, job]) => [`${name} ${id}`, job] as const),
);

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
  expect(workflows.map(([name, { permissions }]) => [name, permissions])).toEqual(
    workflows.map(([name]) => [name, { contents: 'read' }]),
  );
  for (const [name, { permissions }] of jobs)
    expect(Object.keys(permissions ?? {}), name).not.toContain('actions');
});

test('every job ends', () => {
  for (const [name, job] of jobs) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(120);
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
  const scripts = jobs.flatMap(([name, { steps }]) => steps.map(({ run = '' }) => [name, run] as const));
  expect(scripts.filter(([, run]) => run.includes('${{'))).toEqual([]);
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
