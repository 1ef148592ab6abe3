import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import newScripts from '../../scripts.json' with { type: 'json' };
import { everywhere } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { program, repository, tool } from '../../testing/program.ts';
import { smallRepository } from '../support/repository.ts';

describe.concurrent('the command line', () => {
  test('without a command it says what there is, and that this was wrong', async () => {
    const { code, stdout } = await program([]);
    expect(code).toBe(64);
    expect(stdout).toContain('generate');
    expect(stdout).toContain('Exit codes: 0 done');
  });

  test.each(commands.map(({ name }) => name))('%s --help explains every option', async (name) => {
    const { code, stdout } = await program([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: npm run ${name}`);
    const options = { ...everywhere, ...commands.find((command) => command.name === name)?.options };
    for (const option of Object.keys(options)) expect(stdout).toContain(`--${option}`);
  });

  test('every command is a script of this repository, and of a new one', () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const { name } of commands) {
      expect(scripts[name]).toMatch(new RegExp(` ${name}$`));
      expect(newScripts).toHaveProperty(name, scripts[name]);
    }
  });

  test.each([
    [['generate', '--chek', '--enviroment', 'dev'], 'there is no option --chek: did you mean "--check"?'],
    [
      ['generate', '--chek', '--enviroment', 'dev'],
      'there is no option --enviroment: did you mean "--environment"?',
    ],
    [['generate', '-x'], 'there is no option -x'],
    [['generate', '--check=yes'], '--check takes no value, and yes is one'],
    [['generate', '-e'], '-e needs a value'],
    [['generate', '-e', '--check'], '-e needs a value, and --check is an option'],
    [['generate', '-e', 'dev', '--environment=prod'], '--environment is given more than once'],
    [['generate', '--format', 'yaml'], '--format yaml: must be one of text, json, markdown, github'],
    [['generate', 'dev'], 'unexpected argument "dev"'],
    [['promote', 'dev', 'prod'], 'unexpected argument "prod"'],
    [['teardown', 'dev', 'prod'], 'unexpected argument "prod"'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await program(args);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`hint: see npm run ${args[0]} -- --help`);
  });

  test('a command that does not exist', async () => {
    const { code, stderr } = await program(['generat']);
    expect(code).toBe(64);
    expect(stderr).toContain('there is no command "generat": did you mean "generate"?');
  });

  test.each([
    ['test:argocd', 'test/argocd/main.ts'],
    ['test:forks', 'test/forks/main.ts'],
    ['bench', 'bench/bench.ts'],
    ['schemas', 'scripts/kubernetes-schemas.ts'],
    ['raise', 'scripts/raise-tool.ts'],
    ['github-operations', 'test/github/remake.ts'],
  ])('%s explains its options too, and does nothing else then', async (name, file) => {
    const path = join(repository, 'generator', file);
    // As a person runs it, not as a part of these tests.
    const env = { VITEST: undefined };
    const { code, stdout, stderr } = await tool(process.execPath, [path, '--help'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: npm run ${name}`);
    const wrong = await tool(process.execPath, [path, '--hlep'], { env });
    expect(wrong.code).toBe(64);
    expect(wrong.stderr).toContain('there is no option --hlep: did you mean "--help"?');
  });

  test.each([
    [['generate'], { npm_config_check: 'true' }, 'npm run generate -- --check'],
    [['promote', 'prod'], { npm_config_dry_run: 'true' }, 'npm run promote -- ENV --dry-run'],
    [['promote', 'prod'], { npm_config_pull_request: '' }, 'npm run promote -- ENV --no-pull-request'],
    [['generate', 'dev'], { npm_config_environment: 'true' }, 'npm run generate -- --environment'],
  ])('%j with %j, which npm made of an option before --, does nothing', async (args, env, instead) => {
    const root = smallRepository();
    const { code, stderr } = await program([...args, '--root', root], { env });
    expect(code).toBe(64);
    expect(stderr).toContain(`to itself: options go behind --, as in ${instead}`);
    expect(existsSync(join(root, 'environments/dev/generated'))).toBe(false);
  });

  test.each([
    [['generate', '--chek'], 64, 'usage'],
    [['generat'], 64, 'usage'],
    [['generate', '--root', '/does/not/exist'], 2, 'unavailable'],
  ])('%j says as JSON what ended it', async (args, wanted, code) => {
    const ended = await program([...args, '--format', 'json']);
    expect(ended.code).toBe(wanted);
    expect(JSON.parse(ended.stdout)).toMatchObject({ version: 1, error: { code } });
    expect(ended.stderr).toBe('');
  });

  test('what ended a command is an annotation on GitHub', async () => {
    const { stdout } = await program(['generate', '--chek', '--format', 'github']);
    expect(stdout).toBe(
      '::error::there is no option --chek: did you mean "--check"?; see npm run generate -- --help\n',
    );
  });

  test('an environment that does not exist', async () => {
    const { code, stderr } = await program(['generate', '-e', 'pord', '--root', smallRepository()]);
    expect(code).toBe(64);
    expect(stderr).toContain('there is no environment "pord": did you mean "prod"?');
  });
});
