import { filled, fits, leavesChoice, needsAppVersion } from '../../definition/format/version-template.ts';
import { followedBy } from '../../model/version-entry.ts';
import type { HeldVersion, Step, UnitChoice } from '../choice.ts';
import { sightingIn } from '../seen.ts';
import type { Subject } from '../subject.ts';
import { leaderOf } from '../units/units.ts';
import { sortedVersions } from './acceptable.ts';
import { type Asking, refusal, type StepAttempt, stepTo } from './step-to.ts';
import type { ChoiceContext } from './verdict.ts';

/** An entry, the version that it comes to, and the day on which that was first seen. */
export interface Arrival {
  readonly subject: Subject;
  readonly version: string;
  readonly firstSeen: string | null;
  /** Newer ones of a follower that it does not come to. */
  readonly waiting?: readonly HeldVersion[];
}

/**
 * Makes the step of an entry to a version, and those of all that follows it: all of them or none.
 *
 * @param members entries of the unit, among which its followers are
 */
export async function advance(
  { subject, version, firstSeen }: Arrival,
  members: readonly Subject[],
  context: ChoiceContext,
  asking: Asking,
): Promise<StepAttempt<Step[]>> {
  const own =
    version === subject.current
      ? ({ ok: true, value: null } as const)
      : await stepTo(subject, version, firstSeen, asking);
  if (!own.ok) return own;
  const steps: Step[] = own.value === null ? [] : [own.value];
  const followers = members.filter((member) => leaderOf(member, members) === subject);
  const arrivals = await Promise.all(
    followers.map((follower) => arrivalOf(follower, { subject, version, firstSeen }, context, asking)),
  );
  for (const arrival of arrivals) {
    if (!arrival.ok) return arrival;
    const further = await advance(arrival.value, members, context, asking);
    if (!further.ok) return further;
    steps.push(...further.value);
  }
  return { ok: true, value: steps };
}

/** Steps that followers of an entry make by themselves while it stays where it is; none of them waits for another. */
export async function besideStanding(
  leader: Subject,
  members: readonly Subject[],
  context: ChoiceContext,
  asking: Asking,
): Promise<Pick<UnitChoice, 'steps' | 'holds'>> {
  const standing: Arrival = { subject: leader, version: leader.current, firstSeen: null };
  const followers = members.filter((member) => leaderOf(member, members) === leader);
  const made = await Promise.all(
    followers.map(async (follower) => {
      const arrival = await arrivalOf(follower, standing, context, asking);
      if (!arrival.ok) return { steps: [], holds: [arrival.held] };
      const { version, waiting = [] } = arrival.value;
      if (version === follower.current) {
        const further = await besideStanding(follower, members, context, asking);
        return { ...further, holds: [...waiting, ...further.holds] };
      }
      const attempt = await advance(arrival.value, members, context, asking);
      return attempt.ok
        ? { steps: attempt.value, holds: waiting }
        : { steps: [], holds: [...waiting, attempt.held] };
    }),
  );
  return { steps: made.flatMap(({ steps }) => steps), holds: made.flatMap(({ holds }) => holds) };
}

/** The version that a follower comes to with its leader. */
async function arrivalOf(
  follower: Subject,
  leader: Arrival,
  context: ChoiceContext,
  asking: Asking,
): Promise<StepAttempt<Arrival>> {
  const as = followedBy(follower)?.as ?? '{version}';
  const stays = {
    ok: true,
    value: { subject: follower, version: follower.current, firstSeen: null },
  } as const;
  const moves = leader.version !== leader.subject.current;
  if (!moves && !leavesChoice(as)) return stays;
  const wanted = await wantedOf(as, leader, asking, moves);
  if (!wanted.ok) return wanted.held.reason === 'unreachable' && !moves ? stays : wanted;
  if (!leavesChoice(as))
    return { ok: true, value: { subject: follower, version: wanted.value, firstSeen: leader.firstSeen } };
  const answer = asking.looked.versions.get(follower.id);
  if (answer?.kind === 'failed')
    return moves ? refusal(leader.subject, leader.version, 'unreachable', answer.why) : stays;
  const fitting = (answer?.kind === 'found' ? answer.value : []).filter(({ version }) =>
    fits(version, wanted.value),
  );
  const { acceptable, held: waiting } = sortedVersions(follower, fitting, context);
  const [best] = acceptable;
  if (best !== undefined) {
    const { day: firstSeen } = sightingIn(context.seen, follower.id, best.version, context.clock.today);
    return { ok: true, value: { subject: follower, version: best.version, firstSeen, waiting } };
  }
  if (fits(follower.current, wanted.value)) return { ok: true, value: { ...stays.value, waiting } };
  const [first] = waiting;
  const why =
    first === undefined
      ? `${follower.key} has no version ${wanted.value} to follow with`
      : `${follower.key} ${first.version} has to wait (${first.detail})`;
  return refusal(leader.subject, leader.version, 'follower', why, first?.until ?? null);
}

/** A template of a follower, filled with the version that its leader comes to. */
async function wantedOf(
  as: string,
  { subject, version }: Arrival,
  { sources }: Asking,
  moves: boolean,
): Promise<StepAttempt<string>> {
  const asked =
    needsAppVersion(as) && subject.kind === 'chart' ? await sources.chart(subject, version) : null;
  if (asked !== null && asked.kind !== 'found')
    return refusal(
      subject,
      version,
      asked.kind === 'failed' || !moves ? 'unreachable' : 'follower',
      asked.why,
    );
  const appVersion = asked?.value.appVersion ?? null;
  const wanted = filled(as, { version, appVersion });
  if (wanted !== null) return { ok: true, value: wanted };
  return refusal(subject, version, 'follower', `it does not say what ${as} is`);
}
