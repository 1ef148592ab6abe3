import type { App } from '../definition/app-reference.ts';
import { relative } from '../model/definition-location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { failure, gathering, problem, type Result, success } from '../problem/problem.ts';
import { importsIn } from './insert-app.ts';
import type { Answers, RepositoryState } from './question.ts';

/** An app that must be healthy first, and how the new definition imports it. */
export interface Needed {
  readonly app: App;
  readonly constant: string;
  /** Path of its file from `apps/`. */
  readonly path: string;
}

/** The apps that `--depends-on` names. `apps/index.ts` says which constant of which file each is. */
export function neededApps(
  answers: Answers,
  { written, model }: RepositoryState,
  index: string,
  file: string,
): Result<Needed[]> {
  const constants = new Map([...importsIn(index)].map(([constant, path]) => [`apps/${path}.ts`, constant]));
  const location = { file, path: 'dependsOn' };
  const { take, result } = gathering();
  const needed = (name: string): Result<Needed> => {
    const app = written.apps.find((known) => known.name === name);
    if (!app) {
      const hint = didYouMean(name, model.appNames);
      return failure([problem('unknown-name', location, `there is no app "${name}"`, hint)]);
    }
    const path = app.site === undefined ? '' : relative(written.root, app.site.url);
    const constant = constants.get(path);
    if (constant !== undefined) return success({ app, constant, path: path.slice('apps/'.length) });
    const message = `apps/index.ts does not import "${name}" by one line`;
    return failure([problem('bad-shape', location, message, 'add it by hand')]);
  };
  return result((answers['depends-on'] ?? []).flatMap((name) => take(needed(name)) ?? []));
}
