import { z } from 'zod';
import { additions } from './additions-shape.ts';
import { contract } from './contract-shape.ts';
import { images } from './images-shape.ts';
import { release } from './release-shape.ts';
import { upstream } from './upstream-shape.ts';

/** The YAML files that people and pull requests edit, each with its shape: editors read the JSON Schema of it. */
export const yamlShapes = { images, upstream, additions, contract, release } as const;

/** JSON Schema (2020-12) of every YAML file, by name of the shape. */
export function definitionSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(yamlShapes).map(([name, shape]) => [name, z.toJSONSchema(shape, { io: 'input' })]),
  );
}
