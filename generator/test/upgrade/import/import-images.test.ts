import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { images } from '../../../src/definition/shape/images-shape.ts';
import { importImages } from '../../../src/upgrade/import/import-images.ts';
import { importText } from '../../../src/upgrade/import/import-text.ts';
import type { ListValue } from '../../../src/upgrade/import/list-value.ts';
import { readList } from '../../../src/upgrade/import/read-list.ts';
import { readByGo, sorted } from '../../support/go-reader.ts';

const list = readFileSync(join(import.meta.dirname, 'list.yaml'), 'utf8');
const file = 'list.yaml';

const own = `# Ours.
images:
  cache:
    repository: docker.io/valkey/valkey
    tag: 8.0.0
    digest: null
  engine: { repository: docker.io/example/engine, tag: '483', digest: null, policy: { tags: '^\\d+$' } }
  held:
    repository: docker.io/example/held
    tag: 1.0.0
    digest: null
    policy: { update: none }
  moved:
    repository: docker.io/example/moved
    tag: 1.0.0
    digest: sha256:4444444444444444444444444444444444444444444444444444444444444444
  older:
    repository: docker.io/example/older
    tag: 1.10.0
    digest: null
  # Sells.
  order-service:
    repository: docker.io/example/orders
    tag: 2.0.0 # Soon 2.1.
    digest: sha256:5555555555555555555555555555555555555555555555555555555555555555
  payments:
    repository: docker.io/example/payments
    tag: 1.4.0
    digest: null
  plugin:
    repository: docker.io/example/plugin
    tag: 1.0.0
    digest: null
    policy: { follows: { image: held } }
  ranged:
    repository: docker.io/example/ranged
    tag: 3.9.1
    digest: null
    policy: { versions: '>=3.9 <3.10' }
  reports:
    repository: registry.example.org/team/reports
    tag: v1.2.3
    digest: sha256:2222222222222222222222222222222222222222222222222222222222222222
  variant:
    repository: docker.io/example/variant
    tag: 1.0.0-alpine
    digest: null
  web-console:
    repository: docker.io/example/web-console
    tag: 2.9.0
    digest: null
`;
const ours = { text: own, images: images.parse(parse(own)).images };

function imported(text: string, withNew = false) {
  const result = importImages({ file, text }, ours, withNew);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.value;
}

const refusal = (text: string): string[] => {
  const result = importImages({ file, text }, ours, false);
  return result.ok ? ['not refused'] : result.problems.map(({ message }) => message);
};

describe('an import of a list of images', () => {
  test('changes the tags and digests of what is here and newer there, and nothing else', () => {
    const wanted = own
      .replace("tag: '483'", "tag: '490'")
      .replace('tag: 2.0.0 # Soon', 'tag: 2.1.0 # Soon')
      .replace(/sha256:5{64}/, 'null')
      .replace('tag: 2.9.0', 'tag: 3.0.0')
      .replace('tag: 1.4.0\n    digest: null', `tag: 1.4.0\n    digest: sha256:${'1'.repeat(64)}`);
    expect(imported(list).text).toBe(wanted);
  });

  test('tells what it took, what it left and why', async () => {
    await expect(importText(imported(list), false)).toMatchFileSnapshot('expected.txt');
  });

  test('adds what is not here if asked to, in the form of images.yaml', () => {
    const after = images.parse(parse(imported(list, true).text)).images;
    const added = Object.entries(after).filter(([key]) => !Object.hasOwn(ours.images, key));
    expect(added.map(([key, { repository, tag }]) => `${key} ${repository}:${tag}`)).toEqual([
      'proxy docker.io/example/proxy:0.9.1',
      'reprots docker.io/example/reprots:1.0.0',
    ]);
  });

  test('of the same list finds nothing more', () => {
    const once = imported(list);
    const again = importImages(
      { file, text: list },
      { text: once.text, images: images.parse(parse(once.text)).images },
      false,
    );
    expect(again.ok && again.value.text).toBe(once.text);
    expect(again.ok && again.value.taken).toEqual([]);
  });

  test('takes the first of two images that are one entry here', () => {
    const twice =
      'images:\n  order-service: { repository: example/orders, tag: 2.1.0 }\n  orders: { repository: example/orders, tag: 2.2.0 }\n';
    const { taken, left } = imported(twice);
    expect(taken.map(({ to }) => to)).toEqual(['2.1.0']);
    expect(left).toMatchObject([
      { name: 'orders', line: 3, why: '"order-service" is the same entry here, and was taken' },
    ]);
  });

  test('reads values of a chart without a list of images too', () => {
    const values =
      'orders:\n  image:\n    registry: docker.io\n    repository: example/orders\n    tag: 2.3.0\n';
    expect(imported(values).taken).toMatchObject([{ key: 'order-service', from: '2.0.0', to: '2.3.0' }]);
  });
});

