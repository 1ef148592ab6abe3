import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../src/cli/run.ts';
import { provideGenerator } from '../../src/edge/load-module.ts';
import { edit, filesIn, read, temporaryFolder, write } from '../../testing/folder.ts';
import { asNobody, giveToNobody, program, repository, tool } from '../../testing/program.ts';
import { newPlatform, npm } from '../../testing/standalone.ts';

const onAws = ['--cloud', 'aws', '--region', 'eu-west-1', '--account-id', '444444444444'];
const about = ['--description', "For the tests of the 'quality' team", '--domain', 'qa.example.org'];
const clouds: Readonly<Record<string, readonly string[]>> = {
  'qa-aws': [
    ...onAws,
    '--promotes-from',
    'dev',
    '--size',
    'medium',
    '--identity',
    'storefront=arn:aws:iam::1:role/x',
  ],
  'qa-azure': [
    ...[
      '--cloud',
      'azure',
      '--region',
      'westeurope',
      '--storage-account',
      'qafiles',
      '--vault-url',
      'https://qa.example.org',
    ],
    ...['--subscription-id', '00000000-0000-4000-8000-000000000001'],
    ...['--tenant-id', '00000000-0000-4000-8000-000000000002'],
  ],
  'qa-gcp': [
    '--cloud',
    'gcp',
    '--region',
    'europe-west1',
    '--project',
    'qa-data',
    '--namespace-prefix',
    'qa-',
  ],
  'qa-local': ['--cloud', 'local', '--object-store', 'https://s3.example.internal', '--destination', 'qa'],
};

const ownChart = ['--layer', 'apis', '--chart', 'first-party', '--description', 'Counts: calls.'];
const meter = ['app', 'meter', ...ownChart, '--image', `docker.io/acme/meter:1.10@sha256:${'0'.repeat(64)}`];

