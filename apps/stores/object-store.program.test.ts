import { describe, expect, test } from 'vitest';
import { hasChart, sampleModel } from '#testing';
import { startObjectStore } from '../test/object-store.ts';
import { objectStore } from './object-store.ts';
import { objectStoreAccess } from './object-store-access.ts';

const store = await startObjectStore();
const { environments } = await sampleModel();
const [local] = environments.filter(({ name }) => name === 'local-small');
const apps = local?.apps ?? [];
const users = apps.filter(({ buckets }) => Object.keys(buckets).length > 0);
const names = new Map(Object.entries(local?.cloud.buckets ?? {}));
const bucketOf = (purpose: string) => names.get(purpose) ?? '';
const all = [...new Set(users.flatMap(({ buckets }) => Object.keys(buckets)))].map(bucketOf);

const status = async (...request: Parameters<typeof store.request>) =>
  (await store.request(...request)).status;

test.skipIf(!(await hasChart(objectStore)))('its servers start with the commands of their pods', async () => {
  expect(await status(store.administrator, 'GET', '/')).toBe(200);
});

test('lets nobody in but the administrator before there are users', async () => {
  expect(await status(null, 'GET', '/')).toBe(403);
  expect(await status({ accessKey: 'nobody', secretKey: 'nobody' }, 'GET', '/')).toBe(403);
  expect(await status(store.administrator, 'GET', '/')).toBe(200);
});

describe('once buckets and users are made', () => {
  test('twice, the second time on what is there', async () => {
    await store.grant();
    const [first = ''] = all;
    expect(await status(store.administrator, 'PUT', `/${first}/kept`, 'kept')).toBe(200);
    expect(await store.grant()).not.toContain('created bucket');
    expect(await store.request(store.administrator, 'GET', `/${first}/kept`)).toEqual({
      status: 200,
      body: 'kept',
    });
  });

  test.each(users.map(({ name, buckets }) => ({ name, buckets })))(
    '$name may do what it says',
    async ({ name, buckets }) => {
      const key = store.keyOf(name);
      const accesses = Object.fromEntries(
        Object.entries(buckets).map(([purpose, access]) => [bucketOf(purpose), access]),
      );
      for (const bucket of all) {
        const may = accesses[bucket];
        const object = `/${bucket}/${name}/object`;
        const [read, written] = [may !== undefined, may === 'read-write'];
        expect([bucket, await status(key, 'PUT', object, 'text')]).toEqual([bucket, written ? 200 : 403]);
        expect([bucket, await status(key, 'GET', `/${bucket}?list-type=2`)]).toEqual([
          bucket,
          read ? 200 : 403,
        ]);
        expect([bucket, await status(key, 'POST', `${object}?uploads=`)]).toEqual([
          bucket,
          written ? 200 : 403,
        ]);
        await store.request(store.administrator, 'PUT', object, 'text');
        expect([bucket, await status(key, 'GET', object)]).toEqual([bucket, read ? 200 : 403]);
        expect([bucket, await status(key, 'DELETE', object)]).toEqual([bucket, written ? 204 : 403]);
        expect([bucket, await status(key, 'DELETE', `/${bucket}`)]).toEqual([bucket, 403]);
      }
      expect(await status(key, 'PUT', `/${name}-of-its-own`)).toBe(403);
    },
  );

  test('nobody gets in without a key', async () => {
    for (const bucket of all) expect(await status(null, 'GET', `/${bucket}/kept`)).toBe(403);
  });
});

test('there are users, and the program is that of the image', () => {
  expect(users.length).toBeGreaterThan(1);
  const access = apps.find(({ name }) => name === objectStoreAccess.name);
  expect(access?.images.seaweedfs?.tag).toBe('4.44');
});
