import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { read } from '../../testing/folder.ts';
import { type Verdict, verdicts } from '../../testing/lua.ts';

/** The check as Argo CD gets it, from the tree. */
const lua = (
  parse(
    read(import.meta.dirname, '../golden/everything/environments/generated/bootstrap/central/argocd-cm.yaml'),
  ) as {
    data: Record<string, string>;
  }
).data['resource.customizations.health.argoproj.io_Application'] as string;

const secondsAgo = (seconds: number): string =>
  new Date(Date.now() - seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
const weeksAgo = secondsAgo(21 * 24 * 3600);
const aMinuteAgo = secondsAgo(60);
const twoMinutesAgo = secondsAgo(120);
const twoHoursAgo = secondsAgo(7200);

const spec = {
  project: 'all-prod-stores',
  source: {
    repoURL: 'https://git.example.org/x.git',
    targetRevision: 'abc',
    path: 'charts/kafka',
    helm: { releaseName: 'kafka' },
  },
  destination: { name: 'prod', namespace: 'kafka' },
};
const compared = { source: spec.source, destination: spec.destination };

/** A child that is well; each case says what differs. */
function child(
  changes: Record<string, unknown> = {},
  annotations: Record<string, string> = {},
  labels: unknown = { 'all.example.org/app': 'kafka' },
) {
  const { operation, spec: otherSpec, ...status } = changes as { operation?: unknown; spec?: unknown };
  return {
    metadata: { labels, annotations, creationTimestamp: weeksAgo },
    spec: otherSpec ?? spec,
    operation,
    status: {
      health: { status: 'Healthy', lastTransitionTime: weeksAgo },
      sync: { status: 'Synced', revision: 'abc', comparedTo: compared },
      operationState: {
        phase: 'Succeeded',
        startedAt: weeksAgo,
        finishedAt: weeksAgo,
        syncResult: { revision: 'abc' },
      },
      ...status,
    },
  };
}

const newer = { ...spec, source: { ...spec.source, targetRevision: 'def' } };
const running = (startedAt: string, more: object = {}) => ({ phase: 'Running', startedAt, ...more });
const outOfSync = { status: 'OutOfSync', revision: 'abc', comparedTo: compared };
const stray = { kind: 'CustomResourceDefinition', status: 'OutOfSync', requiresPruning: true };

const cases: readonly (readonly [string, unknown, Verdict])[] = [
  ['well', child(), { status: 'Healthy', message: 'synced and healthy' }],
  [
    'fresh: nothing known yet',
    child({ health: {}, sync: {}, operationState: undefined }),
    { status: 'Progressing', message: 'not reconciled yet' },
  ],
  [
    'fresh: created now, not synced yet',
    child({
      health: { status: 'Missing', lastTransitionTime: aMinuteAgo },
      sync: outOfSync,
      operationState: undefined,
    }),
    { status: 'Progressing', message: 'sync is OutOfSync' },
  ],
  [
    'stale: healthy, but about the commit before',
    child({ spec: newer }),
    { status: 'Progressing', message: 'the status is about an older spec' },
  ],
  [
    'stale: unhealthy, but about the commit before, so the fix gets its chance',
    child({ spec: newer, health: { status: 'Degraded', lastTransitionTime: weeksAgo } }),
    { status: 'Progressing', message: 'the status is about an older spec' },
  ],
  [
    'stale: another destination',
    child({ spec: { ...spec, destination: { name: 'prod', namespace: 'other' } } }),
    { status: 'Progressing', message: 'the status is about an older spec' },
  ],
  [
    'empty fields that the controller leaves out make nothing stale',
    child({ spec: { ...spec, source: { ...spec.source, directory: { recurse: false }, chart: '' } } }),
    { status: 'Healthy', message: 'synced and healthy' },
  ],
  [
    'half synced: healthy although something is missing',
    child({
      sync: outOfSync,
      operationState: { phase: 'Succeeded', finishedAt: aMinuteAgo, syncResult: { revision: 'abc' } },
    }),
    { status: 'Progressing', message: 'sync is OutOfSync' },
  ],
  [
    'pending: an operation is about to begin',
    child({ operation: { sync: {} }, sync: outOfSync }),
    { status: 'Progressing', message: 'an operation is pending' },
  ],
  [
    'running',
    child({ operation: { sync: {} }, operationState: running(aMinuteAgo) }),
    { status: 'Progressing', message: 'an operation is running' },
  ],
  [
    'unhealthy',
    child({ health: { status: 'Degraded', message: 'one pod crashes', lastTransitionTime: twoMinutesAgo } }),
    { status: 'Degraded', message: 'one pod crashes' },
  ],
  [
    'unhealthy for a moment: operators pass through it',
    child({ health: { status: 'Degraded', message: 'no role yet', lastTransitionTime: secondsAgo(20) } }),
    { status: 'Progressing', message: 'health is Degraded' },
  ],
  [
    'unhealthy for weeks, its fix synced a moment ago',
    child({
      health: { status: 'Degraded', lastTransitionTime: weeksAgo },
      operationState: { phase: 'Succeeded', finishedAt: secondsAgo(20), syncResult: { revision: 'abc' } },
    }),
    { status: 'Progressing', message: 'health is Degraded' },
  ],
  [
    'unhealthy in passing, while an operation runs',
    child({
      health: { status: 'Degraded', lastTransitionTime: aMinuteAgo },
      operationState: running(aMinuteAgo),
    }),
    { status: 'Progressing', message: 'an operation is running' },
  ],
  [
    'stuck: its operation runs for hours',
    child({ operationState: running(twoHoursAgo) }),
    { status: 'Degraded', message: 'an operation is running for too long' },
  ],
  [
    'stuck: progressing for hours after its operation',
    child({
      health: { status: 'Progressing', lastTransitionTime: twoHoursAgo },
      operationState: { phase: 'Succeeded', finishedAt: twoHoursAgo },
    }),
    { status: 'Degraded', message: 'health is Progressing for too long' },
  ],
  [
    'retrying, within its patience',
    child({ operationState: running(aMinuteAgo, { retryCount: 3, message: 'retrying' }), sync: outOfSync }),
    { status: 'Progressing', message: 'an operation is running' },
  ],
  [
    'retrying for hours: the time counts from the start, retries included',
    child({ operationState: running(twoHoursAgo, { retryCount: 30 }), sync: outOfSync }),
    { status: 'Degraded', message: 'an operation is running for too long' },
  ],
  [
    'all retries used up',
    child({
      sync: outOfSync,
      operationState: { phase: 'Failed', finishedAt: aMinuteAgo, syncResult: { revision: 'abc' } },
    }),
    { status: 'Degraded', message: 'the last operation ended as Failed' },
  ],
  [
    'failed once, but about another commit than the one that is compared',
    child({ operationState: { phase: 'Error', finishedAt: aMinuteAgo, syncResult: { revision: 'older' } } }),
    { status: 'Healthy', message: 'synced and healthy' },
  ],
  [
    'restarting after weeks gets its whole patience',
    child({ health: { status: 'Progressing', lastTransitionTime: aMinuteAgo } }),
    { status: 'Progressing', message: 'health is Progressing' },
  ],
  [
    'more patience by annotation',
    child({ operationState: running(twoHoursAgo) }, { 'all.example.org/patience-seconds': '10800' }),
    { status: 'Progressing', message: 'an operation is running' },
  ],
  [
    'less patience by annotation',
    child({ operationState: running(aMinuteAgo) }, { 'all.example.org/patience-seconds': '30' }),
    { status: 'Degraded', message: 'an operation is running for too long' },
  ],
  [
    'a project that it may not use',
    child({
      conditions: [{ type: 'InvalidSpecError', message: 'no such project', lastTransitionTime: aMinuteAgo }],
    }),
    { status: 'Progressing', message: 'no such project' },
  ],
  [
    'a project that it may not use, for hours',
    child({
      spec: newer,
      conditions: [{ type: 'InvalidSpecError', message: 'no such project', lastTransitionTime: twoHoursAgo }],
    }),
    { status: 'Degraded', message: 'no such project for too long' },
  ],
  [
    'several sources, all as compared',
    child({
      spec: {
        project: 'p',
        sources: [spec.source, { repoURL: 'r', ref: 'values' }],
        destination: spec.destination,
      },
      sync: {
        status: 'Synced',
        revisions: ['1', 'abc'],
        comparedTo: {
          sources: [spec.source, { repoURL: 'r', ref: 'values' }],
          destination: spec.destination,
        },
      },
    }),
    { status: 'Healthy', message: 'synced and healthy' },
  ],
  [
    'several sources, one moved',
    child({
      spec: {
        project: 'p',
        sources: [spec.source, { repoURL: 'r', targetRevision: 'def', ref: 'values' }],
        destination: spec.destination,
      },
      sync: {
        status: 'Synced',
        revisions: ['1', 'abc'],
        comparedTo: {
          sources: [spec.source, { repoURL: 'r', targetRevision: 'abc', ref: 'values' }],
          destination: spec.destination,
        },
      },
    }),
    { status: 'Progressing', message: 'the status is about an older spec' },
  ],
  [
    'definitions that upstream dropped stay and hold up nobody',
    child(
      { sync: outOfSync, resources: [{ kind: 'CustomResourceDefinition', status: 'Synced' }, stray] },
      { 'all.example.org/keeps-extraneous': 'true' },
    ),
    { status: 'Healthy', message: 'synced and healthy' },
  ],
  [
    'a definition that is really out of sync does',
    child(
      {
        sync: outOfSync,
        resources: [{ kind: 'CustomResourceDefinition', status: 'OutOfSync' }, stray],
        operationState: { phase: 'Succeeded', finishedAt: aMinuteAgo },
      },
      { 'all.example.org/keeps-extraneous': 'true' },
    ),
    { status: 'Progressing', message: 'sync is OutOfSync' },
  ],
  [
    'anywhere else, something to prune is out of sync',
    child({
      sync: outOfSync,
      resources: [stray],
      operationState: { phase: 'Succeeded', finishedAt: aMinuteAgo },
    }),
    { status: 'Progressing', message: 'sync is OutOfSync' },
  ],
  [
    'an Application of another team keeps its health',
    child({ health: { status: 'Suspended', message: 'theirs' }, sync: outOfSync }, {}, { team: 'other' }),
    { status: 'Suspended', message: 'theirs' },
  ],
  [
    'an Application of another team without a status',
    { metadata: { creationTimestamp: aMinuteAgo }, spec, status: {} },
    { status: 'Progressing', message: '' },
  ],
];

describe.concurrent('the gate', () => {
  test.each(['UTC', 'Asia/Kolkata', 'America/St_Johns'])(
    'judges every state of a child, in the time zone %s',
    async (zone) => {
      const judged = await verdicts(
        lua,
        cases.map(([, object]) => object),
        zone,
      );
      expect(judged.map((verdict, i) => [cases[i]?.[0], verdict])).toEqual(
        cases.map(([name, , verdict]) => [name, verdict]),
      );
    },
  );
});
