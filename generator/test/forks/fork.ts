import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { diskRepository } from '../../src/edge/disk-repository.ts';
import type { AppModel, Model } from '../../src/model/model.ts';
import { resolve } from '../../src/model/resolve.ts';
import { orThrow } from '../../src/problem/errors.ts';
import { read, write } from '../../testing/folder.ts';
import { havingRole } from '../../testing/samples.ts';

/** What people do to a repository that they have made theirs. */

export const modelIn = async (root: string): Promise<Model> =>
  orThrow(resolve(await diskRepository(root).read()));

/** Gives the platform another name, wherever `platform.ts` says it. */
export function rename(root: string, name: string): void {
  const file = 'environments/platform.ts';
  const renamed = read(root, file)
    .replace(/name: '[^']+'/, `name: '${name}'`)
    .replace(/labelDomain: '[^']+'/, `labelDomain: '${name}.example.org'`)
    .replace(/repository: '[^']+'/, `repository: 'https://git.example.org/${name}/gitops.git'`);
  write(root, { [file]: renamed });
}

/** Deletes the folder of an environment, and nothing else. */
export const deleteEnvironment = (root: string, name: string): void =>
  rmSync(join(root, 'environments', name), { recursive: true });

/** Environments that no other is promoted from, the last of each chain. */
export const ends = ({ environments }: Model): string[] =>
  environments
    .filter(({ name }) => !environments.some(({ promotesFrom }) => promotesFrom === name))
    .map(({ name }) => name);

/** An app that nobody depends on, uses, overrides or gives an identity; the last of the order. */
export function leafOf({ environments }: Model): AppModel | undefined {
  const apps = environments[0]?.apps ?? [];
  const named = environments.flatMap(({ cloud }) => Object.keys(cloud.identities ?? {}));
  return apps
    .filter(({ name }) => !named.includes(name))
    .filter(({ name }) => !apps.some(({ dependsOn, uses }) => [...dependsOn, ...uses].includes(name)))
    .at(-1);
}

/** Deletes an app as its author would: its files, its lines in the list, and images, with contracts, of nobody else. */
export function deleteApp(root: string, { name, location }: AppModel, model: Model): void {
  const path = location.file.replace(/\.ts$/, '');
  const [, constant = ''] = read(root, `${path}.ts`).match(/export const (\w+) = defineApp/) ?? [];
  rmSync(join(root, `${path}.ts`));
  for (const file of testsBeside(root, path)) rmSync(join(root, file));
  const index = read(root, 'apps/index.ts')
    .replace(new RegExp(`^import \\{ ${constant} \\}.*\\n`, 'm'), '')
    .replace(new RegExp(`^ {2}${constant},\\n`, 'm'), '');
  write(root, { 'apps/index.ts': index });
  const apps = model.environments[0]?.apps ?? [];
  const own = Object.keys(apps.find((app) => app.name === name)?.images ?? {});
  const others = new Set(
    apps.filter((app) => app.name !== name).flatMap(({ images }) => Object.keys(images)),
  );
  const { images } = parse(read(root, 'images.yaml')) as { images: Record<string, unknown> };
  for (const image of own.filter((image) => !others.has(image))) {
    delete images[image];
    rmSync(join(root, 'schemas/contracts', `${image}.yaml`), { force: true });
  }
  const [head = ''] = read(root, 'images.yaml').match(/^#.*\n/) ?? [];
  write(root, { 'images.yaml': head + stringify({ images }) });
}

const testsBeside = (root: string, path: string): string[] => {
  const [folder, file] = [path.replace(/\/[^/]+$/, ''), path.replace(/^.*\//, '')];
  return readdirSync(join(root, folder))
    .filter((name) => name.startsWith(`${file}.`) && name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
};

/** Replaces all environments by one on Azure. */
export async function moveToAzure(root: string): Promise<void> {
  const { environments, platform, appNames } = await modelIn(root);
  const [argocd] = Object.keys(platform.argocd);
  // A program has to know of Azure's identities by itself, and only a store is sure to.
  const stores = havingRole(await diskRepository(root).read(), 'secretStore');
  const identities = appNames.filter((app) => environments.some(({ cloud }) => cloud.identities?.[app]));
  for (const { name } of environments) deleteEnvironment(root, name);
  write(root, {
    'environments/blue/release.yaml':
      '# yaml-language-server: $schema=../../schemas/definitions/release.schema.json\nfollow: main\n',
    'environments/blue/environment.ts': `import { defineEnvironment } from '#generator';

export const blue = defineEnvironment({
  name: 'blue',
  description: 'The only one.',
  argocd: '${argocd}',
  destination: { name: 'blue', kubernetesVersion: '1.35' },
  cloud: {
    kind: 'azure',
    region: 'westeurope',
    subscriptionId: '00000000-0000-4000-8000-000000000001',
    tenantId: '00000000-0000-4000-8000-000000000002',
    storageAccount: 'blue',
    vaultUrl: 'https://blue.vault.example.org',
    storageClass: 'managed-csi',
    buckets: ${record(platform.buckets, (bucket) => `blue-${bucket}`)},
    identities: ${record(identities, (app) => (stores.includes(app) ? '00000000-0000-4000-8000-000000000003' : 'none'))},
  },
  domain: 'blue.example.org',
  size: 'medium',
  exposure: 'none',
});
`,
  });
}

function record(keys: readonly string[], value: (key: string) => string): string {
  const entries = keys.map((key) => `${/^[a-z]\w*$/.test(key) ? key : `'${key}'`}: '${value(key)}'`);
  const flat = entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  return flat.length < 80 ? flat : `{\n${entries.map((entry) => `      ${entry},\n`).join('')}    }`;
}

/** Makes the example a platform of its own, in a folder that has the generator. */
export function useExample(root: string, name: string): void {
  const example = join(root, 'generator/examples', name);
  const own = ['apps', 'charts', 'environments', 'schemas', 'images.yaml'];
  for (const path of own) {
    if (!existsSync(join(example, path))) continue;
    for (const [file, text] of filesBelow(example, path)) write(root, { [file]: text });
  }
}

function filesBelow(folder: string, path: string): [string, string][] {
  if (!existsSync(join(folder, path))) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file === join(folder, path) || file.startsWith(`${join(folder, path)}/`))
    .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]);
}
