import { describe, expect, test } from 'vitest';
import { at, beside, containers, one, renderedSamplesOf, variables } from '#testing';
import { bucketReport } from './bucket-report.ts';
import { prometheusPushgateway } from './prometheus-pushgateway.ts';

describe.each(await renderedSamplesOf(bucketReport))('the report about buckets on $name', (sample) => {
  const { app, environment, manifests } = sample;
  const job = one(manifests, 'CronJob');
  const given = variables(containers([job])[0]);

  test('is about buckets that there are, which it may only read', () => {
    const names = String(given.BUCKETS).split(' ');
    expect(Object.values(environment.cloud.buckets)).toEqual(expect.arrayContaining(names));
    expect(new Set(Object.values(app.buckets))).toEqual(new Set(['read']));
    expect(names).toHaveLength(Object.keys(app.buckets).length);
  });

  test('is pushed to where the pushgateway is, often enough to miss a nightly backup by morning', () => {
    const push = beside(sample, prometheusPushgateway).provides.push;
    const { host, port } = push as unknown as { host: string; port: number };
    expect(given.GATEWAY).toBe(`http://${host}:${port}/metrics/job/bucket-report`);
    expect(at(job, 'spec.schedule')).toMatch(/^\d+ (\*|\*\/[36]) \* \* \*$/);
  });

  test('is made with the identity of the app, and with a key only where there is no cloud', () => {
    const keys = Object.values(given).filter((value) => value.startsWith('bucket-report-object-store/'));
    expect(keys).toHaveLength(environment.cloud.kind === 'local' ? 2 : 0);
  });
});
