import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { upgradePolicy } from '../../src/definition/shape/upgrade-policy-shape.ts';
import { registrySources } from '../../src/edge/registry/registry-sources.ts';
import type { ChartSubject } from '../../src/upgrade/subject.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { ownCache } from '../../testing/own-cache.ts';
import { packageChart, runHelm, type WrittenChart } from './chart-server.ts';
import { authOf, dockerConfig } from './registry/credential-files.ts';
import { type FaultProxy, startFaultProxy } from './registry/fault-proxy.ts';
import { pushImage } from './registry/images.ts';
import { account, startRegistry, type TestRegistry } from './registry/registry-server.ts';

const folder = temporaryFolder();
let proxy: FaultProxy;
let closed: TestRegistry;

const subject = (chart: string, path = 'acme/charts'): ChartSubject => ({
  kind: 'chart',
  id: `charts/upstream.yaml: ${chart}`,
  key: chart,
  file: 'charts/upstream.yaml',
  current: '1.0.0',
  policy: upgradePolicy.parse({}),
  place: 'oci',
  repository: `${proxy.host}/${path}`,
  chart,
});

beforeAll(async () => {
  const server = await startRegistry();
  closed = await startRegistry({ auth: 'basic', page: 2 });
  // From here on no answer is kept in the usual cache.
  process.env.GITOPS_CACHE = ownCache();
  proxy = await startFaultProxy(server.host);
  const push = async (chart: WrittenChart): Promise<void> => {
    const archive = await packageChart(join(folder, chart.name), chart);
    await runHelm(['push', archive, `oci://${server.host}/acme/charts`, '--plain-http']);
  };
  await push({ name: 'web', version: '1.0.0', appVersion: '"2.10"' });
  await push({ name: 'web', version: '1.1.0-rc.1+build.7' });
  await push({ name: 'web', version: '1.2.0+exp.sha.5114f85', appVersion: '"3.0"', deprecated: true });
  for (const tag of ['latest', 'sha256-0123.sig', '1.2']) await pushImage(server, 'acme/charts/web', tag);
  await pushImage(server, 'acme/charts/web', '9.0.0');
});

/** As a run asks. */
const charts = (environment: Readonly<Record<string, string>> = {}) =>
  registrySources({
    root: folder,
    progress: () => undefined,
    environment,
    web: { sleep: async () => undefined },
  });

describe('a chart in a registry, as helm pushes it', () => {
  test('has its versions as tags, a + in them included, and what is no exact version is none', async () => {
    proxy.clear();
    expect(await charts().charts(subject('web'))).toEqual({
      kind: 'found',
      value: expect.arrayContaining(
        ['1.0.0', '1.1.0-rc.1+build.7', '1.2.0+exp.sha.5114f85', '9.0.0'].map((version) => ({
          version,
          appVersion: null,
          created: null,
          deprecated: false,
        })),
      ),
    });
    expect(proxy.calls.filter((call) => call.includes('/tags/list'))).toHaveLength(1);
  });

  test('says more of one version', async () => {
    const known = { created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) };
    const { chart } = charts();
    expect(await chart(subject('web'), '1.0.0')).toEqual({
      kind: 'found',
      value: { ...known, version: '1.0.0', appVersion: '2.10', deprecated: false },
    });
    expect(await chart(subject('web'), '1.2.0+exp.sha.5114f85')).toEqual({
      kind: 'found',
      value: { ...known, version: '1.2.0+exp.sha.5114f85', appVersion: '3.0', deprecated: true },
    });
    expect(await chart(subject('web'), '1.1.0-rc.1+build.7')).toMatchObject({ value: { appVersion: null } });
  });

  test('that is not there, or no chart, is told from a registry that fails', async () => {
    const { charts: list, chart } = charts();
    expect(await list(subject('none'))).toMatchObject({ kind: 'missing' });
    expect(await chart(subject('web'), '7.7.7')).toMatchObject({ kind: 'missing' });
    expect(await chart(subject('web'), '9.0.0')).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/acme\/charts\/web 9\.0\.0 is no Helm chart$/),
    });
    proxy.clear();
    proxy.add({ path: /tags\/list/, fault: { status: 503 } });
    expect(await charts().charts(subject('web'))).toMatchObject({ kind: 'failed' });
    proxy.clear();
  });

  test('is listed over pages, with the credentials that Docker keeps', async () => {
    const login = ['--username', account.user, '--password', account.password];
    for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0+a']) {
      const archive = await packageChart(join(folder, 'private'), { name: 'private', version });
      await runHelm(['push', archive, `oci://${closed.host}/acme`, '--plain-http', ...login]);
    }
    const place: ChartSubject = { ...subject('private'), repository: `${closed.host}/acme` };
    const auths = { [closed.host]: { auth: authOf(account) } };
    const known = charts({ DOCKER_CONFIG: dockerConfig({ auths }) });
    expect(await known.charts(place)).toMatchObject({ kind: 'found', value: { length: 5 } });
    expect(await known.chart(place, '1.4.0+a')).toMatchObject({
      kind: 'found',
      value: { version: '1.4.0+a' },
    });

    const stranger = charts({ DOCKER_CONFIG: dockerConfig({}) });
    expect(await stranger.charts(place)).toMatchObject({ kind: 'failed' });
  });

  test('survives an answer that was cut off', async () => {
    proxy.clear();
    proxy.add({ times: 1, fault: 'cut in body' });
    expect(await charts().chart(subject('web'), '1.0.0')).toMatchObject({ kind: 'found' });
    proxy.clear();
  });
});
