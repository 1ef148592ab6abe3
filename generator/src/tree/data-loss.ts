import { parse } from 'yaml';
import { inside } from '../problem/location.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';
import type { Files } from './files.ts';

/** What of the model decides whether an app may go. */
export interface Keepers {
  readonly platform: { readonly retired: readonly string[] };
  readonly environments: readonly {
    readonly name: string;
    readonly location: SourceLocation;
    readonly retired: readonly string[];
  }[];
}

const listPath = /^environments\/([^/]+)\/generated\/running\.yaml$/;

/** Whether a file lists what runs in an environment, and which of it is stateful. */
export const isList = (path: string): boolean => listPath.test(path);

/**
 * A stateful app may only be removed when its environment says `retired`. `known` has the lists of what runs, as
 * committed and as they lie in the tree, so that emptying the folder hides nothing.
 */
export function dataLosses(
  wanted: Files,
  known: ReadonlyMap<string, readonly string[]>,
  keepers: Keepers,
): Problem[] {
  return [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, texts]) => {
      const [, environment = ''] = path.match(listPath) ?? [];
      const stays = appsIn(wanted.get(path) ?? 'apps: {}');
      const kept = new Set(texts.flatMap(keepingData));
      return [...kept]
        .sort()
        .filter((app) => !stays.has(app))
        .flatMap((app) => loss(environment, app, path, keepers));
    });
}

function loss(
  environment: string,
  app: string,
  path: string,
  { platform, environments }: Keepers,
): Problem[] {
  const keeper = environments.find(({ name }) => name === environment);
  if (keeper?.retired.includes(app) || (!keeper && platform.retired.includes(environment))) return [];
  const message = `${environment}: the Application of "${app}" would be removed, and it is stateful (${path})`;
  if (!keeper) {
    const location = { file: 'environments/platform.ts', path: 'retired' };
    return [
      problem(
        'data-removed',
        location,
        message,
        `if the whole environment is retired, write retired: ['${environment}']`,
      ),
    ];
  }
  const hint = `if that is meant, write apps: { retired: ['${app}'] }; if it was renamed, its data is not moved`;
  return [problem('data-removed', inside(keeper.location, 'apps.retired'), message, hint)];
}

type List = Readonly<Record<string, { readonly keepsData?: boolean } | null>>;

/** The apps of a list; none of a sample, which deploys nothing. */
function listIn(text: string): List {
  try {
    const { apps, sample } = (parse(text) ?? {}) as { apps?: List; sample?: boolean };
    return sample === true ? {} : (apps ?? {});
  } catch {
    return {};
  }
}

const appsIn = (text: string): Set<string> => new Set(Object.keys(listIn(text)));

/** What a list does not say is taken to keep data: the safe guess. */
function keepingData(text: string): string[] {
  return Object.entries(listIn(text)).flatMap(([app, entry]) => (entry?.keepsData === false ? [] : [app]));
}
