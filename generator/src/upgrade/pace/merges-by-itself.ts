import { compareSizes } from '../choice.ts';
import type { Subject } from '../subject.ts';
import { leaderAmong } from '../units/units.ts';
import type { Package } from './pooled-pins.ts';

/** Whether the policies of all entries that choose allow each step to merge without a person. */
export const mergesByItself = ({ unit, steps }: Package): boolean =>
  steps.every(({ subject, size }) => {
    const { automerge } = headOf(subject, unit.subjects).policy;
    return automerge !== 'none' && compareSizes(size, automerge) <= 0;
  });

/** The entry that decides for another, as far as it is among these: of digests that are pooled, it may have none. */
function headOf(subject: Subject, subjects: readonly Subject[]): Subject {
  const leader = subjects.includes(subject) ? leaderAmong(subject, subjects) : undefined;
  return leader === undefined ? subject : headOf(leader, subjects);
}
