import { chmodSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { edit, temporaryFolder, write } from '../../testing/folder.ts';
import { program, tool } from '../../testing/program.ts';
import { commitAll, smallRepository } from '../support/repository.ts';

const everything = join(import.meta.dirname, '../golden/everything');

interface Told {
  readonly waves: readonly (readonly string[])[];
  readonly kept: readonly string[];
  readonly namespaces: readonly string[];
  readonly script: string;
}

async function told(root: string, environment: string, ...options: readonly string[]): Promise<Told> {
  const asked = ['teardown', environment, '--root', root, '--format', 'json', ...options];
  const { code, stdout, stderr } = await program(asked);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Told;
}

test('writes a script that a shell can read, the last wave first', async () => {
  const { script, waves } = await told(everything, 'main', '--with-data');
  expect((await tool('sh', ['-n', '-c', script])).code).toBe(0);
  const lines = waves.map((wave) =>
    script.search(new RegExp(`^gone application all-main-${wave[0]}( |$)`, 'm')),
  );
  expect(lines).not.toContain(-1);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(script.indexOf('gone applicationset all-main\n')).toBeLessThan(lines[0] ?? 0);
});

test('what keeps data stays, and all that it depends on', async () => {
  const { script, waves, kept } = await told(everything, 'main');
  const all = await told(everything, 'main', '--with-data');
  expect(kept).toEqual(expect.arrayContaining(['db', 'engine', 'engine-crds', 'vault']));
  expect([...waves.flat(), ...kept].sort()).toEqual(all.waves.flat().sort());
  expect(all.kept).toEqual([]);
  for (const app of kept)
    expect(script).not.toMatch(new RegExp(`gone application.* all-main-${app}( |$)`, 'm'));
  // Only on request does an Application take its data along.
  expect(script).not.toMatch(/^cascade /m);
  expect(all.script).toMatch(/^cascade all-main-db$/m);
});

test('of a pinned environment it takes apart what runs, not what the definitions say by now', async () => {
  const root = smallRepository();
  expect((await program(['generate', '--root', root])).code).toBe(0);
  await commitAll(root);
  const { stdout } = await tool('git', ['rev-parse', 'HEAD'], { cwd: root });
  write(root, { 'environments/prod/release.yaml': `revision: ${stdout.trim()}\n` });
  edit(
    root,
    'environments/prod/environment.ts',
    "  size: 'small'",
    "  apps: { exclude: ['meter'] },\n  size: 'small'",
  );
  const all = ['db', 'meter', 'vault', 'web'];
  expect((await told(root, 'prod', '--with-data')).waves.flat().sort()).toEqual(all);
  edit(root, 'environments/prod/release.yaml', `revision: ${stdout.trim()}`, 'follow: main');
  expect((await told(root, 'prod', '--with-data')).waves.flat()).not.toContain('meter');
});

test('of a renamed environment it takes apart what runs, by the names that it has there, and says where nothing is', async () => {
  const root = smallRepository();
  expect((await program(['generate', '--root', root])).code).toBe(0);
  await commitAll(root);
  const { stdout } = await tool('git', ['rev-parse', 'HEAD'], { cwd: root });
  write(root, { 'environments/prod/release.yaml': `revision: ${stdout.trim()}\n` });
  renameSync(join(root, 'environments/prod'), join(root, 'environments/live'));
  edit(root, 'environments/live/environment.ts', "name: 'prod',", "name: 'live',\n  formerly: ['prod'],");
  const { script } = await told(root, 'live', '--with-data');
  expect(script).toMatch(/^gone applicationset demo-prod$/m);
  expect(script).toMatch(/^gone application demo-prod-web$/m);
  expect(script).toMatch(/--selector demo\.example\.org\/environment=prod /);
  expect(script).not.toContain('demo-live');
  // In a cluster that has nothing of it, silence would look like success.
  const folder = temporaryFolder();
  write(folder, { kubectl: '#!/bin/sh\n', sleep: '#!/bin/sh\n' });
  for (const name of ['kubectl', 'sleep']) chmodSync(join(folder, name), 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const { stderr } = await tool('sh', ['-c', script], { env });
  expect(stderr).toContain('Argo CD has no Application of what live runs');
  expect((await program(['teardown', 'prod', '--root', root])).stderr).toContain('is called "live" by now');
});

test('a namespace goes only where the environment made it and nobody else is known to use it', async () => {
  const root = smallRepository();
  expect((await told(root, 'dev', '--with-data')).namespaces).toEqual(['db', 'meter', 'vault', 'web']);
  // Definitions are installed by way of a namespace; the scraper lives where it lives; prod is on the same cluster.
  edit(root, 'apps/web.ts', "namespace: 'web'", "namespace: 'kube-system'");
  edit(root, 'apps/meter.ts', "namespace: 'meter'", "namespace: 'default'");
  edit(root, 'apps/vault.ts', "layer: 'operators'", "layer: 'crds'");
  edit(
    root,
    'environments/platform.ts',
    "branch: 'main',",
    "branch: 'main',\n  scraper: { namespace: 'monitoring', pods: { app: 'prometheus' } },",
  );
  edit(root, 'apps/db.ts', "namespace: 'db'", "namespace: 'monitoring'");
  const { namespaces, script } = await told(root, 'dev', '--with-data');
  expect(namespaces).toEqual([]);
  expect(script).not.toMatch(/clear_namespace|delete namespace/);
});

test('what another environment on the cluster writes into stays', async () => {
  const root = smallRepository();
  const prod = 'environments/prod/environment.ts';
  edit(root, prod, "destination: { name: 'prod'", "namespacePrefix: 'prod-',\n  destination: { name: 'dev'");
  edit(root, 'apps/web.ts', "namespace: 'web',", "namespace: 'web',\n  extraNamespaces: ['prod-meter'],");
  const { namespaces, script } = await told(root, 'prod', '--with-data');
  expect(namespaces).toEqual(['prod-db', 'prod-vault', 'prod-web']);
  expect(script).toContain('run this again with CLUSTER_CONTEXT');
  expect((await tool('sh', ['-n', '-c', script])).code).toBe(0);
});

test('says which environments there are', async () => {
  const root = smallRepository();
  const unknown = await program(['teardown', 'pord', '--root', root]);
  expect(unknown).toMatchObject({ code: 64, stdout: '' });
  expect(unknown.stderr).toContain('did you mean "prod"?');
  expect((await program(['teardown', '--root', root])).stderr).toContain('which environment?');
});
