import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from '../definition/app-reference.ts';
import type { Environment } from '../definition/environment.ts';
import type { Platform } from '../definition/platform.ts';
import { isApp } from '../definition/shape/app-shape.ts';
import { reachable } from '../model/import-graph.ts';
import type { DefinedApp, TextFile, Written, WrittenChart, WrittenEnvironment } from '../model/written.ts';
import { ProblemsError } from '../problem/errors.ts';
import { failure, gathering, problem, type Result, success } from '../problem/problem.ts';
import { definitionCode } from './definition-code.ts';
import { worldGuard } from './guarded-world.ts';
import { loadModule, type Module } from './load-module.ts';
import { entriesAt, isThere } from './read-files.ts';
import { readText } from './read-text.ts';
import { environmentFolders, missingFiles } from './required-files.ts';

/** Loads a repository: runs the code of its definitions and reads its text files. */
export async function load(root: string): Promise<Written> {
  const missing = missingFiles(root);
  if (missing.length > 0) throw new ProblemsError(missing);
  const { problems, take } = gathering();
  const rootUrl = `${pathToFileURL(root).href}/`;
  const code = definitionCode(root);
  const loaded = (file: string): Promise<Result<Module>> => loadModule(rootUrl, file, code);
  const folders = environmentFolders(root).filter((name) =>
    isThere(join(root, `environments/${name}/environment.ts`)),
  );
  const guard = worldGuard(rootUrl);
  const end = guard();
  const [platformModule, appsModule, ...environmentModules] = await Promise.all([
    loaded('environments/platform.ts'),
    loaded('apps/index.ts'),
    ...folders.map((name) => loaded(`environments/${name}/environment.ts`)),
  ]).finally(() => problems.push(...end()));
  const written = {
    root: rootUrl,
    guard,
    platform: take(exported<Platform>('platform', platformModule, 'environments/platform.ts')),
    apps: take(exportedApps(appsModule)),
    code,
    defined: appsModule?.ok ? await definedApps(code, loaded) : [],
    environments: folders.flatMap((folder, i): WrittenEnvironment[] => {
      const file = `environments/${folder}/environment.ts`;
      const environment = take(exported<Environment>('environment', environmentModules[i], file));
      const release = textFile(root, `environments/${folder}/release.yaml`);
      return environment ? [{ folder, environment, release }] : [];
    }),
    images: presentFile(root, 'images.yaml'),
    upstream: presentFile(root, 'charts/upstream.yaml'),
    charts: [...ownCharts(root), ...chartsIn(root, 'charts')],
    upstreamSchemas: filesIn(root, 'schemas/upstream', '.schema.json'),
    upstreamAdditions: filesIn(root, 'schemas/upstream', '.additions.yaml'),
    contracts: filesIn(root, 'schemas/contracts', '.yaml'),
    healthChecks: checksIn(root, 'apps/health'),
    commonHealthChecks: checksIn(root, 'generator/health'),
  };
  const { platform, apps } = written;
  if (problems.length > 0 || !platform || !apps) throw new ProblemsError(problems);
  return { ...written, platform, apps };
}

/** The apps that the files below the list of apps export. They are loaded already: asking again runs no code. */
async function definedApps(
  code: readonly TextFile[],
  loaded: (file: string) => Promise<Result<Module>>,
): Promise<DefinedApp[]> {
  const files = [...reachable(code, ['apps/index.ts'])].filter((file) => file.startsWith('apps/')).sort();
  const modules = await Promise.all(files.map(loaded));
  return files.flatMap((file, i) => {
    const module = modules[i];
    return Object.entries(module?.ok ? module.value : {})
      .filter((entry): entry is [string, App] => isApp(entry[1]))
      .map(([name, app]) => ({ file, name, app }));
  });
}

/** The one export of a module that `definePlatform` or `defineEnvironment` made. */
function exported<T extends { kind: string }>(
  kind: T['kind'],
  module: Result<Module> | undefined,
  file: string,
): Result<T> {
  if (!module?.ok) return module ?? failure([]);
  const found = Object.values(module.value).filter(
    (value): value is T =>
      typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === kind,
  );
  const [first] = found;
  if (first && found.length === 1) return success(first);
  const define = kind === 'platform' ? 'definePlatform' : 'defineEnvironment';
  const message =
    found.length === 0 ? `it exports no ${kind}` : `it exports ${found.length} of them, and must export one`;
  return failure([problem('definition-failed', { file }, message, `export const … = ${define}({ … })`)]);
}

function exportedApps(module: Result<Module> | undefined): Result<App[]> {
  if (!module?.ok) return module ?? failure([]);
  const list: unknown = module.value.apps;
  if (Array.isArray(list) && list.every(isApp)) return success(list as App[]);
  const location = { file: 'apps/index.ts', path: 'apps' };
  const hint = 'export const apps = [ … ], each made by defineApp; an undefined one was imported in a circle';
  return failure([problem('definition-failed', location, 'it must export apps, a list of apps', hint)]);
}

/** The charts that the generator brings. */
export const ownCharts = (root: string): WrittenChart[] => chartsIn(root, 'generator/charts');

const chartsIn = (root: string, folder: string): WrittenChart[] =>
  foldersIn(root, folder).flatMap((name) => chart(root, `${folder}/${name}`));

function chart(root: string, path: string): WrittenChart[] {
  const file = textFile(root, `${path}/Chart.yaml`);
  return file === null ? [] : [{ path, chart: file, schema: textFile(root, `${path}/values.schema.json`) }];
}

function filesIn(root: string, folder: string, ending: string): Record<string, TextFile> {
  const names = entriesAt(join(root, folder)).map(({ name }) => name);
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith(ending))
      .map((name) => [name.slice(0, -ending.length), presentFile(root, `${folder}/${name}`)]),
  );
}

/** Everything in a folder of health checks but notes and hidden files, for a name that is not read is a mistake. */
function checksIn(root: string, folder: string): Record<string, TextFile> {
  const entries = entriesAt(join(root, folder)).filter(({ name }) => !/^\.|\.md$/.test(name));
  return Object.fromEntries(
    entries.map((entry) => {
      const file = `${folder}/${entry.name}`;
      return entry.isDirectory()
        ? [`${entry.name}/`, { file, text: '' }]
        : [entry.name, presentFile(root, file)];
    }),
  );
}

const foldersIn = (root: string, folder: string): string[] =>
  entriesAt(join(root, folder)).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const presentFile = (root: string, file: string): TextFile => ({ file, text: readText(root, file) });

const textFile = (root: string, file: string): TextFile | null =>
  isThere(join(root, file)) ? presentFile(root, file) : null;
