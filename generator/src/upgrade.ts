import { images as imagesShape } from './definition/shape/images-shape.ts';
import { upstream as upstreamShape } from './definition/shape/upstream-shape.ts';
import type { PullRequest } from './forge/forge.ts';
import { inCheckout } from './forge/workspace.ts';
import type { Model } from './model/model.ts';
import { readYaml } from './model/read-yaml.ts';
import { resolve } from './model/resolve.ts';
import { ExternalError, orThrow, UsageError } from './problem/errors.ts';
import { didYouMean } from './problem/nearest.ts';
import type { Repository } from './repository.ts';
import type { HeldVersion } from './upgrade/choice.ts';
import { alarmsOf } from './upgrade/choose/alarms.ts';
import { choose } from './upgrade/choose/choose.ts';
import { dashboardOf } from './upgrade/dashboard/dashboard.ts';
import { closeSuperseded, deleteStray } from './upgrade/deliver/close-superseded.ts';
import { deliverUpgrade } from './upgrade/deliver/deliver-upgrade.ts';
import { besidePeople } from './upgrade/deliver/held.ts';
import { requestsOf } from './upgrade/deliver/requests.ts';
import { gatheredFacts } from './upgrade/describe/gathered-facts.ts';
import { upgradeBody } from './upgrade/describe/upgrade-body.ts';
import { look, lookAtTags } from './upgrade/look/look.ts';
import { failuresOf } from './upgrade/look/looked.ts';
import { paced } from './upgrade/pace/paced.ts';
import { prepare } from './upgrade/prepare.ts';
import { seenNow } from './upgrade/seen/seen-now.ts';
import { withDigests } from './upgrade/seen/with-digests.ts';
import { toolsFile } from './upgrade/tool/tool-subjects.ts';
import type { Unit } from './upgrade/unit.ts';
import { subjectsOf } from './upgrade/units/subjects.ts';
import { pinUnit } from './upgrade/units/unit-names.ts';
import { unitsOf } from './upgrade/units/units.ts';
import {
  type Closing,
  type UpgradePlan,
  type UpgradeProposal,
  upgradePrefix,
} from './upgrade/upgrade-plan.ts';
import type { MadeUpgrade, UpgradeReport } from './upgrade/upgrade-report.ts';
import type { UpgradeTools } from './upgrade/upgrade-tools.ts';

/** What upgrades are made with, the repository's definitions included. */
export interface UpgradeFlowTools extends UpgradeTools {
  open(root: string): Repository;
}

export interface UpgradeOptions {
  /** Names of units; empty for all. */
  readonly only: readonly string[];
  /** Do all but push, and whatever comes of it. */
  readonly dryRun: boolean;
}

/** Looks for newer versions, and proposes each unit's in a pull request. Cut off anywhere, it can be run again. */
export async function upgrade(options: UpgradeOptions, tools: UpgradeFlowTools): Promise<UpgradeReport> {
  const { model, units } = await unitsAt(tools.head, tools);
  refuseUnknown(options.only, units);
  const pullRequests = (await tools.forge?.pullRequestsFrom(upgradePrefix)) ?? [];
  const plan = await planned(units, model, pullRequests, options, tools);
  const run: UpgradeRun = { model, plan, pullRequests, options, tools };
  const outcomes: UpgradeOutcome[] = [];
  for (const proposal of plan.proposals) outcomes.push(await outcomeOf(proposal, run));
  const report = reportOf(units, outcomes, run);
  if (!options.dryRun) await finish(report, run);
  return report;
}

function refuseUnknown(only: readonly string[], units: readonly Unit[]): void {
  const names = [...units.map(({ name }) => name), pinUnit];
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  const lines = unknown.map((name) => `there is no unit "${name}": ${didYouMean(name, names)}`);
  throw new UsageError(lines.join('\n'));
}

/** Asks only whether what is pinned is still there, and still the same. */
export async function checkPinned(tools: UpgradeFlowTools): Promise<UpgradeReport> {
  const { model, units } = await unitsAt(tools.head, tools);
  const looked = await lookAtTags(units, tools.sources, tools.progress);
  const failures = failuresOf(
    units.flatMap(({ subjects }) => subjects),
    looked,
  );
  const alarms = units.flatMap((unit) => alarmsOf(unit, looked, mirrorsOf(model)));
  return { dryRun: true, units, upgrades: [], closings: [], holds: [], alarms, failures };
}

/** What a run works on. */
interface UpgradeRun {
  readonly model: Model;
  readonly plan: UpgradePlan;
  /** As they were when the run began. */
  readonly pullRequests: readonly PullRequest[];
  readonly options: UpgradeOptions;
  readonly tools: UpgradeFlowTools;
}

/** What came of one proposal. */
type UpgradeOutcome =
  | { readonly kind: 'made'; readonly upgrade: MadeUpgrade }
  | { readonly kind: 'held'; readonly proposal: UpgradeProposal; readonly holds: readonly HeldVersion[] }
  | { readonly kind: 'failed'; readonly why: string };

/** All that is kept fresh, as a commit has it. */
async function unitsAt(commit: string, tools: UpgradeFlowTools): Promise<{ model: Model; units: Unit[] }> {
  const written = await inCheckout(tools.checkout, commit, ({ root }) => tools.open(root).read());
  const model = orThrow(resolve(written));
  const subjects = subjectsOf(
    orThrow(readYaml(written.images, imagesShape)),
    orThrow(readYaml(written.upstream, upstreamShape)),
    model.platform.upgrades.programs ? (JSON.parse(tools.read(commit, toolsFile) ?? '{}') as unknown) : {},
  );
  return { model, units: orThrow(unitsOf(orThrow(subjects), model)) };
}

