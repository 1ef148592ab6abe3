import type { ErrorObject } from 'ajv';
import type { PlainObject } from '../definition/plain.ts';
import { entryOf } from '../problem/entry-of.ts';
import { nearest } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { ValuesSchema } from './chart-model.ts';
import type { AppModel } from './model.ts';
import { companionChart, platformChart } from './read-charts.ts';
import type { Scope } from './resolve-environment.ts';
import { validatorOf } from './schema-validators.ts';
import { valueProblem } from './value-problem.ts';

/** Checks what an app gives to its charts against the schemas of those charts. */
export function checkValues(app: AppModel, scope: Scope): Problem[] {
  const { charts, upstreamSchemas } = scope.definitions;
  const own =
    app.chart.kind === 'first-party'
      ? entryOf(charts, app.chart.name)?.schema
      : entryOf(upstreamSchemas, app.chart.name);
  return [
    ...checked(app, app.values, own ?? null, scope),
    ...checked(app, app.companion, charts[companionChart]?.schema ?? null, scope),
  ];
}

function checked(...asked: Parameters<typeof check>): Problem[] {
  try {
    return check(...asked);
  } catch (error) {
    const [, , schema] = asked;
    // Of a schema that says nothing but to look at itself, no check has an end.
    if (!(error instanceof RangeError) || schema === null) throw error;
    return [problem('bad-chart', { file: schema.file }, 'a $ref in it leads to itself and nothing else')];
  }
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
  const errors = validate(values) ? [] : (validate.errors ?? []);
  return errors.filter((error) => error.keyword !== 'if' && !isMisspelled(error, errors));
}

/** A required key that is there under another spelling is one mistake, and reported as one. */
function isMisspelled({ keyword, instancePath, params }: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (keyword !== 'required') return false;
  const beside = all.filter(
    (other) => other.keyword === 'additionalProperties' && other.instancePath === instancePath,
  );
  return beside.some(
    (other) => nearest(String(other.params.additionalProperty), [params.missingProperty]) !== undefined,
  );
}
