import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from '../definition/app-reference.ts';
import type { Environment } from '../definition/environment.ts';
import type { Platform } from '../definition/platform.ts';
import { isApp } from '../definition/shape/app-shape.ts';
import type { TextFile, Written, WrittenChart, WrittenEnvironment } from '../model/written.ts';
import { ProblemsError } from '../problem/errors.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { loadModule } from './load-module.ts';

/** Loads a repository: runs the code of its definitions and reads its text files. */
export async function load(root: string): Promise<Written> {
  const problems: Problem[] = [];
  const rootUrl = `${pathToFileURL(root).href}/`;
  const folders = foldersIn(root, 'environments').filter((name) =>
    existsSync(join(root, `environments/${name}/environment.ts`)),
  );
  const [platformModule, appsModule, ...environmentModules] = await Promise.all([
    loadModule(rootUrl, 'environments/platform.ts', problems),
    loadModule(rootUrl, 'apps/index.ts', problems),
    ...folders.map((name) => loadModule(rootUrl, `environments/${name}/environment.ts`, problems)),
  ]);
  const written = {
    root: rootUrl,
    platform: exported<Platform>('platform', platformModule, 'environments/platform.ts', problems),
    apps: exportedApps(appsModule, problems),
    environments: folders.map((folder, i): WrittenEnvironment | undefined => {
      const file = `environments/${folder}/environment.ts`;
      const environment = exported<Environment>('environment', environmentModules[i], file, problems);
      return (
        environment && { folder, environment, release: textFile(root, `environments/${folder}/release.yaml`) }
      );
    }),
    images: required(root, 'images.yaml', problems),
    upstream: required(root, 'charts/upstream.yaml', problems),
    charts: [...ownCharts(root), ...chartsIn(root, 'charts')],
    upstreamSchemas: filesIn(root, 'schemas/upstream', '.schema.json'),
    upstreamAdditions: filesIn(root, 'schemas/upstream', '.additions.yaml'),
    healthChecks: filesIn(root, 'apps/health', '.lua'),
    commonHealthChecks: filesIn(root, 'generator/health', '.lua'),
  };
  const { platform, images, upstream } = written;
  if (problems.length > 0 || !platform || !images || !upstream) throw new ProblemsError(problems);
  const environments = written.environments.filter((each) => each !== undefined);
  return { ...written, platform, images, upstream, environments };
}

type Module = Record<string, unknown> | undefined;

/** The one export of a module that `definePlatform` or `defineEnvironment` made. */
function exported<T extends { kind: string }>(
  kind: T['kind'],
  module: Module,
  file: string,
  problems: Problem[],
): T | undefined {
  if (module === undefined) return undefined;
  const found = Object.values(module).filter(
    (value): value is T =>
      typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === kind,
  );
  if (found.length === 1) return found[0];
  const define = kind === 'platform' ? 'definePlatform' : 'defineEnvironment';
  const message =
    found.length === 0 ? `it exports no ${kind}` : `it exports ${found.length} of them, and must export one`;
  problems.push(problem('definition-failed', { file }, message, `export const … = ${define}({ … })`));
  return undefined;
}

function exportedApps(module: Module, problems: Problem[]): App[] {
  if (module === undefined) return [];
  const list: unknown = module.apps;
  if (Array.isArray(list) && list.every(isApp)) return list as App[];
  const hint = 'export const apps = [ … ], each made by defineApp; an undefined one was imported in a circle';
  problems.push(
    problem(
      'definition-failed',
      { file: 'apps/index.ts', path: 'apps' },
      'it must export apps, a list of apps',
      hint,
    ),
  );
  return [];
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
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith(ending))
      .map((name) => {
        const file = `${folder}/${name}`;
        return [name.slice(0, -ending.length), { file, text: readFileSync(join(root, file), 'utf8') }];
      }),
  );
}

function foldersIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function textFile(root: string, file: string): TextFile | null {
  return existsSync(join(root, file)) ? { file, text: readFileSync(join(root, file), 'utf8') } : null;
}

function required(root: string, file: string, problems: Problem[]): TextFile | undefined {
  const found = textFile(root, file);
  if (found) return found;
  problems.push(
    problem('bad-yaml', { file }, 'the file is missing', 'is this the root of a repository? see --root'),
  );
  return undefined;
}
