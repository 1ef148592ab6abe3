import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshClone } from '../../src/edge/checkout/clone.ts';
import { recordBranch, seenRecord } from '../../src/edge/upgrade/seen-record.ts';
import { mergeSeen } from '../../src/upgrade/seen/merge-seen.ts';
import { parseSeen, seenText } from '../../src/upgrade/seen/seen-file.ts';
import type { Seen } from '../../src/upgrade/seen.ts';
import type { SeenRecord } from '../../src/upgrade/upgrade-tools.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { git } from '../github/fixture.ts';
import { identity } from '../support/repository.ts';
import { seenOn } from './seen-on.ts';

Object.assign(process.env, identity);

/** A repository with a commit on main. */
function repository(): string {
  const root = temporaryFolder();
  write(root, { 'README.md': 'What it is.\n' });
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '-m', 'first');
  return root;
}

function remote(): string {
  const bare = join(temporaryFolder(), 'bare.git');
  git('.', 'clone', '--quiet', '--bare', repository(), bare);
  return bare;
}

function runOn(bare: string): SeenRecord {
  const root = temporaryFolder();
  git(root, 'clone', '--quiet', bare, '.');
  return seenRecord(freshClone(root), { parse: parseSeen, format: seenText });
}

const recordIn = (bare: string): Seen => parseSeen(git(bare, 'show', `${recordBranch}:images.seen.yaml`));
const commitsIn = (bare: string): string => git(bare, 'rev-list', '--count', recordBranch);

const monday = seenOn({ kafka: { '3.9.1': '2026-01-05' } });
const tuesday = seenOn({ kafka: { '3.9.1': '2026-01-05', '3.9.2': '2026-01-06' } });

describe('the record on its branch', () => {
  test('begins empty, and has a history of its own with one file', () => {
    const bare = remote();
    const record = runOn(bare);
    expect(record.read()).toEqual({});
    record.save(monday);
    expect(runOn(bare).read()).toEqual(monday);
    expect(git(bare, 'ls-tree', '--name-only', recordBranch)).toBe('images.seen.yaml');
    expect(() => git(bare, 'merge-base', 'main', recordBranch)).toThrow();
    runOn(bare).save(tuesday);
    expect(recordIn(bare)).toEqual(tuesday);
    expect(commitsIn(bare)).toBe('2');
  });

  test('is not written where nothing changed, nor for nothing', () => {
    const bare = remote();
    runOn(bare).save({});
    expect(git(bare, 'branch', '--list', recordBranch)).toBe('');
    runOn(bare).save(monday);
    const tip = git(bare, 'rev-parse', recordBranch);
    runOn(bare).save(monday);
    expect(git(bare, 'rev-parse', recordBranch)).toBe(tip);
  });

  test('of two runs that both began with the same one, nothing is lost', () => {
    const bare = remote();
    runOn(bare).save(seenOn({ kafka: { '3.9.0': '2026-01-01', '3.9.1': '2026-01-05' } }));
    const [slow, fast] = [runOn(bare), runOn(bare)];
    fast.save(
      seenOn({ kafka: { '3.9.1': '2026-01-05', '3.9.2': '2026-01-06' }, web: { '1': '2026-01-06' } }),
    );
    // It has forgotten 3.9.0 too, saw 3.9.2 a day later, and one more.
    slow.save(seenOn({ kafka: { '3.9.1': '2026-01-05', '3.9.2': '2026-01-07', '3.9.3': '2026-01-07' } }));
    expect(recordIn(bare)).toEqual(
      seenOn({
        kafka: { '3.9.1': '2026-01-05', '3.9.2': '2026-01-06', '3.9.3': '2026-01-07' },
        web: { '1': '2026-01-06' },
      }),
    );
  });

  test('two that both begin it end with both', () => {
    const bare = remote();
    const [slow, fast] = [runOn(bare), runOn(bare)];
    fast.save(monday);
    slow.save(seenOn({ web: { '1': '2026-01-05' } }));
    expect(recordIn(bare)).toEqual({ ...monday, ...seenOn({ web: { '1': '2026-01-05' } }) });
  });

  test('without a remote it is a branch of the clone', () => {
    const root = repository();
    const record = (): SeenRecord => seenRecord(freshClone(root), { parse: parseSeen, format: seenText });
    const slow = record();
    record().save(monday);
    slow.save(tuesday);
    expect(record().read()).toEqual(tuesday);
    expect(git(root, 'status', '--porcelain')).toBe('');
    expect(git(root, 'branch', '--show-current')).toBe('main');
  });

  test('one that a person broke is not taken for an empty one', () => {
    const bare = remote();
    runOn(bare).save(monday);
    const root = temporaryFolder();
    git(root, 'clone', '--quiet', '--branch', recordBranch, bare, '.');
    write(root, { 'images.seen.yaml': '{ kafka: ' });
    git(root, 'commit', '--quiet', '--all', '-m', 'oops');
    git(root, 'push', '--quiet', 'origin', recordBranch);
    expect(() => runOn(bare).read()).toThrow(
      /images\.seen\.yaml on the branch upgrade-record cannot be read/,
    );
  });

  test('where it may not be pushed, that is said', () => {
    const bare = remote();
    const record = runOn(bare);
    write(bare, { 'hooks/update': '#!/bin/sh\nexit 1\n' });
    chmodSync(join(bare, 'hooks/update'), 0o755);
    expect(() => record.save(monday)).toThrow(/git push failed/);
  });
});

test('merging: the earliest day stays, and what either forgot is gone', () => {
  const before = seenOn({ a: { '1': '2026-01-01', '2': '2026-01-02' } });
  const ours = seenOn({ a: { '2': '2026-01-02', '3': '2026-01-04' } });
  const theirs = seenOn({ a: { '1': '2026-01-01', '3': '2026-01-03' }, b: { '9': '2026-01-03' } });
  const merged = seenOn({ a: { '3': '2026-01-03' }, b: { '9': '2026-01-03' } });
  expect(mergeSeen(before, ours, theirs)).toEqual(merged);
  expect(mergeSeen(before, theirs, ours)).toEqual(merged);
});

test('merging: what a tag meant is kept, and where two saw different images, the later day counts', () => {
  const at = (day: string, digest: string | null, moved = false): Seen => ({
    a: { '1': { day, digest, moved } },
  });
  const both = (ours: Seen, theirs: Seen) => [mergeSeen({}, ours, theirs), mergeSeen({}, theirs, ours)];
  expect(both(at('2026-01-01', null), at('2026-01-02', 'sha256:a'))).toEqual([
    at('2026-01-01', 'sha256:a'),
    at('2026-01-01', 'sha256:a'),
  ]);
  expect(both(at('2026-01-01', 'sha256:a'), at('2026-01-04', 'sha256:b', true))).toEqual([
    at('2026-01-04', 'sha256:b', true),
    at('2026-01-04', 'sha256:b', true),
  ]);
});
