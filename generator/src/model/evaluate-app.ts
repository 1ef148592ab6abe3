import type { PlainObject } from '../definition/plain.ts';
import type { RunbookShape } from '../definition/shape/runbook-shape.ts';
import { inside } from '../problem/location.ts';
import { gathering, type Problem } from '../problem/problem.ts';
import { appContext, type Known, noReadings, type Readings } from './app-context.ts';
import type { CheckedApp } from './definitions.ts';
import { evaluate } from './evaluate.ts';
import { evaluateRestore } from './evaluate-restore.ts';
import { evaluateTwice } from './evaluate-twice.ts';
import type { Scope } from './resolve-environment.ts';
import { merge, toPlain } from './to-plain.ts';
import { missedHint } from './watched.ts';

/** What came out of an app's functions, before the apps know of each other. */
export interface Evaluated {
  readonly app: CheckedApp;
  readonly values: PlainObject | null;
  readonly companion: PlainObject | null;
  readonly restore: RunbookShape | null;
  readonly readings: Readings;
  readonly problems: readonly Problem[];
}

/** Runs an app's functions for an environment, with the environment's overrides laid over what they return. */
export function evaluateApp(app: CheckedApp, scope: Scope, known: Known): Evaluated {
  const readings = noReadings();
  const { problems, take } = gathering();
  const context = appContext(app, scope, known, readings);
  const missed = (): string | undefined => missedHint(readings.missed);
  const run = (which: 'values' | 'companion'): PlainObject | null => {
    const code = app[which] as ((context: unknown) => unknown) | undefined;
    if (!code) return null;
    const again = appContext(app, scope, known, noReadings());
    const authored = {
      // Copied in here, for a getter is code as well.
      run: () => evaluateTwice(code, [context, again], app.location, missed),
      what: `${which} of "${app.name}"`,
      location: inside(app.location, which),
      given: Object.keys(context),
      missed,
    };
    const returned = evaluate(authored, scope.definitions);
    return take(returned.ok ? returned.value : returned) ?? null;
  };
  const overrides = scope.environment.apps.override.filter((override) => override.app === app.name);
  const values = overrides.reduce<PlainObject | null>(
    (sum, { values: over }) => merge(sum ?? {}, take(toPlain(over, scope.environment.location)) ?? {}),
    run('values'),
  );
  const companion = run('companion');
  // What failed already has nothing to be written about.
  const restore = problems.length > 0 ? null : (take(evaluateRestore(app, scope, values)) ?? null);
  return { app, values, companion, restore, readings, problems };
}
