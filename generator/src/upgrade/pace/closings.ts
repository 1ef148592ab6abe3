import type { UnitChoice } from '../choice.ts';
import type { Subject } from '../subject.ts';
import { pinUnit } from '../units/unit-names.ts';
import type { Closing, UpgradeRequest } from '../upgrade-plan.ts';

/** Open pull requests that nothing stands behind any more. Where somebody did not answer, nobody knows, and they stay. */
export function closingsOf(
  open: readonly UpgradeRequest[],
  proposed: ReadonlySet<string>,
  choices: readonly UnitChoice[],
): Closing[] {
  const isUnsure = (choice: UnitChoice): boolean =>
    choice.failures.length > 0 || choice.holds.some(({ reason }) => reason === 'unreachable');
  return open.flatMap((request) => {
    if (proposed.has(request.unit)) return [];
    if (request.unit === pinUnit)
      return choices.some(isUnsure) ? [] : [{ request, why: 'Every image that was left to pin is pinned.' }];
    const choice = choices.find(({ unit }) => unit.name === request.unit);
    if (choice === undefined)
      return [{ request, why: 'Nothing in the repository is upgraded under this name any more.' }];
    return isUnsure(choice) ? [] : [{ request, why: reasonOf(choice, request) }];
  });
}

function reasonOf({ unit, holds }: UnitChoice, { targets }: UpgradeRequest): string {
  const wanted = targets.split('; ').map((target) => `${target} `);
  const targetsAt = (id: string, version: string): boolean =>
    wanted.some((target) => target.startsWith(`${id} ${version} `));
  const meant = unit.subjects.filter(({ id }) => wanted.some((target) => target.startsWith(`${id} `)));
  const isThere = (subject: Subject): boolean =>
    targetsAt(subject.id, subject.current) && !(subject.kind === 'image' && subject.digest === null);
  if (meant.length > 0 && meant.every(isThere)) return 'The main branch has these versions already.';
  const held = holds.find(({ subject, version }) => targetsAt(subject.id, version));
  return held === undefined
    ? 'These versions are not proposed any more: they are gone, or the policy has changed.'
    : `These versions are not proposed any more: ${held.subject.key} ${held.version} is held back (${held.detail}).`;
}
