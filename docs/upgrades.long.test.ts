import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { copyPlatform, read, tool } from '#testing';
import { clockAt } from '../generator/src/edge/clock.ts';
import { diskRepository } from '../generator/src/edge/disk-repository.ts';
import { upgradeTools } from '../generator/src/edge/upgrade/real-upgrade-tools.ts';
import type { Workspace } from '../generator/src/forge/workspace.ts';
import { ProblemsError } from '../generator/src/problem/errors.ts';
import type { Effect } from '../generator/src/upgrade/effect.ts';
import { parseSeen, seenText } from '../generator/src/upgrade/seen/seen-file.ts';
import type { SourceAnswer, Sources } from '../generator/src/upgrade/sources.ts';
import { upgrade } from '../generator/src/upgrade.ts';
import { MemoryForge } from '../generator/test/support/memory-forge.ts';

/*
 * Five days of this platform: its own entries, releases that are made up, its own generator on real git. Charts publish
 * nothing here, since what they would need is derived from the chart itself; `effect.test.ts` has them.
 */

interface ImageEntry {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string | null;
}

/** Proposals that are generated on a day, which takes seconds; the others wait, as for a registry that is down. */
const generatedEach = 1;
const start = Date.UTC(2031, 2, 3, 4) / 1000;

const found = <T>(value: T): SourceAnswer<T> => ({ kind: 'found', value });
const gone: SourceAnswer<never> = { kind: 'missing', why: 'the registry has no such repository' };

/** A later version, written as the present one is; null where there is no number to raise. */
function raised(tag: string, by: 'patch' | 'major'): string | null {
  const numbers = tag.match(/\d+(\.\d+)+/)?.[0] ?? tag.match(/^\d+$/)?.[0];
  if (numbers === undefined) return null;
  const parts = numbers.split('.').map(Number);
  const at = by === 'major' ? 0 : parts.length - 1;
  return tag.replace(numbers, parts.map((part, i) => (i === at ? part + 1 : part)).join('.'));
}

/** What the world has on a day: all that is pinned, and from the second day on something newer of everything. */
class Outside {
  day = 0;
  readonly first: Readonly<Record<string, ImageEntry>>;
  moved = '';
  vanished = '';

  constructor(first: Readonly<Record<string, ImageEntry>>) {
    this.first = first;
  }

  digest(repository: string, tag: string): string {
    const salt = repository === this.moved ? 'moved' : '';
    return `sha256:${createHash('sha256').update(`${repository}:${tag}${salt}`).digest('hex')}`;
  }

  tagsOf(repository: string): string[] {
    return Object.values(this.first)
      .filter((entry) => entry.repository === repository)
      .flatMap(({ tag }) => {
        const patch = raised(tag, 'patch');
        const later = [patch, raised(tag, 'major'), patch && `${patch}-rc.1`, patch && `${patch}-debug`];
        return [tag, 'latest', ...(this.day > 0 ? later.filter((name) => name !== null) : [])];
      });
  }

  get sources(): Sources {
    const charts = { kind: 'failed', why: 'charts are not asked for here' } as const;
    const none = async () => charts;
    return {
      tags: async (repository) => (repository === this.vanished ? gone : found(this.tagsOf(repository))),
      digest: async (repository, tag) =>
        repository === this.vanished || !this.tagsOf(repository).includes(tag)
          ? gone
          : found(this.digest(repository, tag)),
      image: async () =>
        found({ platforms: ['linux/amd64'], created: null, labels: {}, entrypoint: ['/app'], command: [] }),
      charts: none,
      chart: none,
      gitTags: none,
      tool: none,
      checksums: none,
      signature: async () => found(true),
    };
  }
}

