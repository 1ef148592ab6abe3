import type { EnvironmentModel } from '../model/model.ts';
import type { Running } from '../running/running.ts';
import { yaml } from '../text/yaml.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';

/**
 * What runs, one line for each app: the diff of a promotion at a glance. `generate` reads it back to see that no stateful
 * app is removed.
 */
export function runningFile(running: Running | null, environment: EnvironmentModel): File {
  const from = running?.from ?? environment.location.file;
  const apps = [...(running?.apps ?? [])].sort((a, b) => (a.node.name < b.node.name ? -1 : 1));
  const entries = apps.map(({ node: { name, wave, keepsData }, commit }) => [
    name,
    { wave, keepsData, ...(commit !== null && { commit }) },
  ]);
  return [
    `${paths.environment(environment)}/running.yaml`,
    yaml({ ...(environment.sample && { sample: true }), apps: Object.fromEntries(entries) }, from, [
      'apps.*',
    ]),
  ];
}
