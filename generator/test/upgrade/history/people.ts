import { wantOf } from './invariants.ts';
import type { Texts } from './memory-git.ts';
import type { Dice } from './seeded.ts';
import { versionPaths } from './small-platform.ts';
import { versionsIn } from './versions-in.ts';
import type { YearWorld } from './year-world.ts';

/** How people treat the pull requests that they find in the morning. */
export type Strategy = 'always' | 'never' | 'random';

/** People, and what must be kept of their work. */
export class People {
  /** What they closed, by {@link wantOf}. */
  readonly refused = new Set<string>();
  /** Their commits by branch, until they merged or deleted it themselves. */
  private readonly work = new Map<string, string>();
  private readonly world: YearWorld;

  constructor(world: YearWorld) {
    this.world = world;
  }

  /** Commits that are nowhere any more. */
  lost(): string[] {
    const { git } = this.world;
    return [...this.work]
      .filter(([branch, commit]) => !git.isAncestor(commit, git.branches.get(branch) ?? null))
      .map(([branch]) => `a person's commit on ${branch} is lost`);
  }

  spendDay(strategy: Strategy, dice: Dice): void {
    if (strategy === 'never') return;
    const { forge } = this.world;
    for (const { number, head } of forge.open) {
      if (strategy === 'always') this.merge(number, head, dice);
      else if (dice.chance(0.3)) this.merge(number, head, dice);
      else if (dice.chance(0.06)) this.close(number, head);
      else if (dice.chance(0.05)) this.commitOn(head);
    }
    if (strategy === 'random' && dice.chance(0.05)) this.ignoreSomething(dice);
  }

  private merge(number: number, head: string, dice: Dice): void {
    const { forge, git } = this.world;
    if (!git.merge(head)) return;
    forge.end(number, 'merged');
    this.work.delete(head);
    if (dice.chance(0.7)) git.branches.delete(head);
  }

  close(number: number, head: string): void {
    this.refused.add(wantOf(this.world, head));
    this.world.forge.end(number, 'closed');
  }

  commitOn(branch: string): void {
    const { git } = this.world;
    const files = edited(git.filesOf(git.branches.get(branch) ?? ''), 'images', (text) =>
      text.replace(/^# .*/, `# Looked at on day ${this.world.day}, for ${branch}.`),
    );
    this.work.set(branch, git.commitOn(branch, files));
  }

  /** A version that is proposed, or will be, is not wanted. */
  private ignoreSomething(dice: Dice): void {
    const { git, year, day, ignored } = this.world;
    const { key, project } = dice.pick(year.images.filter(({ follows }) => follows === null));
    const current = versionsIn(git.filesOf(git.main)).get(key)?.version;
    const coming = project.events.filter((event) => event.day <= day && event.digest !== null).at(-1);
    if (!coming || coming.tag === current || project.truths.get(coming.tag)?.kind !== 'release') return;
    const policy = new RegExp(`(^  ${key}: .*\\n(?:    .*\\n){3}    policy: \\{ )(?!ignore)`, 'm');
    const entry = `ignore: [{ versions: "${coming.tag}", reason: we wait }], `;
    const files = edited(git.filesOf(git.main), 'images', (text) => text.replace(policy, `$1${entry}`));
    if (files.get(versionPaths.images) === git.filesOf(git.main).get(versionPaths.images)) return;
    git.commitOn('main', files);
    ignored.add(`${key} ${coming.tag}`);
  }
}

const edited = (files: Texts, file: keyof typeof versionPaths, change: (text: string) => string): Texts =>
  new Map(files).set(versionPaths[file], change(files.get(versionPaths[file]) ?? ''));
