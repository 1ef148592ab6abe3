import type { ErrorObject } from 'ajv';
import { inside } from '../problem/location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';
import { isPartOfKubernetes } from '../upstream/kubernetes.ts';
import type { ValuesSchema } from './chart-model.ts';
import type { AppModel } from './model.ts';
import type { Scope } from './resolve-environment.ts';
import { valueHint } from './value-hint.ts';

/** What is wrong with one value, at the definition that says it. `prefix` is the path to what the schema is of. */
export function valueProblem(
  app: AppModel,
  schema: ValuesSchema,
  error: ErrorObject,
  prefix: string,
  scope: Scope,
): Problem {
  const extra =
    error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined;
  const path = (prefix + error.instancePath + (extra === undefined ? '' : `/${extra}`)).slice(1).split('/');
  const allowed =
    error.keyword === 'enum' ? ` (${(error.params.allowedValues as unknown[]).join(', ')})` : '';
  const named = path.join('.');
  const message = (what: string): string => `"${app.name}": ${named === '' ? 'the values' : named} ${what}`;
  const location = locationOf(app, path, scope);
  if (extra === undefined) {
    const what =
      error.keyword === 'false schema'
        ? 'is only allowed with another kind'
        : `${error.message ?? 'is wrong'}${allowed}`;
    return problem('bad-values', location, message(what), `the schema is ${schema.file}`);
  }
  const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
  if (isOfKubernetes(error))
    return problem(
      'bad-values',
      location,
      message('is not a field of Kubernetes there'),
      didYouMean(extra, known),
    );
  const version = schema.chart === app.chart.name ? ` ${app.chart.version}` : '';
  const hint = `${valueHint(extra, known, schema.schema)} (${schema.file})${beyond(app, schema)}`;
  return problem('bad-values', location, message(`is no value of the chart ${schema.chart}${version}`), hint);
}

/** Whether an error is about a part of a pod, which a chart passes on to Kubernetes. */
const isOfKubernetes = ({ parentSchema }: ErrorObject): boolean =>
  parentSchema !== undefined && isPartOfKubernetes(parentSchema);

/** Third-party charts honor more than they name. */
const beyond = ({ chart }: AppModel, { chart: name }: ValuesSchema): string =>
  chart.kind === 'first-party' || chart.name !== name
    ? ''
    : `; if the chart honors it without naming it, add it to schemas/upstream/${name}.additions.yaml`;

/** The environment, where it overrides what is wrong; else the app. */
function locationOf(app: AppModel, path: readonly string[], { environment }: Scope): SourceLocation {
  const index = environment.apps.override.findIndex(
    (override) => override.app === app.name && has(override.values, path),
  );
  if (index >= 0) return inside(environment.location, `apps.override[${index}].${path.join('.')}`);
  return inside(app.location, ['values', ...path].filter((part) => part !== '').join('.'));
}

function has(values: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  return (
    typeof values === 'object' &&
    values !== null &&
    Object.hasOwn(values, first) &&
    has((values as Record<string, unknown>)[first], rest)
  );
}
