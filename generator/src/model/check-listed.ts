import { type Problem, problem } from '../problem/problem.ts';
import { exportedNames } from './code-hint.ts';
import { locationOf } from './definition-location.ts';
import { importedNames, importPath, reachable, uncommented } from './import-graph.ts';
import type { TextFile, Written } from './written.ts';

const list = 'apps/index.ts';
const isTest = (path: string): boolean => /\.test\.[mc]?[jt]s$/.test(path);
const isDefinition = (path: string): boolean =>
  path === list || path === 'environments/platform.ts' || /^environments\/[^/]+\/environment\.ts$/.test(path);

/** The code that `generate` runs: what the list of apps, the environments and the platform import. */
export const reachedCode = (code: readonly TextFile[]): Set<string> =>
  reachable(code, code.map(({ file }) => file).filter(isDefinition));

/** What nobody lists is never deployed, and nobody would say so. */
export function checkListed({
  root,
  apps,
  code,
  defined,
}: Pick<Written, 'root' | 'apps' | 'code' | 'defined'>): Problem[] {
  const reached = reachedCode(code);
  const tested = reachable(code, code.map(({ file }) => file).filter(isTest));
  const unread = code.filter(
    (file) =>
      !reached.has(file.file) && (!tested.has(file.file) || definesApp(file, code)) && !isTest(file.file),
  );
  return [
    ...unread.map((file) => unreadFile(file, code)),
    ...defined
      .filter(({ app }) => !apps.includes(app))
      .map(({ file, name, app }) =>
        problem(
          'unlisted',
          locationOf(root, app.site, file),
          `the app "${app.name}" is not in the list of ${list}, so no environment deploys it`,
          `${importHint(name, file)}; or delete its definition`,
        ),
      ),
  ];
}

function unreadFile(file: TextFile, code: readonly TextFile[]): Problem {
  const location = { file: file.file };
  if (/\bdefineEnvironment\s*\(/.test(uncommented(file.text)))
    return problem(
      'unlisted',
      location,
      'it defines an environment, and environments are read from environments/<name>/environment.ts',
      'move it there',
    );
  if (!definesApp(file, code))
    return problem('unlisted', location, 'nothing imports it', 'import it where it is needed, or delete it');
  const [name] = exportedNames(file);
  return problem(
    'unlisted',
    location,
    `it defines an app that is not in the list of ${list}, so no environment deploys it`,
    `${name === undefined ? `export it, and list it in ${list}` : importHint(name, file.file)}; or delete the file`,
  );
}

const importHint = (name: string, file: string): string =>
  `import { ${name} } from '${importPath(list, file)}' there and add ${name} to the list`;

/** Whether a file makes an app, itself or with a function of another file that does. */
function definesApp(file: TextFile, code: readonly TextFile[]): boolean {
  const text = uncommented(file.text);
  if (/\bdefineApp\s*[<(]/.test(text)) return true;
  const made = [...text.matchAll(/^export const \w+ = (\w+)\(/gm)].map(([, maker]) => maker);
  return importedNames(file)
    .filter(({ name }) => made.includes(name))
    .some(({ from }) => code.some((other) => other.file === from && /\bdefineApp\s*[<(]/.test(other.text)));
}
