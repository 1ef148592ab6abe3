import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { upgradePolicy } from '../../src/definition/shape/upgrade-policy-shape.ts';
import { chartRepositories, type TextRequest } from '../../src/edge/registry/chart-repositories.ts';
import { textAt } from '../../src/edge/web/text-at.ts';
import type { Web } from '../../src/edge/web/web.ts';
import { openWeb } from '../../src/edge/web/web.ts';
import type { ChartSubject } from '../../src/upgrade/subject.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { ownCache } from '../../testing/own-cache.ts';
import { packageChart, runHelm, type StaticServer, serveFolder } from './chart-server.ts';

/** As a run asks: for no answer twice, and with what an earlier run has kept. */
const asking = (): { textOf: TextRequest; web: Web } => {
  const web = openWeb({ sleep: async () => undefined });
  return { web, textOf: (url) => textAt(web, url) };
};

const subject = (repository: string, chart: string, current = '1.0.0'): ChartSubject => ({
  kind: 'chart',
  id: `charts/upstream.yaml: ${chart}`,
  key: chart,
  file: 'charts/upstream.yaml',
  current,
  policy: upgradePolicy.parse({}),
  place: 'repository',
  repository,
  chart,
});

const folder = temporaryFolder();
beforeEach(() => {
  process.env.GITOPS_CACHE = ownCache();
});
let server: StaticServer;
beforeAll(async () => {
  const one = (name: string): string => join(folder, name);
  await packageChart(one('charts'), { name: 'web', version: '1.0.0', appVersion: '"2.10"' });
  await packageChart(one('charts'), { name: 'web', version: '1.1.0-rc.1+build.7' });
  await packageChart(one('charts'), { name: 'web', version: '1.2.0', appVersion: '"3.0"', deprecated: true });
  await packageChart(one('charts'), { name: 'db', version: 'v0.1.0', appVersion: 'v17' });
  await runHelm(['repo', 'index', one('charts')]);
  for (const version of ['1.0.0', '1.1.0']) {
    await packageChart(one(`release-${version}`), { name: 'alone', version, appVersion: version });
    await runHelm(['repo', 'index', one(`release-${version}`)]);
  }
  write(folder, { 'login/index.yaml': '<!doctype html><p>Sign in' });
  server = await serveFolder(folder);
});

describe('a Helm repository over HTTP, as helm makes it', () => {
  test('lists the versions of its charts', async () => {
    const answer = await chartRepositories(asking().textOf).charts(subject(`${server.url}/charts/`, 'web'));
    const listed = answer.kind === 'found' ? answer.value : [];
    const known = { created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), deprecated: false };
    expect(listed).toHaveLength(3);
    expect(listed).toEqual(
      expect.arrayContaining([
        { ...known, version: '1.0.0', appVersion: '2.10' },
        { ...known, version: '1.1.0-rc.1+build.7', appVersion: null },
        { ...known, version: '1.2.0', appVersion: '3.0', deprecated: true },
      ]),
    );
  });

  test('is asked once, however many charts and versions are wanted of it', async () => {
    const from = server.calls.length;
    const { charts, chart } = chartRepositories(asking().textOf);
    const [web, db] = [subject(`${server.url}/charts`, 'web'), subject(`${server.url}/charts/`, 'db')];
    const answers = await Promise.all([charts(web), charts(db), chart(web, '1.2.0'), chart(web, '1.3.0')]);
    expect(answers.map(({ kind }) => kind)).toEqual(['found', 'found', 'found', 'missing']);
    expect(server.calls.slice(from)).toEqual(['/charts/index.yaml 200']);
  });

  test('that did not change since an earlier run is not sent again', async () => {
    const [web, before] = [subject(`${server.url}/charts`, 'web'), server.calls.length];
    const first = await chartRepositories(asking().textOf).charts(web);
    const again = asking();
    expect(await chartRepositories(again.textOf).charts(web)).toEqual(first);
    expect(server.calls.slice(before)).toEqual(['/charts/index.yaml 200', '/charts/index.yaml 304']);
    expect([...again.web.counts().values()]).toEqual([1]);

    await packageChart(join(folder, 'charts'), { name: 'web', version: '1.3.0' });
    await runHelm(['repo', 'index', join(folder, 'charts')]);
    const changed = await chartRepositories(asking().textOf).chart(web, '1.3.0');
    expect(changed).toMatchObject({ kind: 'found', value: { version: '1.3.0' } });
  });

  test('whose address has the version in it is asked at the address of that version', async () => {
    const { charts, chart } = chartRepositories(asking().textOf);
    const alone = subject(`${server.url}/release-{version}/`, 'alone');
    expect(await charts(alone)).toMatchObject({ kind: 'found', value: [{ version: '1.0.0' }] });
    expect(await chart(alone, '1.1.0')).toMatchObject({ kind: 'found', value: { appVersion: '1.1.0' } });
    expect(await chart(alone, '1.2.0')).toMatchObject({ kind: 'missing' });
  });

  test('that is gone, fails, or is none, says so', async () => {
    const { charts } = chartRepositories(asking().textOf);
    const of = (path: string) => charts(subject(`${server.url}/${path}`, 'web'));
    expect(await of('gone')).toMatchObject({ kind: 'missing', why: expect.stringContaining('404') });
    expect(await of('5xx/charts')).toMatchObject({ kind: 'failed', why: expect.stringContaining('503') });
    expect(await of('login')).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('a page in HTML'),
    });
    expect(await charts(subject(`${server.url}/charts`, 'none'))).toMatchObject({
      kind: 'missing',
      why: expect.stringContaining('lists no chart none'),
    });
  });
});
