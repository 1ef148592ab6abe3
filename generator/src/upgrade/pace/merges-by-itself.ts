import { followedBy } from '../../model/version-entry.ts';
import type { StepSize } from '../choice.ts';
import type { Subject } from '../subject.ts';
import type { Package } from './pooled-pins.ts';

const sizes: readonly StepSize[] = ['pin', 'patch', 'minor', 'major'];

/** Whether the policies of all entries that choose allow each step to merge without a person. */
export const mergesByItself = ({ unit, steps }: Package): boolean =>
  steps.every(({ subject, size }) => {
    const { automerge } = headOf(subject, unit.subjects).policy;
    return automerge !== 'none' && sizes.indexOf(size) <= sizes.indexOf(automerge);
  });

/** The entry that decides for another, as far as it is among these. */
function headOf(subject: Subject, subjects: readonly Subject[]): Subject {
  const leader = subjects.includes(subject) ? leaderAmong(subject, subjects) : undefined;
  return leader === undefined ? subject : headOf(leader, subjects);
}

/** Of digests that are pooled, the leader may have nothing to pin, and is not there. */
function leaderAmong(subject: Subject, subjects: readonly Subject[]): Subject | undefined {
  const following = followedBy(subject);
  if (following === null) return undefined;
  const kinds: readonly Subject['kind'][] = following.kind === 'image' ? ['image'] : ['chart', 'git'];
  return subjects.find(({ key, kind }) => key === following.key && kinds.includes(kind));
}
