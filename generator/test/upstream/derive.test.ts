import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../src/definition/plain.ts';
import { chartSource } from '../../src/edge/verify/read-chart.ts';
import type { ChartSource } from '../../src/upstream/chart-source.ts';
import { deriveSchema } from '../../src/upstream/derive.ts';
import { kubernetesDefinitions } from '../../src/upstream/kubernetes.ts';
import { readAsHelm } from '../../src/upstream/read-values.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { fixtures, tool } from '../../testing/program.ts';

const nothing: ChartSource = {
  name: 'meter',
  version: '1.0.0',
  values: '',
  schema: null,
  templates: [],
  dependencies: [],
  appVersion: null,
};

const derived = (source: Partial<ChartSource>): PlainObject =>
  deriveSchema({ key: 'meter', version: '1.0.0' }, { ...nothing, ...source }, (text) => `of ${text.length}`);

const settings = (source: Partial<ChartSource>): PlainObject => {
  const { global: _global, ...properties } = derived(source).properties as PlainObject;
  return properties;
};

describe('a default', () => {
  test.each([
    ['a text is a text', 'name: x', { type: 'string', default: 'x' }],
    ['old YAML has more truths', 'name: yes', { type: 'boolean', default: true }],
    ['a date is a text', 'name: 2026-01-02', { type: 'string', default: '2026-01-02' }],
    ['a time is a text', 'name: 12:30', { type: 'string', default: '12:30' }],
    ['a whole number is no fraction', 'name: 3', { type: 'integer', default: 3 }],
    ['nothing may be anything', 'name:', { default: null }],
    ['an empty map is open', 'name: {}', { type: 'object', additionalProperties: true }],
    ['an empty list holds anything', 'name: []', { type: 'array', default: [] }],
    ['items are examples', 'name: [a]', { type: 'array', default: ['a'], items: { type: 'string' } }],
    [
      'a map takes the keys that it has',
      'name: { a: 1 }',
      { type: 'object', properties: { a: { type: 'integer', default: 1 } }, additionalProperties: false },
    ],
  ])('%s', (_, values, expected) => {
    expect(settings({ values }).name).toEqual(expected);
  });

  test('a port may have a name, and a count may be a share', () => {
    const values = 'targetPort: 80\nmaxUnavailable: 1\nnodePort: ""\nreplicas: 1\n';
    const types = Object.values(settings({ values })).map((node) => (node as PlainObject).type);
    expect(types).toEqual([['integer', 'string'], ['integer', 'string'], ['string', 'number'], 'integer']);
  });

  test('that is long is known by a fingerprint', () => {
    const values = `script: ${'x'.repeat(200)}\n`;
    expect(settings({ values }).script).toEqual({ type: 'string', default: 'sha256:of 202' });
  });
});

describe('a comment', () => {
  const values = `image:
  name: x
  # The tag, whole.
  # tag: v1
  # digest:
  #   algorithm: sha256
# priority: 10
# note: for people
text: |
  # inside: a text
`;
  const templates = ['{{ .tag }} {{ .digest }} {{ .priority }} {{ .inside }}'];

  test('names a setting where a template knows it', () => {
    const { image, priority, ...others } = settings({ values, templates }) as Record<string, PlainObject>;
    expect(image?.properties).toEqual({
      name: { type: 'string', default: 'x' },
      tag: { type: 'string' },
      digest: { type: 'object', additionalProperties: true },
    });
    expect(priority).toEqual({ type: 'integer' });
    expect(Object.keys(others)).toEqual(['text']);
  });

  test('is prose where none does', () => {
    expect(Object.keys(settings({ values }))).toEqual(['image', 'text']);
  });
});

test('what a template reads by its whole name is a setting, though no value names it', () => {
  const templates = ['{{ .Values.image.digest }} {{ .Values.extra.deep }} {{ .Values.labels.any }}'];
  expect(settings({ values: 'image: { tag: x }\nlabels: {}\n', templates })).toEqual({
    image: {
      type: 'object',
      properties: { tag: { type: 'string', default: 'x' }, digest: {} },
      additionalProperties: false,
    },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    extra: { type: 'object', properties: { deep: {} }, additionalProperties: true },
  });
});

