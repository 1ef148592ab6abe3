import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '../problem/problem.ts';

/** Files that every platform has, each with the least that has to be in it. */
const required = {
  'environments/platform.ts': 'export const platform = definePlatform({ … })',
  'apps/index.ts': 'export const apps: readonly App[] = [], and each app of the platform in that list',
  'images.yaml': 'images: {}',
  'charts/upstream.yaml': 'charts: {}',
} as const;

/** What has to be there before anything can be read. */
export function missingFiles(root: string): Problem[] {
  const has = (file: string): boolean => existsSync(join(root, file));
  if (!has('environments/platform.ts') && !has('apps/index.ts')) return [noPlatform(root)];
  return [
    ...Object.entries(required)
      .filter(([file]) => !has(file))
      .map(([file, least]) => missing(file, 'the file is missing', `or write it, with at least: ${least}`)),
    ...environmentFolders(root).flatMap((folder) => withoutDefinition(root, folder)),
  ];
}

/** Folders below `environments/`. */
export function environmentFolders(root: string): string[] {
  return readdirSync(join(root, 'environments'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** A folder that has only generated files is what is left of an environment, or what all of them share. */
function withoutDefinition(root: string, folder: string): Problem[] {
  if (folder === 'generated') return [];
  const written = readdirSync(join(root, 'environments', folder)).filter((name) => name !== 'generated');
  if (written.length === 0 || written.includes('environment.ts')) return [];
  const file = `environments/${folder}/environment.ts`;
  const code = written.find((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  if (code !== undefined)
    return [
      problem('missing-file', { file }, 'the file is missing', `rename ${code} beside it to environment.ts`),
    ];
  return [
    missing(
      file,
      'the file is missing',
      'or delete the folder; environments lie directly below environments/',
    ),
  ];
}

const missing = (file: string, message: string, otherwise: string): Problem =>
  problem('missing-file', { file }, message, `get it back with git restore ${file}, ${otherwise}`);

function noPlatform(root: string): Problem {
  const [one, other] = Object.keys(required);
  const message = `no platform is defined in ${root}: it has neither ${one} nor ${other}`;
  const above = folderAbove(root);
  const hint =
    above === undefined
      ? 'name the root of the repository with --root; npm run new -- platform NAME begins a new platform'
      : `did you mean --root ${above}?`;
  return problem('missing-file', { file: one ?? '' }, message, hint);
}

/** The nearest folder further up that has a platform. */
function folderAbove(folder: string): string | undefined {
  const parent = dirname(folder);
  if (parent === folder) return undefined;
  return existsSync(join(parent, 'environments/platform.ts')) ? parent : folderAbove(parent);
}
