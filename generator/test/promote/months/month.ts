import type { BranchMove } from '../../../src/forge/forge.ts';
import type { PromotionTools } from '../../../src/promotion.ts';
import { MemoryForge } from '../../support/memory-forge.ts';
import { World } from '../world.ts';
import { CommitsRead } from './commits-read.ts';
import { Invariants } from './invariants.ts';
import { LineWatch } from './line-watch.ts';
import type { Place } from './month-events.ts';

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

/** Why somebody opened a promotion. */
interface Proposal {
  readonly back: boolean;
  /** Of an emergency. */
  readonly reason: string | null;
}

const hour = 3600;

/** A repository, what people have begun in it, and who watches it. */
export class Month {
  readonly world: World;
  /** Null where main is in this clone alone. */
  readonly remote: World | null;
  /** Null where people open pull requests themselves. */
  readonly forge: MemoryForge | null;
  /** What the branch of an environment is for, as long as it is open. */
  readonly proposals = new Map<string, Proposal>();
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
  private readonly mainMoves: BranchMove[] = [];

  private constructor(world: World, remote: World | null, forge: MemoryForge | null) {
    this.world = world;
    this.remote = remote;
    this.forge = forge;
    this.read = new CommitsRead(world.root);
    this.watch = new LineWatch(this.read, forge !== null);
    this.invariants = new Invariants(this.read, this.watch);
    this.invariants.mainMoved(world.now);
  }

  /** The first day of a month: staging and prod were pinned long ago. */
  static async begin(place: Place = 'here'): Promise<Month> {
    const world = (await firstDay()).copy();
    if (place === 'here') return new Month(world, null, null);
    const remote = world.clone('--bare');
    world.discard();
    const clone = remote.clone();
    // A branch that is gone has no tip any more.
    const tips = (branch: string): string =>
      clone.git('for-each-ref', '--format=%(objectname)', `refs/remotes/origin/${branch}`);
    const forge = new MemoryForge(tips);
    return new Month(clone, remote, place === 'forge' ? forge : null);
  }

  /** Where a run finds all that it needs. */
  tools(): PromotionTools {
    const moves = this.forge === null ? [] : [['main', [...this.mainMoves].reverse()] as const];
    this.world.moves = new Map(moves);
    return this.world.tools(this.forge);
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

  /** Main has moved here: everybody gets to know. */
  moved(options: Parameters<Invariants['mainMoved']>[1] = {}): void {
    const commit = this.world.git('rev-parse', 'main');
    if (commit !== this.watch.tip) {
      this.push('main');
      this.mainMoves.push({ at: this.now, before: this.watch.tip, commit });
    }
    this.invariants.mainMoved(this.now, options);
  }

  /** Brings a branch to where others see it. */
  push(branch: string): void {
    if (this.remote) this.world.git('push', '--quiet', '--force', 'origin', branch);
  }

  /** Deletes a branch, and closes its pull request. */
  drop(branch: string): void {
    if (this.tip(branch) === null) return;
    if (this.remote) this.world.git('push', '--quiet', 'origin', `:refs/heads/${branch}`);
    else this.world.git('branch', '--quiet', '-D', branch);
    this.endPullRequest(branch, 'closed');
  }

  endPullRequest(branch: string, how: 'closed' | 'merged'): void {
    for (const [number, { head }] of this.forge?.drafts ?? [])
      if (head === branch && !this.forge?.closed.includes(number) && !this.forge?.merged.includes(number))
        this.forge?.[how].push(number);
  }

  /** Environments that promotions bring something to: those that are pinned, or run nothing yet. */
  get promoted(): string[] {
    return this.chain.filter(
      (name) =>
        this.upstream(name) !== null &&
        (this.invariants.isPinned(name) || this.read.release(this.watch.tip, name) === null),
    );
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
      const place = this.remote ? 'refs/remotes/origin' : 'refs/heads';
      return this.world.git('rev-parse', '--quiet', '--verify', `${place}/${branch}`);
    } catch {
      return null;
    }
  }

  has(commit: string, ancestor: string): boolean {
    return this.world.isAncestor(ancestor, commit);
  }

  end(): void {
    this.world.discard();
    this.remote?.discard();
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
