import { longestLabel, longestName } from '../definition/format/kubernetes-name.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem, shownIn } from '../problem/problem.ts';
import { applicationName, appsOf } from './check-environments.ts';
import type { CheckedApp, Definitions } from './definitions.ts';

/** Characters that Helm permits for the name of a release, which is that of its app. */
const longestRelease = 53;

/** Names that are put together of several, each of which may be short enough by itself. */
export function checkComposedNames({ platform, environments, apps }: Definitions): Problem[] {
  return [
    ...apps.flatMap(({ name, location }) =>
      tooLong(`the Helm release "${name}"`, name, longestRelease).map((message) =>
        problem('bad-shape', inside(location, 'name'), message, 'give the app a shorter name'),
      ),
    ),
    ...environments.flatMap((environment) =>
      appsOf(environment, apps).flatMap((app) => {
        const name = applicationName(platform.name, environment, app.name);
        const messages = [
          ...namespacesOf(app).flatMap((namespace) =>
            tooLong(
              `the namespace "${environment.namespacePrefix}${namespace}"`,
              environment.namespacePrefix + namespace,
              longestLabel,
            ),
          ),
          ...tooLong(`the Application "${name}"`, name, longestName),
        ];
        const hint = `shorten it in the app, or namespacePrefix in ${environment.location.file}`;
        return messages.map((message) =>
          shownIn(environment.name, problem('bad-shape', inside(app.location, 'namespace'), message, hint)),
        );
      }),
    ),
  ];
}

const namespacesOf = ({ namespace, extraNamespaces }: CheckedApp): string[] => [
  namespace,
  ...extraNamespaces,
];

const tooLong = (what: string, name: string, most: number): string[] =>
  name.length <= most ? [] : [`${what} would have ${name.length} characters, and may have ${most}`];