test('five days of upgrades: each is small, in time, and leaves a tree that is generated', async () => {
  const root = await copyPlatform();
  const git = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await tool('git', args, { cwd: root });
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const { platform } = await import('../environments/platform.ts');
  const settings = platform.definition as { branch: string; upgrades?: { open?: number; cooldown?: number } };
  const { open = 5, cooldown = 3 } = settings.upgrades ?? {};
  await git('checkout', '--quiet', '-b', settings.branch);
  for (const [key, value] of [
    ['user.name', 'Ann'],
    ['user.email', 'ann@example.org'],
  ] as const)
    await git('config', key, value);
  await git('add', '--all');
  await git('commit', '--quiet', '-m', 'first');

  const imagesAt = async (commit: string): Promise<Record<string, ImageEntry>> =>
    (parse(await git('show', `${commit}:images.yaml`)) as { images: Record<string, ImageEntry> | null })
      .images ?? {};
  const outside = new Outside(await imagesAt('HEAD'));
  const tips = new Map<string, string>();
  const forge = new MemoryForge((branch) => tips.get(branch) ?? '');

  async function run(day: number, frozen = false) {
    outside.day = day;
    let generated = 0;
    const effect = async (workspace: Workspace): Promise<Effect> => {
      if (generated++ >= generatedEach) return { kind: 'unreachable', why: ['not on this day'] };
      try {
        await workspace.generate();
      } catch (error) {
        if (error instanceof ProblemsError) return { kind: 'refused', problems: error.problems };
        throw error;
      }
      if (workspace.changed().length === 0) return { kind: 'nothing' };
      return { kind: 'changed', environments: [], settings: '', charts: {}, findings: [] };
    };
    const tools = upgradeTools({
      root,
      branch: settings.branch,
      sources: outside.sources,
      effect,
      seen: { parse: parseSeen, format: seenText },
      forge,
      clock: clockAt(start + day * 86_400),
      progress: () => undefined,
    });
    const repository = (folder: string) => {
      const disk = diskRepository(folder);
      if (!frozen) return disk;
      const freezes = [
        { reason: 'a quiet week', from: '2031-03-01T00:00:00Z', until: '2031-03-31T00:00:00Z' },
      ];
      const read = async () => {
        const written = await disk.read();
        const definition = { ...(written.platform.definition as object), freezes };
        return { ...written, platform: { ...written.platform, definition } };
      };
      return { ...disk, read };
    };
    const report = await upgrade({ only: [], dryRun: false }, { ...tools, open: repository });
    for (const { proposal } of report.upgrades)
      tips.set(proposal.branch, await git('rev-parse', proposal.branch));
    return report;
  }

  /** What must hold after every run. */
  async function judge(report: Awaited<ReturnType<typeof run>>): Promise<void> {
    const requests = (await forge.openPullRequests('upgrade/')).map(({ head }) => head);
    expect(new Set(requests).size).toBe(requests.length);
    expect(requests.length).toBeLessThanOrEqual(open);
    const data = report.units.filter(
      ({ name, keepsData }) => keepsData && requests.includes(`upgrade/${name}`),
    );
    expect(data.length).toBeLessThanOrEqual(1);
    for (const { proposal } of report.upgrades) {
      const before = await imagesAt(settings.branch);
      const after = await imagesAt(proposal.branch);
      const changed = Object.keys(after).filter(
        (key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]),
      );
      expect(changed.sort()).toEqual(proposal.steps.map(({ subject }) => subject.key).sort());
      for (const key of changed) {
        const [was, is] = [before[key], after[key]];
        expect(is?.repository).toBe(was?.repository);
        const step = proposal.steps.find(({ subject }) => subject.key === key);
        const isMajor = step?.subject.policy.update === 'major';
        expect([was?.tag, raised(was?.tag ?? '', isMajor ? 'major' : 'patch')]).toContain(is?.tag);
        expect(is?.digest).toBe(outside.digest(is?.repository ?? '', is?.tag ?? ''));
      }
      const lines = (
        await git('diff', '--numstat', settings.branch, proposal.branch, '--', 'images.yaml')
      ).split('\t');
      expect(Number(lines[0])).toBeLessThanOrEqual(2 * changed.length);
      const files = (await git('diff', '--name-only', settings.branch, proposal.branch)).split('\n');
      const others = files.filter(
        (file) => !/^(images\.yaml$|environments\/|schemas\/|README\.md$)/.test(file),
      );
      expect(others).toEqual([]);
    }
  }

  /** A person merges what fits; a branch that conflicts waits for the next run. */
  async function mergeAll(): Promise<number> {
    let merged = 0;
    for (const { number, head } of await forge.openPullRequests('upgrade/')) {
      const { code } = await tool('git', ['merge', '--quiet', '--no-ff', '-m', `Merge ${head}`, head], {
        cwd: root,
      });
      if (code === 0) {
        forge.merged.push(number);
        merged += 1;
      } else await git('merge', '--abort');
    }
    return merged;
  }

  const published = Object.values(outside.first).filter(
    ({ repository }) => !repository.startsWith('localhost/'),
  );
  const unpinned = published.filter(({ digest }) => digest === null);

  const first = await run(0);
  await judge(first);
  expect(first.upgrades.flatMap(({ proposal }) => proposal.steps.map(({ size }) => size))).not.toContain(
    'patch',
  );
  if (unpinned.length > 0) expect(first.upgrades.length).toBeGreaterThan(0);
  await mergeAll();

  const second = await run(1);
  await judge(second);
  const steps = second.upgrades.flatMap(({ proposal }) => proposal.steps);
  if (cooldown > 0)
    expect(steps.filter(({ size, subject }) => size !== 'pin' && subject.policy.cooldown !== 0)).toEqual([]);
  await mergeAll();

  const later = await run(1 + Math.max(cooldown, 14));
  await judge(later);
  const choosing = later.units.filter(({ subjects }) =>
    subjects.some(
      ({ kind, policy, current }) =>
        kind === 'image' &&
        policy.follows === undefined &&
        policy.update !== 'none' &&
        raised(current, 'patch') !== null,
    ),
  );
  if (choosing.length > 0)
    expect(
      later.upgrades.length + later.holds.filter(({ reason }) => reason !== 'policy').length,
    ).toBeGreaterThan(0);

  const frozen = await run(20, true);
  await judge(frozen);
  expect(
    frozen.upgrades
      .map(({ proposal }) => proposal.branch)
      .filter((branch) => !later.upgrades.some(({ proposal }) => proposal.branch === branch)),
  ).toEqual([]);
  await mergeAll();

  const [moved, vanished] = Object.values(await imagesAt(settings.branch)).filter(
    ({ digest }) => digest !== null,
  );
  outside.moved = moved?.repository ?? '';
  outside.vanished = vanished?.repository ?? '';
  const alarmed = await run(21);
  const kinds = new Set(alarmed.alarms.map(({ kind }) => kind));
  if (moved) expect(kinds).toContain('moved');
  if (vanished && vanished.repository !== moved?.repository) expect(kinds).toContain('vanished');

  const { code, stdout } = await tool('npm', ['run', '--silent', 'generate', '--', '--check'], { cwd: root });
  expect({ code, stdout: code === 0 ? '' : stdout }).toEqual({ code: 0, stdout: '' });
  expect(read(root, 'images.yaml')).toContain('images:');
});
