import { platformChart } from '../model/charts.ts';
import type { Model, PlainObject, ValuesSchema } from '../model/model.ts';
import { type File, notice } from './files.ts';

/** TypeScript by path of the schema that it was compiled from. */
export type ValueTypes = ReadonlyMap<string, string>;

/** Every schema that has a type compiled from it, with the keys that only the generator sets taken out. */
export function schemasToCompile(model: Model): ValuesSchema[] {
  return [...model.firstParty, ...model.upstream].flatMap(({ schema }) =>
    schema === null ? [] : [{ ...schema, schema: withoutPlatform(schema.schema) }],
  );
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

function withoutPlatform(schema: PlainObject): PlainObject {
  const { title: _title, ...rest } = schema;
  const {
    [platformChart]: _platform,
    global: _global,
    ...properties
  } = (schema.properties ?? {}) as PlainObject;
  const required = ((schema.required ?? []) as string[]).filter(
    (key) => key !== platformChart && key !== 'global',
  );
  return { ...rest, properties, ...(required.length > 0 ? { required } : { required: [] }) };
}
