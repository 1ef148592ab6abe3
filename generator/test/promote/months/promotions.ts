import type { Month } from './month.ts';
import { run, runAndMerge } from './runs.ts';

type Picks = readonly [number, number, number];

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

/** The hourly run: every environment that is pinned, one after the other. */
export async function hourly(month: Month, [how]: Picks): Promise<void> {
  for (const environment of month.pinned) await runAndMerge(month, environment, {}, how % 3 === 0);
}

/** Somebody wants some apps, a layer, or a certain commit. */
export async function explicit(month: Month, [which, what, app]: Picks): Promise<void> {
  const environment = chosen(month.pinned, which);
  if (environment === undefined) return;
  const { watch } = month;
  const names = month.apps(environment);
  const upstream = month.upstream(environment) ?? '';
  const ran = [...watch.steps]
    .reverse()
    .flatMap(({ commit }) => watch.runsFrom(upstream, commit)?.revision ?? []);
  const requests = [
    { apps: [chosen(names, app) ?? 'db'] },
    { apps: [...new Set([chosen(names, app) ?? 'db', chosen(names, app + 1) ?? 'db'])] },
    { layers: [['stores', 'apis', 'operations'][app % 3] ?? 'apis'] },
    { revision: ran[app % Math.min(ran.length, 6)] ?? 'HEAD' },
  ];
  await runAndMerge(month, environment, chosen(requests, what));
}

/** Back: the whole, one app, twice, or to what ran at some commit of main. */
export async function rollback(month: Month, [which, how, app]: Picks): Promise<void> {
  const environment = chosen(month.pinned, which);
  if (environment === undefined) return;
  const { watch, read } = month;
  const before = [...watch.steps];
  const names = month.apps(environment);
  const line = [...watch.steps].reverse().map(({ commit }) => commit);
  const way = how % 4;
  const to = way === 3 ? (line[app % Math.min(line.length, 15)] ?? 'PREVIOUS') : 'PREVIOUS';
  const apps = way === 2 ? [chosen(names, app) ?? 'db'] : [];
  const promotion = await runAndMerge(month, environment, { to, apps });
  if (promotion?.published) {
    month.count('went back');
    const treeAt = (commit: string): string =>
      read.below(commit, `${read.folder(commit, environment)}/generated/running/applications`);
    const tree = treeAt(watch.tip);
    const whole = apps.length === 0 && promotion.described.plan.deferred.length === 0;
    if (whole && !before.some(({ commit }) => treeAt(commit) === tree))
      if (!before.some(({ commit }) => sameRun(month, environment, commit, watch.tip)))
        month.breach(`${environment} went back to what it never ran as a whole`);
  }
  if (way === 1) await runAndMerge(month, environment, { to: 'PREVIOUS' });
}

/** An environment that followed main then has its candidates where a pinned one has what runs. */
function sameRun({ watch, read }: Month, environment: string, one: string, other: string): boolean {
  const [before, after] = [one, other].map((commit) => watch.pins(environment, commit));
  const apps = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...apps].every((app) => {
    const [was, is] = [before?.get(app), after?.get(app)];
    if (was === undefined || is === undefined) return false;
    return read.content(was, environment, app) === read.content(is, environment, app);
  });
}

export async function emergency(month: Month, [which, app, some]: Picks): Promise<void> {
  const environment = chosen(month.pinned, which);
  if (environment === undefined) return;
  const names = month.apps(environment);
  const apps = some % 3 === 0 ? [] : [chosen(names, app) ?? 'db'];
  await runAndMerge(month, environment, { apps, emergency: `users wait ${++month.serial}` });
}

/** A fix on a branch off the pin, that main may get later. */
export async function hotfix(month: Month, [which, app, knob]: Picks): Promise<void> {
  const environment = chosen(month.pinned, which);
  if (environment === undefined) return;
  const { world } = month;
  const [name = '', pin = ''] = chosen([...month.watch.pins(environment, month.watch.tip)], app) ?? [];
  world.git('switch', '--quiet', '-c', `release/${environment}/fix-${++month.serial}`, pin);
  const apps = world.sketches.map((sketch) =>
    sketch.name === name ? { ...sketch, knob: 10_000 + knob } : sketch,
  );
  const done = await world.change({ 'apps.json': `${JSON.stringify(apps, null, 2)}\n` }, `fix ${name}`);
  const commit = world.git('rev-parse', 'HEAD');
  world.git('switch', '--quiet', 'main');
  if (!done) return;
  month.push(`release/${environment}/fix-${month.serial}`);
  const request = { apps: [name], revision: commit, emergency: `users wait ${month.serial}` };
  const promotion = await runAndMerge(month, environment, request);
  if (!promotion?.published) return;
  month.count('fixed');
  month.hotfixes.push({ environment, app: name, commit, knob: 10_000 + knob });
}

/** Main gets a hotfix, with or without being told where it comes from. */
export async function backport(month: Month, [which, how]: Picks): Promise<void> {
  const fix = chosen(month.hotfixes, which);
  if (!fix) return;
  const { world } = month;
  const apps = world.sketches.map((sketch) =>
    sketch.name === fix.app ? { ...sketch, knob: fix.knob } : sketch,
  );
  const from = how % 4 === 0 ? '' : `\n\n(cherry picked from commit ${fix.commit})`;
  const edit = { 'apps.json': `${JSON.stringify(apps, null, 2)}\n` };
  if (!(await world.change(edit, `fix ${fix.app}${from}`))) return;
  month.moved();
  month.hotfixes = month.hotfixes.filter((other) => other !== fix);
}

/** Settings alone. */
export async function copy(month: Month, [which]: Picks): Promise<void> {
  const environment = chosen(month.pinned, which);
  if (environment !== undefined) await runAndMerge(month, environment, { settings: true });
}

/** A run whose branch nobody merges for now. */
export async function leave(month: Month, [which, app]: Picks): Promise<void> {
  const environment = chosen(month.pinned, which);
  if (environment === undefined) return;
  const names = month.apps(environment);
  await run(month, environment, app % 2 === 0 ? {} : { apps: [chosen(names, app) ?? 'db'] });
}
