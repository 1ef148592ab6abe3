import type { HeldVersion, Step, UnitChoice } from '../choice.ts';
import { chooses } from '../look/look.ts';
import { failuresOf, type Looked } from '../look/looked.ts';
import { sightingIn } from '../seen.ts';
import type { Sources } from '../sources.ts';
import type { Subject } from '../subject.ts';
import type { Unit } from '../unit.ts';
import { leaderOf } from '../units/units.ts';
import { sortedVersions } from './acceptable.ts';
import { advance, besideStanding } from './advance.ts';
import { alarmsOf } from './alarms.ts';
import { type Asking, pinOf } from './step-to.ts';
import type { ChoiceContext } from './verdict.ts';

/** How many versions of an entry are tried, from the newest on, where what follows it does not fit. */
const tries = 5;

/** What could be raised in each unit, and why other versions are not. Asks on only where there is something new. */
export const choose = (
  units: readonly Unit[],
  looked: Looked,
  context: ChoiceContext,
  sources: Sources,
): Promise<UnitChoice[]> => Promise.all(units.map((unit) => chooseFor(unit, context, { looked, sources })));

type Chosen = Pick<UnitChoice, 'steps' | 'holds'>;

async function chooseFor(unit: Unit, context: ChoiceContext, asking: Asking): Promise<UnitChoice> {
  const { looked } = asking;
  const leading = unit.subjects.filter((subject) => leaderOf(subject, unit.subjects) === undefined);
  const chosen = await Promise.all(leading.map((leader) => chooseLeader(leader, unit, context, asking)));
  const raised = chosen.flatMap(({ steps }) => steps);
  const pins = await pinsOf(unit, raised, asking);
  return {
    unit,
    steps: [...raised, ...pins.steps],
    holds: [...chosen.flatMap(({ holds }) => holds), ...pins.holds],
    alarms: alarmsOf(unit, looked, context.mirrors),
    failures: failuresOf(unit.subjects, looked),
  };
}

async function chooseLeader(
  leader: Subject,
  { subjects }: Unit,
  context: ChoiceContext,
  asking: Asking,
): Promise<Chosen> {
  const answer = chooses(leader) ? asking.looked.versions.get(leader.id) : undefined;
  const { acceptable, held } = sortedVersions(leader, answer?.kind === 'found' ? answer.value : [], context);
  const holds: HeldVersion[] = [...held];
  for (const { version } of acceptable.slice(0, tries)) {
    const { day: firstSeen } = sightingIn(context.seen, leader.id, version, context.clock.today);
    const attempt = await advance({ subject: leader, version, firstSeen }, subjects, context, asking);
    if (attempt.ok) return { steps: attempt.value, holds };
    const { reason } = attempt.held;
    // Whoever makes a step by hand makes it to the newest.
    if (reason !== 'manual' || holds.every((held) => held.reason !== reason)) holds.push(attempt.held);
    // What did not answer may do so tomorrow; an older version is no better for it.
    if (reason === 'unreachable') break;
  }
  const beside = await besideStanding(leader, subjects, context, asking);
  return { steps: beside.steps, holds: [...holds, ...beside.holds] };
}

/** Digests for images that have none and are not raised. */
async function pinsOf({ subjects }: Unit, raised: readonly Step[], asking: Asking): Promise<Chosen> {
  const left = subjects
    .filter((subject) => subject.kind === 'image')
    .filter((subject) => !raised.some((step) => step.subject === subject));
  const attempts = await Promise.all(left.map((subject) => pinOf(subject, asking)));
  return {
    steps: attempts.flatMap((attempt) => (attempt?.ok ? [attempt.value] : [])),
    holds: attempts.flatMap((attempt) => (attempt === null || attempt.ok ? [] : [attempt.held])),
  };
}