const plain = (value: ListValue): unknown =>
  value.kind === 'map'
    ? Object.fromEntries([...value.entries].map(([key, part]) => [key, plain(part)]))
    : value.kind === 'items'
      ? value.items.map(plain)
      : value.value;

const read = (text: string): unknown => {
  const result = readList(file, text);
  return result.ok ? plain(result.value.top) : result.problems;
};

/** Lists with keys that stand twice, and merge keys above and below what they bring. */
const oddList = fc
  .array(
    fc.array(
      fc.oneof(
        fc.record({ key: fc.constantFrom('p', 'q', 'r'), value: fc.nat(9) }),
        fc.record({ merge: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }) }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((maps) =>
    maps
      .map((pairs, i) => {
        const lines = pairs.flatMap((pair) => {
          if ('key' in pair) return [`  ${pair.key}: v${pair.value}`];
          const known = pair.merge.filter((other) => other < i).map((other) => `*m${other}`);
          return known.length === 0
            ? []
            : [`  <<: ${known.length === 1 ? known[0] : `[${known.join(', ')}]`}`];
        });
        return `m${i}: &m${i}\n${['  own: x', ...lines].join('\n')}\n`;
      })
      .join(''),
  );

describe('a list is read', () => {
  test('as Helm reads it: the last of two keys, and merge keys in their order', async () => {
    const texts = [list, ...fc.sample(oddList, { numRuns: 300, seed: Number(process.env.LAW_SEED ?? 1) })];
    const [go, we] = [await readByGo(texts), texts.map(read)];
    // Helm reads 1.10 as a number: that is told, and not taken.
    expect(we.map(sorted)).toEqual(go.map(sorted));
  });

  test('with more aliases than a parser of ours takes', () => {
    const many = `a: &a { repository: example/orders, tag: 2.4.0 }\nb:\n${'  - *a\n'.repeat(500)}`;
    expect(() => parse(many)).toThrow('Excessive alias count');
    expect(imported(many).taken).toMatchObject([{ to: '2.4.0' }]);
  });

  test('and refused where aliases multiply', () => {
    const levels = Array.from({ length: 9 }, (_, i) =>
      i === 0 ? 'l0: &l0 [x]' : `l${i}: &l${i} [${Array.from({ length: 9 }, () => `*l${i - 1}`).join(', ')}]`,
    );
    expect(refusal(levels.join('\n'))).toEqual(['its aliases make more than 100000 values']);
  });

  test.each([
    ['where a value contains itself', 'images: &a\n  b: *a\n', ['images.b contains itself']],
    ['where it is no YAML', 'images: [\n', [expect.stringContaining('Flow sequence')]],
    ['where it is no map', '- a\n', ['it is no map of images']],
    ['where it is empty', '', ['it is no map of images']],
    ['where an alias stands for nothing', 'images: *a\n', ['the alias *a stands for nothing']],
  ])('and refused %s', (_, text, messages) => {
    expect(refusal(text)).toEqual(messages);
  });
});
