import { read } from '../../../testing/folder.ts';
import { editOf, settingsEdit } from './edits.ts';
import type { Month, OpenBranch } from './month.ts';
import { drifts } from './runs.ts';

const hour = 3600;

/** Numbers that choose. */
type Picks = readonly [number, number, number];

/** An edit on main, as a squash merge leaves it; `skew` is how wrong the clock of its author is, in seconds. */
export async function change(month: Month, picks: Picks, skew = 0): Promise<void> {
  const { world } = month;
  const edit = editOf(world, picks);
  world.now += skew;
  const done = edit !== null && (await world.change(edit, `change ${picks.join(' ')}`));
  world.now -= skew;
  if (done) month.moved();
  else if (edit !== null) month.count(`refused change: ${world.refusal[0]?.replace(/:.*/, '')}`);
}

const skews = [-72 * hour, -5 * hour, 4 * hour, 24 * 365 * hour];

export const clock = (month: Month, picks: Picks): Promise<void> =>
  change(month, picks, skews[picks[2] % skews.length]);

/** Begins a branch: work in progress, then what it comes to. */
export async function branch(month: Month, picks: Picks): Promise<void> {
  const { world } = month;
  const name = `feature-${++month.serial}`;
  world.git('switch', '--quiet', '-c', name);
  const [first, second, third] = picks;
  const isOpen = await world.change(editOf(world, [0, second, third + 5000]) ?? {}, 'work in progress');
  const wip = world.git('rev-parse', 'HEAD');
  if (isOpen) await world.change(editOf(world, [first, second, third]) ?? {}, `feature ${first}`);
  world.git('switch', '--quiet', 'main');
  if (isOpen) month.branches.push({ name, picks, wip });
}

/** Merges a branch in one of the ways that forges have, a while after it began. */
export async function land(month: Month, [which, how]: Picks): Promise<void> {
  const chosen = month.branches[which % month.branches.length];
  if (!chosen) return;
  const { world } = month;
  world.now += 60;
  if (!mergeAs(month, chosen.name, how)) {
    // Its author begins anew on top of main, as a rebase with conflicts in generated files ends.
    month.count('branch conflicts');
    await redo(month, chosen);
    if (!mergeAs(month, chosen.name, how)) throw new Error(`${chosen.name} conflicts with what it begins at`);
  }
  month.branches = month.branches.filter((open) => open !== chosen);
  month.landed.push(chosen);
  month.count(`land ${ways[how % ways.length]}`);
  const drifted = await drifts(month);
  if (drifted) driftsNow(month);
  month.moved();
  // Half of the time somebody sees it at once.
  if (drifted && how % 2 === 0) await repair(month);
}

function driftsNow(month: Month): void {
  month.count('drifted merge');
  const { tip } = month.watch;
  const fresh = month.world.git('rev-list', '--first-parent', `${tip}..main`).split('\n');
  for (const commit of fresh) month.invariants.drifted.add(commit);
}

async function redo(month: Month, { name, picks }: OpenBranch): Promise<void> {
  const { world } = month;
  world.git('switch', '--quiet', '-C', name, 'main');
  await world.change(editOf(world, picks) ?? {}, `feature again ${picks[0]}`);
  world.git('switch', '--quiet', 'main');
}

const ways = ['merge', 'squash', 'rebase', 'fast-forward'] as const;

/** False where it conflicts: then nothing has happened. */
function mergeAs({ world }: Month, name: string, how: number): boolean {
  const way = ways[how % ways.length];
  try {
    if (way === 'merge') world.git('merge', '--quiet', '--no-ff', name, '-m', `Merge ${name}`);
    if (way === 'squash') {
      world.git('merge', '--quiet', '--squash', name);
      world.git('commit', '--quiet', '--allow-empty', '-m', `Squash ${name}`);
    }
    if (way === 'rebase' || way === 'fast-forward') {
      if (way === 'rebase' || !world.isAncestor('main', name)) world.git('rebase', '--quiet', 'main', name);
      world.git('switch', '--quiet', 'main');
      world.git('merge', '--quiet', '--ff-only', name);
    }
    return true;
  } catch {
    try {
      world.git('rebase', '--abort');
    } catch {
      // It was another way of merging.
    }
    world.git('reset', '--quiet', '--hard');
    world.git('switch', '--quiet', 'main');
    return false;
  }
}

/** Takes a change of main back. */
export async function revert(month: Month, [which]: Picks): Promise<void> {
  const { world } = month;
  const recent = world
    .git('log', '--first-parent', '--max-count=12', '--format=%H %P%x00%s', 'main')
    .split('\n')
    .filter((line) => /\0(change|feature|Merge feature|Squash feature)/.test(line));
  const line = recent[which % Math.min(recent.length, 3)];
  if (line === undefined) return;
  const [commit = '', ...parents] = line.slice(0, line.indexOf('\0')).split(' ');
  try {
    const mainline = parents.length > 1 ? ['-m', '1'] : [];
    world.git('revert', '--no-commit', ...mainline, commit);
  } catch {
    world.git('reset', '--quiet', '--hard');
    return;
  }
  if (!(await world.change({}, `Revert ${commit.slice(0, 12)}`))) return;
  month.count('reverted');
  month.moved();
}

export async function settings(month: Month, [which, ...picks]: Picks): Promise<void> {
  const { chain, world } = month;
  const edit = settingsEdit(world, chain[which % chain.length] ?? 'dev', picks);
  if (edit !== null && (await world.change(edit, 'settings'))) month.moved();
}

export async function hold(month: Month, [which, app, days]: Picks): Promise<void> {
  const { pinned, world } = month;
  const environment = pinned[which % pinned.length];
  if (environment === undefined) return;
  const file = `environments/${environment}/release.yaml`;
  const names = month.apps(environment);
  const text = read(world.root, file);
  if (text.includes('hold:')) return;
  const until = new Date((world.now + (1 + (days % 5)) * 86_400) * 1000).toISOString().slice(0, 10);
  const held = `hold:\n  ${names[app % names.length]}: { reason: an incident, until: ${until} }\n`;
  if (await world.change({ [file]: `${text}${held}` }, 'hold')) month.moved();
}

export async function freeze({ world }: Month, [length]: Picks): Promise<void> {
  const at = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');
  const until = world.now + (1 + (length % 60)) * hour;
  world.freezes = [{ reason: 'end of year', from: at(world.now - hour), until: at(until) }];
}

/** Somebody generates main anew, or mends what cannot be generated. */
export async function repair(month: Month): Promise<void> {
  const { world } = month;
  if (!(await drifts(month))) return;
  if (await world.change({}, 'generate')) return month.moved();
  const sound = [...month.watch.steps].reverse().find(({ commit }) => !month.invariants.drifted.has(commit));
  if (!sound) return;
  const files = ['apps.json', 'charts', 'environments'];
  const kept = month.read.environments(month.watch.tip).map((name) => `environments/${name}/release.yaml`);
  world.git('checkout', '--quiet', sound.commit, '--', ...files);
  world.git('checkout', '--quiet', 'main', '--', ...kept);
  if (await world.change({}, `back to ${sound.commit.slice(0, 12)}`)) return month.moved();
  month.count('beyond repair');
}
