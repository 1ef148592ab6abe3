import { expect, test } from 'vitest';
import { upgradePolicy } from '../../src/definition/shape/upgrade-policy-shape.ts';
import { compareVersions, stepSize } from '../../src/upgrade/version/compare-versions.ts';
import { parsedVersion } from '../../src/upgrade/version/parsed-version.ts';
import { isInRange } from '../../src/upgrade/version/version-range.ts';
import { newerThan, versionReader } from '../../src/upgrade/version/version-reader.ts';

const must = (text: string) => {
  const parsed = parsedVersion(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

/** What stands there, the tags of its repository, and those that are newer, the newest first. */
const lists: readonly [current: string, tags: string, newer: string][] = [
  [
    'v1.2.3',
    'latest v1 v1.2 v1.2.3 v1.2.4 1.2.5 v1.3.0-rc.1 v1.3.0 v1.2.10',
    'v1.3.0 v1.3.0-rc.1 v1.2.10 v1.2.4',
  ],
  ['1.2.0-kafka-4.3.1', '1.3.0 1.3.0-kafka-4.3.1 1.3.0-kafka-4.4.0', '1.3.0-kafka-4.3.1'],
  [
    '3.5.1-debian-12-r6',
    '3.5.1-debian-12-r10 3.5.2-debian-12-r0 3.5.2-debian-13-r0 3.5.2',
    '3.5.2-debian-12-r0 3.5.1-debian-12-r10',
  ],
  [
    '17.11-minimal-trixie',
    '17.12-minimal-trixie 17.12-minimal-bookworm 17.12 18.1-minimal-trixie 18beta1-minimal-trixie',
    '18.1-minimal-trixie 17.12-minimal-trixie',
  ],
  ['6.1.0-dev', '6.1.1 6.1.1-dev 6.1.1-dev-arm64 6.2.0-dev', '6.2.0-dev 6.1.1-dev'],
  ['v3.14.0-distroless', 'v3.15.0 v3.15.0-distroless v3.15.0-busybox', 'v3.15.0-distroless'],
  [
    'standalone-metastore-4.2.1',
    '4.3.0 standalone-metastore-4.3.0 standalone-metastore-4.3.0-SNAPSHOT',
    'standalone-metastore-4.3.0 standalone-metastore-4.3.0-SNAPSHOT',
  ],
  ['release-1.15.0', 'release-1.16.0 release-1.16.0-rc1 1.17.0', 'release-1.16.0 release-1.16.0-rc1'],
  [
    '1.17.2-scala_2.12-java11',
    '1.17.3-scala_2.12-java11 1.18.0-scala_2.12-java17 1.18.0',
    '1.17.3-scala_2.12-java11',
  ],
  ['483', '484 485 latest 20250101 484-arm64', '485 484'],
  ['4.44', '4.45 4.44.1 4.45_large_disk 4.100', '4.100 4.45'],
  ['1.2.0-RC', '1.2.0 1.1.0 1.3.0-RC 1.3.0', '1.3.0 1.3.0-rc 1.2.0'.replace('-rc', '-RC')],
  [
    'RELEASE.2024-12-18T13-15-44Z',
    'RELEASE.2025-01-20T14-49-07Z RELEASE.2025-01-20T14-49-07Z.fips latest',
    'RELEASE.2025-01-20T14-49-07Z',
  ],
  ['2024-12-18', '2024-12-19 2024-13 20241219', '2024-12-19'],
  ['20250101', '20250102 20251301 99999999 2025-01-03', '20250102'],
  ['25.12.0', '26.1.0 26.1.0-rc.2 25.12.1', '26.1.0 26.1.0-rc.2 25.12.1'],
  ['1.2.3', '2024.1.0 1.2.4 20240101.1.2', '1.2.4'],
  ['3-alpine3.20', '4-alpine3.20 4-alpine3.21 4', '4-alpine3.20'],
];

test.each(lists)(
  '%s: of its tags, only those that are written alike are newer versions',
  (current, tags, newer) => {
    const read = versionReader({ kind: 'image', current, policy: upgradePolicy.parse({}) });
    for (const order of [tags.split(' '), tags.split(' ').reverse()])
      expect(newerThan(current, order, read).map(({ text }) => text)).toEqual(newer.split(' '));
  },
);

test('a pattern says what a version is, and which part of it is compared', () => {
  const policy = upgradePolicy.parse({ tags: '^jdk\\d+-(?<version>[\\d.]+)-\\w+$' });
  const read = versionReader({ kind: 'image', current: 'jdk17-1.2.0-alpine', policy });
  const tags = ['jdk21-1.3.0-debian', '1.4.0', 'jdk17-1.2.1-alpine'];
  expect(newerThan('jdk17-1.2.0-alpine', tags, read).map(({ text }) => text)).toEqual([
    'jdk21-1.3.0-debian',
    'jdk17-1.2.1-alpine',
  ]);
});

test('a pattern that lets commits and days through does not make them versions', () => {
  const read = versionReader({
    kind: 'image',
    current: '483',
    policy: upgradePolicy.parse({ tags: '^\\d+$' }),
  });
  expect(newerThan('483', ['484', '4839201', '20261101'], read).map(({ text }) => text)).toEqual(['484']);
});

test.each([
  ['1.2.3', '1.2.4', 'patch'],
  ['1.2.3', '1.3.0', 'minor'],
  ['0.42.1', '0.43.0', 'minor'],
  ['1.2.3', '2.0.0', 'major'],
  ['483', '484', 'minor'],
  ['17.11', '17.12', 'minor'],
  ['17.11', '18.0', 'major'],
  ['2024-12-18', '2025-01-01', 'minor'],
  ['2024.1.0', '2025.1.0', 'minor'],
  ['1.2.3-r1', '1.2.3-r2', 'patch'],
  ['1.2.0-rc1', '1.2.0', 'patch'],
])('from %s to %s it is a %s step', (from, to, size) => {
  expect(stepSize(must(from), must(to))).toBe(size);
});

test('releases come after their prereleases, which come in the order of their words and numbers', () => {
  const ordered = [
    '1.2.0-alpha',
    '1.2.0-alpha.2',
    '1.2.0-beta.10',
    '1.2.0-rc1',
    '1.2.0-rc2',
    '1.2.0-rc10',
    '1.2.0',
    '1.2.1-rc1',
  ];
  const shuffled = ordered.toReversed().map(must);
  expect(shuffled.sort(compareVersions).map(({ text }) => text)).toEqual(ordered);
});

test.each([
  ['3.9.6', '>=3.9 <3.10', true],
  ['3.10.0', '>=3.9 <3.10', false],
  ['v1.14.3', '1.14.x', true],
  ['17.12-minimal-trixie', '^17', true],
  ['18.1', '<18', false],
  ['484', '>=484', true],
  ['4.0.1', '4.0.1', true],
  ['4.0.1-debian-12', '4.0.1-debian-12', true],
])('%s and %s: %s', (version, range, isIn) => {
  expect(isInRange(must(version), range)).toBe(isIn);
});
