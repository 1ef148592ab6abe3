import { expect, test } from 'vitest';
import { program, repository, tool } from '../support/program.ts';
import { smallRepository } from '../support/repository.ts';

interface Told {
  readonly waves: readonly (readonly string[])[];
  readonly kept: readonly string[];
  readonly script: string;
}

async function told(root: string, environment: string, ...options: readonly string[]): Promise<Told> {
  const asked = ['teardown', environment, '--root', root, '--format', 'json', ...options];
  const { code, stdout, stderr } = await program(asked);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Told;
}

test('writes a script that a shell can read, the last wave first', async () => {
  const { script, waves } = await told(repository, 'prod', '--with-data');
  expect((await tool('sh', ['-n', '-c', script])).code).toBe(0);
  const lines = waves.map((wave) =>
    script.search(new RegExp(`^gone application obsrv-prod-${wave[0]}( |$)`, 'm')),
  );
  expect(lines).not.toContain(-1);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(script.indexOf('gone applicationset obsrv-prod\n')).toBeLessThan(lines[0] ?? 0);
});

test('what keeps data stays, and all that it depends on', async () => {
  const { script, waves, kept } = await told(repository, 'prod');
  const all = await told(repository, 'prod', '--with-data');
  expect(kept).toEqual(expect.arrayContaining(['kafka', 'postgresql', 'strimzi', 'strimzi-crds']));
  expect([...waves.flat(), ...kept].sort()).toEqual(all.waves.flat().sort());
  expect(all.kept).toEqual([]);
  for (const app of kept)
    expect(script).not.toMatch(new RegExp(`gone application.* obsrv-prod-${app}( |$)`, 'm'));
  // Only on request does an Application take its data along.
  expect(script).not.toMatch(/^cascade /m);
  expect(all.script).toMatch(/^cascade obsrv-prod-kafka$/m);
});

test('says which environments there are', async () => {
  const root = smallRepository();
  const unknown = await program(['teardown', 'pord', '--root', root]);
  expect(unknown).toMatchObject({ code: 64, stdout: '' });
  expect(unknown.stderr).toContain('did you mean "prod"?');
  expect((await program(['teardown', '--root', root])).stderr).toContain('which environment?');
});
