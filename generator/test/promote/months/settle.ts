import type { Month } from './month.ts';
import { repair } from './people.ts';
import { drifts, runAndMerge } from './runs.ts';

const hour = 3600;

/** Reasons for which an app may stay behind for good, until somebody does something about it. */
const lasting = ['data', 'needs', 'hotfix'];

/** Nobody touches anything any more, nothing is held or frozen: what main has arrives everywhere. */
export async function settle(month: Month): Promise<void> {
  const { world, invariants } = month;
  if (!invariants.drifted.has(month.watch.tip) && (await drifts(month)))
    month.breach('main is not what it generates, though nobody merged it so');
  await repair(month);
  if (month.invariants.drifted.has(month.watch.tip)) return;
  world.freezes = [];
  world.now += 10 * 24 * hour;
  clearBranches(month);
  const waits = new Map<string, string>();
  for (const environment of month.promoted) {
    world.now += month.invariants.settings(environment).soak + hour;
    clearBranches(month);
    const promotion = await runAndMerge(month, environment);
    if (promotion === null) return month.breach(`${environment} cannot be promoted to in peace`);
    for (const { app, reason, detail } of promotion.described.plan.deferred) {
      waits.set(`${environment} ${app}`, reason);
      if (!lasting.includes(reason) && !isFixed(month, environment, app))
        month.breach(`${environment} ${app} waits in peace: ${reason}: ${detail}`);
    }
    arrived(month, environment, waits);
  }
}

/** Whether an environment runs a fix of an app that nobody brought to main: nothing newer may come of that. */
function isFixed({ watch }: Month, environment: string, app: string): boolean {
  const pin = watch.pins(environment, watch.tip).get(app);
  return pin !== undefined && !watch.steps.some(({ commit }) => commit === pin);
}

/** Whoever left commits on a branch of ours has taken them away by now. */
function clearBranches(month: Month): void {
  for (const name of month.chain) month.drop(`promote/${name}`);
  month.peoples.clear();
}

/** What upstream runs from runs here, from the same content, unless something lasting keeps an app. */
function arrived(
  { watch, read, invariants }: Month,
  environment: string,
  waits: ReadonlyMap<string, string>,
): void {
  const { promotesFrom } = invariants.settings(environment);
  if (promotesFrom === null) return;
  const there = watch.pins(promotesFrom, watch.tip);
  for (const [app, pin] of there) {
    if (waits.has(`${environment} ${app}`) || waits.has(`${promotesFrom} ${app}`)) continue;
    const wanted = read.content(pin, environment, app);
    if (watch.running(environment, app, watch.tip) !== wanted)
      invariants.breach(`${app} of ${promotesFrom} never arrives in ${environment}`);
  }
}
