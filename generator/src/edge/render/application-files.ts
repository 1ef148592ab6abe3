import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Application } from '../../candidates/application.ts';
import type { ApplicationFile } from '../../render/render-application.ts';
import { paths } from '../../tree/paths.ts';

/**
 * The Applications of an environment as they lie in a tree: those that run where it is pinned, else its candidates.
 * None where the tree has no such environment.
 */
export function applicationFilesIn(root: string, environment: string): ApplicationFile[] {
  const of = { name: environment };
  const folder = [paths.running(of), paths.candidate(of)]
    .map((path) => `${path}/applications`)
    .find((path) => existsSync(join(root, path)));
  if (folder === undefined) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      app: name.slice(0, -'.yaml'.length),
      file: `${folder}/${name}`,
      application: parse(readFileSync(join(root, folder, name), 'utf8')) as Application,
    }));
}
