import type { App } from '../definition/app-reference.ts';
import { relative } from '../model/definition-location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
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
  problems: Problem[],
): Needed[] {
  const constants = new Map([...importsIn(index)].map(([constant, path]) => [`apps/${path}.ts`, constant]));
  return (answers['depends-on'] ?? []).flatMap((name) => {
    const app = written.apps.find((each) => each.name === name);
    const path = app?.site === undefined ? '' : relative(written.root, app.site.url);
    const constant = constants.get(path);
    if (app && constant !== undefined) return [{ app, constant, path: path.slice('apps/'.length) }];
    const location = { file, path: 'dependsOn' };
    problems.push(
      app
        ? problem(
            'bad-shape',
            location,
            `apps/index.ts does not import "${name}" by one line`,
            'add it by hand',
          )
        : problem('unknown-name', location, `there is no app "${name}"`, didYouMean(name, model.appNames)),
    );
    return [];
  });
}
