import { clockAt } from '../../../src/edge/clock.ts';
import type { Written } from '../../../src/model/written.ts';
import type { Effect } from '../../../src/upgrade/effect.ts';
import { parseSeen, seenText } from '../../../src/upgrade/seen/seen-file.ts';
import type { Seen } from '../../../src/upgrade/seen.ts';
import type { UpgradeReport } from '../../../src/upgrade/upgrade-report.ts';
import { modelOf } from '../../support/tree.ts';
import { MemoryGit, type Texts } from './memory-git.ts';
import { People } from './people.ts';
import { tagsOn } from './releases.ts';
import { type PlatformSettings, platformOf, versionPaths } from './small-platform.ts';
import { sourcesOn } from './sources-on.ts';
import { imagesText, isDown, upstreamText, type Year } from './year.ts';
import { YearForge } from './year-forge.ts';

const firstSecond = Date.UTC(2026, 0, 1, 3) / 1000;

/** A small repository, its forge, and the world outside, on one day after the other. */
export class YearWorld {
  readonly year: Year;
  readonly settings: PlatformSettings;
  readonly git: MemoryGit;
  readonly forge: YearForge;
  readonly written: (files: Texts) => Written;
  readonly people: People;
  day = 0;
  /** When versions were first seen, as text. */
  record = seenText({});
  saves = 0;
  /** What the last run said, and whom it asked for what. */
  report: UpgradeReport | null = null;
  asked: readonly string[] = [];
  /** The day on which each tag of a repository was first to be seen, by somebody who looks every day. */
  readonly sights = new Map<string, number>();
  /** `key version`, which a person does not want. */
  readonly ignored = new Set<string>();
  private readonly known = new Map<string, true>();

  constructor(year: Year, settings: PlatformSettings) {
    this.year = year;
    this.settings = settings;
    this.written = platformOf(year, settings);
    const files = new Map([
      [versionPaths.images, imagesText(year)],
      [versionPaths.charts, upstreamText(year)],
    ]);
    this.git = new MemoryGit(files, (texts) => this.mustGenerate(texts));
    this.forge = new YearForge((branch) => this.git.branches.get(branch) ?? '');
    this.people = new People(this);
  }

  /** What main has. */
  get files(): Texts {
    return this.git.filesOf(this.git.main);
  }

  get now(): number {
    return firstSecond + this.day * 86_400;
  }

  get isFrozen(): boolean {
    const time = new Date(this.now * 1000).toISOString();
    return this.settings.freezes.some(({ from, until }) => from <= time && time < until);
  }

  /** Throws where a tree does not generate. */
  mustGenerate(files: Texts): void {
    const key = [...files.values()].join('\n');
    if (this.known.has(key)) return;
    modelOf(this.written(files));
    this.known.set(key, true);
  }

  /** What somebody who looks today sees of each project. */
  observe(): void {
    for (const { key, project } of [...this.year.images, ...this.year.charts]) {
      const isGone = project.goneFrom !== null && this.day >= project.goneFrom;
      if (isGone || isDown(this.year, project.host, this.day)) continue;
      for (const tag of tagsOn(project, this.day).keys()) {
        const id = `${key} ${tag}`;
        if (!this.sights.has(id)) this.sights.set(id, this.day);
      }
    }
  }

  /** Everything that a run may change. */
  state(): string {
    const { git, forge, record } = this;
    return JSON.stringify([[...git.branches], [...forge.pulls], forge.issues, record]);
  }

  tools() {
    const { git, forge } = this;
    return {
      sources: sourcesOn(this.year, this.day),
      clock: clockAt(this.now),
      record: {
        read: () => parseSeen(this.record),
        save: (seen: Seen) => {
          if (seenText(seen) === this.record) return;
          this.saves++;
          this.record = seenText(seen);
        },
      },
      head: git.main,
      checkout: git.checkout,
      read: (commit: string, path: string) => git.filesOf(commit).get(path) ?? null,
      effect: async ({ root, base }: { root: string; base: string }): Promise<Effect> => {
        const files = git.filesIn(root);
        if ([...files].every(([path, text]) => git.filesOf(base).get(path) === text))
          return { kind: 'nothing' };
        return { kind: 'changed', environments: [], settings: '', charts: {}, findings: [] };
      },
      branches: git.branchesFrom,
      publish: git.publish,
      deleteBranch: git.deleteBranch,
      forge,
      progress: () => undefined,
    };
  }
}
