import { World } from '../world.ts';
import { CommitsRead } from './commits-read.ts';
import { Invariants } from './invariants.ts';
import { LineWatch } from './line-watch.ts';

/** A branch of somebody's that is not merged yet, with the numbers that its edit came from. */
export interface OpenBranch {
  readonly name: string;
  readonly picks: readonly number[];
  /** Its first commit, which was never meant to be run. */
  readonly wip: string;
}

/** A fix that an environment runs and that main may lack. */
export interface Hotfix {
  readonly environment: string;
  readonly app: string;
  readonly commit: string;
  readonly knob: number;
}

const hour = 3600;

/** A repository, what people have begun in it, and who watches it. */
export class Month {
  readonly world: World;
  readonly read: CommitsRead;
  readonly watch: LineWatch;
  readonly invariants: Invariants;
  branches: OpenBranch[] = [];
  landed: OpenBranch[] = [];
  hotfixes: Hotfix[] = [];
  /** Commits of people that must be somewhere for as long as these do not give them up. */
  readonly peoples = new Set<string>();
  /** How often what happened. */
  readonly counts: Record<string, number> = {};
  serial = 0;

  private constructor(world: World) {
    this.world = world;
    this.read = new CommitsRead(world.root);
    this.watch = new LineWatch(this.read);
    this.invariants = new Invariants(this.read, this.watch);
    this.invariants.mainMoved(world.now);
  }

  /** The first day of a month: staging and prod were pinned long ago. */
  static async begin(): Promise<Month> {
    const world = (await firstDay()).copy();
    return new Month(world);
  }

  get now(): number {
    return this.world.now;
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  breach(what: string): void {
    this.invariants.breach(what);
  }

  moved(options: Parameters<Invariants['mainMoved']>[1] = {}): void {
    this.invariants.mainMoved(this.now, options);
  }

  /** Environments that take promotions and are pinned, in the order of promotion. */
  get pinned(): string[] {
    return this.chain.filter((name) => this.invariants.isPinned(name) && this.upstream(name) !== null);
  }

  /** Apps that an environment runs. */
  apps(environment: string): string[] {
    return [...this.watch.pins(environment, this.watch.tip).keys()];
  }

  upstream(environment: string): string | null {
    return this.invariants.settings(environment).promotesFrom;
  }

  /** All environments, each after the one that it is promoted from. */
  get chain(): string[] {
    const all = this.read.environments(this.watch.tip);
    const depth = (name: string, steps = 0): number => {
      const upstream = this.upstream(name);
      return upstream === null || steps > all.length ? 0 : 1 + depth(upstream, steps + 1);
    };
    return all.sort((a, b) => depth(a) - depth(b));
  }

  tip(branch: string): string | null {
    try {
      return this.world.git('rev-parse', '--quiet', '--verify', `refs/heads/${branch}`);
    } catch {
      return null;
    }
  }

  has(commit: string, ancestor: string): boolean {
    return this.world.isAncestor(ancestor, commit);
  }

  end(): void {
    this.world.discard();
  }
}

let made: Promise<World> | null = null;

function firstDay(): Promise<World> {
  made ??= makeFirstDay();
  return made;
}

async function makeFirstDay(): Promise<World> {
  const world = await World.create();
  const chain = { dev: [null, '0h'], staging: ['dev', '2h'], prod: ['staging', '12h'] } as const;
  await world.change({
    'apps.json': `${JSON.stringify(world.sketches, null, 2)}\n`,
    ...Object.fromEntries(
      Object.entries(chain).map(([name, [promotesFrom, soak]]) => [
        `environments/${name}/environment.ts`,
        `${JSON.stringify({ size: 'small', promotesFrom, soak })}\n`,
      ]),
    ),
  });
  world.now += 20 * hour;
  await world.promote('staging');
  await world.promote('prod');
  world.now += 20 * hour;
  return world;
}
