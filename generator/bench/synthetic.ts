import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { layers } from '../src/definition/layer.ts';

export interface Shape {
  readonly environments: readonly string[];
  /** Apps that an app needs, as far as they are there and not in a later layer. */
  readonly needs: (app: number) => readonly number[];
}

const threeChained: Shape = { environments: ['dev', 'staging', 'prod'], needs: (i) => [i - 1, i - 7] };

/** Writes a repository of so many apps: one chart, an image each, some edges, some secrets. */
export function writeSynthetic(root: string, apps: number, shape: Shape = threeChained): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const names = Array.from({ length: apps }, (_, i) => `app-${String(i).padStart(4, '0')}`);
  write('environments/platform.ts', platform);
  for (const name of shape.environments) {
    write(`environments/${name}/environment.ts`, environment(name));
    write(`environments/${name}/release.yaml`, 'follow: main\n');
  }
  for (const [i, name] of names.entries()) write(`apps/${name}.ts`, app(i, name, apps, shape.needs(i)));
  write('apps/store.ts', store);
  const imports = names.map((name) => `import { app as ${variable(name)} } from './${name}.ts';\n`).join('');
  const list = names.map(variable).join(', ');
  write(
    'apps/index.ts',
    `${imports}import { store } from './store.ts';\nexport const apps = [store, ${list}];\n`,
  );
  write(
    'images.yaml',
    `images:\n${names.map((name) => `  ${name}:\n    repository: docker.io/demo/${name}\n    tag: 1.0.0\n    digest: null\n`).join('')}`,
  );
  write('charts/upstream.yaml', 'charts: {}\n');
  for (const chart of ['service', 'platform']) write(`charts/${chart}/Chart.yaml`, charts[chart] ?? '');
  write('charts/service/values.schema.json', JSON.stringify(schema, null, 2));
}

const variable = (name: string): string => name.replace('-', '');
const layerOf = (i: number, apps: number): number => Math.floor((i / apps) * layers.length);

function app(i: number, name: string, apps: number, needs: readonly number[]): string {
  const own = layerOf(i, apps);
  const before = needs
    .filter((j) => j >= 0 && own < layers.length - 1 && layerOf(j, apps) <= own)
    .map((j) => `app-${String(j).padStart(4, '0')}`);
  const secret = own > 1;
  return `import { basicAuth, defineApp, firstParty } from '#generator';
${before.map((need) => `import { app as ${variable(need)} } from './${need}.ts';`).join('\n')}

export const app = defineApp({
  name: '${name}',
  description: 'One of many.',
  layer: '${layers[own]}',
  // Definitions bring no namespace.
  namespace: '${own === 0 ? 'default' : name}',
  chart: firstParty('service'),
  images: ['${name}'],
  dependsOn: [${before.map(variable).join(', ')}],
  keepsData: ${own === 2},
  sizes: {
    small: { pods: { replicas: 1, cpu: '100m', memory: '256Mi' } },
    medium: { pods: { replicas: 2, cpu: '100m', memory: '256Mi' } },
    large: { pods: { replicas: 3, cpu: '100m', memory: '256Mi' } },
  },
  secrets: { main: basicAuth('someone') },
  provides: ({ endpoint }) => ({ http: endpoint('${name}', 8080) }),
  values: ({ environment, size, image, ${secret ? 'secret, ' : ''}of }) => ({
    image: image('${name}').reference,
    replicas: size.pods.replicas,
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
    environment: { DOMAIN: environment.domain, LOG_LEVEL: 'info', CLUSTER: environment.name },
    hosts: [${before.map((need) => `of(${variable(need)}).http.host`).join(', ')}],
    ${secret ? "secret: secret('main').name," : ''}
  }),
});
`;
}

const store = `import { defineApp, firstParty } from '#generator';
export const store = defineApp({
  name: 'store', description: 'Keeps secrets.', layer: 'operators', namespace: 'store', chart: firstParty('service'),
  secretStore: { kind: 'secret-store', storeKind: 'ClusterSecretStore', name: 'store' },
  values: ({ stored }) => ({ image: 'none', replicas: 1, hosts: stored.map(({ name }) => name) }),
});
`;

const platform = `import { definePlatform } from '#generator';
export const platform = definePlatform({
  name: 'many', labelDomain: 'example.org', repository: 'https://git.example.org/many.git', branch: 'main',
  argocd: { main: { namespace: 'argocd' } },
});
`;

const environment = (name: string): string => `import { defineEnvironment } from '#generator';
export const environment = defineEnvironment({
  name: '${name}', description: 'One of some.', argocd: 'main', destination: { name: '${name}', kubernetesVersion: '1.34' },
  cloud: { kind: 'aws', region: 'eu-west-1', accountId: '123456789012', buckets: {} }, domain: '${name}.example.org', size: 'medium',
});
`;

const charts: Readonly<Record<string, string>> = {
  service:
    'apiVersion: v2\nname: service\nversion: 0.1.0\ndependencies: [{ name: platform, version: 0.1.0, repository: file://../platform }]\n',
  platform: 'apiVersion: v2\nname: platform\nversion: 0.1.0\ntype: library\n',
};

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['image', 'replicas'],
  properties: {
    image: { type: 'string' },
    replicas: { type: 'integer', minimum: 1 },
    resources: { type: 'object' },
    environment: { type: 'object', additionalProperties: { type: 'string' } },
    hosts: { type: 'array', items: { type: 'string' } },
    secret: { type: 'string' },
    platform: { type: 'object' },
  },
  additionalProperties: false,
};
