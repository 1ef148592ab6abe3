import type { EnvironmentModel } from '../model/model.ts';
import type { File } from './files.ts';
import { paths } from './names.ts';
import type { Running } from './running.ts';
import { yaml } from './yaml.ts';

/**
 * What runs, one short entry for each app: the diff of a promotion at a glance. `generate` reads it back to see that no
 * app goes that keeps data.
 */
export function runningFile(running: Running | null, environment: EnvironmentModel): File {
  const from = running?.from ?? environment.place.file;
  const apps = [...(running?.apps ?? [])].sort((a, b) => (a.node.name < b.node.name ? -1 : 1));
  const entries = apps.map(({ node: { name, chart, wave, keepsData }, commit }) => [
    name,
    { version: chart.version, wave, ...(commit !== null && { commit }), keepsData },
  ]);
  return [
    `${paths.environment(environment)}/running.yaml`,
    yaml({ ...(environment.sample && { sample: true }), apps: Object.fromEntries(entries) }, from),
  ];
}
