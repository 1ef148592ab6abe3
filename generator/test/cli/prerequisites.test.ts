import { mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../src/prerequisites/quoted.ts';
import { program, tool } from '../../testing/program.ts';
import { smallRepository } from '../support/repository.ts';

const everything = join(import.meta.dirname, '../golden/everything');
const small = join(import.meta.dirname, '../golden/small');

async function said(root: string, environment: string, ...options: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await program([
    'prerequisites',
    environment,
    '--root',
    root,
    '--no-render',
    ...options,
  ]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

interface Need {
  readonly kind: string;
  readonly [key: string]: unknown;
}

async function needs(root: string, environment: string): Promise<readonly Need[]> {
  const { prerequisites } = JSON.parse(await said(root, environment, '--format', 'json')) as {
    prerequisites: readonly Need[];
  };
  return prerequisites;
}

/** The part of a script that says what is looked for; what is before it are the functions that do. */
const looked = (script: string): string => script.slice(script.indexOf('\ncontexts\n'));

/** Runs a script where there is no kubectl and no command line of a cloud. */
async function runAlone(script: string) {
  const path = mkdtempSync(join(tmpdir(), 'prerequisites-'));
  for (const folder of ['/usr/bin', '/bin'])
    for (const name of readdirSync(folder))
      if (/^(mktemp|rm|grep|awk|gawk|mawk|sed|cut|tr|head|printf|cat|sh)$/.test(name))
        link(folder, name, path);
  return tool('sh', ['-c', script], { env: { PATH: path } });
}

function link(folder: string, name: string, path: string): void {
  try {
    symlinkSync(join(folder, name), join(path, name));
  } catch {
    // The other folder has it too.
  }
}

describe('prerequisites', () => {
  test.each([
    ['everything', everything, 'edge'],
    ['everything', everything, 'main'],
    ['everything', everything, 'new'],
    ['small', small, 'dev'],
  ])('what is looked for in %s %s %s', async (name, root, environment) => {
    const script = await said(root, environment);
    expect((await tool('sh', ['-n', '-c', script])).code).toBe(0);
    await expect(looked(script)).toMatchFileSnapshot(`../prerequisites/${name}-${environment}.txt`);
  });

  test('an identity is listed with who may take it on and what it must be allowed', async () => {
    const identities = (await needs(everything, 'new')).filter(({ kind }) => kind === 'identity');
    expect(identities).toEqual([
      {
        kind: 'identity',
        app: 'db',
        cloud: 'gcp',
        identity: 'db@all-new.iam.gserviceaccount.com',
        subject: 'serviceAccount:all-new.svc.id.goog[data/db]',
        permissions: [
          {
            allow: ['roles/storage.objectViewer'],
            on: 'gs://all-new-files',
            examples: ['gs://all-new-files'],
          },
        ],
      },
    ]);
  });

  test('what only a person knows is never made, and what the cluster makes itself is not asked for', async () => {
    const keys = async (environment: string) =>
      (await needs(everything, environment)).filter(({ kind }) => kind === 'secret').map((need) => need.keys);
    const license = [{ key: 'key', provided: 'The key of the license, from the vendor.' }];
    expect(await keys('edge')).toEqual([license]);
    expect(await keys('main')).toEqual([license, [{ key: 'password', random: 32 }]]);
  });

  test('without any program it goes on to the end, and says what it could not look at', async () => {
    for (const environment of ['edge', 'main', 'new']) {
      const { code, stdout, stderr } = await runAlone(
        await said(everything, environment, '--create-secrets'),
      );
      expect([code, stderr]).toEqual([2, '']);
      expect(stdout).toContain('cannot tell  Kubernetes 1.3');
      expect(stdout).toMatch(/cannot tell {2}repository https:\/\/git\.example\.org\/all\.git/);
      expect(stdout).toMatch(/\n0 missing, \d+ not looked at\n$/);
    }
  });

  test.each(["it's $(echo run) `echo run` \\", '', '-n', '*', 'two\nlines', '"$HOME"'])(
    'whatever a definition says is a word of the shell: %j',
    async (wild) => {
      const { stdout } = await tool('sh', ['-c', `printf '<%s>' ${quoted(wild)}`]);
      expect(stdout).toBe(`<${wild}>`);
    },
  );

  test('what pods request is added up from a render', async () => {
    const root = smallRepository();
    const words = ['prerequisites', 'dev', '--root', root];
    expect((await program(words)).stdout).toContain("note 'nodes'");
    expect((await program(['generate', '--root', root])).code).toBe(0);
    const { code, stdout, stderr } = await program(words);
    expect([code, stderr]).toEqual([0, '']);
    // Three apps with a pod each; the fourth has none.
    expect(stdout).toMatch(/^nodes '30' '192' '10' '64' ''$/m);
  });

  test('says which environments there are', async () => {
    const root = smallRepository();
    const unknown = await program(['prerequisites', 'pord', '--root', root]);
    expect(unknown).toMatchObject({ code: 64, stdout: '' });
    expect(unknown.stderr).toContain('did you mean "prod"?');
    expect((await program(['prerequisites', '--root', root])).stderr).toContain('which environment?');
  });
});
