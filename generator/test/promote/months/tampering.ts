import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../../../testing/folder.ts';
import { gateRefuses } from './gate-asked.ts';
import type { Month } from './month.ts';

type Picks = readonly [number, number, number];

/** Somebody brings to a pinned environment what its gate must not let in. */
export async function tamper(month: Month, [which, how, app]: Picks): Promise<void> {
  const environment = month.pinned[which % month.pinned.length];
  if (environment === undefined || month.invariants.drifted.has(month.watch.tip)) return;
  const attack = attacks[how % attacks.length];
  if (!attack) return;
  const [name, pinned] = attack;
  const apps = month.watch.pins(environment, month.watch.tip);
  const [chosen = '', pin = ''] = [...apps][app % apps.size] ?? [];
  const target = { environment, app: chosen, pin };
  const commit = await pinned(month, target);
  if (commit === null || isHarmless(month, target, commit)) return;
  const proposal = await proposed(month, target, commit);
  if (proposal === null) return month.count(`tamper ${name}: tree refused`);
  month.count(`tamper ${name}`);
  if ((await gateRefuses(month, proposal)).length === 0)
    month.breach(`the gate lets in: ${name}: ${chosen} at ${commit} in ${environment}`);
}

interface Target {
  readonly environment: string;
  readonly app: string;
  readonly pin: string;
}

/** Makes the commit that is to be pinned; null where there is none. */
type Attack = (month: Month, target: Target) => Promise<string | null>;

const attacks: readonly (readonly [string, Attack])[] = [
  ['edited values', (month, target) => edited(month, target, 'values', (text) => `${text}knob: 666\n`)],
  [
    'another repository',
    (month, target) =>
      edited(month, target, 'applications', (text) => text.replace('git.example.org', 'evil.example.org')),
  ],
  [
    'another placeholder',
    (month, target) =>
      edited(month, target, 'applications', (text) =>
        text.replace('{{ .Values.revision }}', '{{.Values.revision}}'),
      ),
  ],
  [
    'typed trailer',
    (month, target) =>
      edited(month, target, 'values', (text) => `${text}knob: 7\n`, `Settings-from: ${month.watch.tip}`),
  ],
  ['tip of main', async (month) => month.watch.tip],
  [
    'blank line',
    (month, target) => edited(month, { ...target, pin: month.watch.tip }, 'values', (text) => `${text}\n`),
  ],
  ['work in progress', async (month, { pin }) => month.landed.at(-1)?.wip ?? pin],
  [
    'ancestor',
    async (month, { pin }) => {
      const { steps } = month.watch;
      const at = steps.findIndex(({ commit }) => commit === pin);
      return steps[Math.max(0, at - 1)]?.commit ?? null;
    },
  ],
];

/** A commit on a branch off the pin that changes a candidate by hand. */
async function edited(
  { world, read }: Month,
  { environment, app, pin }: Target,
  folder: string,
  change: (text: string) => string,
  trailer = '',
): Promise<string | null> {
  world.git('switch', '--quiet', '--detach', pin);
  const path = `${read.folder(pin, environment)}/generated/candidate/${folder}/${app}.yaml`;
  write(world.root, { [path]: change(readFileSync(join(world.root, path), 'utf8')) });
  world.git('commit', '--quiet', '--all', '-m', `mine\n\n${trailer}`);
  const commit = world.git('rev-parse', 'HEAD');
  world.git('switch', '--quiet', 'main');
  return commit;
}

/** What may run there anyway. */
function isHarmless(
  { read, invariants, now }: Month,
  { environment, app, pin }: Target,
  commit: string,
): boolean {
  const before = read.content(pin, environment, app);
  const after = read.content(commit, environment, app);
  return after === null || before === after || invariants.isLegitimate(environment, app, commit, now);
}

/** A commit that pins it, generated; null where that is refused. Nothing of it stays but the commit. */
async function proposed(
  { world }: Month,
  { environment, app }: Target,
  commit: string,
): Promise<string | null> {
  const file = `environments/${environment}/release.yaml`;
  const text = readFileSync(join(world.root, file), 'utf8');
  const line = `  ${app}: '${commit}'\n`;
  const without = text.replace(new RegExp(`^  ${app}: '[0-9a-f]+'\\n`, 'm'), '');
  const changed = without.includes('\napps:\n')
    ? without.replace('\napps:\n', `\napps:\n${line}`)
    : `${without}apps:\n${line}`;
  world.git('switch', '--quiet', '--detach', 'main');
  const done = await world.change({ [file]: changed }, 'tampered');
  const made = world.git('rev-parse', 'HEAD');
  world.git('switch', '--quiet', 'main');
  return done ? made : null;
}
