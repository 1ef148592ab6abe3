import { type CommitsRead, withoutWave } from './commits-read.ts';
import type { LineWatch } from './line-watch.ts';

/** Something that a person let pass, and for as long as what runs it must stay on record. */
interface Excuse {
  readonly environment: string;
  readonly app: string;
  readonly content: string | null;
  readonly reason: string;
}

/** Looks at a repository after every event, and says what does not hold. */
export class Invariants {
  readonly breaches: string[] = [];
  /** Commits of main that are not what their definitions generate. */
  readonly drifted = new Set<string>();
  private readonly read: CommitsRead;
  private readonly watch: LineWatch;
  private readonly ran = new Map<string, Set<string | null>>();
  private readonly takenBack = new Map<string, Set<string | null>>();
  private excuses: Excuse[] = [];

  constructor(read: CommitsRead, watch: LineWatch) {
    this.read = read;
    this.watch = watch;
  }

  breach(what: string): void {
    this.breaches.push(what);
  }

  /** Main has moved, or may have. `reason` is that of an emergency; `back` where something was taken back. */
  mainMoved(now: number, { reason = null as string | null, back = false } = {}): void {
    const before = this.watch.tip;
    const isFirst = this.watch.steps.length === 0;
    const fresh = this.watch.look(now);
    const { tip } = this.watch;
    if (fresh.length === 0) return;
    for (const environment of this.read.environments(tip)) {
      if (!isFirst) this.compare(environment, before, tip, now, reason, back);
      this.isCandidate(environment, tip);
      this.remember(environment, tip);
    }
    this.excuses = this.excuses.filter((excuse) => this.isOnRecord(excuse, tip, now));
  }

  /** Whether something may run in an environment without anybody's word for it. */
  isLegitimate(environment: string, app: string, pin: string | null, now: number): boolean {
    const content = pin === null ? null : this.read.content(pin, environment, app);
    if (this.ran.get(`${environment} ${app}`)?.has(content)) return true;
    const { promotesFrom, soak } = this.settings(environment);
    const ends = [promotesFrom ?? '', environment] as const;
    if (promotesFrom && this.watch.soaked(app, pin, ends, now) >= soak) return true;
    return pin !== null && this.isSettingsCopy(environment, pin);
  }

  settings(environment: string): { promotesFrom: string | null; soak: number } {
    const folder = this.read.folder(this.watch.tip, environment);
    const text = this.read.text(this.watch.tip, `${folder}/environment.ts`) ?? '{}';
    const { promotesFrom = null, soak = '0h' } = JSON.parse(text) as { promotesFrom?: string; soak?: string };
    return { promotesFrom, soak: Number.parseInt(soak, 10) * 3600 };
  }

  isPinned(environment: string): boolean {
    return (this.read.release(this.watch.tip, environment)?.revision ?? null) !== null;
  }

  /** An environment goes, or has another name from now on. */
  gone(environment: string, to: string | null = null): void {
    for (const known of [this.ran, this.takenBack])
      for (const [key, contents] of [...known].filter(([key]) => key.startsWith(`${environment} `))) {
        known.delete(key);
        if (to !== null) known.set(to + key.slice(environment.length), contents);
      }
    this.excuses = this.excuses
      .filter((excuse) => to !== null || excuse.environment !== environment)
      .map((excuse) => (excuse.environment === environment && to ? { ...excuse, environment: to } : excuse));
  }

  private compare(
    environment: string,
    before: string,
    tip: string,
    now: number,
    reason: string | null,
    back: boolean,
  ): void {
    const released = this.read.release(before, environment);
    if (released === null || !this.isPinned(environment)) return;
    const [were, are] = [before, tip].map((commit) => this.watch.pins(environment, commit));
    const moved = [...new Set([...(were?.keys() ?? []), ...(are?.keys() ?? [])])].filter(
      (app) => were?.get(app) !== are?.get(app),
    );
    if (moved.length === 0) {
      // One that followed main until now is pinned to what it ran.
      if (released.revision === null) return;
      const [was, is] = [before, tip].map((commit) => {
        const folder = `${this.read.folder(commit, environment)}/generated/running/applications`;
        return this.read.below(commit, folder);
      });
      if (was !== is) this.breach(`main moved ${environment} without its release`);
      return;
    }
    for (const app of moved) {
      const pin = are?.get(app) ?? null;
      if (pin !== null && pin !== were?.get(app) && this.drifted.has(pin))
        this.breach(`${environment} took ${app} from a drifted commit`);
      this.judgeMove(environment, app, [before, tip], pin, now, reason, back);
    }
  }

