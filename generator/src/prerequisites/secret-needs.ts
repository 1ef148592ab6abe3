import type { EnvironmentModel } from '../model/model.ts';
import { randomLength } from '../model/secret-uses.ts';
import type { PlanNode } from '../plan/plan.ts';
import type { Prerequisite, PrerequisiteOf, SecretPlace, WantedKey } from './prerequisite.ts';

/** The secrets that have to be in the store before apps start. */
export function secretNeeds(environment: EnvironmentModel, nodes: readonly PlanNode[]): Prerequisite[] {
  const { secretStore } = environment.existing;
  const store = placeOf(environment, nodes);
  return [
    ...(secretStore === null ? [] : [{ kind: 'secret-store', name: secretStore } as const]),
    ...(store === null ? [] : secretsIn(store, nodes)),
  ];
}

/** Which place the environment's store is; null where there is none. */
function placeOf({ cloud, existing }: EnvironmentModel, nodes: readonly PlanNode[]): SecretPlace | null {
  if (existing.secretStore !== null) return { kind: 'existing', name: existing.secretStore };
  if (cloud.kind !== 'local') return { kind: 'cloud', cloud: cloud.kind };
  const store = nodes.find(({ provides }) =>
    Object.values(provides).some(({ kind }) => kind === 'secret-store'),
  );
  return store ? { kind: 'namespace', namespace: store.namespace } : null;
}

function secretsIn(store: SecretPlace, nodes: readonly PlanNode[]): PrerequisiteOf<'secret'>[] {
  const names = [...new Set(nodes.flatMap(({ secrets }) => Object.keys(secrets)))].sort();
  return names.flatMap((name): PrerequisiteOf<'secret'>[] => {
    const readers = nodes.filter(({ secrets }) => Object.hasOwn(secrets, name));
    const all = Object.entries(Object.assign({}, ...readers.map(({ secrets }) => secrets[name])));
    const keys = all
      .map(([key, origin]) => wantedKey(key, String(origin)))
      // Inside the cluster, random values are made by the store itself.
      .filter((key) => store.kind !== 'namespace' || 'provided' in key);
    const apps = readers.map((node) => node.name).sort();
    return keys.length === 0 ? [] : [{ kind: 'secret', name, keys, apps, store }];
  });
}

function wantedKey(key: string, origin: string): WantedKey {
  const random = randomLength(origin);
  return random === null ? { key, provided: origin } : { key, random };
}
