import { layerIndex } from '../definition/layer.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import { allNeeds } from './all-needs.ts';
import type { Known } from './app-context.ts';
import { appModel } from './app-model.ts';
import { checkBucketUsers, grantsOf } from './bucket-users.ts';
import { checkIdentities } from './check-identities.ts';
import { checkStoredNames } from './check-stored-names.ts';
import { checkValues } from './check-values.ts';
import { type Evaluated, evaluateApp } from './evaluate-app.ts';
import { checkHostOwners, gatewayConnections } from './gateway.ts';
import type { AppModel } from './model.ts';
import { type Connection, endpointsOf } from './network.ts';
import type { Scope } from './resolve-environment.ts';
import { storedSecrets } from './secret-uses.ts';

/**
 * Resolves the apps of an environment, sorted by name. Stores come last, for they must know what all others read: first
 * that of objects, then that of secrets, which keeps the keys to the former.
 */
export function resolveApps(scope: Scope): Result<AppModel[]> {
  const { objectStore } = scope;
  const nothing: Known = { stored: [], grants: [] };
  const others = [...scope.apps.values()].filter((app) => app !== scope.store && app !== objectStore?.app);
  const evaluated = others.map((app) => evaluateApp(app, scope, nothing));
  if (objectStore) {
    const grants = grantsOf(evaluated);
    evaluated.push(evaluateApp(objectStore.app, scope, { ...nothing, grants }));
  }
  if (scope.store) {
    const read = evaluated.flatMap(({ readings }) => [...readings.secrets.values()]);
    const stored = storedSecrets(
      read.map(({ owner, secret }) => ({ owner, name: secret })),
      scope.apps,
      scope.environment,
    );
    evaluated.push(evaluateApp(scope.store, scope, { ...nothing, stored }));
  }
  const connections = [
    ...evaluated.flatMap((evaluatedApp) => connectionsOf(evaluatedApp, scope)),
    ...gatewayConnections(scope.gateway, scope.apps, scope.provided),
  ];
  const resolved = evaluated.map((evaluatedApp) => ({
    ...evaluatedApp,
    model: appModel(evaluatedApp, scope, connections, evaluated),
  }));
  const neededByStore = scope.store ? allNeeds(scope.store, scope.apps) : new Set<string>();
  const problems = resolved.flatMap(({ model, ...evaluatedApp }) => [
    ...evaluatedApp.problems,
    ...tooEarlyForSecrets(evaluatedApp, scope, neededByStore),
    // What a function that failed did not return is no second mistake.
    ...(evaluatedApp.problems.length > 0 ? [] : checkValues(model, scope)),
  ]);
  problems.push(
    ...checkStoredNames(evaluated, scope),
    ...checkBucketUsers(evaluated, scope),
    ...checkIdentities(evaluated, scope),
    ...checkHostOwners(scope),
  );
  if (problems.length > 0) return failure(problems);
  return success(resolved.map(({ model }) => model).sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function connectionsOf({ app, readings }: Evaluated, scope: Scope): Connection[] {
  const named = [...app.dependsOn, ...app.uses, ...readings.consumes.keys()];
  const targets = [...new Set(named)].filter((name) => scope.apps.has(name));
  return targets.map((to) => {
    const read = readings.consumes.get(to);
    const endpoints = endpointsOf(
      read && Object.fromEntries(read),
      scope.provided(to),
      app.uses.includes(to),
    );
    return { from: app.name, to, endpoints };
  });
}

/** An app that reads secrets waits for the store, so the store must not wait for it. */
function tooEarlyForSecrets(
  { app, readings }: Evaluated,
  { store }: Scope,
  neededByStore: ReadonlySet<string>,
): Problem[] {
  if (!store || app === store || readings.secrets.size === 0) return [];
  if (layerIndex(app.layer) >= layerIndex(store.layer) && !neededByStore.has(app.name)) return [];
  const message = `"${app.name}" needs a secret, but it comes up before the secret store "${store.name}"`;
  const hint = 'let it do without the secret, or move it to a later layer';
  return [problem('no-secret-store', app.location, message, hint)];
}
