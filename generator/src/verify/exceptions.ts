import type { Exception } from '../definition/shape/app-shape.ts';
import type { AppModel, EnvironmentModel } from '../model/model.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem, shownIn } from '../problem/problem.ts';
import type { Finding } from './checks/check.ts';
import type { RenderedApp } from './rendered.ts';

/** Findings as problems of the app's definition, without those that the app is excused from. */
export function problemsOf(findings: readonly Finding[]): Problem[] {
  return findings
    .filter((finding) => !finding.rendered.app.exceptions.some((exception) => excuses(exception, finding)))
    .map(({ code, rendered: { app, environment }, manifest, message, hint }) => {
      const object = manifest === null ? '' : ` ${objectOf(manifest)}`;
      return shownIn(
        environment.name,
        problem(code, app.location, `"${app.name}":${object} ${message}`, hint),
      );
    });
}

/** Exceptions that excuse nothing in any environment, of apps that were rendered in all of theirs. */
export function unusedExceptions(
  findings: readonly Finding[],
  rendered: readonly RenderedApp[],
  environments: readonly EnvironmentModel[],
): Problem[] {
  const models = new Map(environments.flatMap(({ apps }) => apps.map((app) => [app.name, app] as const)));
  const wasRendered = ({ name }: AppModel): boolean =>
    environments
      .filter(({ apps }) => apps.some((app) => app.name === name))
      .every((environment) =>
        rendered.some((other) => other.environment === environment && other.app.name === name),
      );
  return [...models.values()].filter(wasRendered).flatMap((app) =>
    app.exceptions.flatMap((exception, i) => {
      const used = findings.some(
        (finding) => finding.rendered.app.name === app.name && excuses(exception, finding),
      );
      return used ? [] : [unused(app, exception, i)];
    }),
  );
}

function unused({ name, location }: AppModel, { code, object }: Exception, index: number): Problem {
  const about = object === undefined ? '' : ` for ${object}`;
  const message = `"${name}" is excused from ${code}${about}, and does nothing that this would excuse`;
  return problem('unused-exception', inside(location, `exceptions[${index}]`), message, 'remove it');
}

const excuses = ({ code, object }: Exception, found: Finding): boolean =>
  code === found.code && (object === undefined || placesOf(found).includes(object));

/** Everything that an exception may call what a finding is about: its object, or one container of it. */
function placesOf({ manifest, container }: Finding): string[] {
  if (manifest === null) return [];
  const object = objectOf(manifest);
  return container === undefined ? [object] : [object, `${object}/${container}`];
}

const objectOf = ({ kind, name }: { kind: string; name: string }): string => `${kind}/${name}`;
