import * as app from '../definition/app.ts';
import * as chart from '../definition/chart.ts';
import * as environment from '../definition/environment.ts';
import * as output from '../definition/output.ts';
import * as platform from '../definition/platform.ts';
import * as secret from '../definition/secret.ts';
import { nearest } from '../problem/nearest.ts';
import { importedNames, importPath, uncommented } from './import-graph.ts';
import { joinedPath } from './joined-path.ts';
import type { TextFile } from './written.ts';

/**
 * What the author of a definition most likely meant, from what JavaScript says about the code. `file` is where it
 * says it, `code` every definition of the repository, and `given` what the function that failed receives.
 */
export function codeHint(
  { message }: Error,
  file: string,
  code: readonly TextFile[],
  given: readonly string[] = [],
): string | undefined {
  const here = code.find((candidate) => candidate.file === file) ?? { file, text: '' };
  const unknown = message.match(/^(\w+) is not defined$/)?.[1];
  if (unknown !== undefined) return unknownName(unknown, here, code, given);
  const early = message.match(/^Cannot access '(\w+)' before initialization$/)?.[1];
  if (early !== undefined) return earlyName(early, here);
  const [, target = '', name] = message.match(/module '(.+)' does not provide an export named '(\w+)'/) ?? [];
  if (name !== undefined) return missingExport(name, joinedPath(folderOf(file), target), code);
  const missing = message.match(
    /Cannot find (?:module|package) '(.+?)'|directory import '(.+?)'|specifier "(.+?)"/i,
  );
  if (missing) return missingModule(missing[1] ?? missing[2] ?? missing[3] ?? '', file, code);
  return undefined;
}

/** What definitions may import from the generator. */
const ofGenerator = [app, chart, environment, output, platform, secret].flatMap((module) =>
  Object.keys(module),
);

const fromGenerator = (name: string): string => `import { ${name} } from '#generator'`;

const folderOf = (file: string): string => file.split('/').slice(0, -1).join('/');

/** Names that a file exports, as far as they are declared there. */
export const exportedNames = ({ text }: TextFile): string[] =>
  [...uncommented(text).matchAll(/^export (?:const|function|class|let) (\w+)/gm)].map(
    ([, name = '']) => name,
  );

const declared = ({ text }: TextFile): string[] =>
  [...uncommented(text).matchAll(/\b(?:const|function|class|let) (\w+)/g)].map(([, name = '']) => name);

function unknownName(
  name: string,
  here: TextFile,
  code: readonly TextFile[],
  given: readonly string[],
): string | undefined {
  if (given.includes(name)) return `the function receives it: write ({ ${name}, … }) => in front`;
  if (new RegExp(`\\bimport type \\{[^}]*\\b${name}\\b`).test(here.text))
    return `it is imported as a type; import it without the word type`;
  if (ofGenerator.includes(name)) return fromGenerator(name);
  const home = code.find((file) => file !== here && exportedNames(file).includes(name));
  if (home) return importOf(name, here.file, home.file);
  const close = nearest(name, [...importedNames(here).map((imported) => imported.name), ...declared(here)]);
  if (close !== undefined) return `did you mean ${close}?`;
  const far = nearest(name, code.flatMap(exportedNames));
  const owner = code.find((file) => far !== undefined && exportedNames(file).includes(far));
  if (far !== undefined && owner) return `did you mean ${far}? ${importOf(far, here.file, owner.file)}`;
  return undefined;
}

/** The line that imports a name of one file in another. */
export const importOf = (name: string, file: string, home: string): string =>
  `import { ${name} } from '${importPath(file, home)}'`;

function earlyName(name: string, here: TextFile): string {
  return declared(here).includes(name)
    ? `${name} is declared further down; move it up`
    : 'do two definitions import each other? use uses for one of the edges';
}

function missingExport(name: string, path: string, code: readonly TextFile[]): string | undefined {
  const target = code.find(({ file }) => file === path);
  if (target === undefined) return ofGenerator.includes(name) ? fromGenerator(name) : undefined;
  if (declared(target).includes(name)) return `write export in front of ${name} in ${path}`;
  const exported = exportedNames(target);
  const close = nearest(name, exported) ?? (exported.length === 1 ? exported[0] : undefined);
  return close === undefined
    ? `${path} exports ${exported.join(', ') || 'nothing'}`
    : `did you mean ${close}?`;
}

/** `specifier` is as it stands in the import, or a path from the root. */
function missingModule(specifier: string, file: string, code: readonly TextFile[]): string | undefined {
  const paths = code.map((other) => other.file);
  const typescript = `${specifier.replace(/\.js$/, '')}.ts`;
  if (paths.includes(typescript)) return `imports name the file: '${importPath(file, typescript)}'`;
  const inside = paths.find((path) => path.startsWith(`${specifier}/`));
  if (inside !== undefined) return `imports name a file, as in '${importPath(file, inside)}'`;
  const close = nearest(specifier, [...paths, '#generator']);
  if (close !== undefined) return `did you mean '${close.includes('/') ? importPath(file, close) : close}'?`;
  return specifier.includes('/') ? undefined : "definitions import each other and '#generator'";
}
