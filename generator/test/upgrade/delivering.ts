import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockAt } from '../../src/edge/clock.ts';
import { githubForge } from '../../src/edge/github/github-forge.ts';
import { upgradeTools } from '../../src/edge/upgrade/real-upgrade-tools.ts';
import { inCheckout } from '../../src/forge/workspace.ts';
import type { StepSize } from '../../src/upgrade/choice.ts';
import { dashboardOf } from '../../src/upgrade/dashboard/dashboard.ts';
import { closeSuperseded, deleteStray } from '../../src/upgrade/deliver/close-superseded.ts';
import { deliverUpgrade } from '../../src/upgrade/deliver/deliver-upgrade.ts';
import { besidePeople } from '../../src/upgrade/deliver/held.ts';
import { requestsOf } from '../../src/upgrade/deliver/requests.ts';
import { parseSeen, seenText } from '../../src/upgrade/seen/seen-file.ts';
import type { Seen } from '../../src/upgrade/seen.ts';
import { targetsOf, type UpgradePlan, upgradePrefix } from '../../src/upgrade/upgrade-plan.ts';
import type { UpgradeTools } from '../../src/upgrade/upgrade-tools.ts';
import { image, proposalOf } from './proposals.ts';

/** A version that an entry of `images.yaml` is to get. */
export interface Wish {
  readonly key: string;
  readonly current: string;
  readonly version: string;
  readonly size?: StepSize;
  readonly automerge?: boolean;
}

/** A run in a process of its own, since git waits for its server. */
export interface DeliveryRun {
  readonly root: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly wishes: readonly Wish[];
  readonly seen: Seen;
}

/** The second half of an upgrade: what is planned, as if it had been chosen, becomes branches, pull requests, an issue. */
async function deliverAll(run: DeliveryRun): Promise<string[]> {
  const said: string[] = [];
  const tools = toolsOf(run, (line) => said.push(line));
  const forge = tools.forge;
  if (forge === null) throw new Error('these tests have a forge');
  tools.record.save({ ...tools.record.read(), ...run.seen });
  const pullRequests = await forge.pullRequestsFrom(upgradePrefix);
  const plan = besidePeople(
    planOf(run, requestsOf(pullRequests)),
    tools.branches(upgradePrefix),
    pullRequests,
  );
  const holds = [...plan.holds];
  const settings = { mainBranch: 'main', reviewers: ['alice'], merge: 'squash' } as const;
  for (const proposal of plan.proposals) {
    const delivery = await inCheckout(tools.checkout, tools.head, async (workspace) => {
      const [step] = proposal.steps;
      const file = join(workspace.root, 'images.yaml');
      const { key = '', current = '' } = step?.subject ?? {};
      const text = readFileSync(file, 'utf8').replace(`${key}: ${current}\n`, `${key}: ${step?.version}\n`);
      workspace.write('images.yaml', text);
      workspace.write(`environments/${key}.yaml`, `version: ${step?.version}\n`);
      const title = `Upgrade ${key} to ${step?.version}`;
      return deliverUpgrade(
        { proposal, words: { title, body: 'Why.' }, settings, pullRequests },
        workspace,
        tools,
      );
    });
    if (delivery.kind === 'held') holds.push(...delivery.holds);
  }
  await closeSuperseded(plan, tools);
  deleteStray(plan, pullRequests, tools);
  const requests = requestsOf(await forge.pullRequestsFrom(upgradePrefix));
  const units = run.wishes.map((wish) => proposalOf(image(wish.key, wish.current), wish.version).unit);
  await forge.saveIssue(dashboardOf({ units, requests, holds, alarms: [], failures: [] }));
  return [...said, ...holds.map(({ subject, reason }) => `${subject.key}: ${reason}`)];
}

function planOf(run: DeliveryRun, requests: ReturnType<typeof requestsOf>): UpgradePlan {
  const all = run.wishes.map((wish) => proposalOf(image(wish.key, wish.current), wish.version, wish));
  const isRefused = ({ unit, steps }: (typeof all)[number]): boolean =>
    requests.some(
      (request) =>
        request.unit === unit.name &&
        request.state === 'closed' &&
        !request.superseded &&
        request.targets === targetsOf(steps),
    );
  const open = requests.filter(({ state }) => state === 'open');
  const isWanted = (name: string): boolean => run.wishes.some(({ key }) => key === name);
  return {
    proposals: all.filter((proposal) => !isRefused(proposal)),
    closings: open
      .filter(({ unit }) => !isWanted(unit))
      .map((request) => ({ request, why: 'Main has it already.' })),
    holds: [],
    alarms: [],
    failures: [],
  };
}

function toolsOf({ root, apiUrl, token }: DeliveryRun, progress: (line: string) => void): UpgradeTools {
  return upgradeTools({
    root,
    branch: 'main',
    sources: {} as never,
    effect: async () => ({ kind: 'nothing' }),
    seen: { parse: parseSeen, format: seenText },
    forge: githubForge({
      apiUrl,
      owner: 'acme',
      repo: 'platform',
      credentials: { kind: 'token', token },
      report: progress,
      retries: 0,
    }),
    clock: clockAt(1_767_225_600),
    progress,
  });
}

if (import.meta.main) {
  const [, , file = ''] = process.argv;
  const said = await deliverAll(JSON.parse(readFileSync(file, 'utf8')) as DeliveryRun);
  writeFileSync(`${file}.said`, JSON.stringify(said));
}
