import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { schemaLocations } from '../../src/cli/schema-locations.ts';
import { checkout } from '../../src/edge/checkout/checkout.ts';
import { knownClone, mustTip } from '../../src/edge/checkout/clone.ts';
import { diskRepository } from '../../src/edge/disk-repository.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { effects } from '../../src/edge/upgrade/effects.ts';
import { generate } from '../../src/generate.ts';
import type { Effect } from '../../src/upgrade/effect.ts';
import { edit, read, temporaryFolder, write } from '../../testing/folder.ts';
import { fixtures, program, repository, tool } from '../../testing/program.ts';
import { commitAll, identity, smallRepository } from '../support/repository.ts';

Object.assign(process.env, identity);

/** A platform whose meter is a third-party chart at 3.0.0, committed; and a folder that has that and newer ones. */
interface Platform {
  readonly root: string;
  readonly charts: string;
}

/** Packs another version of the chart, whose files differ as a change says. */
async function pack(charts: string, version: string, change: (folder: string) => void): Promise<void> {
  const folder = temporaryFolder();
  cpSync(join(fixtures, 'charts/meter'), join(folder, 'meter'), { recursive: true });
  edit(folder, 'meter/Chart.yaml', 'version: 3.0.0', `version: ${version}`);
  change(join(folder, 'meter'));
  const helm = await obtain('helm', () => undefined);
  const { code, stderr } = await tool(helm, ['package', join(folder, 'meter'), '--destination', charts]);
  if (code !== 0) throw new Error(stderr);
}

async function platform(): Promise<Platform> {
  const [root, charts] = [smallRepository(), temporaryFolder()];
  cpSync(join(fixtures, 'charts'), charts, { recursive: true });
  edit(
    charts,
    'meter/Chart.yaml',
    'dependencies:',
    'sources: [https://github.com/example/meter]\ndependencies:',
  );
  edit(root, 'apps/meter.ts', 'defineApp, firstParty', 'defineApp, upstream');
  edit(root, 'apps/meter.ts', "firstParty('service')", "upstream('meter')");
  edit(root, 'apps/meter.ts', 'port: 9091 }', 'service: { port: 9091 } }');
  write(root, {
    'charts/upstream.yaml':
      'charts:\n  meter:\n    repository: http://127.0.0.1:9/charts\n    chart: meter\n    version: 3.0.0\n',
  });
  write(root, {
    'schemas/contracts/db.yaml': `tag: 16.1.0
source: { repository: https://git.example.org/db, commit: 0123456789abcdef0123456789abcdef01234567 }
command: [serve]
`,
  });
  // Only what definitions import: with its charts it would bring two of one name.
  cpSync(join(repository, 'package.json'), join(root, 'package.json'));
  mkdirSync(join(root, 'generator'));
  symlinkSync(join(repository, 'generator/src'), join(root, 'generator/src'));
  for (const args of [['charts', '--charts', charts], ['generate']]) {
    const { code, stderr } = await program([...args, '--root', root]);
    if (code !== 0) throw new Error(stderr);
  }
  await commitAll(root);
  await pack(charts, '4.0.0', (folder) => {
    edit(folder, 'values.yaml', 'replicas: 1', 'replicas: 2');
    edit(folder, 'values.yaml', 'resources: {}', 'resources: { requests: { cpu: 20m } }');
    edit(
      folder,
      'values.yaml',
      'podAnnotations: {}',
      'podAnnotations: {}\nsidecar: docker.io/library/side:1.5.0',
    );
    edit(
      folder,
      'templates/meter.yaml',
      '          image: {{ .Values.image }}',
      '          image: {{ .Values.image }}\n          args: ["--side={{ .Values.sidecar }}"]',
    );
    edit(
      folder,
      'templates/meter.yaml',
      '  name: {{ .Release.Name }}\nspec:\n  {{- with',
      '  name: {{ .Release.Name }}\n  labels: { helm.sh/chart: meter-4.0.0 }\nspec:\n  {{- with',
    );
    edit(
      folder,
      'Chart.yaml',
      'dependencies:',
      'home: https://meter.example.org\nsources: [https://github.com/example/meter]\ndependencies:',
    );
  });
  await pack(charts, '5.0.0', (folder) => {
    edit(folder, 'values.yaml', '  port: 9091\n', '  ports: { http: 9091 }\n');
    edit(folder, 'templates/meter.yaml', '.Values.service.port', '.Values.service.ports.http');
  });
  await pack(charts, '6.0.0', (folder) => {
    edit(
      folder,
      'templates/meter.yaml',
      '    metadata:\n',
      '    metadata:\n      generateName: {{ randAlpha 8 | lower }}\n',
    );
  });
  await pack(charts, '9.0.0', (folder) => {
    const image = '{{ .Values.image | replace "docker.io/library" "ghcr.io/example" }}';
    edit(folder, 'templates/meter.yaml', 'image: {{ .Values.image }}', `image: ${image}`);
  });
  await pack(charts, '8.0.0', (folder) => {
    edit(
      folder,
      'Chart.yaml',
      'dependencies:',
      'sources: [https://github.com/another/counter]\ndependencies:',
    );
  });
  await pack(charts, '3.0.1', () => undefined);
  return { root, charts };
}

let here: Platform;
beforeAll(async () => {
  here = await platform();
});

const looking = ({ root, charts }: Platform) =>
  effects({ root, charts, schemaLocations: schemaLocations(null), progress: () => undefined });

