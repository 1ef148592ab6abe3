import { expect, test } from 'vitest';
import { tool } from '#testing';
import { generatorVariables } from '../generator/src/edge/foreign-variables.ts';
import { jobsOf, workflows } from './workflow-files.ts';

/** Steps that hand git a token, as GitHub would start them: with every expression filled in. */
const steps = jobsOf(workflows).flatMap(({ place, job }) =>
  job.steps
    .filter(({ env }) => env !== undefined && 'GIT_CONFIG_COUNT' in env)
    .map(({ env }) => [place, filled(env ?? {})] as const),
);

function filled(env: Readonly<Record<string, unknown>>): Record<string, string> {
  const fill = (value: string): string =>
    value
      .replaceAll(/\$\{\{ github\.server_url \}\}/g, 'https://github.example.org')
      .replaceAll(/\$\{\{.*?token \}\}/g, 'the-token')
      .replaceAll(/\$\{\{.*?\}\}/g, 'x');
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(String(value))]));
}

/** What git would log in with at a host. */
const credential = (host: string, env: Record<string, string>) =>
  tool('git', ['credential', 'fill'], {
    input: `protocol=https\nhost=${host}\n\n`,
    env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' },
  });

test('every job that pushes or fetches is looked at', () => {
  expect(steps.map(([place]) => place.split(' ')[1])).toEqual(['gate', 'promote', 'trees', 'upgrade']);
});

test.each(steps)('git logs in by the environment of the step alone, and nowhere else: %s', async (_, env) => {
  const here = await credential('github.example.org', env);
  expect(here.stdout).toContain('username=x-access-token\npassword=the-token\n');
  expect((await credential('elsewhere.example.org', env)).stdout).not.toContain('the-token');
  expect((await credential('github.example.org', { ...env, GIT_CONFIG_COUNT: '0' })).stdout).not.toContain(
    'the-token',
  );
});

test.each(steps)('none of it reaches a generator that the step starts: %s', (_, env) => {
  expect(generatorVariables(env)).toEqual({});
});
