import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptArguments } from '../src/cli/script-arguments.ts';
import { type Cost, medians, run } from './measure.ts';
import { writeSynthetic } from './synthetic.ts';
import { lookedAt, measureLook } from './upgrade-look.ts';

/**
 * How fast `generate` is, as medians and ratios within one run: the machine may be slow or busy, and then
 * everything is. `BENCH_RUNS` processes for each figure.
 */
scriptArguments({
  name: 'bench',
  summary: 'measure how fast generate is, and where the time goes',
  options: {},
  help: {},
});
const times = Number(process.env.BENCH_RUNS ?? 5);
const repository = join(import.meta.dirname, '../..');
const script = (name: string): string => join(import.meta.dirname, name);
const main = join(repository, 'generator/src/cli/main.ts');
const work = mkdtempSync(join(tmpdir(), 'gitops-bench-'));
const say = (line = ''): void => void process.stdout.write(`${line}\n`);

interface Phases {
  readonly spent: Readonly<Record<string, number>>;
  readonly files: number;
  readonly bytes: number;
}

const ms = (n: number): string => `${Math.round(n)} ms`;
const row = (...cells: readonly string[]): void => say(`| ${cells.join(' | ')} |`);

/** A copy, so that measuring never touches the repository itself. */
function copyOfRepository(): string {
  const root = join(work, 'repository');
  for (const name of ['apps', 'charts', 'environments', 'schemas', 'images.yaml']) {
    cpSync(join(repository, name), join(root, name), { recursive: true, verbatimSymlinks: true });
  }
  return root;
}

function forget(root: string): void {
  run(script('forget.ts'), [root]);
}

function measure(name: string, root: string, start: Cost): void {
  const phases = JSON.parse(run(script('phases.ts'), [root]).stdout) as Phases;
  const again = medians(times, () => run(main, ['generate', '--root', root]));
  const anew = medians(
    times,
    () => run(main, ['generate', '--root', root]),
    () => forget(root),
  );
  const list = join(work, 'files.json');
  writeFileSync(list, run(script('list.ts'), [root]).stdout);
  const target = join(work, 'bare');
  const bare = medians(
    times,
    () => run(script('bare.ts'), [list, target]),
    () => rmSync(target, { recursive: true, force: true }),
  );
  const beyond = (cost: Cost): number => cost.wall - start.wall;
  say(`## ${name}: ${phases.files} files, ${(phases.bytes / 1024).toFixed(0)} KiB`);
  say();
  row('', 'wall', 'beyond process start', 'user', 'peak memory', 'against the bare script');
  row('---', '---', '---', '---', '---', '---');
  for (const [what, cost] of [
    ['the bare script', bare],
    ['generate into nothing', anew],
    ['generate, nothing to do', again],
  ] as const) {
    const ratio = (beyond(cost) / beyond(bare)).toFixed(1);
    row(what, ms(cost.wall), ms(beyond(cost)), ms(cost.user), `${cost.memory.toFixed(0)} MiB`, `× ${ratio}`);
  }
  say();
  row('where the time goes', 'wall', '');
  row('---', '---', '---');
  const total = Object.values(phases.spent).reduce((sum, n) => sum + n, 0);
  for (const [phase, spent] of Object.entries(phases.spent))
    row(phase, ms(spent), `${((100 * spent) / total).toFixed(0)} %`);
  say();
}

async function measureUpgrades(): Promise<void> {
  const { ours, again, bare, requests } = await measureLook(times);
  say(`## the look of upgrades: ${lookedAt}, ${requests} requests to a registry on loopback`);
  say();
  row('', 'wall', 'against the bare client');
  row('---', '---', '---');
  row('the bare client', ms(bare), '');
  row('a look', ms(ours), `× ${(ours / bare).toFixed(1)}`);
  row('a look, nothing new', ms(again), `× ${(again / bare).toFixed(1)}`);
  say();
}

try {
  const start = medians(times, () => run(script('nothing.ts'), []));
  say(
    `process start: ${ms(start.wall)} wall, ${ms(start.user)} user, ${start.memory.toFixed(0)} MiB; medians of ${times} runs`,
  );
  say();
  measure('this repository', copyOfRepository(), start);
  for (const apps of [50, 200, 1000]) {
    const root = join(work, `synthetic-${apps}`);
    writeSynthetic(root, apps);
    measure(`${apps} apps × 3 environments`, root, start);
  }
  await measureUpgrades();
} finally {
  rmSync(work, { recursive: true, force: true });
}
