import { upgradePolicy } from '../../src/definition/shape/upgrade-policy-shape.ts';
import type { Clock } from '../../src/promote/plan/request.ts';
import type { UnitChoice } from '../../src/upgrade/choice.ts';
import { choose } from '../../src/upgrade/choose/choose.ts';
import type { ChoiceContext } from '../../src/upgrade/choose/verdict.ts';
import { look } from '../../src/upgrade/look/look.ts';
import { seenNow } from '../../src/upgrade/seen/seen-now.ts';
import type { Seen } from '../../src/upgrade/seen.ts';
import type { ChartRelease, ImageFacts, SourceAnswer, Sources } from '../../src/upgrade/sources.ts';
import type {
  ChartSubject,
  GitSubject,
  ImageSubject,
  Subject,
  ToolSubject,
} from '../../src/upgrade/subject.ts';
import { toolEntry } from '../../src/upgrade/tool/tool-entry.ts';
import type { Unit } from '../../src/upgrade/unit.ts';

const digits = (text: string): string => Buffer.from(text).toString('hex');

/** What a tag means where nothing else is said. */
export const digestOf = (tag: string): string => `sha256:${digits(tag).padEnd(64, '0').slice(0, 64)}`;

const entry = (file: string, key: string, current: string, policy: object) => ({
  id: `${file}: ${key}`,
  key,
  file,
  current,
  policy: upgradePolicy.parse(policy),
});

/** An entry of `images.yaml`, pinned to what its tag means. */
export const image = (
  key: string,
  current: string,
  policy: object = {},
  digest: string | null = digestOf(current),
): ImageSubject => ({
  ...entry('images.yaml', key, current, policy),
  kind: 'image',
  repository: `registry.example.org/${key}`,
  digest,
});

export const chart = (key: string, current: string, policy: object = {}): ChartSubject => ({
  ...entry('charts/upstream.yaml', key, current, policy),
  kind: 'chart',
  place: 'repository',
  repository: 'https://charts.example.org',
  chart: key,
});

export const folder = (key: string, current: string, policy: object = {}): GitSubject => ({
  ...entry('charts/upstream.yaml', key, current, policy),
  kind: 'git',
  repository: `https://git.example.org/${key}.git`,
  revision: digits(current).padEnd(40, '0'),
});

export const tool = (key: string, current: string, more: object = {}): ToolSubject => ({
  ...entry('generator/tools.json', key, current, {}),
  kind: 'tool',
  entry: toolEntry.parse({ version: current, ...more }),
});

export const unit = (subjects: readonly Subject[], more: Partial<Unit> = {}): Unit => ({
  name: subjects[0]?.key ?? '',
  subjects,
  runBy: [],
  keepsData: false,
  ...more,
});

export const today = '2026-03-20';

export const clock: Clock = {
  now: Date.parse(`${today}T12:00:00Z`) / 1000,
  today,
  dayAfter: (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10),
};

/** What the world outside has, by key of an entry. A text in place of an answer is why there is none. */
export interface World {
  /** Tags or versions, parted by blanks. */
  readonly has?: Readonly<Record<string, string>>;
  readonly charts?: Readonly<Record<string, readonly Partial<ChartRelease>[]>>;
  /** By tag. */
  readonly digests?: Readonly<Record<string, string>>;
  /** By tag. */
  readonly facts?: Readonly<Record<string, Partial<ImageFacts>>>;
  /** Keys of what does not answer. */
  readonly silent?: readonly string[];
  /** Keys and tags of what is gone. */
  readonly gone?: readonly string[];
  /** Tags without a valid signature. */
  readonly unsigned?: readonly string[];
}

const plainFacts: ImageFacts = {
  platforms: ['linux/amd64'],
  created: null,
  labels: {},
  entrypoint: ['/program'],
  command: [],
};