  private judgeMove(
    environment: string,
    app: string,
    [before, tip]: readonly [string, string],
    pin: string | null,
    now: number,
    reason: string | null,
    back: boolean,
  ): void {
    const [was, is] = [before, tip].map((commit) => this.watch.running(environment, app, commit)) as [
      string | null,
      string | null,
    ];
    if (was === is) return;
    const key = `${environment} ${app}`;
    const taken = this.takenBack.get(key) ?? new Set();
    this.takenBack.set(key, taken);
    if (back) {
      if (!this.ran.get(key)?.has(is)) this.breach(`${environment} went back to what it never ran of ${app}`);
      if (taken.has(is)) this.breach(`${environment} went forward with ${app}, to what it had taken back`);
      taken.add(was);
      return;
    }
    taken.delete(is);
    if (this.isLegitimate(environment, app, pin, now)) return;
    if (reason === null)
      this.breach(
        `${environment} runs ${app} from ${pin}, which upstream did not soak${this.why(environment, app, pin, now)}`,
      );
    else this.excuses.push({ environment, app, content: is, reason });
  }

  private why(environment: string, app: string, pin: string | null, now: number): string {
    const { promotesFrom, soak } = this.settings(environment);
    const seconds = this.watch.soaked(app, pin, [promotesFrom ?? '', environment], now);
    return `: ${seconds} of ${soak} seconds in ${promotesFrom}`;
  }

  /** What runs is the candidate of its pin, byte for byte, but for the revision and the wave. */
  private isCandidate(environment: string, tip: string): void {
    if (!this.isPinned(environment)) return;
    const folder = `${this.read.folder(tip, environment)}/generated/running/applications/`;
    const files = [...this.read.tree(tip).keys()].filter((path) => path.startsWith(folder));
    const apps = files.map((path) => path.slice(folder.length, -'.yaml'.length)).sort();
    const pins = this.watch.pins(environment, tip);
    if (apps.join() !== [...pins.keys()].sort().join())
      this.breach(`${environment} runs ${apps.join()} and pins ${[...pins.keys()].sort().join()}`);
    for (const [app, pin] of pins) {
      const text = this.read.text(tip, `${folder}${app}.yaml`) ?? '';
      const candidate = this.read.candidate(pin, environment, app) ?? '';
      const neutral = withoutWave(text).replaceAll(`"${pin}"`, '"{{ .Values.revision }}"');
      if (neutral.trimEnd() !== withoutWave(candidate).trimEnd())
        this.breach(`${environment} runs ${app} otherwise than its pin ${pin} has it`);
    }
  }

  private remember(environment: string, tip: string): void {
    const prefix = `${environment} `;
    const known = [...this.ran.keys()].filter((key) => key.startsWith(prefix));
    const apps = new Set([
      ...known.map((key) => key.slice(prefix.length)),
      ...this.watch.pins(environment, tip).keys(),
    ]);
    for (const app of apps) {
      // One that is new was absent before.
      const ran = this.ran.get(prefix + app) ?? new Set(known.length === 0 ? [] : [null]);
      this.ran.set(prefix + app, ran.add(this.watch.running(environment, app, tip)));
    }
  }

  /** Keeps an excuse for as long as it is needed, and looks for its reason. */
  private isOnRecord({ environment, app, content, reason }: Excuse, tip: string, now: number): boolean {
    const release = this.read.release(tip, environment);
    if (!release || this.watch.running(environment, app, tip) !== content) return false;
    const { promotesFrom, soak } = this.settings(environment);
    const pin = this.watch.pins(environment, tip).get(app) ?? null;
    if (promotesFrom && this.watch.soaked(app, pin, [promotesFrom, environment], now) >= soak) return false;
    if (!release.text.includes(reason)) {
      this.breach(`${environment} runs ${app} for "${reason}", and its release does not say so`);
      return false;
    }
    return true;
  }

  /** A commit apart from main that changes an environment's definition into one of main's, and generates it. */
  private isSettingsCopy(environment: string, pin: string): boolean {
    if (this.watch.steps.some(({ commit }) => commit === pin)) return false;
    const folder = `${this.read.folder(pin, environment)}/`;
    const changed = this.read.git(['diff-tree', '-r', '--name-only', `${pin}^`, pin]).split('\n');
    if (changed.some((path) => path !== '' && !path.startsWith(folder))) return false;
    const text = this.read.text(pin, `${folder}environment.ts`);
    return this.watch.steps.some(
      ({ commit }) =>
        this.read.text(commit, `${this.read.folder(commit, environment)}/environment.ts`) === text,
    );
  }
}
