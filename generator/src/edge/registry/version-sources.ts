import type { SourceAnswer, Sources } from '../../upgrade/sources.ts';
import type { ChartSubject } from '../../upgrade/subject.ts';
import { chartRegistries, type RegistryReading } from './chart-registries.ts';
import { type ChartVersions, chartRepositories, type TextRequest } from './chart-repositories.ts';
import { gitTagsOf } from './git-tags.ts';
import { publishedChecksums, toolVersions } from './tool-releases.ts';

export interface VersionSourcesOptions {
  /** Folder whose settings of git count. */
  readonly root: string;
  readonly textOf: TextRequest;
  readonly registry: RegistryReading;
}

type Tags = Promise<SourceAnswer<ReadonlyMap<string, string>>>;

/** Versions of all that is no image. A git repository is asked once, whoever wants its tags. */
export function versionSources({
  root,
  textOf,
  registry,
}: VersionSourcesOptions): Pick<Sources, 'charts' | 'chart' | 'gitTags' | 'tool' | 'checksums'> {
  const repositories = chartRepositories(textOf);
  const registries = chartRegistries(registry);
  const of = ({ place }: ChartSubject): ChartVersions => (place === 'oci' ? registries : repositories);
  const asked = new Map<string, Tags>();
  const gitTags = (url: string): Tags => {
    const answer = asked.get(url) ?? gitTagsOf(root, url);
    asked.set(url, answer);
    return answer;
  };
  return {
    charts: (chart) => of(chart).charts(chart),
    chart: (chart, version) => of(chart).chart(chart, version),
    gitTags,
    tool: (tool) => toolVersions(tool, gitTags),
    checksums: (tool, version) => publishedChecksums(tool, version, textOf),
  };
}
