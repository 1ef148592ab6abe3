import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { refuseScript, type Script, scriptArguments } from '../../../src/cli/script-arguments.ts';
import { repository } from '../../../testing/program.ts';
import { monthOf } from './month-events.ts';
import { monthsPage, type PlayedMonth } from './months-page.ts';
import { shrink, storyOf } from './shrink.ts';

const script: Script = {
  name: 'test:months',
  summary: 'play random months of a platform team on real git, and say what does not hold',
  options: {
    from: { type: 'string' },
    count: { type: 'string' },
    jobs: { type: 'string' },
    shrink: { type: 'boolean' },
    page: { type: 'boolean' },
  },
  help: {
    '--from SEED': 'the first seed; 1 if nothing else is said',
    '--count N': 'how many months; 10 if nothing else is said',
    '--jobs N': 'how many at a time; 2 if nothing else is said',
    '--shrink': 'of each month that breaks a rule, the fewest events that do',
    '--page': 'write the result to generator/docs/months.md',
  },
};

const { options } = scriptArguments(script);
const numberOf = (name: string, otherwise: number): number => {
  const value = options[name] === undefined ? otherwise : Number(options[name]);
  if (!Number.isInteger(value) || value < 1) refuseScript(script, `--${name} takes a whole number from 1`);
  return value;
};
const [from, count, jobs] = [numberOf('from', 1), numberOf('count', 10), numberOf('jobs', 2)];

const played: PlayedMonth[] = [];
await Promise.all(Array.from({ length: jobs }, (_, i) => worker(from + i)));
played.sort((a, b) => a.seed - b.seed);
const page = monthsPage(played, new Date().toISOString().slice(0, 10));
process.stdout.write(`\n${page}`);
if (options.page === true) writeFileSync(join(repository, 'generator/docs/months.md'), page);
const broken = played.filter(({ breaches }) => breaches.length > 0);
if (options.shrink === true)
  for (const { seed, breaches } of broken) {
    const shortest = await shrink(monthOf(seed), breaches[0] ?? '');
    process.stdout.write(`\n// month ${seed}: ${breaches[0]}\n${storyOf(shortest)}`);
  }
process.exit(broken.length === 0 && played.length === count ? 0 : 1);

/** Plays every `jobs`-th month, and says what it sees as it sees it. */
async function worker(first: number): Promise<void> {
  const file = join(import.meta.dirname, 'month-worker.ts');
  const seeds = [first, from + count, jobs].map(String);
  const child = spawn(process.execPath, [file, ...seeds], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const month = JSON.parse(line) as PlayedMonth;
    played.push(month);
    const { seed, seconds, breaches } = month;
    const lines = breaches.map((breach) => `\n  ${breach}`).join('');
    process.stdout.write(`month ${seed}: ${seconds.toFixed(1)} s${lines}\n`);
  }
}
