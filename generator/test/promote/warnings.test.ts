import { expect, test } from 'vitest';
import type { Candidate } from '../../src/candidates/candidate.ts';
import type { PlannedApp } from '../../src/plan/plan.ts';
import { releaseText } from '../../src/promote/plan/next-release.ts';
import { warningsOf } from '../../src/promote/plan/warnings.ts';
import type { Pin } from '../../src/running/pins.ts';

const node = {
  name: 'db',
  layer: 'stores',
  namespace: 'db',
  chart: { version: '2.0.0' },
  images: { db: 'example.org/db:18.3@sha256:00' },
  provides: {},
  secrets: {},
  keepsData: true,
} as unknown as PlannedApp;

const at = (change: Partial<PlannedApp>, values = ''): Pin => ({
  commit: 'a'.repeat(40),
  candidate: { node: { ...node, ...change }, texts: { values } } as Candidate,
  beside: {},
});

const warned = (from: ReturnType<typeof at>, to: ReturnType<typeof at> | null, back = true): string[] =>
  warningsOf([{ app: 'db', from, to, back }]).map((warning) => warning.replaceAll(/[*`]/g, ''));

test('what a rollback does not undo is said', () => {
  const older = { images: { db: 'example.org/db:17.9' } };
  expect(warned(at({}), at(older))).toEqual([
    'db: data written by example.org/db:18.3@sha256:00 may not be readable by example.org/db:17.9',
  ]);
  expect(warned(at({}), at({ images: { db: 'example.org/db:18.1' } }))).toEqual([]);
  const rows = { rows: { kind: 'database', name: 'rows' } } as const;
  expect(warned(at({ provides: rows }), at({ ...older, provides: rows }))).toContain(
    'db: database migrations are not undone',
  );
  const kinds = { layer: 'crds', keepsData: false } as const;
  expect(warned(at(kinds), at({ ...kinds, chart: { ...node.chart, version: '1.9.0' } })).join()).toContain(
    'db (2.0.0 → 1.9.0): objects stored in a newer version',
  );
});

test('what no direction can do is said in both', () => {
  for (const back of [true, false]) {
    const sizes = [at({}, 'storage: { size: 20Gi }'), at({}, 'storage: { size: 500Mi }')] as const;
    expect(warned(...sizes, back)).toEqual(['db: storage.size shrinks, and volumes cannot shrink']);
    expect(warned(sizes[1], sizes[0], back)).toEqual([]);
    expect(warned(at({}), at({ namespace: 'other' }), back)).toEqual([
      'db moves from the namespace db to other; its data is not moved',
    ]);
    expect(warned(at({}), at({ secrets: { 'prod/db': { key: 'random' } } }), back)).toEqual([
      'db waits for new secrets: prod/db',
    ]);
    expect(warned(at({}), null, back)).toEqual([
      'db is removed from Git; its resources and its data stay in the cluster',
    ]);
  }
});

test('a release is written so that every entry can be read, edited and deleted by itself', () => {
  const hold = { reason: 'it was rolled back', until: '2026-11-29' };
  const pinned = {
    kind: 'pinned',
    revision: '1'.repeat(40),
    apps: {},
    hold: { a: hold, b: hold },
    emergencies: [],
  } as const;
  const text = releaseText(pinned);
  expect(text).not.toMatch(/[&*]/);
  expect(text).toContain(`revision: '${'1'.repeat(40)}'\n`);
});
