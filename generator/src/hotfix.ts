import { inCheckout } from './forge/workspace.ts';
import { UsageError } from './problem/errors.ts';
import { type HotfixBase, hotfixBase, pinBelow } from './promote/hotfix/hotfix-base.ts';
import type { Hotfix, HotfixFolders } from './promote/hotfix/hotfix-branch.ts';
import { openHotfix } from './promote/hotfix/open-hotfix.ts';
import { touchedApps } from './promote/hotfix/touched-apps.ts';
import { commitsAt } from './promote/plan/present-pins.ts';
import { everything, type PromotionTarget } from './promote/plan/request.ts';
import { targetNamed } from './promote/plan/target.ts';
import { type Promotion, type PromotionTools, promote } from './promotion.ts';
import { modelIn } from './repository.ts';
import { pinTag } from './running/pinned-source.ts';

/** What a hotfix is made with. */
export interface HotfixTools extends PromotionTools {
  readonly folders: HotfixFolders;
}

export interface HotfixOptions {
  readonly environment: string;
  /** The app that is broken, where apps run from different commits. */
  readonly app: string | null;
  /** Last part of the branch's name. */
  readonly name: string | null;
  /** Why it cannot wait. */
  readonly reason: string | null;
}

/** How far it came: a folder to fix it in, or a promotion of what was fixed there. */
export type HotfixStep =
  | {
      readonly kind: 'begun';
      readonly hotfix: Hotfix & { readonly folder: string };
      readonly base: HotfixBase;
    }
  | {
      readonly kind: 'pinned';
      readonly hotfix: Hotfix & { readonly folder: string };
      /** The commit that is pinned. */
      readonly commit: string;
      readonly apps: readonly string[];
      readonly promotion: Promotion;
    };

/**
 * The next step of a hotfix. As long as nothing is changed on its branch, that is a folder with the branch at the pin;
 * then, what was changed is generated, committed, pushed and pinned. Cut off anywhere, it can be run again.
 */
export async function stepHotfix(options: HotfixOptions, tools: HotfixTools): Promise<HotfixStep> {
  const { history, folders } = tools;
  const target = await inCheckout(tools.checkout, history.head, async ({ root }) =>
    targetNamed(options.environment, await modelIn(tools.open(root))),
  );
  const pins = presentCommits(target.name, tools);
  const open = openHotfix(options, folders.list(target.name), history.moments(target.name));
  if (open !== null && isChanged(open, pins)) return await pin(open, options, target, pins, tools);
  const base = hotfixBase(target, pins, options.app);
  const name = options.name ?? `hotfix-${tools.clock.today}`;
  const hotfix = await folders.begin({
    environment: target.name,
    branch: open?.branch ?? folders.freeBranch(target.name, name),
    isLocal: open?.isLocal ?? false,
    folder: open?.folder ?? null,
    tip: open?.tip ?? base.commit,
    base: open?.base ?? base.commit,
    reason: options.reason ?? open?.reason ?? null,
    isDirty: false,
  });
  return { kind: 'begun', hotfix, base };
}

/** The commit of each app that runs. */
function presentCommits(environment: string, { history }: HotfixTools): Map<string, string> {
  const [now] = history.moments(environment);
  const commits = now ? [...commitsAt(environment, now, history)] : [];
  return new Map(commits.flatMap(([app, commit]) => (commit === null ? [] : [[app, commit] as const])));
}

const isChanged = ({ isDirty, tip, base }: Hotfix, pins: ReadonlyMap<string, string>): boolean =>
  isDirty || (base === null ? ![...pins.values()].includes(tip) : tip !== base);

async function pin(
  open: Hotfix,
  { reason: given, app }: HotfixOptions,
  target: PromotionTarget,
  pins: ReadonlyMap<string, string>,
  tools: HotfixTools,
): Promise<HotfixStep> {
  const { history, folders } = tools;
  const { name } = target;
  const reason = given ?? open.reason;
  if (reason === null) {
    const call = `npm run hotfix -- ${name} --emergency "users cannot log in"`;
    throw new UsageError(`say why ${open.branch} cannot wait, and it is pinned: ${call}`);
  }
  const base = open.base ?? pinBelow(open.tip, pins.values(), history);
  if (base === null)
    throw new UsageError(
      `${open.branch} is built on nothing that ${name} runs: it must start at one of its pins`,
    );
  const hotfix = await folders.begin({ ...open, base, reason });
  const commit = await folders.complete(hotfix, `Hotfix of ${name}: ${reason}`);
  const apps = touchedApps(name, base, commit, history);
  refuseUseless(hotfix, apps, app);
  refuseElsewhere(hotfix, base, apps, pins, history);
  tools.publish(hotfix.branch, commit, { [pinTag(name, commit)]: commit });
  const request = { ...everything, apps, revision: commit, emergency: reason };
  const promotion = await promote({ environment: name, request, dryRun: false }, tools);
  return { kind: 'pinned', hotfix, commit, apps, promotion };
}

function refuseUseless({ environment, folder }: Hotfix, apps: readonly string[], app: string | null): void {
  if (apps.length === 0)
    throw new UsageError(
      `what was changed in ${folder} changes nothing that ${environment} runs: nothing was pushed`,
    );
  if (app !== null && !apps.includes(app))
    throw new UsageError(
      `what was changed in ${folder} changes ${apps.join(', ')}, and not ${app}: nothing was pushed`,
    );
}

/** An app that runs from another commit by now would go back to where the hotfix began. */
function refuseElsewhere(
  { environment, folder, branch }: Hotfix,
  base: string,
  apps: readonly string[],
  pins: ReadonlyMap<string, string>,
  history: HotfixTools['history'],
): void {
  const isElsewhere = (app: string): boolean => {
    const present = pins.get(app);
    return present !== undefined && touchedApps(environment, base, present, history).includes(app);
  };
  const elsewhere = apps.filter(isElsewhere);
  if (elsewhere.length === 0) return;
  const lines = elsewhere.map((app) => {
    const [runs, begun] = [pins.get(app), base].map((commit) => commit?.slice(0, 12));
    return `${app} runs from ${runs} in ${environment}, and ${branch} begins at ${begun}: npm run hotfix -- ${environment} --app ${app} --name ${app} makes a branch there, and git cherry-pick brings the fix`;
  });
  throw new UsageError([...lines, `nothing was pushed; what is in ${folder} is committed`].join('\n'));
}
