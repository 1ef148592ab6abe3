import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process cost. */
export interface Cost {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of processor time in user mode. */
  readonly user: number;
  /** Mebibytes at the most. */
  readonly memory: number;
  readonly stdout: string;
}

const report = join(tmpdir(), `gitops-bench-${process.pid}.json`);
const preload = new URL('./report-usage.ts', import.meta.url).href;

/** Runs a script in a Node of its own. */
export function run(script: string, args: readonly string[]): Cost {
  const started = performance.now();
  const ended = spawnSync(process.execPath, ['--import', preload, script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, BENCH_REPORT: report },
  });
  const wall = performance.now() - started;
  if (ended.status !== 0) throw new Error(`${script}: ${ended.stdout}${ended.stderr}`);
  return {
    wall,
    stdout: ended.stdout,
    ...(JSON.parse(readFileSync(report, 'utf8')) as { user: number; memory: number }),
  };
}

/** The medians of several runs; before each, `prepare` puts things back. */
export function medians(times: number, work: () => Cost, prepare: () => void = () => undefined): Cost {
  const costs = Array.from({ length: times }, () => {
    prepare();
    return work();
  });
  const of = (key: 'wall' | 'user' | 'memory'): number => median(costs.map((cost) => cost[key]));
  return { wall: of('wall'), user: of('user'), memory: of('memory'), stdout: costs.at(-1)?.stdout ?? '' };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
