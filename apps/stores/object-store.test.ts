import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  companionOf,
  containers,
  hasChart,
  one,
  type PlainObject,
  quantity,
  rendered,
  renderedSamplesOf,
  sampleModel,
  samplesOf,
  variables,
} from '#testing';
import { objectStore } from './object-store.ts';
import { objectStoreAccess, variable } from './object-store-access.ts';

const { environments } = await sampleModel();
const samples = await samplesOf(objectStore);
const chart = await hasChart(objectStore);

test('there is one where there is no cloud, and nowhere else', () => {
  for (const { cloud, apps } of environments) {
    const own = apps.filter(({ seed }) => seed.includes('minio')).map(({ name }) => name);
    expect(own).toEqual(cloud.kind === 'local' ? [objectStore.name, objectStoreAccess.name] : []);
  }
});

test('whoever brings a store has none of ours, and gives the keys to theirs', async () => {
  const { environments: others } = await sampleModel({}, {}, { bringStore: true });
  const locals = others.filter(({ cloud }) => cloud.kind === 'local');
  for (const { apps } of locals) {
    expect(apps.filter(({ seed }) => seed.includes('minio'))).toEqual([]);
    const keys = apps.flatMap(({ secrets }) => secrets.filter(({ name }) => name.endsWith('-object-store')));
    expect(keys.length).toBeGreaterThan(1);
    for (const { keys: made } of keys) expect(JSON.stringify(made)).not.toContain('random');
  }
});

test('a person has to supply nothing where there is no cloud', () => {
  const locals = environments.filter(({ cloud }) => cloud.kind === 'local');
  const provided = locals.flatMap(({ apps }) =>
    apps.flatMap(({ secrets }) =>
      secrets.flatMap(({ storeKey, keys }) =>
        Object.entries(keys)
          .filter(([, origin]) => !origin.startsWith('random'))
          // Whoever is to hear of alerts is outside.
          .filter(() => !storeKey.includes('-alert-'))
          .map(([key]) => `${storeKey}/${key}`),
      ),
    ),
  );
  expect(provided).toEqual([]);
});

test('a key of a cloud is left where the program knows no identity, and nowhere else', () => {
  const keysOn = (kind: string, secret: RegExp) => [
    ...new Set(
      environments
        .filter(({ cloud }) => cloud.kind === kind)
        .flatMap(({ apps }) =>
          apps.filter(({ secrets }) => secrets.some(({ name }) => secret.test(name))).map(({ name }) => name),
        ),
    ),
  ];
  expect(keysOn('aws', /object-store|account/)).toEqual([]);
  expect(keysOn('azure', /storage-account/)).toEqual([
    'cache-indexer',
    'dataset-api',
    'hms',
    'lakehouse-connector',
    'masterdata-indexer',
    'unified-pipeline',
  ]);
  expect(keysOn('gcp', /service-account/)).toEqual(['dataset-api']);
});

describe.each(samples)('the object store on $name', ({ app, environment, size }) => {
  const values = app.values ?? {};
  const users = environment.apps.filter(({ buckets }) => Object.keys(buckets).length > 0);

  test('is reached by those who use a bucket, at S3 alone, and they wait for who makes it', () => {
    for (const { name, dependsOn, network } of users) {
      expect([name, dependsOn]).toEqual([name, expect.arrayContaining([objectStoreAccess.name])]);
      expect([name, network.connects[objectStore.name]]).toEqual([name, [8333]]);
    }
    // It asks for nothing but what an address that the API signed lets it have.
    const fetchers = ['command-api'];
    const others = Object.keys(app.network.admits).filter(
      (name) => !users.some((user) => user.name === name) && !fetchers.includes(name),
    );
    expect(others).toEqual([objectStoreAccess.name]);
    expect([app.network.open, app.network.outside]).toEqual([[], []]);
  });

  test('is on volumes of its own size and class, and every piece is there twice from the medium size on', () => {
    for (const path of ['master.data', 'filer.data', 'volume.dataDirs.0']) {
      expect(at(values, `${path}.type`)).toBe('persistentVolumeClaim');
      expect(at(values, `${path}.storageClass`)).toBe(environment.cloud.storageClass);
    }
    const [copies, servers] = size === 'small' ? ['000', 1] : ['001', 3];
    expect(at(values, 'global.seaweedfs.replicationPlacement')).toBe(copies);
    expect([at(values, 'master.replicas'), at(values, 'volume.replicas')]).toEqual([servers, servers]);
    expect(at(values, 'filer.replicas')).toBe(1);
  });

  test('asks nobody in the cluster for rights', () => {
    expect(at(values, 'global.seaweedfs.createClusterRole')).toBe(false);
    expect(at(values, 'global.seaweedfs.automountServiceAccountToken')).toBe(false);
  });
});

