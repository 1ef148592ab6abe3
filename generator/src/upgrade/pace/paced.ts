import {
  compareSizes,
  type HeldVersion,
  type HoldReason,
  heldSteps,
  largestOf,
  type UnitChoice,
} from '../choice.ts';
import { targetsOf, type UpgradePlan, type UpgradeProposal, upgradeBranch } from '../upgrade-plan.ts';
import { closingsOf } from './closings.ts';
import { mergesByItself } from './merges-by-itself.ts';
import { type Package, packagesOf } from './pooled-pins.ts';
import { freezeOf, type Situation } from './situation.ts';

/**
 * What of all that could be raised is proposed now. What is open keeps its place. Of units that keep data one is in
 * flight at a time; no more than some are open at once; and nothing new comes during a freeze.
 */
export function paced(choices: readonly UnitChoice[], situation: Situation): UpgradePlan {
  const open = situation.requests.filter(({ state }) => state === 'open');
  const packages = packagesOf(choices);
  const closings = closingsOf(open, new Set(packages.map(({ unit }) => unit.name)), choices);
  const closing = new Set(closings.map(({ request }) => request));
  const flights = new Map(
    open.filter((request) => !closing.has(request)).map(({ unit, number }) => [unit, number]),
  );
  const { proposals, holds } = admitted(inOrder(packages, flights), flights, choices, situation);
  return {
    proposals,
    closings,
    holds: [...choices.flatMap((choice) => choice.holds), ...holds],
    alarms: choices.flatMap(({ alarms }) => alarms),
    failures: [...new Set(choices.flatMap(({ failures }) => failures))],
  };
}

/** Number of the open pull request of a unit. */
type Flights = ReadonlyMap<string, number>;

function admitted(
  packages: readonly Package[],
  flights: Flights,
  choices: readonly UnitChoice[],
  situation: Situation,
): Pick<UpgradePlan, 'proposals' | 'holds'> {
  const freeze = freezeOf(situation);
  const keepingData = new Set(choices.filter(({ unit }) => unit.keepsData).map(({ unit }) => unit.name));
  const inFlight = new Set(flights.keys());
  const proposals: UpgradeProposal[] = [];
  const holds: HeldVersion[] = [];
  for (const one of packages) {
    const { unit, steps } = one;
    const isOpen = flights.has(unit.name);
    const reason = isOpen ? null : reasonToWait(one, { inFlight, keepingData, freeze }, situation);
    if (reason !== null) {
      holds.push(...heldSteps(steps, reason));
      continue;
    }
    inFlight.add(unit.name);
    // What merges by itself would do so during the freeze.
    const automerge = freeze === undefined && mergesByItself(one);
    proposals.push({ ...one, branch: upgradeBranch(unit.name), automerge });
  }
  return { proposals, holds };
}

interface Traffic {
  readonly inFlight: ReadonlySet<string>;
  readonly keepingData: ReadonlySet<string>;
  readonly freeze: Situation['freezes'][number] | undefined;
}

function reasonToWait(
  { unit, steps }: Package,
  { inFlight, keepingData, freeze }: Traffic,
  { requests, limit }: Situation,
): Pick<HeldVersion, 'reason' | 'detail' | 'until'> | null {
  const because = (reason: HoldReason, detail: string, until: string | null = null) => ({
    reason,
    detail,
    until,
  });
  const rejected = requests.find(
    ({ unit: name, state, superseded, targets }) =>
      name === unit.name && state === 'closed' && !superseded && targets === targetsOf(steps),
  );
  if (rejected) return because('closed', `a person closed pull request ${rejected.number}`);
  if (freeze) return because('freeze', freeze.reason, freeze.until.slice(0, 10));
  const first = unit.keepsData ? [...inFlight].find((name) => keepingData.has(name)) : undefined;
  if (first !== undefined) return because('data', `it restarts what keeps data, and ${first} goes first`);
  return inFlight.size >= limit ? because('limit', `${inFlight.size} pull requests are open`) : null;
}

/** What is open first, the oldest first; then as Argo CD would apply it; then small steps before large ones. */
function inOrder(packages: readonly Package[], flights: Flights): Package[] {
  const numberOf = ({ unit }: Package): number => flights.get(unit.name) ?? Number.MAX_SAFE_INTEGER;
  const waveOf = ({ unit }: Package): number =>
    Math.min(Number.MAX_SAFE_INTEGER, ...unit.runBy.map(({ wave }) => wave ?? Number.MAX_SAFE_INTEGER));
  return packages.toSorted(
    (a, b) =>
      numberOf(a) - numberOf(b) ||
      waveOf(a) - waveOf(b) ||
      compareSizes(largestOf(a.steps), largestOf(b.steps)) ||
      (a.unit.name < b.unit.name ? -1 : 1),
  );
}
