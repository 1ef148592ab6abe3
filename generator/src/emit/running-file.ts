import type { EnvironmentModel } from '../model/model.ts';
import type { Running } from '../running/running.ts';
import { oneLine, yaml } from '../text/yaml.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';

/**
 * What runs, one line for each app: the diff of a promotion at a glance. `generate` reads it back to see that no app goes
 * that keeps data.
 */
export function runningFile(running: Running | null, environment: EnvironmentModel): File {
  const from = running?.from ?? environment.place.file;
  const apps = [...(running?.apps ?? [])].sort((a, b) => (a.node.name < b.node.name ? -1 : 1));
  const entries = apps.map(({ node: { name, chart, wave, keepsData }, commit }) => [
    name,
    oneLine({ version: chart.version, wave, keepsData, ...(commit !== null && { commit }) }),
  ]);
  return [
    `${paths.environment(environment)}/running.yaml`,
    yaml({ ...(environment.sample && { sample: true }), apps: Object.fromEntries(entries) }, from),
  ];
}
