import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type PinnedCandidate, readCandidate } from '../../src/promote/pins/candidate.ts';
import { compose, pinnedText } from '../../src/promote/pins/compose.ts';
import { conflictsIn } from '../../src/promote/pins/mix.ts';
import { read } from '../../testing/folder.ts';
import { repository } from '../../testing/program.ts';

const folder = 'environments/prod/generated/candidate';
const commit = 'a1'.repeat(20);

/** A candidate of this repository's prod, its plan edited. */
function candidate(
  app: string,
  edit: (plan: Record<string, unknown>) => unknown = (plan) => plan,
): PinnedCandidate {
  const text = (kind: string): string => read(repository, join(folder, kind, `${app}.yaml`));
  const plan = stringify(edit(parse(text('plan')) as Record<string, unknown>));
  const found = readCandidate({ application: text('applications'), plan, values: null, companion: null });
  if (!found) throw new Error(`${app} cannot be read`);
  return found;
}

test('the chart, its values and its companion are all pinned to the same commit', () => {
  const text = pinnedText(read(repository, `${folder}/applications/cert-manager.yaml`), commit, 3);
  expect(text).not.toContain('{{');
  expect(text.split(`targetRevision: "${commit}"`)).toHaveLength(3);
  expect(text).toContain('sync-wave: "3"');
});

test('operations run from their pin too, inside the set that makes them', () => {
  const { apps } = compose([{ commit, candidate: candidate('prometheus-pushgateway') }], 'release.yaml');
  expect(JSON.stringify(apps[0]?.application)).not.toContain('{{');
  expect(JSON.stringify(apps[0]?.application).split(commit)).toHaveLength(3);
});

test('a candidate of an older generator is read without what was added since, and with what was dropped', () => {
  const old = candidate('kafka', ({ secrets: _, patience: __, admits: ___, uses: ____, ...rest }) => ({
    ...rest,
    dropped: { since: 'long ago' },
  }));
  expect(old.node).toMatchObject({ name: 'kafka', secrets: {}, uses: [], admits: {}, keepsData: true });
});

test('one that lacks what decides is refused', () => {
  const text = read(repository, `${folder}/applications/kafka.yaml`);
  const texts = { application: text, values: null, companion: null };
  for (const plan of ['', 'name: kafka\n', 'name: [', '- a\n'])
    expect(readCandidate({ ...texts, plan })).toBeNull();
  const plan = read(repository, `${folder}/plan/kafka.yaml`);
  expect(readCandidate({ ...texts, plan })).not.toBeNull();
  expect(readCandidate({ ...texts, plan, application: 'kind: ConfigMap\n' })).toBeNull();
});

const withProvides = (app: string, change: (provides: Record<string, unknown>) => unknown): PinnedCandidate =>
  candidate(app, (plan) => ({ ...plan, provides: change(plan.provides as Record<string, unknown>) }));

test('what prod runs today fits together, and each way in which it might not is found', () => {
  const reader = candidate('kafka-message-exporter');
  const all = readdirSync(join(repository, folder, 'plan')).map((file) =>
    candidate(file.replace('.yaml', '')),
  );
  expect(conflictsIn(all)).toEqual([]);
  const found = (...others: PinnedCandidate[]): string[] =>
    conflictsIn([reader, ...others])
      .filter(({ app }) => app === reader.node.name)
      .map(({ code, message }) => `${code}: ${message}`);
  expect(found(withProvides('kafka', ({ bootstrap: _, ...rest }) => rest))).toEqual([
    'unprovided: "kafka-message-exporter" reads bootstrap of "kafka", which has no such output',
  ]);
  const topic = { kind: 'topic', name: 'renamed' };
  expect(found(withProvides('kafka', (all) => ({ ...all, 'topics.obsrvConnectorsMetrics': topic })))).toEqual(
    [
      'unprovided: "kafka-message-exporter" reads topics.obsrvConnectorsMetrics of "kafka", where it is another one',
    ],
  );
  expect(found(candidate('kafka', (plan) => ({ ...plan, admits: {} })))).toEqual([
    'unprovided: "kafka-message-exporter" connects to port 9092 of "kafka", which does not let it in',
  ]);
  // What waits for something must have it.
  expect(conflictsIn([candidate('kafka')]).map(({ code, other }) => `${code} ${other}`)).toEqual([
    'missing-dependency secret-stores',
    'missing-dependency strimzi',
  ]);
  const later = conflictsIn([
    candidate('strimzi', (plan) => ({ ...plan, layer: 'apis' })),
    candidate('kafka'),
  ]);
  expect(later.map(({ code }) => code)).toContain('later-layer');
  const circle = conflictsIn([
    candidate('valkey-dedup', (plan) => ({ ...plan, dependsOn: ['valkey-denorm'] })),
    candidate('valkey-denorm', (plan) => ({ ...plan, dependsOn: ['valkey-dedup'] })),
  ]);
  expect(circle.map(({ message }) => message)).toContain(
    'apps depend on each other: valkey-dedup → valkey-denorm → valkey-dedup',
  );
});
