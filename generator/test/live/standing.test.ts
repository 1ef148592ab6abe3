import { expect, test } from 'vitest';
import type { Layer } from '../../src/definition/layer.ts';
import { applicationIn, type LiveApplication } from '../../src/live/live-application.ts';
import { inspect, liveText } from '../../src/live/live-report.ts';
import { ownerOf } from '../../src/live/pods-of-app.ts';
import { standingOf } from '../../src/live/standing.ts';
import type { PlanNode } from '../../src/plan/plan.ts';

const node = (name: string, wave: number, layer: Layer, ...dependsOn: string[]): PlanNode =>
  ({ name, wave, layer, dependsOn }) as unknown as PlanNode;

const planned = [
  node('operator', 10, 'operators'),
  node('queue', 20, 'stores', 'operator'),
  node('database', 20, 'stores', 'operator'),
  node('jobs', 30, 'processing', 'queue'),
  node('api', 40, 'apis', 'jobs'),
  node('page', 40, 'apis', 'database'),
  node('exporter', 50, 'operations', 'queue'),
];

/** An Application as an API server has it. */
const application = (app: string | null, status: object = {}): LiveApplication =>
  applicationIn(
    {
      metadata: { name: `shop-dev-${app}`, labels: app === null ? {} : { 'example.org/app': app } },
      status: {
        health: { status: 'Healthy' },
        sync: { status: 'Synced' },
        operationState: { phase: 'Succeeded' },
        ...status,
      },
    },
    'example.org',
  );

const well = (...apps: readonly string[]): LiveApplication[] => apps.map((app) => application(app));
const root = application(null, {
  operationState: { phase: 'Running', message: 'waiting for healthy state' },
});

test('the earliest wave that is not well holds the root; what is behind it waits, and needs it or not', () => {
  const queue = application('queue', { health: { status: 'Progressing' } });
  const standing = standingOf(
    [root, queue, ...well('operator', 'database', 'jobs', 'api', 'page', 'exporter')],
    planned,
  );
  expect(standing.holding.map(({ app }) => app)).toEqual(['queue']);
  expect(standing.waiting).toEqual([
    { app: 'jobs', wave: 30, needs: ['queue'] },
    { app: 'api', wave: 40, needs: ['queue'] },
    { app: 'page', wave: 40, needs: [] },
    { app: 'exporter', wave: 50, needs: ['queue'] },
  ]);
  expect([standing.apps, standing.well]).toEqual([7, 6]);
});

test.each<[string, object, string]>([
  ['is out of sync', { sync: { status: 'OutOfSync' } }, 'it is Healthy and OutOfSync'],
  ['was not looked at', { health: undefined, sync: undefined }, 'it is not looked at yet'],
  [
    'has an operation that runs',
    { operationState: { phase: 'Running', message: 'waiting for Job/migrate' } },
    'its operation is Running: waiting for Job/migrate',
  ],
  [
    'cannot be compared',
    { conditions: [{ type: 'ComparisonError', message: 'no such path' }] },
    'ComparisonError: no such path',
  ],
])('an app holds that %s', (_, status, why) => {
  const { holding } = standingOf([root, application('operator', status)], planned);
  expect(holding.map(({ app }) => app)).toEqual(['operator']);
  expect(holding[0]?.why).toContain(why);
});

test('an app whose Application is not there yet holds, too', () => {
  const { holding } = standingOf([root, ...well('operator', 'queue')], planned);
  expect(holding.map(({ app, why }) => [app, why])).toEqual([['database', ['its Application is not there']]]);
});

test('what only waits to be deleted by hand holds nothing', () => {
  const kept = { status: 'OutOfSync', requiresPruning: true, kind: 'Kind', name: 'old', version: 'v1' };
  const operator = application('operator', { sync: { status: 'OutOfSync' }, resources: [kept] });
  expect(standingOf([root, operator], [planned[0] as PlanNode]).holding).toEqual([]);
});

test('an app of the last layer holds nothing, however unwell it is', () => {
  const exporter = application('exporter', { health: { status: 'Degraded' } });
  const others = well('operator', 'queue', 'database', 'jobs', 'api', 'page');
  const standing = standingOf([root, exporter, ...others], planned);
  expect(standing.holding).toEqual([]);
  expect(standing.waiting).toEqual([]);
  expect(standing.aside.map(({ app }) => app)).toEqual(['exporter']);
});

test('pods are of the app with the longest name that theirs begins with', () => {
  const with_ = (app: string, ...names: string[]): LiveApplication =>
    application(app, {
      resources: names.map((name) => ({ kind: 'Deployment', namespace: 'shop', name, version: 'v1' })),
    });
  const all = [with_('queue', 'queue'), with_('queue-operator', 'queue-operator')];
  const owner = (name: string, namespace = 'shop') => ownerOf({ namespace, name }, all);
  expect(owner('queue-operator-6f7d-abcde')).toBe('queue-operator');
  expect(owner('queue-0')).toBe('queue');
  expect(owner('queues-0')).toBeNull();
  expect(owner('queue-0', 'elsewhere')).toBeNull();
});

test('the report names the wave, the app, its object with what it says, and what waits', () => {
  const object = {
    kind: 'Deployment',
    namespace: 'shop',
    name: 'queue',
    version: 'v1',
    group: 'apps',
    status: 'Synced',
  };
  const queue = application('queue', { health: { status: 'Progressing' }, resources: [object] });
  const standing = standingOf([root, queue, ...well('operator', 'database', 'jobs', 'api', 'page')], planned);
  const pod = {
    kind: 'Pod',
    metadata: { namespace: 'shop', name: 'queue-0' },
    status: {
      phase: 'Pending',
      containerStatuses: [
        { name: 'queue', state: { waiting: { reason: 'ImagePullBackOff', message: 'no such\nimage' } } },
      ],
    },
  };
  const inspections = { queue: inspect(queue.objects, [pod], []) };
  expect(liveText({ environment: 'dev', standing, inspections })).toBe(`dev: wave 20 (stores) is held by queue
  the root shop-dev-null: it is Healthy and Synced
  the root shop-dev-null: its operation is Running: waiting for healthy state

queue (stores, wave 20)
  it is Progressing and Synced
  Pod shop/queue-0: container queue waits: ImagePullBackOff: no such image

Behind it wait 4 apps; those that need it are marked with *.
  wave 30: jobs*
  wave 40: api*, page
  wave 50: exporter*

Not well either, and nothing waits for it now:

exporter (operations, wave 50)
  its Application is not there

5 of 7 apps synced and healthy.
`);
});
