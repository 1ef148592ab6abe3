import { additions as shape } from '../definition/shape/additions-shape.ts';
import type { UpstreamShape } from '../definition/shape/upstream-shape.ts';
import { entryOf } from '../problem/entry-of.ts';
import { didYouMean } from '../problem/nearest.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import { withAdditions } from '../upstream/apply-additions.ts';
import { versionIn } from '../upstream/derive.ts';
import type { UpstreamSchema } from './chart-model.ts';
import { readSchema } from './read-charts.ts';
import { readYaml } from './read-yaml.ts';
import type { Written } from './written.ts';

type WrittenSchemas = Pick<Written, 'upstreamSchemas' | 'upstreamAdditions'>;

/** The values schemas of third-party charts: what was derived from each, and what people know of it beyond that. */
export function readUpstreamSchemas(written: WrittenSchemas): Result<Record<string, UpstreamSchema>> {
  const { upstreamSchemas, upstreamAdditions } = written;
  const problems = strayAdditions(written);
  const schemas = new Map<string, UpstreamSchema>();
  for (const [key, file] of Object.entries(upstreamSchemas)) {
    const derived = readSchema(key, file);
    const beyond = entryOf(upstreamAdditions, key);
    const read = beyond === undefined ? success({ additions: {} }) : readYaml(beyond, shape);
    if (!derived.ok || !read.ok) {
      problems.push(...(derived.ok ? [] : derived.problems), ...(read.ok ? [] : read.problems));
      continue;
    }
    const added = withAdditions(derived.value.schema, read.value.additions, beyond?.file ?? '');
    problems.push(...added.problems);
    schemas.set(key, { ...derived.value, schema: added.schema, derived: derived.value.schema });
  }
  return problems.length > 0 ? failure(problems) : success(Object.fromEntries(schemas));
}

function strayAdditions({ upstreamSchemas, upstreamAdditions }: WrittenSchemas): Problem[] {
  return Object.entries(upstreamAdditions)
    .filter(([key]) => !Object.hasOwn(upstreamSchemas, key))
    .map(([key, { file }]) => {
      const message = `there is no schemas/upstream/${key}.schema.json that it could add to`;
      return problem(
        'bad-upstream-schema',
        { file },
        message,
        `npm run charts -- ${key} derives one from the chart`,
      );
    });
}

/** A schema that was derived from another version than the one that runs says nothing about it. */
export function checkUpstreamSchemas(
  schemas: Readonly<Record<string, UpstreamSchema>>,
  upstream: UpstreamShape['charts'],
): Problem[] {
  return Object.entries(schemas).flatMap(([key, { file, schema }]) => {
    const location = { file, path: 'x-version' };
    const entry = entryOf(upstream, key);
    if (entry === undefined) {
      const message = `there is no chart "${key}" in charts/upstream.yaml`;
      const hint = `${didYouMean(key, Object.keys(upstream))}; where the chart is gone, npm run charts removes the file`;
      return [problem('bad-upstream-schema', location, message, hint)];
    }
    const version = versionIn(schema);
    if (version === entry.version) return [];
    const message = `it was derived from ${key} ${version ?? 'of no version'}; charts/upstream.yaml says ${entry.version}`;
    return [problem('bad-upstream-schema', location, message, `npm run charts -- ${key}`)];
  });
}
