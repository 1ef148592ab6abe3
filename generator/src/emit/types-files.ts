import { platformChart } from '../model/charts.ts';
import type { Model, PlainObject, ValuesSchema } from '../model/model.ts';
import { type File, notice } from './files.ts';

/** TypeScript by path of the schema that it was compiled from. */
export type ValueTypes = ReadonlyMap<string, string>;

/** Every schema that has a type compiled from it; of charts of ours without the keys that only the generator sets. */
export function schemasToCompile(model: Model): ValuesSchema[] {
  return [
    ...model.firstParty.flatMap(({ schema }) => edited(schema, (own) => withoutPlatform(withoutTitle(own)))),
    ...model.upstream.flatMap(({ schema }) => edited(schema, withoutTitle)),
  ];
}

function edited(schema: ValuesSchema | null, edit: (schema: PlainObject) => PlainObject): ValuesSchema[] {
  return schema === null ? [] : [{ ...schema, schema: edit(schema.schema) }];
}

/** Path of the types of a chart's values. */
export function typesPath({ kind, name }: { kind: 'charts' | 'upstream'; name: string }): string {
  return `schemas/${kind}/${name}.gen.ts`;
}

export function typesFiles(model: Model, types: ValueTypes): File[] {
  const file = (kind: 'charts' | 'upstream', { name, schema }: Model['upstream'][number]): File[] => {
    const text = schema && types.get(schema.file);
    return text ? [[typesPath({ kind, name }), `// ${notice(schema.file)}\n\n${text}`]] : [];
  };
  return [
    ...model.firstParty.flatMap((chart) => file('charts', chart)),
    ...model.upstream.flatMap((chart) => file('upstream', chart)),
  ];
}

/** The title would become the name of the type. */
function withoutTitle({ title: _title, ...rest }: PlainObject): PlainObject {
  return rest;
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
