import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as address from '../../src/definition/format/address.ts';
import * as cloud from '../../src/definition/format/cloud-resource.ts';
import * as image from '../../src/definition/format/image.ts';
import * as kubernetes from '../../src/definition/format/kubernetes-name.ts';
import type { TextFormat } from '../../src/definition/format/text-format.ts';
import * as url from '../../src/definition/format/url.ts';
import * as version from '../../src/definition/format/version.ts';

const formats = Object.entries({ address, cloud, image, kubernetes, url, version }).flatMap(
  ([module, exported]) =>
    Object.entries(exported)
      .filter(([name, value]) => typeof value === 'function' && name !== 'movesBecause')
      .map(([name, format]) => ({ module, name, format: format as TextFormat })),
);

type Spellings = Readonly<Record<'accepted' | 'refused', readonly string[]>>;
const tables = parse(readFileSync(new URL('spellings.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, Spellings>>>
>;

/** `a*3` as `aaa`. */
const written = (spelling: string): string =>
  spelling.replaceAll(/a\*(\d+)/g, (_, times) => 'a'.repeat(Number(times)));

test.each(formats.filter(({ name }) => name !== 'apiGroup'))('$module $name', ({ module, name, format }) => {
  const { accepted = [], refused = [] } = tables[module]?.[name] ?? {};
  expect(Math.min(accepted.length, refused.length)).toBeGreaterThan(0);
  expect(accepted.filter((spelling) => format(written(spelling)) !== null)).toEqual([]);
  expect(refused.filter((spelling) => format(written(spelling)) === null)).toEqual([]);
});

test('a tag that moves is known by what it says', () => {
  const moves = (tag: string, pattern?: RegExp) =>
    image.movesBecause(tag, (text) => pattern?.test(text) ?? false) !== null;
  const fixed =
    '1.2.3 v1.2.3 1.2.0-RC 1.2.0-kafka-4.3.1 2024.11.7-debian-12-r0 v20221220-controller-v1.5.1-58-g787ea74b6 ' +
    'RELEASE.2024-11-07T00-52-20Z 17.2-r0 0.29.2-kafka-4.0 bookworm-20240904-slim sha-1a2b3c4 main-1a2b3c4d5e ' +
    'stable-1.2.3 1.2.3-stable nightly-2024-05-01 2.0.0-canary.3 4155556';
  const moving =
    'latest Latest latest-alpine alpine-latest 1.2.3-latest 1.2.3-SNAPSHOT lts lts-alpine lts-alpine3.18 rolling canary ' +
    'stable stable-slim edge nightly main master dev bookworm alpine 3 v3 17-alpine 1.27 1.27-alpine 3.18 v1.2 ' +
    '17.11-minimal-trixie 24.04 jdk-21 prod';
  expect(fixed.split(' ').filter((tag) => moves(tag))).toEqual([]);
  expect(moving.split(' ').filter((tag) => !moves(tag))).toEqual([]);
  // A project whose whole versions are shorter says so.
  expect(moves('17.11-minimal-trixie', /^\d+\.\d+-minimal-trixie$/)).toBe(false);
  expect(moves('latest', /./)).toBe(true);
});
