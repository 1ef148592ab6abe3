import { expect } from 'vitest';
import { upgradable, upgrade } from './harness/changes.ts';
import { broken } from './harness/order.ts';
import { type Platform, test } from './harness/platform.ts';
import { artefact } from './harness/proof.ts';
import { until } from './harness/running.ts';

/** A child keeps the commit that its operation began with until its retries run out: some minutes. */
test('an operation that never ends is aborted, and the fix is rolled out by itself', async ({ platform }) => {
  const { stage, nameOf } = platform;
  const charts = chartsOfOurs(platform);
  const gated = upgradable(platform).filter(({ name, layer }) => charts.has(name) && layer !== 'operations');
  // Best one whose chart is nobody else's.
  const isAlone = (name: string): boolean =>
    [...charts.values()].filter((path) => path === charts.get(name)).length === 1;
  const app = gated.findLast(({ name }) => isAlone(name)) ?? gated.at(-1);
  if (!app) throw new Error('no app has a chart and an image of ours');
  const hook = `${charts.get(app.name)}/templates/hook.yaml`;
  const file = `apps/${app.layer}/${app.name}.ts`;
  stage.world.edit(file, "\n  layer: '", "\n  patience: 60,\n  layer: '");
  stage.world.write({ [hook]: endless });
  stage.responder.decide(
    ({ kind, metadata }) => kind === 'Pod' && metadata.name.startsWith('endless-'),
    'never',
  );
  const before = stage.record.mark();
  // A hook alone is no difference, and so no reason to sync.
  upgrade(platform, app.name);
  const bad = await stage.world.push('a hook that never ends');
  await platform.refresh(undefined);
  await until(
    `${app.name} runs its hook`,
    () => platform.sight(app.name)?.revision.includes(bad) && platform.sight(app.name)?.phase === 'Running',
  );
  await until(
    'the root gives up waiting',
    () => stage.record.of(nameOf())?.object.status?.operationState?.retryCount > 0,
  );
  stage.world.write({ [hook]: '' });
  const fix = await stage.world.push('no hook');
  const pushed = Date.now();
  await platform.settled(fix);
  artefact(
    'retries.md',
    `A child whose operation never ends took the fix ${Math.round((Date.now() - pushed) / 1000)} s after it was pushed.\n`,
  );
  expect(
    broken(platform.edges({ after: before, target: platform.at(fix) })).filter(
      (edge) => !edge.startsWith(`${app.name} `),
    ),
  ).toEqual([]);
});

const endless = `apiVersion: batch/v1
kind: Job
metadata:
  name: endless
  annotations: { argocd.argoproj.io/hook: PreSync }
spec:
  activeDeadlineSeconds: 20
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: main, image: "example.invalid/endless:1" }]
`;

/** Folders of first-party charts, by app. */
function chartsOfOurs({ stage, environment }: Platform): Map<string, string> {
  const found = stage.world.model.environments.find(({ name }) => name === environment);
  return new Map(
    found?.apps.flatMap(({ name, chart }) => (chart.kind === 'first-party' ? [[name, chart.path]] : [])),
  );
}