/** A chart of somebody else, as `helm create` makes them. */
const tally = {
  'tally/Chart.yaml': 'apiVersion: v2\nname: tally\nversion: 1.2.3\nappVersion: 2.0.0\n',
  'tally/values.yaml':
    'image: { registry: docker.io, repository: acme/tally, tag: "" }\nimagePullSecrets: []\npodSecurityContext: {}\nsecurityContext: { runAsUser: 1 }\nresources: {}\nserviceAccount: { create: true, automount: true }\n',
  'tally/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: tally }
spec:
  selector: { matchLabels: { app.kubernetes.io/instance: tally } }
  template:
    metadata: { labels: { app.kubernetes.io/instance: tally } }
    spec:
      automountServiceAccountToken: {{ .Values.serviceAccount.automount }}
      imagePullSecrets: {{ toJson .Values.imagePullSecrets }}
      securityContext: {{ toJson .Values.podSecurityContext }}
      containers:
        - name: tally
          image: "{{ .Values.image.registry }}/{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          securityContext: {{ toJson .Values.securityContext }}
          resources: {{ toJson .Values.resources }}
          livenessProbe: { httpGet: { path: /, port: 80 } }
`,
};

/** The charts that this machine has, and that one. */
function chartsFolder(): string {
  const folder = temporaryFolder();
  const near = process.env.VERIFY_CHARTS;
  for (const name of near ? readdirSync(near) : []) symlinkSync(join(near ?? '', name), join(folder, name));
  write(folder, tally);
  return folder;
}

/** What people wrote of the example: all that `new` reads. A chart from git is listed there too. */
function ownRepository(): string {
  const folder = temporaryFolder();
  const example = join(repository, 'generator/examples/shop');
  for (const path of ['apps', 'charts', 'environments', 'images.yaml', 'schemas/upstream'])
    cpSync(join(example, path), join(folder, path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (each) => !each.endsWith('/generated'),
    });
  cpSync(join(repository, 'generator/charts'), join(folder, 'generator/charts'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  write(folder, {
    'charts/upstream.yaml': `${read(folder, 'charts/upstream.yaml')}  tool-crds:
    git: https://git.example.org/tool.git
    revision: ${'a'.repeat(40)}
    version: 1.0.0
    path: crds
    type: directory
`,
  });
  return folder;
}

const created = async (root: string, args: readonly string[]): Promise<void> => {
  const { code, stderr } = await program(['new', ...args, '--root', root]);
  expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
};

test('what it writes from nothing is generated, typed, formatted and verified without touching a line', async () => {
  const root = await newPlatform();
  const charts = chartsFolder();
  await created(root, [...meter, '--port', '9000']);
  await created(root, [
    ...['app', 'reader', ...ownChart, '--image', 'meter', '--depends-on', 'meter', '--uses', 'meter'],
  ]);
  await created(root, [
    ...['app', 'tally', '--layer', 'operations', '--chart', 'upstream', '--description', 'Tallies.'],
    ...['--repository', 'https://charts.example.org', '--chart-version', '1.2.3', '--charts', charts],
    ...['--chart-image', 'docker.io/acme/tally:2.0.0'],
  ]);
  for (const [name, flags] of Object.entries(clouds))
    await created(root, [
      'environment',
      name,
      ...about,
      ...flags.filter((flag) => !/identity|storefront/.test(flag)),
    ]);
  expect((await tool('git', ['init', '--quiet'], { cwd: root })).code).toBe(0);
  for (const line of [
    ['generate'],
    ['typecheck'],
    ['lint'],
    ['generate', '--', '--check'],
    ['verify', '--', '--charts', charts],
  ]) {
    const { code, stdout, stderr } = await npm(root, ...line);
    expect({ line, code, said: code === 0 ? '' : stdout + stderr }).toEqual({ line, code: 0, said: '' });
    if (line[0] === 'verify') expect(stdout).toMatch(/^qa-aws: 3 of 3 apps rendered/m);
  }
  expect(JSON.parse(read(root, 'schemas/upstream/tally.schema.json'))).toMatchObject({
    'x-version': '1.2.3',
    properties: { podSecurityContext: { $ref: 'kubernetes#/definitions/PodSecurityContext' } },
  });
  // The chart brings this version of the program, so that its image takes the next one from there.
  expect(read(root, 'images.yaml')).toContain(
    '    tag: 2.0.0\n    digest: null\n    policy: { follows: { chart: tally } }\n',
  );
}, 400_000);

test('a new platform has its files, and not a folder more', async () => {
  const root = await newPlatform();
  const empty = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/generator|node_modules/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((folder) => readdirSync(folder).length === 0);
  expect(empty).toEqual([]);
});

test('a platform is asked for its repository, and then for its first environment', async () => {
  const root = temporaryFolder();
  const { code, stderr } = await program(['new', 'platform', 'acme', '--root', root]);
  expect(code).toBe(64);
  expect(stderr).toContain('--repository URL');
  const flags = ['--repository', 'https://git.example.org/x.git', '--label-domain', 'example.org'];
  const second = await program(['new', 'platform', 'acme', ...flags, '--root', root]);
  expect(second.code).toBe(64);
  for (const flag of ['--description TEXT', '--cloud CLOUD', '--domain HOST'])
    expect(second.stderr).toContain(flag);
  expect(readdirSync(root)).toEqual([]);
});

test('a platform is written over nothing', async () => {
  const root = await newPlatform();
  const before = filesIn(join(root, 'environments'));
  const flags = ['--repository', 'https://git.example.org/x.git', '--label-domain', 'example.org'];
  const { code, stderr } = await program([
    'new',
    'platform',
    'other',
    ...flags,
    ...about,
    ...onAws,
    '--root',
    root,
  ]);
  expect([code, filesIn(join(root, 'environments'))]).toEqual([1, before]);
  expect(stderr).toContain('environments/platform.ts: it is there already');
  expect(stderr).toContain('apps/index.ts: it is there already');
});

describe('a dry run', () => {
  test.each([
    ['an app', meter],
    ['an environment', ['environment', 'qa', ...about, ...onAws]],
  ])('of %s writes nothing, and shows what is then written', async (_, args) => {
    const root = ownRepository();
    const before = filesIn(root);
    const dry = await program(['new', ...args, '--root', root, '--dry-run', '--format', 'json']);
    expect([dry.code, filesIn(root)]).toEqual([0, before]);
    const said = JSON.parse(dry.stdout) as Record<'created' | 'edited', { path: string; text: string }[]>;
    const people = await program(['new', ...args, '--root', root, '--dry-run']);
    await created(root, args);
    const texts = [...said.created, ...said.edited].map(({ path, text }) => [path, text] as const);
    expect(filesIn(root)).toEqual({ ...before, ...Object.fromEntries(texts) });
    for (const [, text] of texts.slice(0, said.created.length))
      for (const line of text.trimEnd().split('\n')) expect(people.stdout).toContain(`  + ${line}\n`);
  });
});

describe('refused, all at once, with the tree as it was', () => {
  const refusals: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['an app that is there', ['app', 'cache', ...meter.slice(2)], ['app "cache" is defined twice']],
    ['an image of that name', ['app', 'valkey', ...meter.slice(2)], ['there is an image "valkey" already']],
    [
      'an environment that is there',
      ['environment', 'test', ...about, ...onAws],
      ['environment "test" is defined twice'],
    ],
    [
      'bad names',
      ['environment', 'Q_A', ...about, ...onAws, '--bucket', 'nothing', '--namespace-prefix', 'X'],
      ['must be lower case', '--bucket nothing', 'namespacePrefix'],
    ],
    ['a name that leads out', ['app', '../../meter', ...meter.slice(2)], ['must be lower case']],
    [
      'what is no image, no port, no user and no path',
      [
        ...['app', 'meter', ...ownChart, '--image', 'meter'],
        '--port',
        'http',
        '--user',
        '0',
        '--health-path',
        'up',
      ],
      ['image "meter"', '--port http', '--user 0', '--health-path up'],
    ],
    [
      'unknown names',
      [...meter, '--depends-on', 'cahce', '--uses', 'nobody'],
      ['there is no app "cahce"', 'did you mean "cache"?', 'there is no app "nobody"'],
    ],
    [
      'a cluster and namespaces that another has',
      ['environment', 'qa', ...about, ...onAws, '--destination', 'test'],
      ['share the cluster "test"'],
    ],
    [
      'a folder in git',
      [
        'app',
        'more-crds',
        '--layer',
        'crds',
        '--chart',
        'upstream',
        '--chart-key',
        'tool-crds',
        '--description',
        'More.',
      ],
      ['"tool-crds" comes from a folder in Git'],
    ],
    [
      'a chart that is there, from elsewhere',
      [
        ...[
          'app',
          'keys',
          '--layer',
          'stores',
          '--chart',
          'upstream',
          '--chart-key',
          'valkey',
          '--description',
          'Keys.',
        ],
        ...['--repository', 'https://charts.example.org'],
      ],
      ['there is a chart "valkey" already'],
    ],
    [
      'a chart without a source',
      ['app', 'tally', '--layer', 'operations', '--chart', 'upstream', '--description', 'Tallies.'],
      ['a new one needs --repository', 'a new one needs --chart-version'],
    ],
  ];
  test.each(refusals)('%s', async (_, args, messages) => {
    const root = ownRepository();
    const before = filesIn(root);
    const { code, stderr } = await program(['new', ...args, '--root', root]);
    for (const message of messages) expect(stderr).toContain(message);
    expect(stderr).toContain('nothing was written');
    expect([code, filesIn(root)]).toEqual([1, before]);
  });

  test('a file in the way', async () => {
    const root = ownRepository();
    write(root, { 'apps/apis/meter.ts': 'export const mine = 1;\n' });
    edit(root, 'apps/index.ts', 'import ', "import './apis/meter.ts';\nimport ");
    const before = filesIn(root);
    const { code, stderr } = await program(['new', ...meter, '--root', root]);
    expect([code, filesIn(root)]).toEqual([1, before]);
    expect(stderr).toContain('apps/apis/meter.ts: it is there already');
  });

  test('a link that leads out', async () => {
    const [root, outside] = [ownRepository(), temporaryFolder()];
    symlinkSync(outside, join(root, 'environments/qa'));
    const { code, stderr } = await program(['new', 'environment', 'qa', ...about, ...onAws, '--root', root]);
    expect([code, readdirSync(outside)]).toEqual([1, []]);
    expect(stderr).toContain('environments/qa: a symbolic link');
    expect(readdirSync(join(root, 'environments'))).toContain('qa');
  });

  test('a folder that cannot be written', async () => {
    const root = ownRepository();
    giveToNobody(root);
    await tool('chmod', ['a-w', join(root, 'apps')]);
    const before = filesIn(root);
    const { code } = await program(['new', ...meter, '--root', root], asNobody());
    expect([code, filesIn(root), readdirSync(join(root, 'charts'))]).toEqual([2, before, ['upstream.yaml']]);
  });
});

describe('without a terminal, what is lacking is wrong usage', () => {
  test.each([
    [
      ['environment', 'qa', '--cloud', 'gcp'],
      ['--description TEXT', '--domain HOST', '--region REGION', '--project ID'],
    ],
    [
      ['app', 'meter'],
      ['--description TEXT', '--layer LAYER', '--chart KIND'],
    ],
    [['app', 'meter', ...ownChart], ['--image REFERENCE']],
    [
      ['environment', 'qa', ...about, ...onAws, '--project', 'x'],
      ['--project only applies with --cloud gcp'],
    ],
    [
      ['environment', 'qa', ...about, '--cloud', 'mars'],
      ['--cloud mars: must be one of aws, azure, gcp, local'],
    ],
    [['environment', 'qa', '--layer', 'apis'], ['not for this: --layer']],
    [['environment', 'qa', '--size', 'small', '--size', 'large'], ['--size is given 2 times']],
    [['environment'], ['say what it is called']],
    [['galaxy', 'qa'], ['there is no new "galaxy"']],
  ])('%j', async (args, messages) => {
    const { code, stderr } = await program(['new', ...args, '--root', ownRepository()]);
    for (const message of messages) expect(stderr).toContain(message);
    expect(code).toBe(64);
  });
});

/** Types lines as a person at a terminal would. */
async function typed(words: readonly string[], replies: readonly string[]) {
  provideGenerator();
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  stdin.end(replies.map((reply) => `${reply}\n`).join(''));
  let [stdout, stderr] = ['', ''];
  const code = await runProgram(words, {
    stdin,
    stdout: { write: (text) => (stdout += text) },
    stderr: { isTTY: true, write: (text) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

const written = (root: string) =>
  ['apps', 'charts', 'environments'].map((folder) => filesIn(join(root, folder)));

describe('at a terminal', () => {
  test('it asks for what the flags leave open, again where an answer cannot be, and offers what is usual', async () => {
    const [root, other] = [await newPlatform(), await newPlatform()];
    const replies = ['For tests.', 'mars', 'aws', 'qa.example.org', '', '', '444444444444'];
    const flags = ['environment', 'qa', '--region', 'eu-west-1'];
    const { code, stdout, stderr } = await typed(['new', ...flags, '--root', root], replies);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('--cloud mars: must be one of'),
    });
    expect(stderr).toContain('small, medium, large [small]: ');
    expect(stderr).not.toContain('region');
    expect(stdout).toContain('created  environments/qa/environment.ts\n');
    await created(other, [
      ...flags,
      ...onAws.slice(0, 2),
      ...onAws.slice(4),
      '--description',
      'For tests.',
      '--domain',
      'qa.example.org',
    ]);
    expect(written(root)).toEqual(written(other));
  });

  test('an end of the input is no answer', async () => {
    const root = await newPlatform();
    const before = written(root);
    const { code, stderr } = await typed(['new', 'app', 'meter', '--root', root], ['Counts.']);
    expect([code, written(root)]).toEqual([64, before]);
    expect(stderr).toContain('new app still needs');
  });
});
