import type { CommitsRead } from './commits-read.ts';

/** A commit of main's first parents, and since when it was there as far as anybody can know. Seconds since 1970. */
interface LineStep {
  readonly commit: string;
  readonly at: number;
}

/** What an environment runs from: a commit by app, null for one that it leaves out, or else the revision. */
interface RunsFrom {
  readonly revision: string;
  readonly apps: Readonly<Record<string, string | null>>;
}

/** An app in two environments at the commit that the first ran it from, as one text. */
type Edge = string;

/** Main as it was seen to move, and what each environment ran because of it. Knows nothing of how that is decided. */
export class LineWatch {
  readonly steps: LineStep[] = [];
  private readonly read: CommitsRead;
  private readonly isTold: boolean;
  private readonly known = new Map<string, ReadonlyMap<string, string>>();

  /** @param isTold whether a forge tells when main moved; else what commits say is all that anybody knows */
  constructor(read: CommitsRead, isTold = false) {
    this.read = read;
    this.isTold = isTold;
  }

  get tip(): string {
    return this.steps.at(-1)?.commit ?? 'main';
  }

  /** Looks at main. Returns the commits that it has got since, oldest first. */
  look(now: number): LineStep[] {
    const range = this.steps.length === 0 ? ['main'] : [`${this.tip}..main`];
    const lines = this.read.git(['rev-list', '--first-parent', '--reverse', '--timestamp', ...range]);
    const fresh = lines.split('\n').filter((line) => line !== '');
    for (const line of fresh) {
      const [date = '', commit = ''] = line.split(' ');
      const said = Math.min(now, Math.max(this.steps.at(-1)?.at ?? 0, Number(date)));
      const at = this.isTold && range[0] !== 'main' ? now : said;
      this.steps.push({ commit, at });
    }
    return this.steps.slice(this.steps.length - fresh.length);
  }

  runsFrom(environment: string, commit: string): RunsFrom | null {
    const release = this.read.release(commit, environment);
    if (release === null) return null;
    const { revision, apps } = release;
    return revision === null ? { revision: commit, apps: {} } : { revision, apps };
  }

  /** Commit by app of what an environment runs at a commit of main. */
  pins(environment: string, commit: string): ReadonlyMap<string, string> {
    const key = `${environment} ${commit}`;
    const known = this.known.get(key);
    if (known) return known;
    const runs = this.runsFrom(environment, commit);
    const natural = runs === null ? [] : this.read.apps(runs.revision, environment);
    const all = natural.map((app): [string, string | null] => [app, runs?.revision ?? null]);
    const pins = new Map([...all, ...Object.entries(runs?.apps ?? {})]);
    const made = new Map([...pins].filter((pin): pin is [string, string] => pin[1] !== null));
    this.known.set(key, made);
    return made;
  }

  /** What an environment runs of an app at a commit of main; null where it does not run it. */
  running(environment: string, app: string, commit: string): string | null {
    const pin = this.pins(environment, commit).get(app);
    return pin === undefined ? null : this.read.content(pin, environment, app);
  }

  /** Seconds for which upstream has run, without a break until now, what a commit has of an app for both; -1 if it does not. */
  soaked(
    app: string,
    pin: string | null,
    [upstream, target]: readonly [string, string],
    now: number,
  ): number {
    const wanted = pin === null ? null : this.edge(app, pin, upstream, target);
    let since: number | null = null;
    for (const { commit, at } of [...this.steps].reverse()) {
      const runs = this.runsFrom(upstream, commit);
      if (runs === null) break;
      const own = Object.hasOwn(runs.apps, app) ? runs.apps[app] : runs.revision;
      const goes = own === null || own === undefined || this.read.candidate(own, target, app) === null;
      const there = goes ? null : this.edge(app, own, upstream, target);
      if (there !== wanted) break;
      since = at;
    }
    return since === null ? -1 : now - since;
  }

  private edge(app: string, pin: string, upstream: string, target: string): Edge {
    return [upstream, target].map((name) => this.read.content(pin, name, app) ?? 'none').join('\n\n');
  }
}
