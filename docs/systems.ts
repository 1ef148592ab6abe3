import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, repository, rowsIn, sampleModel } from '#testing';

/** An app of the platform, wherever it is part of an environment. */
interface Standing {
  readonly name: string;
  readonly seed: readonly string[];
  readonly layer: string;
  readonly chart: string;
  readonly clouds: readonly string[];
}

const kinds = ['aws', 'azure', 'gcp', 'local'];

/** Every app in environments of every cloud and size, each once. */
export async function standing(): Promise<Standing[]> {
  const { environments } = await sampleModel();
  const found = environments.flatMap((environment) => environment.apps.map((app) => ({ app, environment })));
  return [...Map.groupBy(found, ({ app }) => app.name)].map(([name, places]) => {
    const [{ app } = { app: undefined }] = places;
    if (app === undefined) throw new Error(`no environment has ${name}`);
    return {
      name,
      seed: app.seed,
      layer: app.layer,
      chart: app.chart.name,
      clouds: kinds.filter((kind) => places.some(({ environment }) => environment.cloud.kind === kind)),
    };
  });
}

/** Files of tests with real programs, by the systems that they are about. */
const programs = rowsIn(read(repository, 'docs/checks.md')).map(([names = '', , , , file = '']) => ({
  systems: names.split(', '),
  file: `${file.replaceAll('`', '')}.test.ts`,
}));

function cellsOf(app: Standing, system: string): string[] {
  const read = programs.filter((program) => program.systems.includes(system));
  return [
    `\`${app.name}\``,
    app.chart,
    app.layer,
    app.clouds.length === kinds.length ? 'all' : app.clouds.join(', '),
    ['verify', ...read.map(({ file }) => `[program](${file})`)].join(', '),
  ];
}

const head = ['system', 'app', 'chart', 'layer', 'clouds', 'checked by'];
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Systems of the overview, in the order of the page that says why each is what it is. */
export const systems = rowsIn(read(repository, 'docs/systems.md')).map(([system = '']) => system);

/** The table of the README: for each system, every app that stands for it. */
export async function systemsTable(): Promise<string> {
  const apps = await standing();
  const rows = systems.flatMap((system) => {
    const own = apps.filter(({ seed }) => seed.includes(system));
    return own.map((app, i) => line([i === 0 ? system : '', ...cellsOf(app, system)]));
  });
  return [line(head), line(head.map(() => '---')), ...rows].join('\n');
}

const section = /(?<=\n## Systems\n[^|]*)\|.*?(?=\n\n## )/s;

/** The README with its table as it should be. */
export const readmeWith = (table: string): string =>
  read(repository, 'README.md').replace(section, () => table);

if (import.meta.main) writeFileSync(join(repository, 'README.md'), readmeWith(await systemsTable()));
