import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesIn, write } from '../../testing/folder.ts';
import { program } from '../../testing/program.ts';
import { readByGo, sorted } from '../support/go-reader.ts';
import { smallRepository } from '../support/repository.ts';

/** Names that YAML takes for something else, and names of what every object of JavaScript has. */
const names =
  'no y on null true 123 1e3 0x1f 0b1 007 constructor tostring hasownproperty prototype proto valueof'.split(
    ' ',
  );
const impossible = ['__proto__', 'toString'];

/** Two apps, and everything that may have a name is called by this one: images, charts, secrets, outputs, buckets. */
function called(name: string): string {
  const root = smallRepository();
  const key = `['${name}']`;
  cpSync(join(root, 'charts/service'), join(root, 'charts', name), { recursive: true });
  for (const app of ['db', 'meter', 'web']) rmSync(join(root, `apps/${app}.ts`));
  write(root, {
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: "${name}"\nversion: 0.1.0\n`,
    'images.yaml': `images:\n  "${name}":\n    repository: docker.io/library/odd\n    tag: 1.0.0\n    digest: null\n`,
    'apps/index.ts':
      "import { odd } from './odd.ts';\nimport { reader } from './reader.ts';\nimport { vault } from './vault.ts';\nexport const apps = [odd, reader, vault];\n",
    'apps/odd.ts': `import { basicAuth, defineApp, firstParty, setting } from '#generator';
export const odd = defineApp({
  name: '${name}',
  description: 'Is called oddly.',
  layer: 'stores',
  namespace: '${name}',
  keepsData: true,
  chart: firstParty('${name}'),
  images: ['${name}'],
  secrets: { ${key}: basicAuth('owner') },
  provides: ({ endpoint }) => ({
    ${key}: { ${key}: endpoint('${name}', 5432) },
    inner: { ${key}: setting('${name}') },
  }),
  values: ({ image, secret, bucket }) => ({
    image: image('${name}').reference,
    port: 5432,
    secret: secret('${name}').name,
    database: bucket('${name}', 'read').name,
  }),
});
`,
    'apps/reader.ts': `import { defineApp, firstParty } from '#generator';
export const reader = defineApp({
  name: 'reader',
  description: 'Reads what is called oddly.',
  layer: 'apis',
  namespace: 'reader',
  chart: firstParty('${name}'),
  images: ['${name}'],
  uses: ['${name}'],
  values: ({ image, of }) => ({
    image: image('${name}').reference,
    port: of('${name}')${key}${key}.port,
    database: of('${name}').inner${key}.value,
  }),
});
`,
    'environments/platform.ts': `import { definePlatform } from '#generator';
export const platform = definePlatform({
  name: 'demo',
  labelDomain: 'demo.example.org',
  repository: 'https://git.example.org/demo.git',
  branch: 'main',
  argocd: { ${key}: { namespace: 'argocd' } },
  buckets: ['${name}'],
});
`,
    ...Object.fromEntries([
      environment(name, name, 'dev-odd', ''),
      environment('prod', name, 'prod-odd', `promotesFrom: '${name}',`),
      environment('dev', name, 'third-odd', `apps: { exclude: ['reader'] },`),
    ]),
    [`environments/${name}/release.yaml`]: 'follow: main\n',
  });
  return root;
}

const environment = (folder: string, name: string, bucket: string, more: string): [string, string] => [
  `environments/${folder}/environment.ts`,
  `import { defineEnvironment } from '#generator';
export const environment = defineEnvironment({
  name: '${folder}',
  description: 'An environment.',
  argocd: '${name}',
  destination: { name: '${folder}', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://s3.example.org', region: 'here' },
    buckets: { ['${name}']: '${bucket}' },
  },
  domain: '${folder}.example.org',
  size: 'small',
  ${more}
});
`,
];

/** What the generated files must hold, by those of a repository of a usual name. */
function expected(name: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ofUsual).map(([path, text]) => [
      path.replaceAll(usual, name),
      meaning(JSON.parse(JSON.stringify(parse(text)).replaceAll(usual, name))),
    ]),
  );
}

const usual = 'zebra';

const yamlIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filesIn(root)).filter(
      ([path]) => /\/generated\/.*\.yaml$/.test(path) && !path.includes('/templates/'),
    ),
  );

/** Without the order of lists and of what a glob lists, for names stand in them by the alphabet. */
const meaning = (value: unknown): string => sorted(unordered(value));

function unordered(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/^\{(.*)\}$/, (_, list: string) => list.split(',').sort().join(','));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(meaning).sort();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unordered(item)]));
}

let ofUsual: Record<string, string>;

beforeAll(async () => {
  const root = called(usual);
  await program(['generate', '--root', root]);
  ofUsual = yamlIn(root);
});

describe.concurrent('where everything is called by one odd name, it is that name to Go as well', () => {
  test.each(names)('%s', async (name) => {
    const root = called(name);
    const { code, stderr } = await program(['generate', '--root', root]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const files = Object.entries(yamlIn(root));
    const read = await readByGo(files.map(([, text]) => text));
    expect(Object.fromEntries(files.map(([path], i) => [path, meaning(read[i])]))).toEqual(expected(name));
    expect(await program(['generate', '--check', '--root', root])).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(impossible)('%s is refused where it stands', async (name) => {
    const root = called(name);
    const { code, stderr } = await program(['generate', '--root', root]);
    expect(code).toBe(1);
    expect(stderr).toContain(`apps/odd.ts:2: secrets.${name}: `);
    expect(stderr).toMatch(new RegExp(`^images\\.yaml:\\d+:\\d+: images\\.${name}: `, 'm'));
    expect(stderr).toContain(`environments/platform.ts:2: argocd.${name}: `);
  });
});