test('a larger environment has room for more', () => {
  const [small, medium, large] = (['small', 'medium', 'large'] as const).map((size) => {
    const found = samples.find((sample) => sample.size === size);
    return quantity(at(found?.app.values ?? {}, 'volume.dataDirs.0.size'));
  });
  expect(medium).toBeGreaterThan(Number(small) * 2);
  expect(large).toBeGreaterThan(Number(medium) * 2);
});

describe.skipIf(!chart).each(chart ? await renderedSamplesOf(objectStore) : [])(
  'what runs on $name',
  (sample) => {
    test('has services inside the cluster only, and volumes that stay', () => {
      for (const service of all(sample.manifests, 'Service'))
        expect([service.name, at(service, 'spec.type') ?? 'ClusterIP']).toEqual([service.name, 'ClusterIP']);
      for (const set of all(sample.manifests, 'StatefulSet'))
        expect(set.annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false');
    });

    test('lets nobody in without a key: its administrator comes from a Secret', () => {
      const [filer] = containers([one(sample.manifests, 'StatefulSet', 'object-store-filer')]);
      const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = variables(filer);
      expect([AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY]).toEqual([
        'object-store-administrator/accessKey',
        'object-store-administrator/secretKey',
      ]);
    });

    test('is scraped, and loses one pod of a kind at a time', async () => {
      expect(all(sample.manifests, 'ServiceMonitor').length).toBe(3);
      const budgets = all(await companionOf(sample), 'PodDisruptionBudget').map(({ name }) => name);
      expect(budgets).toEqual(sample.size === 'small' ? [] : ['object-store-master', 'object-store-volume']);
    });
  },
);

interface User {
  readonly name: string;
  readonly actions: readonly string[];
}

describe.each(await renderedSamplesOf(objectStoreAccess))(
  'the users on $name',
  ({ manifests, environment }) => {
    const script = String(at(one(manifests, 'ConfigMap'), 'data|access.sh'));
    const [, json = '{}'] = script.match(/END\n(.*)\nEND/) ?? [];
    const { identities } = JSON.parse(json) as { identities: readonly User[] };
    const users = environment.apps.filter(({ buckets }) => Object.keys(buckets).length > 0);
    const names = new Map(Object.entries(environment.cloud.buckets));

    test('are the apps that use a bucket, each with rights to what it asks for', () => {
      expect(identities.map(({ name }) => name)).toEqual(users.map(({ name }) => name));
      for (const { name, buckets } of users) {
        const actions = identities.find((user) => user.name === name)?.actions ?? [];
        const writes = Object.entries(buckets).flatMap(([purpose, access]) =>
          access === 'read-write' ? [`Write:${names.get(purpose)}`] : [],
        );
        expect(actions.filter((action) => action.startsWith('Write'))).toEqual(writes);
        expect(actions.filter((action) => /^(Admin|\w+$)/.test(action))).toEqual([]);
      }
    });

    test('have keys that stand in Secrets, and in the script by their variables', () => {
      const given = variables(containers([one(manifests, 'Job')])[0]);
      for (const { name } of users) {
        expect(given[variable(name, 'secretKey')]).toBe(`object-store-access-${name}-object-store/secretKey`);
        expect(script).toContain(`"secretKey":"$${variable(name, 'secretKey')}"`);
      }
    });
  },
);

test('another right of one app is another run', async () => {
  const [sample] = await samplesOf(objectStoreAccess);
  const nameOf = async (change?: (values: Record<string, never>) => void) =>
    one((await rendered(sample as never, change as never)).manifests, 'Job').name;
  const change = (values: Record<string, never>) => {
    const file = at(values, 'files|access.sh') as { text: string } & PlainObject;
    Object.assign(file, { text: file.text.replace('Write:', 'Read:') });
  };
  expect(await nameOf()).not.toBe(await nameOf(change));
});
