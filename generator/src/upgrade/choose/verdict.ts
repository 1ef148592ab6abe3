import type { Clock } from '../../promote/plan/request.ts';
import { compareSizes, type HeldVersion } from '../choice.ts';
import { type Seen, sightingIn } from '../seen.ts';
import type { Subject } from '../subject.ts';
import { stepSize } from '../version/compare-versions.ts';
import type { ParsedVersion } from '../version/parsed-version.ts';
import { isInRange } from '../version/version-range.ts';
import type { NewerVersion } from './newer-versions.ts';

/** What versions are judged by. */
export interface ChoiceContext {
  readonly clock: Clock;
  readonly seen: Seen;
  /** Days, where an entry says nothing else. */
  readonly cooldown: number;
  /** Registries in front of all others, where environments have one. */
  readonly mirrors: readonly string[];
}

export interface Verdict extends Pick<HeldVersion, 'reason' | 'detail' | 'until'> {
  /** What of the policy says so: of versions that are held by the same, the newest tells it. */
  readonly rule: string;
}

/** Why a newer version is not taken now; null where it may be. `own` is the version that stands there. */
export function verdictOf(
  { version, parsed }: NewerVersion,
  own: ParsedVersion,
  { id, policy }: Subject,
  { clock, seen, cooldown }: ChoiceContext,
): Verdict | null {
  const refused = (rule: string, detail: string): Verdict => ({
    rule,
    reason: 'policy',
    detail,
    until: null,
  });
  if (parsed.prerelease !== '' && !policy.prerelease)
    return refused('prerelease', 'a prerelease, which its policy leaves out');
  if (policy.versions !== undefined && !isInRange(parsed, policy.versions))
    return refused('versions', `outside of ${policy.versions}`);
  const size = stepSize(own, parsed);
  const largest = policy.update === 'none' ? 'pin' : policy.update;
  if (compareSizes(size, largest) > 0)
    return refused(size, `a ${size} step, and its policy allows ${largest}`);
  const ignored = policy.ignore.find(
    ({ versions, until }) =>
      (versions === version || isInRange(parsed, versions)) && (until === undefined || clock.today < until),
  );
  if (ignored) {
    const { versions, reason, until = null } = ignored;
    return { rule: `ignore ${versions}`, reason: 'ignored', detail: reason, until };
  }
  const { day, moved } = sightingIn(seen, id, version, clock.today);
  const left = (policy.cooldown ?? cooldown) - daysBetween(day, clock.today);
  if (left <= 0) return null;
  const detail = moved ? `its tag was moved, as was seen on ${day}` : `first seen on ${day}`;
  return { rule: 'cooldown', reason: 'cooldown', detail, until: clock.dayAfter(left) };
}

/** Days from one to another, both `YYYY-MM-DD`; a day that is still to come is no age. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
