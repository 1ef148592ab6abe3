import { expect } from 'vitest';
import { broken } from './harness/order.ts';
import { test } from './harness/platform.ts';
import { artefact } from './harness/proof.ts';
import { rowsOf, timeline } from './harness/timeline.ts';

test('from nothing, one apply brings up everything', async ({ platform }) => {
  const { stage } = platform;
  for (const { name } of platform.plan()) {
    const sight = platform.sight(name);
    expect([name, sight?.sync, sight?.health]).toEqual([name, 'Synced', 'Healthy']);
  }
  // What stands in for operators wrote nothing that Kubernetes refuses.
  expect(stage.responder.refused).toEqual([]);
});

test('no app began to sync before all that it depends on was Synced and Healthy', ({ platform }) => {
  const all = platform.edges();
  expect(broken(all)).toEqual([]);
  const looked = new Set(all.map(({ app, dependency }) => `${app} → ${dependency}`));
  const edges = platform
    .plan()
    .filter(({ layer }) => layer !== 'operations')
    .flatMap(({ name, dependsOn }) => dependsOn.map((dependency) => `${name} → ${dependency}`));
  expect([...looked].sort()).toEqual(edges.sort());
});

test('health checks were loaded before the environment began', async ({ platform: { stage, nameOf } }) => {
  const bootstrap = stage.record.sights.find(
    ({ name, object }) =>
      name.endsWith('-bootstrap') &&
      object.status?.operationState?.syncResult?.resources?.some(
        (each: { kind: string; status: string }) => each.kind === 'ConfigMap' && each.status === 'Synced',
      ),
  );
  const root = stage.record.sights.find(({ name }) => name === nameOf());
  expect(bootstrap?.order).toBeLessThan(root?.order ?? 0);
  const settings = await stage.cluster.api.get('v1', 'ConfigMap', 'argocd-cm', 'argocd');
  const keys = Object.keys(settings?.data as object);
  expect(keys).toContain('resource.customizations.health.argoproj.io_Application');
  // What others put there stays.
  expect(keys).toEqual(expect.arrayContaining([...stage.settings]));
});

test('no wave failed on the way: the root needed one operation', ({ platform: { stage, nameOf } }) => {
  const operations = stage.record.sights
    .filter(({ name }) => name === nameOf())
    .map(({ object }) => object.status?.operationState ?? {});
  const unwell = operations.flatMap(({ syncResult }) =>
    (syncResult?.resources ?? [])
      .filter(({ hookPhase }: { hookPhase?: string }) => hookPhase === 'Failed' || hookPhase === 'Error')
      .map(({ name, message }: { name: string; message: string }) => `${name}: ${message}`),
  );
  expect([...new Set(unwell)]).toEqual([]);
  expect(operations.map(({ phase }) => phase)).not.toContain('Failed');
  expect(Math.max(...operations.map(({ retryCount = 0 }) => retryCount))).toBe(0);
});

test('the order as a picture', ({ platform: { stage, plan, nameOf } }) => {
  const rows = rowsOf(stage.record, plan(), nameOf);
  expect(rows).toHaveLength(plan().length);
  artefact('install-order.svg', timeline(rows));
  const seconds = (at: number): string => (at / 1000).toFixed(1);
  const lines = rows.map(
    ({ app, wave, created, synced, well }) =>
      `| ${Number.isFinite(wave) ? wave : 'last'} | ${app} | ${seconds(created)} | ${seconds(synced)} | ${seconds(well)} |`,
  );
  artefact(
    'install.md',
    `| wave | app | created, s | begins to sync, s | Synced and Healthy, s |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`,
  );
  const { standIns } = stage.world;
  artefact(
    'stand-ins.md',
    standIns.length === 0
      ? 'Nothing: all charts and definitions are the real ones.\n'
      : `- ${standIns.join('\n- ')}\n`,
  );
});
