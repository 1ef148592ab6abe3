import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Application } from '../../candidates/application.ts';
import { argocd } from '../../candidates/resource-names.ts';
import type { ApplicationFile } from '../../render/render-application.ts';
import { paths } from '../../tree/paths.ts';
import { textAt } from '../read-files.ts';

/** Candidates of an app in two trees; null where one has none. */
export interface ChangedApplication {
  readonly app: string;
  readonly before: ApplicationFile | null;
  readonly after: ApplicationFile | null;
}

/** The apps of an environment whose Application or values differ between two trees, byte by byte. */
export function changedApplications(
  before: string,
  after: string,
  environment: string,
): ChangedApplication[] {
  const names = [...new Set([before, after].flatMap((root) => appsIn(root, environment)))].sort();
  return names
    .filter((app) => filesOf(environment, app).some((path) => textIn(before, path) !== textIn(after, path)))
    .map((app) => ({
      app,
      before: applicationIn(before, environment, app),
      after: applicationIn(after, environment, app),
    }));
}

/** The wave of an Application; null in the last layer, undefined where there is none. */
export function waveOf(file: ApplicationFile | null): number | null | undefined {
  if (file === null) return undefined;
  const wave = file.application.metadata.annotations[argocd.wave];
  return wave === undefined ? null : Number(wave);
}

const candidate = (environment: string): string => paths.candidate({ name: environment });

const applicationPath = (environment: string, app: string): string =>
  `${candidate(environment)}/applications/${app}.yaml`;

const filesOf = (environment: string, app: string): string[] => [
  applicationPath(environment, app),
  ...Object.values(paths.values({ name: app }, { name: environment })),
];

function appsIn(root: string, environment: string): string[] {
  const folder = join(root, candidate(environment), 'applications');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length));
}

function applicationIn(root: string, environment: string, app: string): ApplicationFile | null {
  const file = applicationPath(environment, app);
  const text = textIn(root, file);
  return text === null ? null : { app, file, application: parse(text) as Application };
}

const textIn = (root: string, path: string): string | null => textAt(join(root, path));
