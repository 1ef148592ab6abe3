import { isLater, sizeBetween, tagsOn } from './releases.ts';
import { imagesEach, isStore } from './small-platform.ts';
import { type Change, changesBetween, strayLines, versionsIn } from './versions-in.ts';
import { type ChartProject, commitOf, type Entry, isDown } from './year.ts';
import type { YearWorld } from './year-world.ts';

/** What was there before a run. */
export interface Before {
  readonly open: ReadonlySet<number>;
  readonly branches: ReadonlyMap<string, string>;
}

export const beforeRun = ({ forge, git }: YearWorld): Before => ({
  open: new Set(forge.open.map(({ number }) => number)),
  branches: new Map(git.branches),
});

const prefix = 'upgrade/';

/** What a run did that no run may do, one line each. */
export function broken(world: YearWorld, before: Before): string[] {
  return [
    ...tooMany(world, before),
    ...[...world.git.branches]
      .filter(([name]) => name.startsWith(prefix))
      .flatMap(([name]) => onBranch(world, name, before)),
    ...reopened(world, before),
    ...world.people.lost(),
  ].map((line) => `day ${world.day}: ${line}`);
}

function tooMany(world: YearWorld, before: Before): string[] {
  const { open } = world.forge;
  const fresh = open.filter(({ number }) => !before.open.has(number));
  const heads = open.map(({ head }) => head);
  const stores = open.filter(({ head }) => changesOn(world, head).some(({ key }) => keepsData(world, key)));
  return [
    ...heads.filter((head, i) => heads.indexOf(head) !== i).map((head) => `two pull requests of ${head}`),
    ...(open.length > world.settings.open && fresh.length > 0 ? [`${open.length} are open`] : []),
    ...(stores.length > 1 ? [`data stores in flight: ${stores.map(({ head }) => head).join(', ')}`] : []),
    ...(world.isFrozen ? fresh.map(({ head }) => `${head} was opened in a freeze`) : []),
  ];
}

const keepsData = ({ year }: YearWorld, key: string): boolean => {
  const i = year.images.findIndex((entry) => entry.key === key);
  return i >= 0 && isStore(Math.floor(i / imagesEach));
};

/** What a branch changes, without what people did on it. */
function changesOn({ git }: YearWorld, branch: string): Change[] {
  let at = git.branches.get(branch) ?? '';
  while (git.commits.get(at)?.by === 'person') at = git.commits.get(at)?.parent ?? '';
  const parent = git.commits.get(at)?.parent;
  return parent ? changesBetween(git.filesOf(parent), git.filesOf(at)) : [];
}

function onBranch(world: YearWorld, branch: string, before: Before): string[] {
  const { git, forge } = world;
  const tip = git.branches.get(branch) ?? '';
  const commit = git.commits.get(tip);
  // What people left there, and what nobody has deleted yet, was looked at when it was made.
  if (!commit?.parent || commit.by === 'person' || git.isAncestor(tip, git.main)) return [];
  if (!forge.open.some(({ head }) => head === branch)) return [];
  const wrong = [...strayLines(git.filesOf(commit.parent), commit.files)];
  try {
    world.mustGenerate(commit.files);
  } catch (error) {
    wrong.push(`does not generate: ${(error as Error).message}`);
  }
  const changes = changesOn(world, branch);
  if (changes.length === 0) wrong.push('changes nothing');
  const isNew = before.branches.get(branch) !== tip;
  wrong.push(
    ...changes.flatMap((change) => wrongStep(world, change, isNew).map((line) => `${change.key}: ${line}`)),
  );
  wrong.push(...outOfStep(world, commit.files));
  return wrong.map((line) => `${branch}: ${line}`);
}

const entryOf = ({ year }: YearWorld, key: string): Entry => {
  const found = [...year.images, ...year.charts].find((entry) => entry.key === key);
  if (!found) throw new Error(`there is no ${key}`);
  return found;
};

function wrongStep(world: YearWorld, { key, from, to }: Change, isNew: boolean): string[] {
  const { project, largest, cooldown, follows } = entryOf(world, key);
  const wrong = digestProblems(world, key, to);
  if (from.version === to.version) return wrong;
  const [old, next] = [project.truths.get(from.version), project.truths.get(to.version)];
  const step = `${from.version} to ${to.version}`;
  if (!old || !next) return [`${step}: no such version`];
  if (next.kind !== 'release') wrong.push(`${step}: that is ${next.kind}`);
  if (!isLater(next.order, old.order)) wrong.push(`${step} is a downgrade`);
  if (follows === null && sizeBetween(old.order, next.order) > largest) wrong.push(`${step} is too large`);
  if (world.ignored.has(`${key} ${to.version}`)) wrong.push(`${step} is ignored`);
  const sight = world.sights.get(`${key} ${to.version}`);
  const days = cooldown ?? world.settings.cooldown;
  if (follows === null && (sight === undefined || world.day - sight < days))
    wrong.push(`${step} is inside its cooldown: seen on day ${sight}`);
  if (isNew && !isReachable(world, key)) wrong.push(`${step}: nobody could know today`);
  return wrong;
}

const isReachable = ({ year, day }: YearWorld, key: string): boolean => {
  const entry = [...year.images, ...year.charts].find((other) => other.key === key);
  return entry !== undefined && !isDown(year, entry.project.host, day);
};

/** A digest is what the tag means today, where anybody can tell. */
function digestProblems(world: YearWorld, key: string, { version, digest }: Change['to']): string[] {
  const { project } = entryOf(world, key);
  if (!isReachable(world, key)) return [];
  const isGone = project.goneFrom !== null && world.day >= project.goneFrom;
  const meant = isGone ? undefined : tagsOn(project, world.day).get(version);
  if (meant === undefined) return [`${version} is not there`];
  if (!('place' in project)) return digest === meant ? [] : [`${version} is ${meant}, not ${digest}`];
  if ((project as ChartProject).place !== 'git') return [];
  return digest === commitOf(key, version) ? [] : [`${version} is not the commit ${digest}`];
}

/** Followers say what their charts bring. */
export function outOfStep({ year }: YearWorld, files: YearWorld['files']): string[] {
  const versions = versionsIn(files);
  return year.images.flatMap(({ key, follows }) => {
    const leader = year.charts.find((chart) => chart.key === follows);
    if (!leader) return [];
    const wanted = (leader.project as ChartProject).appVersions.get(versions.get(leader.key)?.version ?? '');
    const stands = versions.get(key)?.version;
    return stands === wanted ? [] : [`${key} is ${stands}, and ${leader.key} brings ${wanted}`];
  });
}

function reopened(world: YearWorld, before: Before): string[] {
  const fresh = world.forge.open.filter(({ number }) => !before.open.has(number));
  return fresh
    .filter(({ head }) => world.people.refused.has(wantOf(world, head)))
    .map(({ head }) => `${head} was closed by a person, and is open again`);
}

/** What a branch wants, as one line. */
export const wantOf = (world: YearWorld, branch: string): string =>
  JSON.stringify([branch, changesOn(world, branch).map(({ key, to }) => [key, to.version, to.digest])]);
