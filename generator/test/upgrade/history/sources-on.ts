import type { ChartRelease, ImageFacts, SourceAnswer, Sources } from '../../../src/upgrade/sources.ts';
import { type Project, tagsOn } from './releases.ts';
import { type ChartProject, commitOf, isDown, type Year } from './year.ts';

/** What the world outside says on a day, and how often it was asked. */
export function sourcesOn(year: Year, day: number): Sources & { readonly asked: string[] } {
  const asked: string[] = [];
  const images = new Map(year.images.map(({ project }) => [project.repository, project]));
  const charts = new Map(year.charts.map(({ key, project }) => [key, project as ChartProject]));
  const gits = new Map(
    year.charts.map(({ key, project }) => [`https://${project.host}/${key}.git`, project as ChartProject]),
  );
  async function of<P extends Project, T>(
    what: string,
    project: P | undefined,
    answer: (project: P, tags: ReadonlyMap<string, string>) => T | undefined,
  ): Promise<SourceAnswer<T>> {
    asked.push(what);
    if (project === undefined) throw new Error(`${what}: nobody should ask for this`);
    if (isDown(year, project.host, day)) return { kind: 'failed', why: `${project.host} does not answer` };
    const isGone = project.goneFrom !== null && day >= project.goneFrom;
    const value = isGone ? undefined : answer(project, tagsOn(project, day));
    return value === undefined
      ? { kind: 'missing', why: `${project.host} has no ${what}` }
      : { kind: 'found', value };
  }
  const release = (project: ChartProject, version: string): ChartRelease => ({
    version,
    appVersion: project.appVersions.get(version) ?? null,
    created: null,
    deprecated: false,
  });
  return {
    asked,
    tags: (repository) =>
      of(`tags ${repository}`, images.get(repository), (_, tags) => [...tags.keys()].sort()),
    digest: (repository, tag) =>
      of(`digest ${repository} ${tag}`, images.get(repository), (_, tags) => tags.get(tag)),
    image: (repository, digest) =>
      of(`image ${repository} ${digest}`, images.get(repository), (project, tags) => {
        const [tag] = [...tags].find(([, other]) => other === digest) ?? [];
        return tag === undefined ? undefined : factsOf(project, tag);
      }),
    charts: (chart) =>
      of(`charts ${chart.key}`, charts.get(chart.key), (project, tags) =>
        [...tags.keys()]
          .filter((tag) => project.appVersions.has(tag))
          .map((version) => {
            const known = release(project, version);
            return project.place === 'oci' ? { ...known, appVersion: null } : known;
          }),
      ),
    chart: (chart, version) =>
      of(`chart ${chart.key} ${version}`, charts.get(chart.key), (project, tags) =>
        tags.has(version) ? release(project, version) : undefined,
      ),
    gitTags: (url) =>
      of(
        `git ${url}`,
        gits.get(url),
        (project, tags) => new Map([...tags.keys()].map((tag) => [tag, commitOf(project.key, tag)])),
      ),
    tool: async () => ({ kind: 'missing', why: 'there are no programs' }),
    checksums: async () => ({ kind: 'missing', why: 'there are no programs' }),
    signature: async () => ({ kind: 'missing', why: 'nothing is signed' }),
  };
}

function factsOf({ key, truths }: Project, tag: string): ImageFacts {
  const isForeign = truths.get(tag)?.kind === 'foreign';
  const title = isForeign ? 'another-program' : key;
  return {
    platforms: /-(arm64)$/.test(tag) ? ['linux/arm64'] : ['linux/amd64', 'linux/arm64'],
    created: null,
    labels: {
      'org.opencontainers.image.title': title,
      'org.opencontainers.image.source': `https://git.example.org/${title}`,
    },
    entrypoint: [`/${title}`],
    command: [],
  };
}
