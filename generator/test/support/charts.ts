import { join } from 'node:path';
import type { PlainObject } from '../../src/definition/plain.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { realPrograms } from '../../src/edge/verify/real-programs.ts';
import { type Manifest, manifestsOf } from '../../src/verify/manifest.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { repository } from '../../testing/program.ts';

/** What the generator computes for an app that talks to nobody. */
export const block = { app: 'web', partOf: 'demo', monitors: true, network: { pods: { app: 'web' } } };

const helm = obtain('helm', () => undefined);

/** The objects of one of the generator's own charts, or Helm's message thrown. */
export async function renderedChart(chart: string, values: PlainObject): Promise<readonly Manifest[]> {
  const programs = realPrograms({
    helm: await helm,
    kubeconform: '',
    glua: '',
    charts: null,
    schemaLocations: [],
    progress: () => undefined,
  });
  const folder = temporaryFolder();
  write(folder, { 'values.yaml': JSON.stringify({ platform: block, ...values }) });
  const result = await programs.render({
    chart: join(repository, 'generator/charts', chart),
    release: 'web',
    namespace: 'web',
    values: join(folder, 'values.yaml'),
    kubernetesVersion: '1.34',
  });
  if (!result.ok) throw new Error(result.message);
  return manifestsOf(result.text);
}
