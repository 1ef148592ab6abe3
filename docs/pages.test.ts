import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '#testing';
import { commands } from '../generator/src/cli/commands.ts';

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'charts/README.md',
  'docs/findings.md',
  'generator/CHANGELOG.md',
  'generator/examples/shop/README.md',
].filter((page) => existsSync(join(repository, page)));
const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');

test('every link to a file leads somewhere', () => {
  const dead = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map(([, target]) => join(dirname(page), target ?? ''))
      .filter((target) => !existsSync(join(repository, target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test('every npm script that a page names exists, and every command is in the README', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/npm run (\w[\w:-]*)/g)].map(([, name]) => name ?? ''),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  for (const { name } of commands) expect(textOf('README.md')).toContain(`npm run ${name}`);
});

test('CI runs the test line of the README', () => {
  const line = 'npm ci && npm test';
  expect(textOf('README.md')).toContain(`\n${line}\n`);
  expect(textOf('.ci/run')).toContain(`\n${line}\n`);
});

test('the page of the architecture knows every folder', () => {
  const folders = readdirSync(join(repository, 'generator/src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of folders) expect(textOf('ARCHITECTURE.md')).toContain(`\`${name}/\``);
});

test('the page of the architecture names the calls of generate, in their order', () => {
  const flow = textOf('generator/src/generate.ts');
  const page = textOf('ARCHITECTURE.md');
  const steps = page.match(/```\n(read → .*)\n```/)?.[1]?.split(' → ') ?? [];
  const calls = steps.map(
    (step) => page.match(new RegExp(`^\\| ${step} \\| \`([\\w.]+)(?:\\(\\))?\` \\|`, 'm'))?.[1] ?? '',
  );
  const body = flow.slice(flow.indexOf('export async function generate'));
  const places = calls.map((call) => body.search(new RegExp(`\\b${call}\\(`)));
  expect(steps.length).toBeGreaterThan(5);
  expect(calls).not.toContain('');
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('every YAML file that people edit names its schema for editors', () => {
  const files = [
    'images.yaml',
    'charts/upstream.yaml',
    ...readdirSync(join(repository, 'environments')).map((name) => `environments/${name}/release.yaml`),
  ];
  for (const file of files.filter((path) => existsSync(join(repository, path)))) {
    const schema = textOf(file).match(/^# yaml-language-server: \$schema=(\S+)\n/)?.[1];
    expect(schema && existsSync(join(repository, dirname(file), schema)), file).toBe(true);
  }
});
