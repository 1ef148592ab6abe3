/**
 * The places that `generate` may write, change and delete in: the `generated/` of `environments/` and of each
 * environment, the JSON Schemas of our YAML files, and files named `*.gen.*` below `schemas/`. What people wrote there
 * all the same stays: see `foreignFiles`.
 */
const writable = [
  /^environments\/(?:[^/]+\/)?generated\/.+/,
  /^schemas\/definitions\/[^/]+\.schema\.json$/,
  /^schemas\/(?:[^/]+\/)*[^/]+\.gen\.[a-z]+$/,
];

/** Folders to look for such files in. */
export const writableFolders = ['environments', 'schemas'] as const;

/** Whether a path, relative to the root and with forward slashes, is one that may be written. */
export function isWritable(path: string): boolean {
  return !path.split('/').includes('..') && writable.some((pattern) => pattern.test(path));
}

/** Whether a path belongs to one environment alone. */
export const belongsTo = (environment: string, path: string): boolean =>
  path.startsWith(`environments/${environment}/generated/`);

/** Narrows files to those of one environment; leaves all of them where none is named. */
export function filesOf(
  environment: string | undefined,
): <T>(files: ReadonlyMap<string, T>) => ReadonlyMap<string, T> {
  return (files) =>
    environment === undefined ? files : new Map([...files].filter(([path]) => belongsTo(environment, path)));
}

/** Name of the file that a write goes to before it is renamed; what is left of an interrupted run is recognized. */
export const temporaryName = (name: string): string => `.${name}.generate.tmp`;
export const isTemporary = (path: string): boolean => /(^|\/)\.[^/]+\.generate\.tmp$/.test(path);

/** What operating systems and editors drop into every folder: nobody's file, and none of ours. */
export const isDropping = (path: string): boolean =>
  /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\.[^/]+\.sw[a-p]|\.#[^/]+|[^/]+~)$/.test(path);