async function planned(
  units: readonly Unit[],
  model: Model,
  pullRequests: readonly PullRequest[],
  { only, dryRun }: UpgradeOptions,
  { sources, record, clock, branches, progress }: UpgradeFlowTools,
): Promise<UpgradePlan> {
  const { upgrades, freezes } = model.platform;
  const looked = await look(units, sources, progress);
  const listed = seenNow(record.read(), units, looked, clock.today);
  const judging = { clock, cooldown: upgrades.cooldown, mirrors: mirrorsOf(model) };
  const seen = await withDigests(units, looked, { ...judging, seen: listed }, sources);
  if (!dryRun) record.save(seen);
  const choices = await choose(units, looked, { ...judging, seen }, sources);
  const plan = paced(choices, {
    requests: requestsOf(pullRequests),
    freezes,
    followingMain: followingMain(model),
    limit: upgrades.open,
    clock,
  });
  return narrowed(besidePeople(plan, branches(upgradePrefix), pullRequests), only);
}

/** Only what some units propose and close. */
function narrowed(plan: UpgradePlan, only: readonly string[]): UpgradePlan {
  if (only.length === 0) return plan;
  return {
    ...plan,
    proposals: plan.proposals.filter(({ unit }) => only.includes(unit.name)),
    closings: plan.closings.filter(({ request }) => only.includes(request.unit)),
  };
}

/** Prepares a proposal and delivers it. What fails outside keeps no other proposal from being made. */
async function outcomeOf(proposal: UpgradeProposal, run: UpgradeRun): Promise<UpgradeOutcome> {
  const { tools, options, model, pullRequests } = run;
  const { upgrades, branch: mainBranch } = model.platform;
  tools.progress(`${proposal.unit.name}: generating, and rendering what changes`);
  try {
    return await inCheckout(tools.checkout, tools.head, async (workspace): Promise<UpgradeOutcome> => {
      const prepared = await prepare(proposal, workspace, tools);
      if (prepared.kind === 'held') return { kind: 'held', proposal, holds: prepared.holds };
      const { effect } = prepared;
      // What has new findings waits for a person, whatever its policy says.
      const automerge = prepared.proposal.automerge && effect.findings.length === 0;
      const ready = { ...prepared.proposal, automerge };
      const words = upgradeBody(ready, effect, await gatheredFacts(ready, tools));
      if (options.dryRun)
        return { kind: 'made', upgrade: { proposal: ready, effect, words, delivery: null } };
      const settings = { mainBranch, reviewers: upgrades.reviewers, merge: upgrades.merge };
      const delivery = await deliverUpgrade(
        { proposal: ready, words, settings, pullRequests },
        workspace,
        tools,
      );
      if (delivery.kind === 'held') return { kind: 'held', proposal, holds: delivery.holds };
      return { kind: 'made', upgrade: { proposal: ready, effect, words, delivery } };
    });
  } catch (error) {
    if (!(error instanceof ExternalError)) throw error;
    return { kind: 'failed', why: `${proposal.unit.name}: ${error.message} (${error.hint})` };
  }
}

function reportOf(
  units: readonly Unit[],
  outcomes: readonly UpgradeOutcome[],
  run: UpgradeRun,
): UpgradeReport {
  const { plan, options } = run;
  const held = outcomes.flatMap((outcome) => (outcome.kind === 'held' ? [outcome] : []));
  return {
    dryRun: options.dryRun,
    units,
    upgrades: outcomes.flatMap((outcome) => (outcome.kind === 'made' ? [outcome.upgrade] : [])),
    closings: [...plan.closings, ...held.flatMap((outcome) => emptied(outcome, run))],
    holds: [...plan.holds, ...held.flatMap(({ holds }) => holds)],
    alarms: plan.alarms,
    failures: [
      ...plan.failures,
      ...outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.why] : [])),
    ],
  };
}

/** An open pull request in which nothing is left to see. */
function emptied(
  { proposal, holds }: Extract<UpgradeOutcome, { kind: 'held' }>,
  { pullRequests }: UpgradeRun,
): Closing[] {
  if (!holds.some(({ reason }) => reason === 'nothing')) return [];
  return requestsOf(pullRequests)
    .filter(({ unit, state }) => unit === proposal.unit.name && state === 'open')
    .map((request) => ({ request, why: 'Nothing that is rendered changes with it any more.' }));
}

/** Closes what is superseded, and says on the dashboard how things stand. */
async function finish(
  report: UpgradeReport,
  { plan, pullRequests, options, tools }: UpgradeRun,
): Promise<void> {
  const { closings, upgrades, units, holds, alarms, failures } = report;
  await closeSuperseded({ closings }, tools);
  if (options.only.length > 0 || tools.forge === null) return;
  deleteStray({ proposals: plan.proposals, closings }, pullRequests, tools);
  const changed = upgrades.length + closings.length > 0;
  const now = changed ? await tools.forge.pullRequestsFrom(upgradePrefix) : pullRequests;
  await tools.forge.saveIssue(dashboardOf({ units, requests: requestsOf(now), holds, alarms, failures }));
}

const mirrorsOf = ({ environments }: Model): string[] => [
  ...new Set(environments.flatMap(({ registryMirror }) => (registryMirror === null ? [] : [registryMirror]))),
];

const followingMain = ({ environments }: Model): string[] =>
  environments.filter(({ sample, release }) => !sample && release?.kind !== 'pinned').map(({ name }) => name);
