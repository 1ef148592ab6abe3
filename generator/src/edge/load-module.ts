import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { placesIn } from '../definition/call-site.ts';
import { codeHint } from '../model/code-hint.ts';
import { relative } from '../model/definition-location.ts';
import type { TextFile } from '../model/written.ts';
import {
  failure,
  type Problem,
  problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';
import { thrownText } from '../problem/thrown-text.ts';

/** What definitions import the generator by. */
const generator = '#generator';

/** Definitions of any repository get this generator, wherever they lie and whatever package they belong to. */
export function provideGenerator(): void {
  const url = new URL('../index.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === generator
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}

export type Module = Readonly<Record<string, unknown>>;

/** Imports a module of the repository. Whatever its code throws is its author's mistake and has a location. */
export async function loadModule(
  rootUrl: string,
  file: string,
  code: readonly TextFile[],
): Promise<Result<Module>> {
  try {
    return success((await import(new URL(file, rootUrl).href)) as Module);
  } catch (error) {
    return failure([loadProblem(error, rootUrl, file, code)]);
  }
}

function loadProblem(error: unknown, rootUrl: string, file: string, code: readonly TextFile[]): Problem {
  const thrown = error instanceof Error ? error : new Error(thrownText(error));
  const message = (thrown.message.split('\n')[0] ?? '').replaceAll(fileURLToPath(rootUrl), '');
  // What imports a file that is not there stands in the message only.
  const importer = message.match(/ imported from (\S+)$/)?.[1];
  const location = siteOf(thrown, rootUrl) ?? { file: importer ?? file };
  const hint = codeHint({ name: thrown.name, message }, location.file, code);
  return problem('definition-failed', location, `${thrown.name}: ${message}`, hint);
}

/** The first place of the repository that the stack names: for syntax errors its first line, else a frame. */
function siteOf(error: Error, rootUrl: string): SourceLocation | undefined {
  // Of a syntax error, Node names the file first, some by its path and some by its URL.
  const stack = (error.stack ?? '').replace(
    /^(\/.+?)(:\d+)$/m,
    (_, path, line) => `${pathToFileURL(path)}${line}`,
  );
  const [place] = placesIn(stack).filter(
    ({ url }) => url.startsWith(rootUrl) && !url.startsWith(`${rootUrl}generator/src/`),
  );
  if (place === undefined) return undefined;
  const { url, ...rest } = place;
  return { file: relative(rootUrl, url), ...rest };
}
