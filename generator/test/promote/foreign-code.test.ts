import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateIn } from '../../src/edge/checkout/generate-in.ts';
import { generatorVariables, installerVariables } from '../../src/edge/foreign-variables.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { program } from '../../testing/program.ts';
import { newPlatform } from '../../testing/standalone.ts';
import { smallRepository } from '../support/repository.ts';

/** What a job that pushes has in its environment, and a person's shell beside. */
const secrets = {
  GITHUB_TOKEN: 'secret-1',
  GH_TOKEN: 'secret-2',
  GITHUB_APP_PRIVATE_KEY: 'secret-3',
  ACTIONS_RUNTIME_TOKEN: 'secret-4',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-5',
  NODE_AUTH_TOKEN: 'secret-6',
  AWS_SECRET_ACCESS_KEY: 'secret-7',
  GIT_CONFIG_PARAMETERS: "'http.extraheader=secret-8'",
  GIT_CONFIG_VALUE_9: 'secret-9',
  GIT_ASKPASS: '/secret-10',
  SSH_AUTH_SOCK: '/secret-11',
  HTTPS_PROXY: 'http://ann:secret-12@proxy.example.org',
  npm_config__auth: 'secret-13',
  GITHUB_STEP_SUMMARY: '/secret-14',
};

const before = { ...process.env };

beforeEach(() => {
  Object.assign(process.env, secrets);
});

afterEach(() => {
  for (const name of Object.keys(secrets)) delete process.env[name];
  Object.assign(process.env, before);
});

/** Writes down all variables that it can see. */
const spy = (file: string): string =>
  `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(file)}, JSON.stringify({ all: { ...process.env }, token: process.env.GITHUB_TOKEN }));\n`;

const seenIn = (file: string): string => readFileSync(file, 'utf8');

test('the generator of a hotfix branch that reads GITHUB_TOKEN gets nothing', async () => {
  const root = temporaryFolder();
  const seen = join(temporaryFolder(), 'seen.json');
  // Its packages are its own.
  write(root, { 'generator/src/cli/main.ts': spy(seen), 'node_modules/none': '' });
  await generateIn(root);
  expect(seenIn(seen)).toContain('"PATH":');
  expect(seenIn(seen)).not.toContain('secret-');
  write(root, {
    'package.json': '{ "scripts": { "generate": "node spy.ts" } }',
    'spy.ts': spy(`${seen}-npm`),
  });
  await generateIn(root);
  expect(seenIn(`${seen}-npm`)).toContain('"PATH":');
  expect(seenIn(`${seen}-npm`)).not.toContain('secret-');
});

test('a definition on a hotfix branch that reads GITHUB_TOKEN gets nothing', async () => {
  const root = await newPlatform();
  const seen = join(temporaryFolder(), 'seen.json');
  const file = join(root, 'apps/index.ts');
  write(root, { 'apps/index.ts': `${spy(seen)}${readFileSync(file, 'utf8')}` });
  await expect(generateIn(root)).rejects.toThrow();
  expect(seenIn(seen)).toBe('{"all":{}}');
});

test('a definition of a commit that has no generator gets nothing either', async () => {
  const root = smallRepository();
  const seen = join(temporaryFolder(), 'seen.json');
  const file = join(root, 'apps/index.ts');
  write(root, { 'apps/index.ts': `${spy(seen)}${readFileSync(file, 'utf8')}` });
  await expect(generateIn(root)).rejects.toThrow();
  expect(seenIn(seen)).toBe('{"all":{}}');
});

test("a definition of this very checkout is told nothing, whatever is in the program's environment", async () => {
  const root = smallRepository();
  const seen = join(temporaryFolder(), 'seen.json');
  const asked = [
    'process.env.GITHUB_TOKEN',
    "Reflect.get(process.env, 'GITHUB_TOKEN')",
    "Object.getOwnPropertyDescriptor(process.env, 'GITHUB_TOKEN')?.value",
    'Object.values(process.env)',
    "Object.entries(process['env'])",
    "'GITHUB_TOKEN' in process.env",
    'JSON.stringify(process.env)',
    'env.GITHUB_TOKEN',
    "process.getBuiltinModule('node:process').env.GITHUB_TOKEN",
  ];
  const imports = "import { writeFileSync } from 'node:fs'; import { env } from 'node:process';";
  const answers = `writeFileSync(${JSON.stringify(seen)}, JSON.stringify(answers.map(String)));`;
  const text = readFileSync(join(root, 'apps/index.ts'), 'utf8');
  const lines = [`${imports} const answers = [`, ...asked.map((ask) => `${ask},`), `]; ${answers}`, text];
  write(root, { 'apps/index.ts': lines.join('\n') });
  const { code, stdout, stderr } = await program(['generate', '--root', root]);
  expect(code).toBe(1);
  const refused = (stdout + stderr).matchAll(/apps\/index\.ts:(\d+)\b/g);
  expect(new Set([...refused].map(([, line]) => Number(line)))).toEqual(new Set(asked.map((_, i) => i + 2)));
  const nothing = ['undefined', '', 'false', '{}'];
  const told = (JSON.parse(seenIn(seen)) as string[]).flatMap((answer, i) =>
    nothing.includes(answer) ? [] : [`${asked[i]}: ${answer}`],
  );
  expect(told).toEqual([]);
});

test('what is not known to be harmless is kept from generators; packages are reached through the proxy', () => {
  const ours = {
    ...secrets,
    PATH: '/bin',
    Path: '/bin',
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: '/etc/git',
    HOME: '/root',
  };
  const harmless = { PATH: '/bin', Path: '/bin', LC_ALL: 'C', GIT_CONFIG_GLOBAL: '/etc/git', HOME: '/root' };
  const reaching = { HTTPS_PROXY: secrets.HTTPS_PROXY, GOPROXY: 'https://go.example.org', CGO_ENABLED: '0' };
  expect(generatorVariables({ ...ours, ...reaching })).toEqual(harmless);
  expect(installerVariables({ ...ours, ...reaching, GOOGLE_APPLICATION_CREDENTIALS: '/secret' })).toEqual({
    ...harmless,
    ...reaching,
  });
});
