import { definitionSchemas } from '../definition/shape/json-schema.ts';
import { markedJson } from '../text/notice.ts';
import type { File } from '../tree/files.ts';

/** JSON Schemas of the YAML files, for editors: each of those files names its own in its first line. */
export function definitionSchemaFiles(): File[] {
  return Object.entries(definitionSchemas()).map(([name, schema]) => [
    `schemas/definitions/${name}.schema.json`,
    markedJson(schema, `generator/src/definition/shape/${name}-shape.ts`),
  ]);
}
