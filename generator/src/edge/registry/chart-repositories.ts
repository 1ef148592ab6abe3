import { versionInUrl } from '../../definition/format/url.ts';
import type { ChartRelease, SourceAnswer } from '../../upgrade/sources.ts';
import type { ChartSubject } from '../../upgrade/subject.ts';
import { type HelmIndex, helmIndex } from './helm-index.ts';

/** The text behind a URL. Whether there is a newer one is asked by what was said of the last. */
export type TextRequest = (url: string) => Promise<SourceAnswer<string>>;

export interface ChartVersions {
  charts(chart: ChartSubject): Promise<SourceAnswer<readonly ChartRelease[]>>;
  chart(chart: ChartSubject, version: string): Promise<SourceAnswer<ChartRelease>>;
}

/** Charts of repositories over HTTP. The index of each is asked for once, however many charts come from there. */
export function chartRepositories(textOf: TextRequest): ChartVersions {
  const indexes = new Map<string, Promise<HelmIndex>>();
  const releases = async ({ repository, chart }: ChartSubject, version: string): Promise<Releases> => {
    const url = `${repository.replaceAll(versionInUrl, version).replace(/\/+$/, '')}/index.yaml`;
    const index = indexes.get(url) ?? textOf(url).then((answer) => indexOf(answer, url));
    indexes.set(url, index);
    return (await index)(chart);
  };
  return {
    // A repository whose address has the version in it lists this one.
    charts: (chart) => releases(chart, chart.current),
    chart: async (chart, version) => {
      const answer = await releases(chart, version);
      if (answer.kind !== 'found') return answer;
      const release = answer.value.find((listed) => listed.version === version);
      if (release !== undefined) return { kind: 'found', value: release };
      return { kind: 'missing', why: `${chart.repository} lists no version ${version} of ${chart.chart}` };
    },
  };
}

type Releases = SourceAnswer<readonly ChartRelease[]>;

const indexOf = (answer: SourceAnswer<string>, url: string): HelmIndex =>
  answer.kind === 'found' ? helmIndex(answer.value, url) : () => answer;
