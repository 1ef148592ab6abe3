import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { didYouMean } from '../problem/nearest.ts';
import { inside } from '../problem/place.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import { companionChart, platformChart } from './charts.ts';
import type { AppModel, PlainObject, ValuesSchema } from './model.ts';
import type { Scope } from './resolve-environment.ts';

/** Checks what an app gives to its charts against the schemas of those charts. */
export function checkValues(app: AppModel, scope: Scope): Problem[] {
  const { charts, upstreamSchemas } = scope.definitions;
  const own =
    app.chart.kind === 'first-party' ? charts[app.chart.name]?.schema : upstreamSchemas[app.chart.name];
  return [
    ...check(app, app.values, own ?? null, scope),
    ...check(app, app.companion, charts[companionChart]?.schema ?? null, scope),
  ];
}

function check(
  app: AppModel,
  values: PlainObject | null,
  schema: ValuesSchema | null,
  scope: Scope,
): Problem[] {
  if (values === null || schema === null) return [];
  const library = scope.definitions.charts[platformChart]?.schema ?? null;
  return [
    ...errorsOf(values, schema).map((error) => valueProblem(app, schema, error, '', scope)),
    ...(library && 'platform' in values
      ? errorsOf(values.platform, library).map((error) =>
          valueProblem(app, library, error, '/platform', scope),
        )
      : []),
  ];
}

function errorsOf(values: unknown, schema: ValuesSchema): readonly ErrorObject[] {
  const validate = validatorOf(schema);
  return validate(values) ? [] : (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
}

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
const validators = new WeakMap<PlainObject, ValidateFunction>();

/** Compiling a schema costs more than checking with it, and one schema serves every environment. */
function validatorOf({ schema }: ValuesSchema): ValidateFunction {
  const known = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, known);
  return known;
}

function valueProblem(
  app: AppModel,
  schema: ValuesSchema,
  error: ErrorObject,
  prefix: string,
  scope: Scope,
): Problem {
  const extra =
    error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined;
  const path = (prefix + error.instancePath + (extra === undefined ? '' : `/${extra}`)).slice(1).split('/');
  const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
  const what = extra === undefined ? (error.message ?? 'is wrong') : 'does not exist in the chart';
  const allowed =
    error.keyword === 'enum' ? ` (${(error.params.allowedValues as unknown[]).join(', ')})` : '';
  const named = path.join('.');
  const message = `"${app.name}": ${named === '' ? 'the values' : named} ${what}${allowed}`;
  const hint =
    extra === undefined ? `the schema is ${schema.file}` : `${didYouMean(extra, known)} (${schema.file})`;
  return problem('bad-values', placeOf(app, path, scope), message, hint);
}

/** The environment, where it overrides what is wrong; else the app. */
function placeOf(app: AppModel, path: readonly string[], { environment }: Scope): Place {
  const index = environment.apps.override.findIndex(
    (each) => each.app === app.name && has(each.values, path),
  );
  if (index >= 0) return inside(environment.place, `apps.override[${index}].${path.join('.')}`);
  return inside(app.place, ['values', ...path].filter((part) => part !== '').join('.'));
}

function has(values: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  return (
    typeof values === 'object' &&
    values !== null &&
    first in values &&
    has((values as Record<string, unknown>)[first], rest)
  );
}
