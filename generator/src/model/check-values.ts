import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { didYouMean } from '../problem/nearest.ts';
import { inside } from '../problem/place.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { companionChart, platformChart } from './charts.ts';
import type { Definitions } from './definitions.ts';
import type { AppModel, EnvironmentModel, PlainObject, ValuesSchema } from './model.ts';

/** Checks what every app gives to its charts against the schemas of those charts. */
export function checkValues(environment: EnvironmentModel, definitions: Definitions): Problem[] {
  return environment.apps.flatMap((app) => [
    ...check(app, environment, app.values, schemaOf(app, definitions), definitions),
    ...check(
      app,
      environment,
      app.companion,
      definitions.charts[companionChart]?.schema ?? null,
      definitions,
    ),
  ]);
}

function schemaOf(app: AppModel, { charts, upstreamSchemas }: Definitions): ValuesSchema | null {
  return (
    (app.chart.kind === 'first-party' ? charts[app.chart.name]?.schema : upstreamSchemas[app.chart.name]) ??
    null
  );
}

function check(
  app: AppModel,
  environment: EnvironmentModel,
  values: PlainObject | null,
  schema: ValuesSchema | null,
  { charts }: Definitions,
): Problem[] {
  if (values === null || schema === null) return [];
  const library = charts[platformChart]?.schema ?? null;
  return [
    ...errorsOf(values, schema).map((error) => valueProblem(app, environment, schema, error, '')),
    ...(library && 'platform' in values
      ? errorsOf(values.platform, library).map((error) =>
          valueProblem(app, environment, library, error, '/platform'),
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
  environment: EnvironmentModel,
  schema: ValuesSchema,
  error: ErrorObject,
  prefix: string,
): Problem {
  const extra =
    error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined;
  const path = (prefix + error.instancePath + (extra === undefined ? '' : `/${extra}`))
    .slice(1)
    .replaceAll('/', '.');
  const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
  const what = extra === undefined ? (error.message ?? 'is wrong') : 'does not exist in the chart';
  const allowed =
    error.keyword === 'enum' ? ` (${(error.params.allowedValues as unknown[]).join(', ')})` : '';
  const message = `"${app.name}" in ${environment.name}: ${path === '' ? 'the values' : path} ${what}${allowed}`;
  const hint =
    extra === undefined ? `the schema is ${schema.file}` : `${didYouMean(extra, known)} (${schema.file})`;
  return problem('bad-values', inside(app.place, `values${path === '' ? '' : `.${path}`}`), message, hint);
}
