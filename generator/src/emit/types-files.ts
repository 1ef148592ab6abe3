import type { Plain, PlainObject } from '../definition/plain.ts';
import type { ValuesSchema } from '../model/chart-model.ts';
import type { Model } from '../model/model.ts';
import { platformChart } from '../model/read-charts.ts';
import { notice } from '../text/notice.ts';
import type { File } from '../tree/files.ts';
import { isKubernetes, kubernetesDefinitions, partNamed } from '../upstream/kubernetes.ts';
import { isMap } from '../upstream/node.ts';

/** TypeScript by path of the schema that it was compiled from. */
export type ValueTypes = ReadonlyMap<string, string>;

/** What charts pass on to Kubernetes, compiled once for all of them. */
const kubernetes = { file: 'generator/src/upstream/kubernetes.gen.json', path: 'schemas/kubernetes.gen.ts' };

/** Every schema that has a type compiled from it; of charts of ours without the keys that only the generator sets. */
export function schemasToCompile(model: Model): ValuesSchema[] {
  const upstream = model.upstream.flatMap(({ schema }) => (schema === null ? [] : [schema]));
  return [
    ...model.firstParty.flatMap(({ schema }) => edited(schema, (own) => withoutPlatform(withoutTitle(own)))),
    ...upstream.flatMap((schema) => edited(schema, (own) => typed(withoutTitle(own)))),
    ...partsOfPods(upstream),
  ];
}

function edited(schema: ValuesSchema | null, edit: (schema: PlainObject) => PlainObject): ValuesSchema[] {
  return schema === null ? [] : [{ ...schema, schema: edit(schema.schema) }];
}

/** The parts that some chart takes, and those that these consist of. */
function partsOfPods(schemas: readonly ValuesSchema[]): ValuesSchema[] {
  const used = new Set<string>();
  const use = (text: string, pattern: RegExp): void => {
    for (const [, name = ''] of text.matchAll(pattern)) {
      if (used.has(name)) continue;
      used.add(name);
      use(JSON.stringify(kubernetesDefinitions[name]), /"#\/definitions\/(\w+)"/g);
    }
  };
  for (const { schema } of schemas) use(JSON.stringify(schema), /"kubernetes#\/definitions\/(\w+)"/g);
  if (used.size === 0) return [];
  const names = Object.keys(kubernetesDefinitions).filter((name) => used.has(name));
  const properties = names.map((name) => [name, { $ref: `#/definitions/${name}` }]);
  const definitions = names.map((name) => [name, kubernetesDefinitions[name] ?? {}]);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    definitions: Object.fromEntries(definitions),
  };
  return [{ chart: 'kubernetes', file: kubernetes.file, schema }];
}

/** Path of the types of a chart's values. */
export function typesPath({ kind, name }: { kind: 'charts' | 'upstream'; name: string }): string {
  return `schemas/${kind}/${name}.gen.ts`;
}

export function typesFiles(model: Model, types: ValueTypes): File[] {
  const file = (kind: 'charts' | 'upstream', { name, schema }: Model['firstParty'][number]): File[] => {
    const text = schema && types.get(schema.file);
    return text ? [[typesPath({ kind, name }), `// ${notice(schema.file)}\n\n${imports(text)}${text}`]] : [];
  };
  const shared = types.get(kubernetes.file);
  return [
    ...model.firstParty.flatMap((chart) => file('charts', chart)),
    ...model.upstream.flatMap((chart) => file('upstream', chart)),
    ...(shared === undefined
      ? []
      : [[kubernetes.path, `// ${notice(kubernetes.file)}\n\n${shared}`] as const]),
  ];
}

const fromHere = '../kubernetes.gen.ts';
const imports = (text: string): string =>
  text.includes('kubernetes.') ? `import type * as kubernetes from '${fromHere}';\n\n` : '';

/** The title would become the name of the type. */
function withoutTitle({ title: _title, ...rest }: PlainObject): PlainObject {
  return rest;
}

/**
 * What the compiler cannot know by itself: parts of pods by their name, that nothing said means anything, and that the
 * fingerprint of a default says nothing of its type.
 */
function typed({ default: _default, ...node }: PlainObject): PlainObject {
  if (isKubernetes(node)) return { tsType: `kubernetes.${partNamed(node)}` };
  if (Object.keys(node).length === 0) return { tsType: 'unknown' };
  const inner = (value: Plain | undefined): Plain => (isMap(value) ? typed(value) : (value ?? true));
  const { properties, items, additionalProperties } = node;
  return {
    ...node,
    ...(isMap(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, inner(value)])),
    }),
    ...(items !== undefined && { items: inner(items) }),
    ...(additionalProperties !== undefined && { additionalProperties: inner(additionalProperties) }),
  };
}

function withoutPlatform(schema: PlainObject): PlainObject {
  const {
    [platformChart]: _platform,
    global: _global,
    ...properties
  } = (schema.properties ?? {}) as PlainObject;
  const required = ((schema.required ?? []) as string[]).filter(
    (key) => key !== platformChart && key !== 'global',
  );
  return { ...schema, properties, ...(required.length > 0 ? { required } : { required: [] }) };
}
