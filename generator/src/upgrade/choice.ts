import type { Subject } from './subject.ts';
import type { ToolChecksums } from './tool/tool-edits.ts';
import type { Unit } from './unit.ts';

/** How far steps go, the smallest first. `pin`: the version stays, and gets the digest that it has. */
export const stepSizes = ['pin', 'patch', 'minor', 'major'] as const;
export type StepSize = (typeof stepSizes)[number];

/** Negative where the first goes less far. */
export const compareSizes = (a: StepSize, b: StepSize): number => stepSizes.indexOf(a) - stepSizes.indexOf(b);

/** One entry's way to its next version. */
export interface Step {
  readonly subject: Subject;
  readonly size: StepSize;
  /** The version that will stand there. */
  readonly version: string;
  /** Of an image. */
  readonly digest: string | null;
  /** Of a git source: the commit. */
  readonly revision: string | null;
  /** Of a program: `withChecksums` asks for them once the step is decided. */
  readonly checksums?: ToolChecksums;
  /** `YYYY-MM-DD`; null for a pin. */
  readonly firstSeen: string | null;
  /** ISO 8601, as its publisher says; null where it does not. */
  readonly released: string | null;
}

export type HoldReason =
  /** Its policy: the step is too large, outside of the range, a prerelease. */
  | 'policy'
  | 'ignored'
  | 'cooldown'
  | 'freeze'
  /** Another unit with data goes first. */
  | 'data'
  /** Enough pull requests are open. */
  | 'limit'
  /** A person closed its pull request. */
  | 'closed'
  /** A person's commit is on its branch. */
  | 'commit'
  /** What follows it has no version that fits. */
  | 'follower'
  /** It would run something else. */
  | 'identity'
  | 'signature'
  /** Nothing that is rendered changes. */
  | 'nothing'
  /** Tree or checks fail with it. */
  | 'refused'
  /** Somebody outside did not answer. */
  | 'unreachable'
  /** Only a person can make this step. */
  | 'manual';

/** A newer version that is not proposed. */
export interface HeldVersion {
  readonly subject: Subject;
  readonly version: string;
  readonly reason: HoldReason;
  /** One line, what a person wants to know. */
  readonly detail: string;
  /** The day on which it ends by itself; null where it does not. */
  readonly until: string | null;
}

/** What a person should look at now: it is not an update. */
export interface Alarm {
  /** `moved`: the tag means something else than what was pinned. `vanished`: tag, version or repository is gone. */
  readonly kind: 'moved' | 'vanished' | 'identity' | 'signature';
  readonly subject: Subject;
  readonly detail: string;
  /** What to do, a mirror's address included where one would save it. */
  readonly hint: string;
}

/** What was decided for a unit. */
export interface UnitChoice {
  readonly unit: Unit;
  /** Empty where nothing is proposed. */
  readonly steps: readonly Step[];
  readonly holds: readonly HeldVersion[];
  readonly alarms: readonly Alarm[];
  /** What could not be asked, one line each. */
  readonly failures: readonly string[];
}

/** The size of the largest of some steps. */
export const largestOf = (steps: readonly Pick<Step, 'size'>[]): StepSize =>
  stepSizes.findLast((size) => steps.some((step) => step.size === size)) ?? 'pin';

/** Steps that are not made now, all for the same reason. */
export const heldSteps = (
  steps: readonly Step[],
  why: Pick<HeldVersion, 'reason' | 'detail' | 'until'>,
): HeldVersion[] => steps.map(({ subject, version }) => ({ subject, version, ...why }));
