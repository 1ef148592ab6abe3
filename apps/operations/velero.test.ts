import { describe, expect, test } from 'vitest';
import { at, hasChart, one, type PlainObject, renderedSamplesOf, samplesOf, variables } from '#testing';
import { velero } from './velero.ts';

const chart = await hasChart(velero);

describe.skipIf(!chart).each(chart ? await renderedSamplesOf(velero) : [])(
  'copies of objects on $name',
  ({ app, environment, manifests }) => {
    const { cloud } = environment;
    const location = one(manifests, 'BackupStorageLocation');
    const pod = at(one(manifests, 'Deployment'), 'spec.template.spec');
    const schedule = one(manifests, 'Schedule');

    test('go to a folder of the bucket for backups, whose plugin knows all that it must', () => {
      expect(at(location, 'spec.objectStorage')).toEqual({ bucket: cloud.buckets.backups, prefix: 'velero' });
      expect(app.buckets).toEqual({ backups: 'read-write' });
      const told = {
        aws: ['region'],
        azure: ['storageAccount', 'storageAccountURI', 'useAAD'],
        gcp: [],
        local: ['checksumAlgorithm', 'region', 's3ForcePathStyle', 's3Url'],
      };
      expect(Object.keys(at(location, 'spec.config') ?? {}).sort()).toEqual(told[cloud.kind]);
    });

    test('are made by a plugin of one release with the server, at a version that is pinned', () => {
      const [plugin] = at(pod, 'initContainers') as PlainObject[];
      expect(plugin?.image).toMatch(
        /^docker\.io\/velero\/velero-plugin-for-(aws|gcp|microsoft-azure):v1\.14\./,
      );
      expect(app.images.velero?.tag).toMatch(/^v1\.18\./);
    });

    test('are made with the identity of the app, and with a key only where there is no cloud', () => {
      expect(at(pod, 'serviceAccountName')).toBe('velero');
      const keys = Object.entries(variables(at(pod, 'containers.0') as never)).filter(([, value]) =>
        value.startsWith('velero-object-store/'),
      );
      expect(keys.map(([name]) => name)).toEqual(
        cloud.kind === 'local' ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] : [],
      );
    });

    test('are of what it may read, and of no Secret', () => {
      const rules = at(one(manifests, 'ClusterRole'), 'rules') as {
        apiGroups: string[];
        resources: string[];
        verbs: string[];
      }[];
      const readable = new Set(
        rules.flatMap(({ apiGroups, resources }) =>
          apiGroups.flatMap((group) =>
            resources.map((resource) => (group === '' ? resource : `${resource}.${group}`)),
          ),
        ),
      );
      const kept = at(schedule, 'spec.template.includedResources') as string[];
      expect(kept.filter((resource) => !readable.has(resource))).toEqual([]);
      expect([...readable].filter((resource) => /secrets|\*/.test(resource))).toEqual([]);
      expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list', 'watch']));
    });

    test('are made every night, go after some days, and touch no volume', () => {
      expect(at(schedule, 'spec.schedule')).toMatch(/^\d+ \d+ \* \* \*$/);
      const hours = Number(String(at(schedule, 'spec.template.ttl')).replace('h0m0s', ''));
      expect(hours).toBeGreaterThanOrEqual(7 * 24);
      expect(at(schedule, 'spec.template.snapshotVolumes')).toBe(false);
      expect(manifests.map(({ kind }) => kind)).not.toContain('DaemonSet');
    });

    test('bring neither definitions nor hooks of their own, nor names of a release', () => {
      expect(manifests.filter(({ kind }) => kind === 'CustomResourceDefinition')).toEqual([]);
      expect(manifests.filter(({ annotations }) => annotations['helm.sh/hook'])).toEqual([]);
      expect(schedule.name).toBe('velero-objects');
    });
  },
);

test('how they come back names what is there', async () => {
  for (const { app, environment } of await samplesOf(velero)) {
    const text = JSON.stringify(app.restore);
    expect(text).toContain(`${environment.cloud.buckets.backups}/velero`);
    expect(text).toContain('--serviceaccount=velero:velero');
    expect(text).toContain('scheduleName: velero-objects');
  }
});
