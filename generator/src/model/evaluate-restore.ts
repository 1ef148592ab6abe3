import type { PlainObject } from '../definition/plain.ts';
import { type RunbookShape, runbook } from '../definition/shape/runbook-shape.ts';
import { entryOf } from '../problem/entry-of.ts';
import { inside, keyPath } from '../problem/location.ts';
import { failure, type Result, type SourceLocation, success } from '../problem/problem.ts';
import { appContext, noReadings, type Readings } from './app-context.ts';
import { applicationName } from './check-environments.ts';
import type { CheckedApp } from './definitions.ts';
import { evaluate } from './evaluate.ts';
import { evaluateTwice } from './evaluate-twice.ts';
import type { Scope } from './resolve-environment.ts';
import { inOurWords, shapeProblems } from './shape-problems.ts';
import { missedHint } from './watched.ts';

/** What an app says about bringing back what it keeps; `settings` are its values. Null where it says nothing. */
export function evaluateRestore(
  app: CheckedApp,
  scope: Scope,
  settings: PlainObject | null,
): Result<RunbookShape | null> {
  const code = app.restore as ((context: unknown) => unknown) | undefined;
  if (!code) return success(null);
  const { definitions, environment } = scope;
  const location = inside(app.location, 'restore');
  // A runbook only names things, so nothing that it reads is granted.
  const readings = noReadings();
  const contextOf = (recorded: Readings) => ({
    ...appContext(app, scope, { stored: [], grants: [] }, recorded),
    settings: settings ?? {},
    application: {
      name: applicationName(definitions.platform.name, environment, app.name),
      namespace: entryOf(definitions.platform.argocd, environment.argocd)?.namespace ?? '',
    },
    environmentFile: environment.location.file,
  });
  const context = contextOf(readings);
  const missed = (): string | undefined => missedHint(readings.missed);
  const authored = {
    run: () => evaluateTwice(code, [context, contextOf(noReadings())], location, missed),
    what: `restore of "${app.name}"`,
    location,
    given: Object.keys(context),
  };
  const returned = evaluate(authored, definitions);
  const told = returned.ok ? returned.value : returned;
  return told.ok ? checked(told.value, app.location) : told;
}

function checked(value: PlainObject, location: SourceLocation): Result<RunbookShape> {
  const locate = (path: readonly PropertyKey[]): SourceLocation =>
    inside(location, `restore.${keyPath(path)}`);
  const parsed = runbook.safeParse(value, inOurWords);
  const wrong = shapeProblems({ value, shape: runbook, locate }, parsed.error?.issues ?? []);
  return parsed.success && wrong.length === 0 ? success(parsed.data) : failure(wrong);
}
