import { mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shellLibrary } from '../../src/edge/shell-library.ts';
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

/** Runs functions of the library where there is nothing but the programs that are played, each a function of the shell. */
async function runPlayed(
  cloud: 'aws' | 'azure' | 'gcp' | 'local',
  programs: string,
  calls: string,
): Promise<string[]> {
  const { common, entrance, cloud: account, [cloud]: own } = shellLibrary();
  const settings = 'region=here; subscription=ours; project=ours';
  const script = [programs, settings, common, entrance, cloud === 'local' ? '' : account, own, calls];
  const { stdout, stderr } = await runAlone(script.join('\n'));
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

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

describe('the way in', () => {
  const resolved = (...addresses: readonly string[]) =>
    `getent() { printf '${addresses.map((address) => `${address} STREAM www\\n${address} DGRAM\\n`).join('')}'; }`;

  test.each([
    ['aws', "aws() { printf '192.0.2.1\\t192.0.2.2\\n'; }", 'address eipalloc-1 eipalloc-2'],
    ['azure', "az() { printf '192.0.2.1\\n'; }", 'address way-in network'],
    ['gcp', "gcloud() { printf '192.0.2.1\\n'; }", 'address way-in here'],
    ['local', "kubectl() { printf '10.0.0.1 node-a 192.0.2.1 node-b'; }", 'address 192.0.2.1'],
  ] as const)('on %s a host leads to the address that was reserved', async (cloud, programs, address) => {
    const look = (...found: readonly string[]) =>
      runPlayed(cloud, `${programs}\n${resolved(...found)}`, `${address}\ndns www.example.org example.org`);
    const [there, right = ''] = await look('192.0.2.1');
    expect(there).toMatch(/^ok /);
    expect(right).toMatch(/^ok {11}DNS www\.example\.org \(leads to 192\.0\.2\.1/);
    const [, wrong = ''] = await look('192.0.2.1', '198.51.100.7');
    expect(wrong).toMatch(/^missing .*: it leads to 198\.51\.100\.7: let the record .* lead to 192\.0\.2\.1/);
  });

  test('a name without a record is told with the record that it lacks', async () => {
    const nobody = 'getent() { return 2; }\naws() { echo 192.0.2.1; }';
    const calls = 'address eipalloc-1\ndns www.example.org example.org\ndns example.org example.org';
    const [, below, domain] = await runPlayed('aws', nobody, calls);
    expect(below).toContain('make a record of www.example.org, or of *.example.org, for 192.0.2.1');
    expect(domain).toContain('make a record of example.org for 192.0.2.1');
  });

  test.each([
    ['aws', 'echo "An error occurred (InvalidAllocationID.NotFound): eipalloc-1" >&2; return 254', 'missing'],
    ['aws', 'echo "An error occurred (UnauthorizedOperation)" >&2; return 254', 'cannot tell'],
    ['azure', 'echo "ERROR: (ResourceNotFound) It was not found." >&2; return 3', 'missing'],
    ['azure', ':', 'missing'],
    ['gcp', 'echo "ERROR: The resource projects/x was not found" >&2; return 1', 'missing'],
  ] as const)('an address that is not reserved: %s, %s', async (cloud, behavior, verdict) => {
    const name = { aws: 'aws', azure: 'az', gcp: 'gcloud' }[cloud];
    const [line] = await runPlayed(cloud, `${name}() { ${behavior}; }`, 'address first second');
    expect(line).toMatch(new RegExp(`^${verdict} `));
  });

  // As the programs of BIND and of busybox print it; what is in front of the name is who was asked.
  test.each([
    'Server:\t\t127.0.0.53\nAddress:\t127.0.0.53#53\n\nNon-authoritative answer:\nName:\twww.example.org\nAddress: 192.0.2.1\n',
    'Server:    10.0.0.2\nAddress 1: 10.0.0.2 dns\n\nName:      www.example.org\nAddress 1: 192.0.2.1 www.example.org\n',
  ])('without getent, nslookup is read: %j', async (said) => {
    const programs = `nslookup() { printf '%s' ${quoted(said)}; }\nkubectl() { echo 192.0.2.1; }`;
    const calls = 'address 192.0.2.1\ndns www.example.org example.org';
    expect((await runPlayed('local', programs, calls)).at(-1)).toMatch(
      /^ok {11}DNS .*leads to 192\.0\.2\.1\)$/,
    );
  });
});
