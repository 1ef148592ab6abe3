import { describe, expect, test } from 'vitest';
import { program } from '../../testing/program.ts';
import { smallRepository } from '../support/repository.ts';

describe.concurrent('the command line', () => {
  test('without a command it says what there is, and that this was wrong', async () => {
    const { code, stdout } = await program([]);
    expect(code).toBe(64);
    expect(stdout).toContain('generate');
    expect(stdout).toContain('Exit codes: 0 done');
  });

  test.each(['generate', 'verify', 'new', 'setup'])('%s --help explains its options', async (command) => {
    const { code, stdout } = await program([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: npm run ${command}`);
    expect(stdout).toContain('--root DIR');
  });

  test.each([
    [['generat'], 'there is no command "generat": did you mean "generate"?'],
    [['generate', '--chek'], "Unknown option '--chek'"],
    [['generate', '--format', 'yaml'], '--format yaml: must be one of text, json, markdown, github'],
    [['generate', 'dev'], 'unexpected argument "dev"'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await program(args);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
    expect(stderr).toContain('hint: see --help');
  });

  test('an environment that does not exist', async () => {
    const { code, stderr } = await program(['generate', '-e', 'pord', '--root', smallRepository()]);
    expect(code).toBe(64);
    expect(stderr).toContain('there is no environment "pord": did you mean "prod"?');
  });
});
