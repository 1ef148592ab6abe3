import { Ajv, type ValidateFunction } from 'ajv';
import { type ContractShape, contract as shape } from '../definition/shape/contract-shape.ts';
import { failure, gathering, type Problem, problem, type Result, success } from '../problem/problem.ts';
import { readYaml } from './read-yaml.ts';
import type { TextFile } from './written.ts';

/** The contract of an image: what one version of it asks of whoever runs it, and offers. */
export interface Contract extends ContractShape {
  /** Where it is written. */
  readonly file: string;
}

/** Contracts by key of the image. */
export function readContracts(files: Readonly<Record<string, TextFile>>): Result<Record<string, Contract>> {
  const { take, result } = gathering();
  const contracts = Object.entries(files).flatMap(([key, written]): [string, Contract][] => {
    const contract = take(readContract(written));
    return contract ? [[key, contract]] : [];
  });
  return result(Object.fromEntries(contracts));
}

function readContract(written: TextFile): Result<Contract> {
  const read = readYaml(written, shape);
  if (!read.ok) return read;
  const { file } = written;
  const unusable = schemasIn(read.value).flatMap(([path, schema]): Problem[] => {
    const why = whyUnusable(schema);
    return why === null ? [] : [problem('bad-shape', { file, path }, `it is no JSON Schema: ${why}`)];
  });
  return unusable.length > 0 ? failure(unusable) : success({ ...read.value, file });
}

/** Every JSON Schema of a contract, with where it stands. */
function schemasIn({ files, jars }: ContractShape): [path: string, schema: object][] {
  const ofFiles = Object.entries(files).flatMap(([path, { content }]) =>
    content ? [[`files.${path}.content.schema`, content.schema] as [string, object]] : [],
  );
  const ofJars = Object.entries(jars).flatMap(([jar, classes]) =>
    Object.entries(classes).flatMap(([name, flags]) =>
      Object.entries(flags).flatMap(([flag, { file }]) =>
        file ? [[`jars.${jar}.${name}.${flag}.file.schema`, file.schema] as [string, object]] : [],
      ),
    ),
  );
  return [...ofFiles, ...ofJars];
}

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new WeakMap<object, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, known);
  return known;
}

/** Why something is no JSON Schema; null where it is one. Whoever wrote it is told, so what ajv throws is caught. */
function whyUnusable(schema: object): string | null {
  try {
    validatorOf(schema);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What is wrong with a value by a schema of a contract: where, and what, as in `kafka.topic is not read`. */
export function contentFaults(schema: object, value: unknown): string[] {
  const validate = validatorOf(schema);
  if (validate(structuredClone(value))) return [];
  return (validate.errors ?? []).map(({ keyword, params, instancePath, message = 'is wrong' }) => {
    const at = instancePath.slice(1).replaceAll('~1', '/').replaceAll('~0', '~').replaceAll('/', '.');
    const under = (key: unknown): string => (at === '' ? String(key) : `${at}.${String(key)}`);
    if (keyword === 'required') return `${under(params.missingProperty)} is missing`;
    if (keyword === 'additionalProperties') return `${under(params.additionalProperty)} is read by nothing`;
    return `${at === '' ? 'the whole' : at} ${message}`;
  });
}
