import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Candidate, readCandidate } from '../../src/candidates/candidate.ts';
import { readImages } from '../../src/candidates/images-file.ts';
import { planText, readPlan } from '../../src/candidates/plan-file.ts';
import { compose, pinnedText } from '../../src/running/compose.ts';
import { conflictsIn } from '../../src/running/conflicts.ts';
import type { Pin } from '../../src/running/pins.ts';
import { read } from '../../testing/folder.ts';

const root = join(import.meta.dirname, '../golden/everything');
const folder = 'environments/main/generated/candidate';
const commit = 'a1'.repeat(20);

const images = readImages(read(root, join(folder, 'images.yaml')));

type Plan = Readonly<Record<string, unknown>>;

/** A candidate, its plan edited. */
function candidate(app: string, edit: (plan: Plan) => unknown = (plan) => plan): Candidate {
  const text = (kind: string): string => read(root, join(folder, kind, `${app}.yaml`));
  const plan = stringify(edit(parse(text('plan')) as Plan));
  const texts = { application: text('applications'), plan, values: null, companion: null };
  const found = readCandidate(texts, images);
  if (!found) throw new Error(`${app} cannot be read`);
  return found;
}

const apps = readdirSync(join(root, folder, 'plan')).map((file) => file.replace('.yaml', ''));

/** Every app of a commit; `edited` has those that are not as the golden tree has them there. */
const commitWith = (
  edited: Readonly<Record<string, Candidate>> = {},
): Readonly<Record<string, Candidate>> => ({
  ...Object.fromEntries(apps.map((app) => [app, candidate(app)])),
  ...edited,
});

/** An app from a commit, whatever else that commit has. */
function pin(app: string, beside: Readonly<Record<string, Candidate>> = commitWith()): Pin {
  const found = beside[app];
  if (!found) throw new Error(`${app} is not there`);
  return { commit, candidate: found, beside };
}

test('the chart, its values and its companion are all pinned to the same commit', () => {
  const text = pinnedText(read(root, `${folder}/applications/vault.yaml`), commit, 3);
  expect(text).not.toContain('{{');
  expect(text.split(`targetRevision: "${commit}"`)).toHaveLength(3);
  expect(text).toContain('sync-wave: "3"');
});

test('operations run from their pin too, inside the set that makes them', () => {
  const { apps: running } = compose([pin('dashboard')], 'release.yaml');
  expect(running[0]?.text).not.toContain('{{');
  expect(running[0]?.text.split(commit)).toHaveLength(3);
});

test('a plan of an older generator is read without what was added since, and with what was dropped', () => {
  const { name, description, layer, namespace, chart } = candidate('db').node;
  const old = candidate('db', () => ({
    name,
    description,
    layer,
    namespace,
    chart,
    dropped: { since: 2020 },
  }));
  expect(old.node).toMatchObject({ name: 'db', secrets: {}, uses: [], keepsData: false, patience: 1800 });
});

test.each(apps)('what is written of %s says all that was planned', (app) => {
  const { node } = candidate(app);
  const written = planText(node, 'x');
  expect(readPlan(written, images)).toEqual(node);
  const lines = (text: string): string[] => text.split('\n').slice(1);
  expect(lines(written)).toEqual(lines(read(root, join(folder, 'plan', `${app}.yaml`))));
});

test('one that lacks what decides is refused', () => {
  const text = read(root, `${folder}/applications/db.yaml`);
  const texts = { application: text, values: null, companion: null };
  for (const plan of ['', 'name: db\n', 'name: [', '- a\n'])
    expect(readCandidate({ ...texts, plan }, images)).toBeNull();
  const plan = read(root, `${folder}/plan/db.yaml`);
  expect(readCandidate({ ...texts, plan }, images)).not.toBeNull();
  expect(readCandidate({ ...texts, plan, application: 'kind: ConfigMap\n' }, images)).toBeNull();
});

const withProvides = (app: string, change: (provides: Plan) => unknown): Candidate =>
  candidate(app, (plan) => ({ ...plan, provides: change(plan.provides as Plan) }));

/** What is wrong with a reader and the db that it reads from, each from a commit of its own. */
const wrong = (db: Candidate, dashboard = candidate('dashboard')): string[] =>
  conflictsIn([pin('dashboard'), pin('db', commitWith({ db, dashboard }))])
    .filter(({ app, code }) => app === 'dashboard' && code === 'unprovided')
    .map(({ code, message }) => `${code}: ${message}`);

test('what runs fits together', () => {
  expect(conflictsIn(apps.map((app) => pin(app)))).toEqual([]);
});

test('what was read must be provided as it was', () => {
  expect(wrong(withProvides('db', ({ server: _, ...rest }) => rest))).toContain(
    'unprovided: "dashboard" reads server of "db", which has no such output',
  );
  const rows = { kind: 'database', name: 'renamed' };
  expect(wrong(withProvides('db', (before) => ({ ...before, 'databases.rows': rows })))).toEqual([
    'unprovided: "dashboard" reads databases.rows of "db", where it is another one',
  ]);
});

test('a port must be open to the reader where the other comes from', () => {
  const alone = candidate('dashboard', (plan) => ({ ...plan, consumes: {} }));
  expect(wrong(candidate('db'), alone)).toEqual([
    'unprovided: "dashboard" connects to port 15432 of "db", which does not let it in',
  ]);
});

test('what an app depends on runs, in no later layer, and does not depend on it', () => {
  expect(conflictsIn([pin('db')]).map(({ code, other }) => `${code} ${other}`)).toEqual([
    'missing-dependency engine',
    'missing-dependency vault',
  ]);
  const edited = (app: string, change: Plan): Pin =>
    pin(app, commitWith({ [app]: candidate(app, (plan) => ({ ...plan, ...change })) }));
  const later = conflictsIn([edited('engine', { layer: 'apis' }), pin('db')]);
  expect(later.map(({ code }) => code)).toContain('later-layer');
  const circle = conflictsIn([
    edited('engine', { dependsOn: ['db'] }),
    edited('db', { dependsOn: ['engine'] }),
  ]);
  expect(circle.map(({ message }) => message)).toContain('apps depend on each other: db → engine → db');
});
