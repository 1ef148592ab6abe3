import type { Pinned } from '../definition/release.ts';
import type { EnvironmentModel } from '../model/model.ts';
import { code, list, plain, sections } from '../text/markdown.ts';

/** What decides about the versions of an environment: the branch that it follows, or its pins. */
export function releaseStatus({ name, release, promotesFrom, sample, location }: EnvironmentModel): string {
  if (sample) {
    return `**Sample: this is what would run. Nothing is deployed until ${code('sample: true')} is removed from ${code(location.file)}.**`;
  }
  if (release === null) {
    return `**${name} was never released: nothing runs. This is what a release of the current commit would deploy.**`;
  }
  if (release.kind === 'pinned') return pinnedStatus(release, promotesFrom);
  const first = promotesFrom === null ? '' : ` The first promotion from ${promotesFrom} pins it.`;
  return `**Follows ${code(release.branch)}: every commit is deployed.**${first}`;
}

function pinnedStatus(release: Pinned, promotesFrom: string | null): string {
  const by = promotesFrom === null ? 'a promotion' : `a promotion from ${promotesFrom}`;
  const own = Object.entries(release.apps);
  const excluded = own.filter(([, commit]) => commit === null).map(([app]) => app);
  const pinned = own.flatMap(([app, commit]) =>
    commit === null ? [] : [`- ${app}: pinned to ${code(commit.slice(0, 12))}`],
  );
  const held = Object.entries(release.hold).map(
    ([app, { reason, until }]) => `- ${app}: held until ${until}: ${plain(reason)}`,
  );
  const urgent = release.emergencies.map(
    ({ reason, since, apps }) =>
      `- ${list(apps)}: emergency since ${since}, the soak was skipped: ${plain(reason)}`,
  );
  return sections(
    `**Pinned to ${code(release.revision.slice(0, 12))}: only ${by} changes what runs.**`,
    [...pinned, ...held, ...urgent].join('\n'),
    excluded.length === 0 ? '' : `Not promoted yet: ${list(excluded)}.`,
  ).trimEnd();
}
