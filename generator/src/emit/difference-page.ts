import type { Pinned } from '../definition/release.ts';
import type { EnvironmentModel } from '../model/model.ts';
import { code, list, table } from './markdown.ts';

/** How an app's candidate differs from what runs. */
export interface Difference {
  readonly app: string;
  /** Chart version that runs; null if the app does not. */
  readonly runs: string | null;
  /** Chart version of the candidate; null if there is none. */
  readonly candidate: string | null;
  readonly what: readonly string[];
}

/** What a promotion to this commit would change. */
export function candidateSection({ release }: EnvironmentModel, differences: readonly Difference[]): string {
  return ['## Candidate', candidateText(release?.kind ?? null, differences)].join('\n\n');
}

function candidateText(kind: 'following' | 'pinned' | null, differences: readonly Difference[]): string {
  if (kind === null) return 'Nothing runs yet; the candidate of this commit is everything above.';
  if (kind === 'following')
    return 'The candidate of this commit is what runs: the environment follows a branch.';
  if (differences.length === 0)
    return 'The Applications and values of this commit are what runs; a chart of ours may differ all the same.';
  const rows = differences.map(({ app, runs, candidate, what }) => [
    `**${app}**`,
    runs ?? '–',
    candidate ?? '–',
    what.join(', '),
  ]);
  const intro = 'What a promotion to this commit would change, beside changes inside our own charts:';
  return [intro, table(['app', 'runs', 'candidate', 'what differs'], rows)].join('\n\n');
}

/** The first line of a pinned environment's page, and what holds there. */
export function pinnedStatus(name: string, release: Pinned, promotesFrom: string | null): string {
  const source = promotesFrom === null ? 'a promotion' : `a promotion from ${promotesFrom}`;
  const own = Object.entries(release.apps);
  const away = own.filter(([, commit]) => commit === null).map(([app]) => app);
  const apart = own.flatMap(([app, commit]) =>
    commit === null ? [] : [`${app} (${code(commit.slice(0, 12))})`],
  );
  return [
    `**${name} is pinned to ${code(release.revision.slice(0, 12))}: what is merged comes here by ${source} and no other way.**`,
    ...(apart.length > 0 ? [`From commits of their own: ${list(apart)}.`] : []),
    ...(away.length > 0 ? [`Not here yet: ${list(away)}.`] : []),
    ...Object.entries(release.hold).map(
      ([app, { reason, until }]) => `**${app}** is held until ${until}: ${reason}.`,
    ),
    ...(release.emergency === null
      ? []
      : [
          `**Something here did not wait its turn (${release.emergency.since}): ${release.emergency.reason}.**`,
        ]),
  ].join('\n\n');
}
