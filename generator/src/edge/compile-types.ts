import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ValueTypes } from '../emit/types-files.ts';
import type { ValuesSchema } from '../model/chart-model.ts';
import { ProblemsError } from '../problem/errors.ts';
import { problem } from '../problem/problem.ts';
import { cached } from './cache.ts';

/** Compiles values schemas to TypeScript. Compiling takes longer than all the rest, so results are kept by content. */
export async function compileTypes(schemas: readonly ValuesSchema[]): Promise<ValueTypes> {
  const version = compilerVersion();
  const entries = schemas.map(async ({ file, schema }): Promise<[string, string]> => {
    const hash = createHash('sha256').update(version).update(JSON.stringify(schema)).digest('hex');
    return [file, await cached(`types-2/${hash}.ts`, () => compiled(file, schema))];
  });
  return new Map(await Promise.all(entries));
}

/** The compiler reads less than the checker: what it cannot read is a mistake in the schema, with the schema's name. */
async function compiled(file: string, schema: object): Promise<string> {
  try {
    return await compileSchema(schema);
  } catch (error) {
    const message = `no type can be made of it: ${(error as Error).message.split('\n')[0]}`;
    throw new ProblemsError([problem('bad-chart', { file }, message)]);
  }
}

async function compileSchema(schema: object): Promise<string> {
  const { compile } = await import('json-schema-to-typescript');
  // A copy: the compiler edits what it is given.
  return compile(structuredClone(schema) as never, 'Values', {
    bannerComment: '',
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
  });
}

function compilerVersion(): string {
  const manifest = createRequire(import.meta.url).resolve('json-schema-to-typescript/package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
