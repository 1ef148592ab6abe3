import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { edit, read, write } from '../../testing/folder.ts';
import {
  appText,
  environmentText,
  fileOf,
  imageText,
  type Past,
  releaseText,
  withImages,
} from './platform.ts';

/** What somebody does in a pull request of its own, as a person writes it. */
export interface Change {
  readonly name: string;
  make(root: string, past: Past): unknown;
  /**
   * What it reaches beyond one app: every app of an environment, what other changes of an environment must be said of, or
   * the place of others in the order; or every app, in an environment that no other change knows of.
   */
  readonly reaches?: 'environment' | 'new' | 'order' | 'everything';
}

const value = (layer: string, app: string): Change => ({
  name: `value of ${app}`,
  make: (root) => edit(root, `apps/${layer}/${app}.ts`, 'user: 1000', 'user: 1001'),
});

const image = (app: string, tag = '1.0.0'): Change => ({
  name: `image of ${app}`,
  make: (root) =>
    edit(root, 'images.yaml', `example/${app}\n    tag: ${tag}`, `example/${app}\n    tag: 2.0.0`),
});

const added = (name: string, layer: string, before: string, dependsOn: readonly string[] = []): Change => ({
  name: `new app ${name}`,
  reaches: 'new',
  make(root) {
    const sketch = { name, layer, dependsOn };
    write(root, { [fileOf(sketch)]: appText(sketch) });
    edit(
      root,
      'apps/index.ts',
      `import { ${before} }`,
      `import { ${name} } from './${layer}/${name}.ts';\nimport { ${before} }`,
    );
    edit(root, 'apps/index.ts', `  ${before},\n`, `  ${name},\n  ${before},\n`);
    write(root, { 'images.yaml': withImages(read(root, 'images.yaml'), imageText(name)) });
  },
});

const removed = (name: string, layer: string): Change => ({
  name: `removed app ${name}`,
  make(root) {
    rmSync(join(root, fileOf({ name, layer })));
    edit(root, 'apps/index.ts', `import { ${name} } from './${layer}/${name}.ts';\n`, '');
    edit(root, 'apps/index.ts', `  ${name},\n`, '');
    edit(root, 'images.yaml', imageText(name), '');
  },
});

const dependency = (layer: string, app: string, need: string, path: string): Change => ({
  name: `${app} depends on ${need}`,
  reaches: 'order',
  make(root) {
    edit(
      root,
      `apps/${layer}/${app}.ts`,
      "#generator';\n",
      `#generator';\nimport { ${need} } from '${path}';\n`,
    );
    edit(root, `apps/${layer}/${app}.ts`, 'dependsOn: [\n', `dependsOn: [\n    ${need},\n`);
  },
});

const release = (environment: string, name: string, next: (past: Past) => string): Change => ({
  name,
  make: (root, past) => write(root, { [`environments/${environment}/release.yaml`]: next(past) }),
});

const setting = (environment: string, name: string, from: string, to: string): Change => ({
  name: `${name} of ${environment}`,
  reaches: 'environment',
  make: (root) => edit(root, `environments/${environment}/environment.ts`, from, to),
});

/** What teams do on a usual day; each begins where main is. */
export const changes: readonly Change[] = [
  value('apis', 'accounts'),
  value('apis', 'basket'),
  image('catalog'),
  image('storefront'),
  {
    name: 'version of a third-party chart',
    make(root) {
      edit(root, 'charts/upstream.yaml', 'version: 0.11.0', 'version: 0.11.1');
      edit(root, 'schemas/upstream/valkey.schema.json', '0.11.0', '0.11.1');
    },
  },
  added('reviews', 'apis', 'search', ['cache']),
  removed('reports', 'operations'),
  dependency('stores', 'queue', 'archive', './archive.ts'),
  dependency('apis', 'basket', 'accounts', './accounts.ts'),
  {
    name: 'layer of accounts',
    reaches: 'order',
    make: (root) => edit(root, 'apps/apis/accounts.ts', "layer: 'apis'", "layer: 'processing'"),
  },
  setting('test', 'size', "'small'", "'medium'"),
  setting(
    'live',
    'registry mirror',
    'exposure,\n',
    "exposure,\n  registryMirror: 'mirror.example.internal',\n",
  ),
  release('stage', 'promotion of stage', ({ versions }) => releaseText(versions[3])),
  release('live', 'promotion of live', ({ versions }) => releaseText(versions[2])),
];

/** What is rarer, and more of the same. */
export const moreChanges: readonly Change[] = [
  value('stores', 'archive'),
  image('archive'),
  image('invoices'),
  {
    name: 'port of basket',
    make: (root) => edit(root, 'apps/apis/basket.ts', "endpoint('basket', 8080)", "endpoint('basket', 8081)"),
  },
  {
    name: 'secret of search',
    make: (root) =>
      edit(
        root,
        'apps/apis/search.ts',
        'database: opaque',
        "token: opaque({ key: provided('A token.') }),\n    database: opaque",
      ),
  },
  {
    name: 'bigger queue',
    make: (root) =>
      edit(
        root,
        'apps/stores/queue.ts',
        "small: { server: { replicas: 1, cpu: '100m'",
        "small: { server: { replicas: 1, cpu: '200m'",
      ),
  },
  {
    name: 'another address outside',
    make: (root) =>
      edit(
        root,
        'apps/apis/storefront.ts',
        'outside: [',
        "outside: [{ host: 'mail.example.internal', port: 465 }, ",
      ),
  },
  added('coupons', 'apis', 'search'),
  added('alarms', 'operations', 'reports'),
  removed('invoices', 'operations'),
  dependency('apis', 'catalog', 'accounts', './accounts.ts'),
  {
    name: 'new environment',
    reaches: 'everything',
    make: (root) =>
      write(root, {
        'environments/qa/environment.ts': environmentText('qa', undefined, 'small'),
        'environments/qa/release.yaml': 'follow: main\n',
      }),
  },
  setting('live', 'cluster', "kubernetesVersion: '1.34'", "kubernetesVersion: '1.35'"),
  setting('test', 'domain', 'test.shop', 'trial.shop'),
  setting('live', 'size', "'large'", "'medium'"),
  release('live', 'hold in live', ({ versions }) =>
    releaseText(versions[1], "hold: { basket: { reason: Not now., until: '2999-01-01' } }\n"),
  ),
  release('live', 'rollback of live', ({ versions }) => releaseText(versions[0])),
  release('live', 'promotion of one app of live', ({ versions }) =>
    releaseText(versions[1], `apps: { catalog: '${versions[2]}' }\n`),
  ),
];
