import { filled, fits, needsAppVersion } from '../definition/format/version-template.ts';
import type { Chart } from '../model/chart-model.ts';
import { stepProblem } from '../model/check-follows.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { entryNamed, followedBy, placeIn } from '../model/version-entry.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Programs } from './programs.ts';

/**
 * Whether what follows the program that a third-party chart brings is at that program's version, which only the chart
 * tells. Charts that cannot be had are left out: their apps are reported as such.
 */
export async function checkSteps(
  { versions }: Pick<Model, 'versions'>,
  environments: readonly EnvironmentModel[],
  programs: Pick<Programs, 'locate' | 'readChart' | 'inParallel'>,
): Promise<Problem[]> {
  const charts = new Map(
    environments.flatMap(({ apps }) => apps.map(({ chart }) => [nameOf(chart), chart] as const)),
  );
  const followers = versions.flatMap((entry) => {
    const following = followedBy(entry);
    if (following === null || following.kind !== 'chart' || !needsAppVersion(following.as)) return [];
    const chart = charts.get(following.key);
    const leader = entryNamed(versions, following);
    return chart && leader ? [{ entry, leader, chart, as: following.as }] : [];
  });
  const found = await programs.inParallel(
    followers,
    async ({ entry, leader, chart, as }): Promise<Problem[]> => {
      const located = await programs.locate(chart);
      if ('why' in located) return [];
      const { appVersion } = await programs.readChart(located.path);
      const wanted = filled(as, { version: leader.version, appVersion });
      if (wanted !== null) return fits(entry.version, wanted) ? [] : [stepProblem(entry, leader, wanted)];
      const says = appVersion === null ? 'no version of a program' : `appVersion ${appVersion}`;
      const message = `${chart.name} ${chart.version} says ${says}, of which ${as} has nothing`;
      return [problem('bad-follow', placeIn(entry, 'policy.follows.as'), message)];
    },
  );
  return found.flat();
}

/** A chart of ours may have the name of a third-party one. */
const nameOf = ({ kind, name }: Chart): string => (kind === 'first-party' ? `charts/${name}` : name);