/** Sources on a world in memory, and all that they were asked. */
export function sourcesOn(world: World): Sources & { readonly asked: string[] } {
  const asked: string[] = [];
  const keyOf = (repository: string): string => repository.replace(/^.*\/|\.git$/g, '');
  const answer = <T>(question: string, key: string, value: () => T | null): SourceAnswer<T> => {
    asked.push(question);
    if (world.silent?.includes(key)) return { kind: 'failed', why: `${key} did not answer` };
    const found = world.gone?.includes(key) ? null : value();
    return found === null ? { kind: 'missing', why: `no ${key}` } : { kind: 'found', value: found };
  };
  const listed = (key: string): string[] => (world.has?.[key] ?? '').split(' ').filter((text) => text !== '');
  const releases = ({ key, current }: ChartSubject): ChartRelease[] =>
    (world.charts?.[key] ?? [...new Set([current, ...listed(key)])].map((version) => ({ version }))).map(
      (release) => ({ version: '', appVersion: null, created: null, deprecated: false, ...release }),
    );
  const meaning = (tag: string): string => world.digests?.[tag] ?? digestOf(tag);
  const tagOf = (digest: string, key: string): string =>
    Object.keys({ ...world.facts, ...Object.fromEntries(listed(key).map((tag) => [tag, 0])) }).find(
      (tag) => meaning(tag) === digest,
    ) ?? '';
  return {
    asked,
    tags: async (repository) =>
      answer(`tags ${keyOf(repository)}`, keyOf(repository), () => listed(keyOf(repository))),
    digest: async (repository, tag) =>
      answer(`digest ${keyOf(repository)}:${tag}`, keyOf(repository), () =>
        world.gone?.includes(tag) ? null : meaning(tag),
      ),
    image: async (repository, digest) => {
      const [key, tag] = [keyOf(repository), tagOf(digest, keyOf(repository))];
      return answer(`image ${key}`, `${key}@${tag}`, () => ({ ...plainFacts, ...world.facts?.[tag] }));
    },
    charts: async (subject) => answer(`charts ${subject.key}`, subject.key, () => releases(subject)),
    chart: async (subject, version) =>
      answer(
        `chart ${subject.key} ${version}`,
        subject.key,
        () => releases(subject).find((release) => release.version === version) ?? null,
      ),
    gitTags: async (url) =>
      answer(
        `git ${keyOf(url)}`,
        keyOf(url),
        () => new Map(listed(keyOf(url)).map((tag) => [tag, digits(tag).padEnd(40, '0')])),
      ),
    tool: async ({ key }) => answer(`tool ${key}`, key, () => listed(key)),
    checksums: async ({ key }) => answer(`checksums ${key}`, key, () => ({})),
    signature: async ({ key }, digest) =>
      answer(`signature ${key}`, `${key}!`, () =>
        (world.unsigned ?? []).some((tag) => meaning(tag) === digest) ? null : (true as const),
      ),
  };
}

export interface Chosen {
  readonly choices: readonly UnitChoice[];
  /** `<key> <version> <size>` */
  readonly steps: readonly string[];
  /** `<key> <version> <reason>: <detail>`, with `until <day>` where it ends. */
  readonly holds: readonly string[];
  readonly asked: readonly string[];
}

/** Looks at a world and chooses. What was never seen was first seen long ago, but for what `seen` says. */
export async function chosen(
  units: readonly Unit[],
  world: World,
  { seen = {}, ...more }: Partial<ChoiceContext> & { readonly seen?: Seen } = {},
): Promise<Chosen> {
  const sources = sourcesOn(world);
  const looked = await look(units, sources, () => undefined);
  const long = seenNow(seen, units, looked, '2026-01-01');
  const context: ChoiceContext = { clock, cooldown: 3, mirrors: [], seen: long, ...more };
  const choices = await choose(units, looked, context, sources);
  return {
    choices,
    steps: choices.flatMap(({ steps }) =>
      steps.map(({ subject, version, size }) => `${subject.key} ${version} ${size}`),
    ),
    holds: choices.flatMap(({ holds }) =>
      holds.map(
        ({ subject, version, reason, detail, until }) =>
          `${subject.key} ${version} ${reason}: ${detail}${until === null ? '' : ` until ${until}`}`,
      ),
    ),
    asked: sources.asked,
  };
}
