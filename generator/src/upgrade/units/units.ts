import type { Model } from '../../model/model.ts';
import { followedBy } from '../../model/version-entry.ts';
import { InternalError } from '../../problem/errors.ts';
import { type Result, success } from '../../problem/problem.ts';
import type { Subject } from '../subject.ts';
import type { Unit } from '../unit.ts';
import { runnersOf } from './run-by.ts';
import { namesOf } from './unit-names.ts';

/**
 * What moves together: entries that follow each other, and those of one group. Sorted by name.
 *
 * @param subjects as {@link subjectsOf} returns them: whatever they follow is there, and nothing goes in a circle
 */
export function unitsOf(subjects: readonly Subject[], model: Model): Result<Unit[]> {
  const families = connected(subjects).map(inOrder);
  const names = namesOf(families);
  const runners = runnersOf(model);
  const units = families.map((members, i): Unit => {
    const runBy = runners(members);
    const keepsData = runBy.some((run) => run.keepsData);
    return { name: names[i] ?? '', subjects: members, runBy, keepsData };
  });
  return success(units.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

/**
 * The one that an entry follows; undefined where it chooses by itself.
 * @param subjects all of its unit: what it follows is among them
 */
export function leaderOf(subject: Subject, subjects: readonly Subject[]): Subject | undefined {
  const leader = leaderAmong(subject, subjects);
  if (leader === undefined && followedBy(subject) !== null)
    throw new InternalError(`${subject.id} was checked to follow something`);
  return leader;
}

/** The same among any subjects; undefined too where it is not there. */
export function leaderAmong(subject: Subject, subjects: readonly Subject[]): Subject | undefined {
  const following = followedBy(subject);
  if (following === null) return undefined;
  const kinds: readonly Subject['kind'][] = following.kind === 'image' ? ['image'] : ['chart', 'git'];
  return subjects.find(({ key, kind }) => key === following.key && kinds.includes(kind));
}

/** The sets of entries that are joined by following or by a group, in the order of their first members. */
function connected(subjects: readonly Subject[]): Subject[][] {
  const family = new Map(subjects.map((subject, i) => [subject, i]));
  const join = (a: Subject, b: Subject): void => {
    const [kept, gone] = [family.get(a), family.get(b)];
    if (kept === undefined || kept === gone) return;
    for (const [subject, of] of family) if (of === gone) family.set(subject, kept);
  };
  const firstOfGroup = new Map<string, Subject>();
  for (const subject of subjects) {
    const leader = leaderOf(subject, subjects);
    if (leader !== undefined) join(leader, subject);
    const { group } = subject.policy;
    if (group === undefined) continue;
    const first = firstOfGroup.get(group);
    if (first === undefined) firstOfGroup.set(group, subject);
    else join(first, subject);
  }
  return [...Map.groupBy(subjects, (subject) => family.get(subject)).values()];
}

/** Each that chooses, with those that follow it right behind. */
function inOrder(members: readonly Subject[]): Subject[] {
  const behind = (leader: Subject | undefined): Subject[] =>
    members
      .filter((member) => leaderOf(member, members) === leader)
      .flatMap((member) => [member, ...behind(member)]);
  return behind(undefined);
}
