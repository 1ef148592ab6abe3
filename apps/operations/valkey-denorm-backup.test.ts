import { describe, expect, test } from 'vitest';
import { at, one, quantity, renderedSamplesOf, variables } from '#testing';
import { cacheSizes } from '../stores/valkey.ts';
import { valkeyDenormBackup } from './valkey-denorm-backup.ts';

describe.each(await renderedSamplesOf(valkeyDenormBackup))(
  'snapshots of master data on $name',
  ({ app, environment, manifests }) => {
    const job = one(manifests, 'CronJob');
    const pod = at(job, 'spec.jobTemplate.spec.template.spec');
    const given = variables(at(pod, 'containers.0') as never);
    const remote = Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        name.startsWith('RCLONE_CONFIG_STORE_') ? [[name.slice('RCLONE_CONFIG_STORE_'.length), value]] : [],
      ),
    );

    test('are asked of the cache by its address, and looked at before they are copied', () => {
      const init = at(pod, 'initContainers.1');
      expect(variables(init as never)).toMatchObject({
        HOST: 'valkey-denorm.valkey-denorm.svc.cluster.local',
        PORT: '6379',
      });
      expect(String(at(init, 'command.2'))).toMatch(/valkey-cli .* --rdb .*\n.*valkey-check-rdb/);
      expect(at(init, 'image')).toBe(app.images.valkey?.reference);
    });

    test('fit on the volume that they are taken to', () => {
      const { megabytes } = cacheSizes[environment.size];
      expect(quantity(at(pod, 'volumes.0.emptyDir.sizeLimit'))).toBeGreaterThanOrEqual(megabytes * 2 ** 20);
    });

    test('go to the bucket for backups as the identity of the app, with a key only where there is no cloud', () => {
      expect(given.FOLDER).toBe(`store:${environment.cloud.buckets.backups}/valkey-denorm`);
      expect(app.buckets).toEqual({ backups: 'read-write' });
      const keys = Object.values(given).filter((value) =>
        value.startsWith('valkey-denorm-backup-object-store/'),
      );
      expect(keys).toHaveLength(environment.cloud.kind === 'local' ? 2 : 0);
      expect(remote.ENV_AUTH).toBe(environment.cloud.kind === 'local' ? undefined : 'true');
      expect(at(pod, 'serviceAccountName')).toBe(app.name);
    });

    test('never make a bucket, which they may not', () => {
      expect(Object.entries(remote).filter(([name]) => name.startsWith('NO_CHECK'))).toHaveLength(1);
    });

    test('are made at least daily, one at a time, and a run that hangs ends', () => {
      expect(String(at(job, 'spec.schedule'))).toMatch(/^\d+ [\d,]+ \* \* \*$/);
      expect(at(job, 'spec.concurrencyPolicy')).toBe('Forbid');
      expect(at(job, 'spec.jobTemplate.spec.activeDeadlineSeconds')).toBe(3600);
    });
  },
);
