import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type PinnedCandidate, readCandidate } from '../../src/promote/pins/candidate.ts';
import { compose, pinnedText } from '../../src/promote/pins/compose.ts';
import { conflictsIn } from '../../src/promote/pins/mix.ts';
import { read } from '../../testing/folder.ts';

const root = join(import.meta.dirname, '../golden/everything');
const folder = 'environments/main/generated/candidate';
const commit = 'a1'.repeat(20);

/** A candidate, its plan edited. */
function candidate(
  app: string,
  edit: (plan: Record<string, unknown>) => unknown = (plan) => plan,
): PinnedCandidate {
  const text = (kind: string): string => read(root, join(folder, kind, `${app}.yaml`));
  const plan = stringify(edit(parse(text('plan')) as Record<string, unknown>));
  const found = readCandidate({ application: text('applications'), plan, values: null, companion: null });
  if (!found) throw new Error(`${app} cannot be read`);
  return found;
}

test('the chart, its values and its companion are all pinned to the same commit', () => {
  const text = pinnedText(read(root, `${folder}/applications/vault.yaml`), commit, 3);
  expect(text).not.toContain('{{');
  expect(text.split(`targetRevision: "${commit}"`)).toHaveLength(3);
  expect(text).toContain('sync-wave: "3"');
});

test('operations run from their pin too, inside the set that makes them', () => {
  const { apps } = compose([{ commit, candidate: candidate('dashboard') }], 'release.yaml');
  expect(JSON.stringify(apps[0]?.application)).not.toContain('{{');
  expect(JSON.stringify(apps[0]?.application).split(commit)).toHaveLength(3);
});

test('a candidate of an older generator is read without what was added since, and with what was dropped', () => {
  const old = candidate('db', ({ secrets: _, patience: __, admits: ___, uses: ____, ...rest }) => ({
    ...rest,
    dropped: { since: 'long ago' },
  }));
  expect(old.node).toMatchObject({ name: 'db', secrets: {}, uses: [], admits: {}, keepsData: true });
});

test('one that lacks what decides is refused', () => {
  const text = read(root, `${folder}/applications/db.yaml`);
  const texts = { application: text, values: null, companion: null };
  for (const plan of ['', 'name: db\n', 'name: [', '- a\n'])
    expect(readCandidate({ ...texts, plan })).toBeNull();
  const plan = read(root, `${folder}/plan/db.yaml`);
  expect(readCandidate({ ...texts, plan })).not.toBeNull();
  expect(readCandidate({ ...texts, plan, application: 'kind: ConfigMap\n' })).toBeNull();
});

const withProvides = (app: string, change: (provides: Record<string, unknown>) => unknown): PinnedCandidate =>
  candidate(app, (plan) => ({ ...plan, provides: change(plan.provides as Record<string, unknown>) }));

test('what runs fits together, and each way in which it might not is found', () => {
  const reader = candidate('dashboard');
  const all = readdirSync(join(root, folder, 'plan')).map((file) => candidate(file.replace('.yaml', '')));
  expect(conflictsIn(all)).toEqual([]);
  const found = (...others: PinnedCandidate[]): string[] =>
    conflictsIn([reader, ...others])
      .filter(({ app, code }) => app === reader.node.name && code === 'unprovided')
      .map(({ code, message }) => `${code}: ${message}`);
  expect(found(withProvides('db', ({ server: _, ...rest }) => rest))).toEqual([
    'unprovided: "dashboard" reads server of "db", which has no such output',
  ]);
  const rows = { kind: 'database', name: 'renamed' };
  expect(found(withProvides('db', (before) => ({ ...before, 'databases.rows': rows })))).toEqual([
    'unprovided: "dashboard" reads databases.rows of "db", where it is another one',
  ]);
  expect(found(candidate('db', (plan) => ({ ...plan, admits: {} })))).toEqual([
    'unprovided: "dashboard" connects to port 15432 of "db", which does not let it in',
  ]);
  // What waits for something must have it.
  expect(conflictsIn([candidate('db')]).map(({ code, other }) => `${code} ${other}`)).toEqual([
    'missing-dependency engine',
    'missing-dependency vault',
  ]);
  const later = conflictsIn([candidate('engine', (plan) => ({ ...plan, layer: 'apis' })), candidate('db')]);
  expect(later.map(({ code }) => code)).toContain('later-layer');
  const circle = conflictsIn([
    candidate('engine', (plan) => ({ ...plan, dependsOn: ['db'] })),
    candidate('db', (plan) => ({ ...plan, dependsOn: ['engine'] })),
  ]);
  expect(circle.map(({ message }) => message)).toContain('apps depend on each other: db → engine → db');
});