/** What an edit of some files comes to. */
async function effectOf(
  changes: Readonly<Record<string, readonly [from: string, to: string]>>,
  look = looking(here),
): Promise<Effect> {
  const clone = knownClone(here.root);
  const workspace = checkout(clone, mustTip(clone, 'main'), {
    async generate(folder) {
      await generate(diskRepository(folder), { check: false });
    },
  });
  try {
    for (const [path, [from, to]] of Object.entries(changes)) {
      const text = read(workspace.root, path);
      if (!text.includes(from)) throw new Error(`${path} does not contain: ${from}`);
      workspace.write(path, text.replace(from, to));
    }
    return await look.of(workspace);
  } finally {
    workspace.close();
    look.close();
  }
}

const chartTo = (version: string) => ({ 'charts/upstream.yaml': ['3.0.0', version] as const });

describe('an upgrade of a chart', () => {
  test('says what changes in what is rendered, and in what can be set', async () => {
    const effect = await effectOf(chartTo('4.0.0'));
    if (effect.kind !== 'changed') throw new Error(JSON.stringify(effect));
    expect(effect.settings).toBe(
      [
        'meter 3.0.0 → 4.0.0: 3 changes',
        '  changed  replicas: default 1 → 2',
        '  changed  resources: default unset → {"requests":{"cpu":"20m"}}',
        '  added    sidecar: string, default "docker.io/library/side:1.5.0"',
        '',
      ].join('\n'),
    );
    expect(effect.charts).toEqual({
      meter: {
        appVersion: '3.0.0',
        homes: ['https://meter.example.org', 'https://github.com/example/meter'],
      },
    });
    expect(effect.environments.map(({ environment }) => environment)).toEqual(['dev', 'prod']);
    const [dev] = effect.environments;
    expect(dev).toMatchObject({
      reachedBy: 'merge',
      restarts: [{ app: 'meter', object: 'Deployment/meter' }],
      objects: [
        { app: 'meter', object: 'Deployment/meter', change: 'changed' },
        { app: 'meter', object: 'Service/meter', change: 'changed' },
      ],
      images: [{ app: 'meter', before: null, after: 'docker.io/library/side:1.5.0' }],
      resources: [
        { app: 'meter', container: 'Deployment/meter', detail: 'replicas 1 → 2' },
        { app: 'meter', container: 'Deployment/meter main', detail: 'requests cpu none → 20m' },
      ],
      waves: [],
      unreachable: [],
    });
    expect(dev?.diff).not.toMatch(/^(diff|index)/m);
    expect(dev?.diff).toMatch(
      /^--- before\/meter\/Deployment\/meter\.yaml\n\+\+\+ after\/meter\/Deployment/m,
    );
    expect(dev?.diff).toContain('-  replicas: 1\n+  replicas: 2');
  });

  test('that values of ours do not fit is refused, and says which', async () => {
    const effect = await effectOf(chartTo('5.0.0'));
    if (effect.kind !== 'refused') throw new Error(JSON.stringify(effect));
    expect(effect.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'bad-values "meter": service.port is no value of the chart meter 5.0.0',
    ]);
  });

  test('that is never rendered alike is found each time, though renders are remembered', async () => {
    const look = looking(here);
    const close = () => undefined;
    for (const turn of ['first', 'second']) {
      const effect = await effectOf(chartTo('6.0.0'), { ...look, close });
      if (effect.kind !== 'changed') throw new Error(JSON.stringify(effect));
      expect(
        effect.findings.map(({ code }) => code),
        turn,
      ).toEqual(['unstable-render']);
    }
    look.close();
  });

  test('that renders what was there is no upgrade', async () => {
    expect(await effectOf(chartTo('3.0.1'))).toEqual({ kind: 'nothing' });
  });

  test('that is another chart by now is refused, whatever its name', async () => {
    const effect = await effectOf(chartTo('8.0.0'));
    if (effect.kind !== 'refused') throw new Error(JSON.stringify(effect));
    expect(effect.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'bad-chart meter 8.0.0 is another chart than 3.0.0: its sources were github.com/example/meter, and are github.com/another/counter',
    ]);
  });

  test('that takes an image from elsewhere is held back, be it a project that moved', async () => {
    expect(await effectOf(chartTo('9.0.0'))).toEqual({
      kind: 'identity',
      why: ['meter: docker.io/library/meter moved to ghcr.io/example/meter'],
    });
  });

  test('that nobody has is not guessed at', async () => {
    const effect = await effectOf(chartTo('7.0.0'));
    if (effect.kind !== 'unreachable') throw new Error(JSON.stringify(effect));
    expect(effect.why).toHaveLength(1);
    expect(effect.why[0]).toContain('meter 7.0.0: ');
  });
});

describe('an upgrade of an image', () => {
  test('is what pods get, and leaves the checkout ready to be committed', async () => {
    const effect = await effectOf({ 'images.yaml': ['tag: 2.1.0', 'tag: 2.2.0'] });
    if (effect.kind !== 'changed') throw new Error(JSON.stringify(effect));
    const image = { app: 'web', before: 'docker.io/library/web:2.1.0', after: 'docker.io/library/web:2.2.0' };
    expect(effect.environments.map(({ images }) => images)).toEqual([[image], [image]]);
    expect(effect).toMatchObject({ settings: '', findings: [] });
  });

  test('whose contract was read for the version before waits for a person', async () => {
    const effect = await effectOf({ 'images.yaml': ['tag: 16.1.0', 'tag: 16.2.0'] });
    if (effect.kind !== 'refused') throw new Error(JSON.stringify(effect));
    expect(effect.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'contract-outdated it was read for db 16.1.0; images.yaml says 16.2.0',
    ]);
  });

  test('of which nothing is rendered is no upgrade', async () => {
    expect(await effectOf({ 'images.yaml': ['images:\n', '# Versions.\nimages:\n'] })).toEqual({
      kind: 'nothing',
    });
  });
});
