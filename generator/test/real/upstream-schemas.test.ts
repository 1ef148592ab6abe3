import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { chartValues } from '../../src/edge/verify/chart-values.ts';
import type { Chart, Plain, PlainObject } from '../../src/model/model.ts';
import { isObject, walk } from '../../src/verify/manifest.ts';
import { names, settingsOf } from '../../src/verify/settings.ts';
import { read, temporaryFolder, write } from '../support/folder.ts';
import { repository, tool } from '../support/program.ts';
import { appsIn, environments, planOf, valuesOf } from '../support/render.ts';

/** Whether they fit their charts is what `verify` looks at, and it says which of them it could not look at. */
const folder = join(repository, 'schemas/upstream');
const schemas = readdirSync(folder)
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => [file.replace('.schema.json', ''), JSON.parse(read(folder, file)) as PlainObject] as const);

const strictAjv = (): Ajv => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  // Next to a reference, draft 7 overlooks every other keyword; these are for people and for `verify`.
  return ajv.addKeyword({ keyword: 'x-undocumented', schemaType: 'string' });
};

/** Objects that would let a key through that nobody wrote down. */
const open = (schema: PlainObject): string[] =>
  [...walk(schema)].flatMap(([node, path]) => {
    if (!isObject(node) || (node.type !== 'object' && !isObject(node.properties))) return [];
    if (path.at(-1) === 'properties') return [];
    const map = isObject(node.additionalProperties) && !isObject(node.properties);
    return node.additionalProperties === false || map ? [] : [path.join('/')];
  });

describe.each(schemas)('the schema of %s', (_name, schema) => {
  test('leaves no object open, but for maps of one type', () => {
    expect(open(schema)).toEqual([]);
  });

  test('compiles where Ajv is strict', () => {
    expect(() => strictAjv().compile(schema)).not.toThrow();
  });

  test('refuses every setting that is spelt a little wrong', () => {
    const validate = strictAjv().compile(schema);
    const accepted = [...settingsOf(schema)].filter(({ path }) => {
      const key = `${path.at(-1)}x`;
      return !['list', 'map'].some((kind) => {
        validate(holding([...path.slice(0, -1), key], kind === 'list'));
        return validate.errors?.some(({ params }) => params.additionalProperty === key);
      });
    });
    expect(accepted.map(({ path }) => path.join('.'))).toEqual([]);
  });
});

/** The smallest value that has a setting in it. */
function holding([first, ...rest]: readonly string[], lists: boolean): Plain {
  if (first === undefined) return 'anything';
  if (first === '*' && lists) return [holding(rest, lists)];
  return { [first]: holding(rest, lists) };
}

test('every chart of others that is given values has a schema', () => {
  const given = environments.flatMap((environment) =>
    appsIn(environment)
      .map((app) => planOf(app, environment))
      .filter(({ chart }) => chart.kind === 'repository' || chart.kind === 'oci')
      .filter(({ name }) => Object.keys(valuesOf(name, environment)).length > 0),
  );
  const known = schemas.map(([name]) => name);
  expect(given.map(({ chart }) => chart.name).filter((name) => !known.includes(name))).toEqual([]);
  expect(given).not.toEqual([]);
});

describe('what a chart names', () => {
  const values = { image: { tag: '' }, resources: {}, service: { port: 80 }, hosts: [], extra: null };
  const schema = {
    $ref: '#/$defs/all',
    $defs: {
      all: {
        type: 'object',
        properties: {
          budget: { $ref: '#/$defs/budget' },
          pod: { type: 'object' },
          probe: { $ref: '#/$defs/probe' },
        },
      },
      probe: { type: 'object', properties: { path: {} }, additionalProperties: false },
      budget: { anyOf: [{ type: 'null' }, { type: 'object', properties: { min: { type: 'integer' } } }] },
    },
  };
  test.each([
    ['a key of its values', 'image.tag', true],
    ['no key that its values lack', 'image.digest', false],
    ['nothing inside a number', 'service.port.name', false],
    ['whatever an empty map may hold', 'resources.limits.cpu', true],
    ['whatever a list may hold', 'hosts.*.name', true],
    ['whatever may stand instead of nothing', 'extra.key', true],
    ['a key of its schema, by way of references', 'budget.min', true],
    ['no key that its schema lacks', 'budget.max', false],
    ['no key that its schema refuses', 'probe.port', false],
    ['whatever an object may hold of which its schema says no more', 'pod.labels', true],
    ['nothing else', 'other', false],
  ])('%s: %s', (_, path, expected) => {
    expect(names({ values, schema }, path.split('.'))).toBe(expected);
  });
});

test('a packed chart says the same of itself as an unpacked one', async () => {
  const root = temporaryFolder();
  const chart: Chart = { kind: 'oci', name: 'key', repository: 'r', chart: 'meter', version: '1.0.0' };
  mkdirSync(join(root, 'meter'));
  write(root, { 'meter/values.yaml': 'port: 80\n', 'meter/values.schema.json': '{"type":"object"}' });
  await tool('tar', ['-czf', join(root, 'meter-1.0.0.tgz'), '-C', root, 'meter']);
  const unpacked = await chartValues(chart, join(root, 'meter'));
  expect(unpacked).toEqual({ values: { port: 80 }, schema: { type: 'object' } });
  expect(await chartValues(chart, join(root, 'meter-1.0.0.tgz'))).toEqual(unpacked);
});