describe("a chart's own schema", () => {
  const node = (values: string, schema: unknown): unknown =>
    settings({ values, schema: JSON.stringify({ properties: { x: schema } }) }).x;

  test.each([
    ['knows the type better', 'x: 1', { type: 'number' }, { type: 'number', default: 1 }],
    [
      'may have forgotten that of the default',
      'x: a',
      { type: 'null' },
      { type: ['null', 'string'], default: 'a' },
    ],
    ['may permit anything', 'x: 1', {}, { default: 1 }],
    [
      'lists what is permitted',
      'x: a',
      { enum: ['a', 'b'] },
      { type: 'string', enum: ['a', 'b'], default: 'a' },
    ],
    [
      'names further keys',
      'x: { a: 1 }',
      { type: 'object', properties: { b: { type: 'string' } } },
      {
        type: 'object',
        properties: { a: { type: 'integer', default: 1 }, b: { type: 'string' } },
        additionalProperties: false,
      },
    ],
    [
      'says that a map is open',
      'x: { a: 1 }',
      { type: 'object', additionalProperties: true },
      { type: 'object', properties: { a: { type: 'integer', default: 1 } }, additionalProperties: true },
    ],
    [
      'offers several shapes',
      'x:',
      { oneOf: [{ type: 'string' }, { type: 'integer' }] },
      { type: ['string', 'integer'], default: null },
    ],
    [
      'points elsewhere',
      'x: {}',
      { $ref: 'https://example.org/x.json' },
      { type: 'object', additionalProperties: true },
    ],
  ])('%s', (_, values, schema, expected) => {
    expect(node(values, schema)).toEqual(expected);
  });

  test('that refers to itself, or is none at all, is survived', () => {
    const loop = {
      $defs: { a: { properties: { a: { $ref: '#/$defs/a' } } } },
      properties: { x: { $ref: '#/$defs/a' } },
    };
    expect(() => derived({ values: 'x: {}', schema: JSON.stringify(loop) })).not.toThrow();
    for (const schema of ['true', '[]', 'null', '{ half', '{"$ref":"#"}'])
      expect(Object.keys(settings({ values: 'x: 1', schema }))).toEqual(['x']);
  });

  test('never opens the top of the values', () => {
    expect(derived({ schema: '{"additionalProperties": true}' }).additionalProperties).toBe(false);
  });
});

describe('what charts pass on to Kubernetes has the shape that it has there', () => {
  const type = (values: string): unknown => Object.values(settings({ values }))[0];
  const ref = (name: string) => ({ $ref: `kubernetes#/definitions/${name}` });

  test.each([
    ['resources: {}', ref('ResourceRequirements')],
    ['initResources:', ref('ResourceRequirements')],
    ['podSecurityContext: { fsGroup: 1 }', { ...ref('PodSecurityContext'), default: { fsGroup: 1 } }],
    ['extraEnv: []', { type: 'array', items: ref('EnvVar'), default: [] }],
    ['podLabels: {}', { type: 'object', additionalProperties: { type: 'string' } }],
  ])('%s', (values, expected) => {
    expect(type(values)).toEqual(expected);
  });

  test.each([
    ['a key of its own', 'livenessProbe: { enabled: true }'],
    ['a value that Kubernetes would refuse', 'livenessProbe: { httpGet: { port: 1, scheme: http } }'],
    ['a template instead', 'affinity: "podAffinity: {}"'],
    ['items of another kind', 'extraEnv: [A=b]'],
  ])('but not where the chart has %s', (_, values) => {
    expect(JSON.stringify(type(values))).not.toContain('kubernetes#');
  });
});

describe('a whole chart', () => {
  const meter = join(fixtures, 'charts/meter');

  test('takes its own defaults, and refuses every key that is spelled a little wrong', async () => {
    const source = await chartSource(meter);
    const schema = derived(source);
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addSchema({ $id: 'kubernetes', definitions: kubernetesDefinitions });
    const validate = ajv.compile(schema);
    const defaults = readAsHelm(source.values) as PlainObject;
    expect([validate(defaults), validate.errors]).toEqual([true, null]);
    for (const key of Object.keys(schema.properties as object)) {
      expect([key, validate({ [`${key}x`]: 1 })]).toEqual([key, false]);
    }
    for (const wrong of [
      { service: { prot: 1 } },
      { resources: { limits: { memroy: '1Gi' } } },
      { cache: { sice: '1Gi' } },
    ])
      expect([wrong, validate(wrong)]).toEqual([wrong, false]);
  });

  test('brings charts along, under their alias and with its own defaults for them', async () => {
    const { cache } = (derived(await chartSource(meter)).properties ?? {}) as Record<string, PlainObject>;
    const inner = (cache?.properties ?? {}) as Record<string, PlainObject>;
    expect(Object.keys(inner)).toEqual(['enabled', 'size', 'persistence']);
    expect(inner.size).toEqual({ type: 'string', default: '2Gi' });
  });

  test('may lack one that it brings along, of which then nobody knows the keys', () => {
    const source = { values: 'store: { enabled: false }', dependencies: [{ key: 'store', chart: null }] };
    expect((settings(source).store as PlainObject).additionalProperties).toBe(true);
  });

  test('says the same packed as unpacked', async () => {
    const folder = temporaryFolder();
    await tool('tar', ['-czf', join(folder, 'meter-3.0.0.tgz'), '-C', join(fixtures, 'charts'), 'meter']);
    expect(await chartSource(join(folder, 'meter-3.0.0.tgz'))).toEqual(await chartSource(meter));
  });
});
