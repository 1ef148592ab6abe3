import { parse } from 'yaml';
import { ProblemsError } from '../problem/errors.ts';
import { inside } from '../problem/place.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import type { Files } from './changes.ts';

/** What of the model decides whether an app may go. */
export interface Keepers {
  readonly platform: { readonly retired: readonly string[] };
  readonly environments: readonly {
    readonly name: string;
    readonly place: Place;
    readonly retired: readonly string[];
  }[];
}

const planPath = /^environments\/([^/]+)\/generated\/candidate\/plan\/([^/]+)\.yaml$/;

/** The plan files among some paths: those say which Applications keep data. */
export const isPlan = (path: string): boolean => planPath.test(path);

/**
 * An app that keeps data may only go when its environment says `retired`. `plans` holds the plan files that nothing
 * wants any more, as committed or as they lie in the tree, so that emptying the folder hides nothing.
 */
export function refuseDataLoss(plans: Files, keepers: Keepers): void {
  const losses = [...plans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => {
      const [, environment = '', app = ''] = path.match(planPath) ?? [];
      return keepsData(text) ? loss(environment, app, path, keepers) : [];
    });
  if (losses.length > 0) throw new ProblemsError(losses);
}

function loss(
  environment: string,
  app: string,
  path: string,
  { platform, environments }: Keepers,
): Problem[] {
  const keeper = environments.find(({ name }) => name === environment);
  if (keeper?.retired.includes(app) || (!keeper && platform.retired.includes(environment))) return [];
  const message = `${environment}: the Application of "${app}" would go, and it keeps data (${path})`;
  if (!keeper) {
    const place = { file: 'environments/platform.ts', path: 'retired' };
    return [
      problem(
        'data-removed',
        place,
        message,
        `if the whole environment is retired, write retired: ['${environment}']`,
      ),
    ];
  }
  const hint = `if that is meant, write apps: { retired: ['${app}'] }; if it was renamed, its data does not move along`;
  return [problem('data-removed', inside(keeper.place, 'apps.retired'), message, hint)];
}

/** A file that cannot be read any more is taken to keep data: the safe guess. */
function keepsData(text: string): boolean {
  try {
    return (parse(text) as { keepsData?: unknown } | null)?.keepsData !== false;
  } catch {
    return true;
  }
}
