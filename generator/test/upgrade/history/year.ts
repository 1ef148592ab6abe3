import { digestOf, type Project, project, styles, type TagEvent } from './releases.ts';
import { type Dice, diceOf } from './seeded.ts';

/** A chart with the version of the program that each of its versions brings. */
export interface ChartProject extends Project {
  readonly place: 'repository' | 'oci' | 'git';
  readonly appVersions: ReadonlyMap<string, string>;
}

/** How an entry is to be upgraded, and how its file says so. */
export interface Entry {
  readonly key: string;
  readonly project: Project | ChartProject;
  /** 0 for patches at the most, 1 for minor steps, 2 for all, -1 for none. */
  readonly largest: -1 | 0 | 1 | 2;
  readonly group: string | null;
  readonly automerge: 'none' | 'patch' | 'minor';
  /** A pattern where the style needs one. */
  readonly tags: string | null;
  readonly cooldown: number | null;
  /** Chart whose version of the program decides. */
  readonly follows: string | null;
}

export interface Year {
  readonly days: number;
  readonly images: readonly Entry[];
  readonly charts: readonly Entry[];
  /** Days on which a host does not answer. */
  readonly down: readonly { readonly host: string; readonly from: number; readonly until: number }[];
}

const hosts = ['docker.io', 'quay.io', 'ghcr.io', 'registry.example.org'];
const limits = ['patch', 'minor', 'major'];

export const isDown = ({ down }: Year, host: string, day: number): boolean =>
  down.some((outage) => outage.host === host && day >= outage.from && day < outage.until);

/** A year of so many images and charts, always the same for a seed. */
export function yearOf(seed: number, sizes: { images: number; charts: number; days: number }): Year {
  const dice = diceOf(seed);
  const charts = Array.from({ length: sizes.charts }, (_, i) => chartEntry(i, sizes.days, dice));
  const leaders = charts
    .filter(({ project }) => (project as ChartProject).place !== 'git')
    .slice(0, Math.floor(sizes.charts / 4));
  const images = Array.from({ length: sizes.images }, (_, i) => {
    const leader = leaders[i];
    return leader ? follower(leader, sizes.days, dice) : imageEntry(i, sizes.days, dice);
  });
  const down = Array.from({ length: Math.ceil(sizes.days / 120) }, () => {
    const from = dice.whole(5, Math.max(6, sizes.days - 10));
    return { host: dice.pick(hosts), from, until: from + 7 };
  });
  return { days: sizes.days, images, charts, down };
}

function imageEntry(i: number, days: number, dice: Dice): Entry {
  const style = dice.pick(styles);
  const key = `image-${i}`;
  return {
    key,
    project: project(key, style, dice.pick(hosts), days, dice),
    largest: style === 'date' ? 2 : dice.pick([-1, 0, 1, 1, 1, 2]),
    group: dice.chance(0.1) ? dice.pick(['tools', 'metrics']) : null,
    automerge: dice.pick(['none', 'none', 'patch', 'minor']),
    tags: style === 'debian' ? '^(?<version>\\d+\\.\\d+\\.\\d+-debian-12-r\\d+)$' : null,
    cooldown: dice.chance(0.15) ? dice.whole(0, 14) : null,
    follows: null,
  };
}

function chartEntry(i: number, days: number, dice: Dice): Entry {
  const key = `chart-${i}`;
  const place = dice.pick(['repository', 'repository', 'oci', 'git'] as const);
  const made = project(key, 'plain', dice.pick(hosts), days, dice);
  const appVersions = new Map<string, string>();
  let app = [1, 0, 0];
  for (const tag of made.truths.keys()) {
    if (dice.chance(0.7)) app = [app[0] ?? 0, app[1] ?? 0, (app[2] ?? 0) + 1];
    else if (dice.chance(0.3)) app = [app[0] ?? 0, (app[1] ?? 0) + 1, 0];
    appVersions.set(tag, app.join('.'));
  }
  return {
    key,
    project: { ...made, place, appVersions } as ChartProject,
    largest: dice.pick([0, 1, 1, 2]),
    group: null,
    automerge: 'none',
    tags: null,
    cooldown: null,
    follows: null,
  };
}

/** An image whose tags are the versions that a chart brings: on the same day, or a few days late, or never. */
function follower(leader: Entry, days: number, dice: Dice): Entry {
  const chart = leader.project as ChartProject;
  const key = `${leader.key}-image`;
  const repository = `${chart.host}/example/${key}`;
  const events: TagEvent[] = [];
  const truths = new Map<string, { kind: 'release'; order: number[] }>();
  for (const { day, tag, digest } of chart.events) {
    const version = chart.appVersions.get(tag);
    if (version === undefined || digest === null || truths.has(version)) continue;
    truths.set(version, { kind: 'release', order: version.split('.').map(Number) });
    const late = day === 0 || dice.chance(0.7) ? 0 : dice.chance(0.8) ? dice.whole(1, 9) : days;
    events.push({ day: day + late, tag: version, digest: digestOf(repository, version) });
  }
  events.sort((a, b) => a.day - b.day);
  const start = chart.appVersions.get(chart.start) ?? '';
  const own = {
    key,
    repository,
    host: chart.host,
    style: 'plain' as const,
    start,
    truths,
    events,
    goneFrom: null,
  };
  return { ...leader, key, project: own, follows: leader.key, group: null, automerge: 'none' };
}

/** One line for each entry, so that people and upgrades may change the same file. */
export function imagesText({ images }: Year): string {
  const lines = images.map(({ key, project, ...entry }) => {
    const { repository, start } = project;
    return `  ${key}: # as ${key} has it\n    repository: ${repository}\n    tag: "${start}"\n    digest: null # of ${start}\n    policy: ${policyText(entry)}\n`;
  });
  return `# Every image that runs.\nimages:\n${lines.join('')}`;
}

export function upstreamText({ charts }: Year): string {
  const lines = charts.map(({ key, project, ...entry }) => {
    const { repository, start, place, host } = project as ChartProject;
    const policy = `    policy: ${policyText(entry)}\n`;
    const version = `    version: ${start}\n`;
    if (place === 'repository')
      return `  ${key}:\n    repository: https://${host}/${key}\n    chart: ${key}\n${version}${policy}`;
    if (place === 'oci') return `  ${key}:\n    oci: ${repository}\n    chart: ${key}\n${version}${policy}`;
    return `  ${key}:\n    git: https://${host}/${key}.git\n    revision: ${commitOf(key, start)}\n${version}    path: crds\n    type: directory\n${policy}`;
  });
  return `charts:\n${lines.join('')}`;
}

/** The commit that a tag of a chart's git repository names. */
export const commitOf = (key: string, tag: string): string => digestOf(key, tag, 'commit').slice(7, 47);

function policyText(entry: Omit<Entry, 'key' | 'project'>): string {
  const { largest, group, automerge, tags, cooldown, follows } = entry;
  const keys = [
    `update: ${largest < 0 ? 'none' : limits[largest]}`,
    `automerge: ${automerge}`,
    group === null ? [] : `group: ${group}`,
    tags === null ? [] : `tags: '${tags}'`,
    cooldown === null ? [] : `cooldown: ${cooldown}`,
    follows === null ? [] : `follows: { chart: ${follows} }`,
  ];
  return `{ ${keys.flat().join(', ')} }`;
}
