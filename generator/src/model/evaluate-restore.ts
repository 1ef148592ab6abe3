import type { PlainObject } from '../definition/plain.ts';
import { type RunbookShape, runbook } from '../definition/shape/runbook-shape.ts';
import { inside, keyPath } from '../problem/location.ts';
import { failure, type Result, type SourceLocation, success } from '../problem/problem.ts';
import { appContext, noReadings } from './app-context.ts';
import { chanceProblems } from './chance.ts';
import { applicationName } from './check-environments.ts';
import type { CheckedApp } from './definitions.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './resolve-environment.ts';
import { inOurWords, shapeProblems } from './shape-problems.ts';
import { toPlain } from './to-plain.ts';
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
  // A runbook only names things, so nothing that it reads is recorded.
  const contexts = [noReadings(), noReadings()].map((readings) => ({
    missed: () => missedHint(readings.missed),
    given: {
      ...appContext(app, scope, { stored: [], grants: [] }, readings),
      settings: settings ?? {},
      application: {
        name: applicationName(definitions.platform.name, environment.name, app.name),
        namespace: definitions.platform.argocd[environment.argocd]?.namespace ?? '',
      },
      environmentFile: environment.location.file,
    },
  }));
  const authored = {
    run: () => contexts.map(({ given, missed }) => toPlain(code(given), location, missed)),
    what: `restore of "${app.name}"`,
    location,
    given: Object.keys(contexts[0]?.given ?? {}),
  };
  const returned = evaluate(authored, definitions);
  if (!returned.ok) return returned;
  const [first, second] = returned.value;
  if (!first?.ok) return first ?? success(null);
  const chance = second?.ok ? chanceProblems(first.value, second.value, location) : [];
  return chance.length > 0 ? failure(chance) : checked(first.value, app.location);
}

function checked(value: PlainObject, location: SourceLocation): Result<RunbookShape> {
  const locate = (path: readonly PropertyKey[]): SourceLocation =>
    inside(location, `restore.${keyPath(path)}`);
  const parsed = runbook.safeParse(value, inOurWords);
  const wrong = shapeProblems({ value, shape: runbook, locate }, parsed.error?.issues ?? []);
  return parsed.success && wrong.length === 0 ? success(parsed.data) : failure(wrong);
}
