import { expect, test } from 'vitest';
import { beforeRun, broken } from './invariants.ts';
import { digestOf, type Project, type Truth } from './releases.ts';
import { versionPaths } from './small-platform.ts';
import { type ChartProject, commitOf, type Entry, type Year } from './year.ts';
import { YearWorld } from './year-world.ts';

const host = 'registry.example.org';
const release = (...order: readonly number[]): Truth => ({ kind: 'release', order });
const tags: readonly (readonly [string, Truth, number])[] = [
  ['1.0.0', release(1, 0, 0), 0],
  ['1.1.0', release(1, 1, 0), 0],
  ['2.0.0', release(2, 0, 0), 0],
  ['0.9.0', release(0, 9, 0), 0],
  ['1.1.1', release(1, 1, 1), 8],
  ['1.2.0-rc.1', { kind: 'prerelease', order: [1, 2, 0] }, 0],
  ['1.3.0', { kind: 'foreign', order: [1, 3, 0] }, 0],
];

function projectOf(key: string): Project {
  const repository = `${host}/example/${key}`;
  return {
    key,
    repository,
    host,
    style: 'plain',
    start: '1.0.0',
    truths: new Map(tags.map(([tag, truth]) => [tag, truth])),
    events: tags.map(([tag, , day]) => ({ day, tag, digest: digestOf(repository, tag) })),
    goneFrom: null,
  };
}

const entryOf = (key: string, more: Partial<Entry> = {}): Entry => ({
  key,
  project: projectOf(key),
  largest: 1,
  group: null,
  automerge: 'none',
  tags: null,
  cooldown: null,
  follows: null,
  ...more,
});

const chartOf = (key: string, place: ChartProject['place']): Entry => {
  const appVersions = new Map(tags.map(([tag]) => [tag, tag]));
  const project: ChartProject = { ...projectOf(key), place, appVersions };
  return entryOf(key, { project });
};
const year: Year = {
  days: 30,
  // The third app keeps data: six images each.
  images: [...'abcdefghijkl', 'store', 'other']
    .map((key) => entryOf(key))
    .concat(entryOf('behind', { follows: 'chart' })),
  charts: [chartOf('crds', 'git'), chartOf('chart', 'repository')],
  down: [],
};

/** A world on day 10, after a look on every day. */
function worldOf(freezes: readonly { reason: string; from: string; until: string }[] = []): YearWorld {
  const world = new YearWorld(year, { open: 2, cooldown: 3, freezes });
  for (world.day = 0; world.day < 10; world.day++) world.observe();
  world.observe();
  return world;
}

/** Proposes a version on a branch of its own, as a run would. */
async function propose(
  world: YearWorld,
  key: string,
  version: string,
  digest = digestOf(`${host}/example/${key}`, version),
) {
  return proposeText(world, key, (text) =>
    text.replace(
      new RegExp(`(  ${key}: .*\\n    repository: .*\\n    tag: )"[^"]*"(\\n    digest: )\\S+`),
      `$1"${version}"$2${digest}`,
    ),
  );
}

async function proposeText(
  world: YearWorld,
  name: string,
  edit: (text: string) => string,
  file: string = versionPaths.images,
) {
  const { git, forge } = world;
  const files = new Map(world.files).set(file, edit(world.files.get(file) ?? ''));
  const head = `upgrade/${name}`;
  git.branches.set(head, git.add({ files, parent: git.main, by: 'us' }));
  await forge.savePullRequest({ head, base: 'main', title: name, body: name, labels: [], reviewers: [] });
}

/** What is said of something that a run did. */
async function said(deed: (world: YearWorld) => Promise<unknown>, world = worldOf()): Promise<string> {
  const before = beforeRun(world);
  await deed(world);
  return broken(world, before).join('\n');
}

test('what runs may do is not complained about', async () => {
  expect(await said(async () => undefined)).toBe('');
  expect(await said((world) => propose(world, 'a', '1.1.0'))).toBe('');
  expect(await said((world) => propose(world, 'a', '1.0.0'))).toBe('');
});

