import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../../testing/folder.ts';
import { environments, type Sketch, World } from './world.ts';

export interface Size {
  readonly apps: number;
  /** Commits of the main branch that change an app each. */
  readonly changes: number;
  /** Commits that the apps of an environment are spread over. */
  readonly pins: number;
  readonly hotfixes: number;
}

const layers = ['stores', 'apis', 'operations'] as const;
const chart = 'charts/service/templates';

/**
 * A world of many apps whose pins are spread over a long past. It is generated at its beginning and at its end, and all
 * between is written as what would be generated: a change of a knob is in the values of its app alone.
 */
export async function largeWorld({ apps, changes, pins, hotfixes }: Size): Promise<World> {
  const world = await World.create();
  const more = Array.from({ length: apps - world.sketches.length }, (_, i): Sketch => {
    const dependsOn = i % 3 === 1 ? [`app-${i - 1}`] : [];
    return {
      name: `app-${i}`,
      layer: layers[i % 3] ?? 'apis',
      dependsOn,
      knob: 0,
      port: 8000 + i,
      keepsData: false,
    };
  });
  await world.changeApps([...world.sketches, ...more]);
  const past = new Past(world);
  const ids = past.import(() => {
    for (let i = 0; i < changes; i += 1) past.turn('main', (i * 7) % apps, i + 1);
  });
  const [early, late] = [0.4, 0.8].map((part) => Math.floor(ids.length * part)) as [number, number];
  const fixes = past.import(() => {
    for (let i = 0; i < hotfixes; i += 1) past.fix(`release/prod/fix-${i}`, ids[i * 3] ?? '', i * 5);
  });
  const releases = 2 * pins;
  past.import(() => {
    for (let i = 1; i <= releases; i += 1) {
      const until = (end: number): string[] => ids.slice(0, Math.ceil((end * i) / releases));
      past.release('staging', spread(until(late).slice(-early), pins), []);
      past.release('prod', spread(until(early), pins), i === releases ? fixes : []);
    }
    for (let i = 0; i < changes / 10; i += 1) past.turn('main', (i * 11) % apps, changes + i);
  });
  world.git('reset', '--quiet', '--hard', 'main');
  world.now += 3 * 86_400;
  if (!(await world.change({}, 'generate'))) throw new Error('it cannot be generated');
  world.now += 86_400;
  return world;
}

/** Some of many, at equal distances. */
const spread = (all: readonly string[], some: number): string[] =>
  Array.from({ length: some }, (_, i) => all[Math.floor((i * all.length) / some)] ?? '');

/** Writes commits by the hundred: nothing is checked out, and nothing is generated. */
class Past {
  readonly #world: World;
  readonly #sketches: Sketch[];
  readonly #values: ReadonlyMap<string, string>;
  readonly #started = new Set<string>();
  #lines: string[] = [];

  constructor(world: World) {
    this.#world = world;
    this.#sketches = world.sketches;
    const paths = environments.flatMap((environment) =>
      this.#sketches.map(({ name }) => valuesOf(environment, name)),
    );
    this.#values = new Map(paths.map((path) => [path, read(world.root, path)]));
  }

  /** Ids of the commits that are described meanwhile. */
  import(describe: () => void): string[] {
    this.#lines = [];
    describe();
    const marks = join(this.#world.root, '.git/marks');
    const args = ['fast-import', '--quiet', '--force', `--export-marks=${marks}`];
    execFileSync('git', args, { cwd: this.#world.root, input: `${this.#lines.join('\n')}\n` });
    this.#started.clear();
    return readFileSync(marks, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .sort(([a = ''], [b = '']) => Number(a.slice(1)) - Number(b.slice(1)))
      .map(([, id = '']) => id);
  }

  turn(branch: string, index: number, knob: number): void {
    const app = this.#sketches[index % this.#sketches.length];
    if (!app) return;
    this.#sketches[this.#sketches.indexOf(app)] = { ...app, knob };
    this.#commit(branch, 'refs/heads/main^0', `turn ${app.name} to ${knob}`, {
      'apps.json': JSON.stringify(this.#sketches),
      ...this.#knobs(app.name, knob),
      // The chart of all changes too, now and then: a file of it gets another name.
      ...(knob % 40 === 0 && { [`${chart}/more-${knob}.yaml`]: 'b: 0\nc: 0\nd: 0\n' }),
      ...(knob % 40 === 0 && knob > 40 && { [`${chart}/more-${knob - 40}.yaml`]: null }),
    });
  }

  fix(branch: string, from: string, index: number): void {
    const app = this.#sketches[index % this.#sketches.length];
    if (!app) return;
    const apps = this.#sketches.map((sketch) => (sketch === app ? { ...app, knob: 7000 + index } : sketch));
    this.#commit(branch, from, `fix ${app.name}`, {
      'apps.json': JSON.stringify(apps),
      ...this.#knobs(app.name, 7000 + index),
    });
  }

  /** Spreads the apps of an environment over some commits, and gives some of them fixes. */
  release(environment: string, commits: readonly string[], fixes: readonly string[]): void {
    const names = this.#sketches.map(({ name }) => name);
    const of = (i: number): string | undefined =>
      (i % 5 === 0 ? fixes[i / 5] : undefined) ?? commits[i % commits.length];
    const apps = names.map((name, i) => `  ${name}: '${of(i)}'\n`);
    const text = `revision: '${commits.at(-1)}'\napps:\n${apps.join('')}`;
    this.#commit('main', 'refs/heads/main^0', `release ${environment}`, {
      [`environments/${environment}/release.yaml`]: text,
    });
  }

  #knobs(app: string, knob: number): Record<string, string> {
    const changed = environments.map((environment): [string, string] => {
      const path = valuesOf(environment, app);
      return [path, (this.#values.get(path) ?? '').replace(/^knob: .*$/m, `knob: ${knob}`)];
    });
    return Object.fromEntries(changed);
  }

  #commit(branch: string, from: string, message: string, files: Record<string, string | null>): void {
    this.#world.now += 60;
    const isFirst = !this.#started.has(branch);
    this.#started.add(branch);
    this.#lines.push(
      `commit refs/heads/${branch}`,
      `mark :${this.#lines.length + 1}`,
      `committer A <a@example.org> ${this.#world.now} +0000`,
      ...data(message),
      ...(isFirst ? [`from ${from}`] : []),
      ...Object.entries(files).flatMap(([path, text]) =>
        text === null ? [`D ${path}`] : [`M 100644 inline ${path}`, ...data(text)],
      ),
    );
  }
}

const data = (text: string): string[] => [`data ${Buffer.byteLength(text)}`, text];

const valuesOf = (environment: string, app: string): string =>
  `environments/${environment}/generated/candidate/values/${app}.yaml`;