test('wrong versions are noticed', async () => {
  expect(await said((world) => propose(world, 'a', '0.9.0'))).toContain('1.0.0 to 0.9.0 is a downgrade');
  expect(await said((world) => propose(world, 'a', '2.0.0'))).toContain('1.0.0 to 2.0.0 is too large');
  expect(await said((world) => propose(world, 'a', '1.2.0-rc.1'))).toContain('that is prerelease');
  expect(await said((world) => propose(world, 'a', '1.3.0'))).toContain('that is foreign');
  expect(await said((world) => propose(world, 'a', '1.4.0'))).toContain('no such version');
  expect(await said((world) => propose(world, 'a', '1.1.1'))).toContain('inside its cooldown: seen on day 8');
  const ignoring = worldOf();
  ignoring.ignored.add('a 1.1.0');
  expect(await said((world) => propose(world, 'a', '1.1.0'), ignoring)).toContain('is ignored');
});

test('a digest of something else is noticed, and a commit', async () => {
  expect(await said((world) => propose(world, 'a', '1.1.0', digestOf('else')))).toContain(
    `not ${digestOf('else')}`,
  );
  const toCommit = (commit: string) => (text: string) =>
    text.replace(/revision: .*\n {4}version: 1.0.0/, `revision: ${commit}\n    version: 1.1.0`);
  const deed = (commit: string) => (world: YearWorld) =>
    proposeText(world, 'crds', toCommit(commit), versionPaths.charts);
  const wrong = commitOf('crds', '1.0.0');
  expect(await said(deed(wrong))).toContain(`1.1.0 is not the commit ${wrong}`);
  expect(await said(deed(commitOf('crds', '1.1.0')))).toBe('');
});

test('a follower that stays behind is noticed', async () => {
  const alone = (text: string) => text.replace(/(chart: chart\n {4}version: )1.0.0/, '$11.1.0');
  const deed = (world: YearWorld) => proposeText(world, 'chart', alone, versionPaths.charts);
  expect(await said(deed)).toBe('day 10: upgrade/chart: behind is 1.0.0, and chart brings 1.1.0');
});

test('other bytes are noticed, and a tree that does not generate', async () => {
  const loses = (text: string) =>
    text.replace(/(tag: )"1.0.0"(\n {4}digest: )null # of 1.0.0/, '$1"1.1.0"$2null');
  expect(await said((world) => proposeText(world, 'a', loses))).toContain(
    'digest: null # of 1.0.0 became digest: null',
  );
  const shortens = (text: string) => text.replace('# Every image that runs.\n', '');
  expect(await said((world) => proposeText(world, 'a', shortens))).toContain('lines instead of');
  const floats = (text: string) => text.replace('tag: "1.0.0"', 'tag: "latest"');
  expect(await said((world) => proposeText(world, 'a', floats))).toContain('does not generate');
});

test('too many are noticed: open, of one branch, of data stores, in a freeze', async () => {
  const three = async (world: YearWorld) => {
    for (const key of ['a', 'b', 'c']) await propose(world, key, '1.1.0');
  };
  expect(await said(three)).toContain('3 are open');
  const stores = async (world: YearWorld) => {
    for (const key of ['store', 'other']) await propose(world, key, '1.1.0');
  };
  expect(await said(stores)).toContain('data stores in flight: upgrade/store, upgrade/other');
  const freeze = { reason: 'Holidays.', from: '2026-01-05T00:00:00Z', until: '2026-01-20T00:00:00Z' };
  expect(await said((world) => propose(world, 'a', '1.1.0'), worldOf([freeze]))).toContain(
    'was opened in a freeze',
  );
});

test('what people did is not undone', async () => {
  const world = worldOf();
  await propose(world, 'a', '1.1.0');
  world.people.close(1, 'upgrade/a');
  expect(await said((of) => propose(of, 'a', '1.1.0'), world)).toContain(
    'was closed by a person, and is open again',
  );

  const other = worldOf();
  await propose(other, 'a', '1.1.0');
  other.people.commitOn('upgrade/a');
  expect(await said(async () => undefined, other)).toBe('');
  expect(await said((of) => propose(of, 'a', '1.1.0'), other)).toContain(
    "a person's commit on upgrade/a is lost",
  );
});
