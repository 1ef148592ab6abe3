import type { Problem } from '../../problem/problem.ts';
import type { Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';
import { isClusterScoped } from './scope.ts';

/** Two Applications that make one object take it from each other for ever: each object is one app's alone. */
export const objectsHaveOneOwner: Check = (rendered, all) => {
  const owners = ownersIn(all);
  const shared = new Map<RenderedApp, Manifest[]>();
  for (const manifest of rendered.manifests) {
    const owner = owners.get(identityOf(manifest, rendered, scopesIn(all)));
    if (owner && owner !== rendered) shared.set(owner, [...(shared.get(owner) ?? []), manifest]);
  }
  return [...shared].map(([owner, manifests]) => told(rendered, owner, manifests));
};

function told(rendered: RenderedApp, owner: RenderedApp, manifests: readonly Manifest[]): Problem {
  const [first = null] = manifests;
  const others = manifests.length > 1 ? `and ${manifests.length - 1} more are` : 'is';
  const where = owner.environment === rendered.environment ? '' : ` of ${owner.environment.name}`;
  const cluster = rendered.environment.destination.name;
  return finding(
    'shared-object',
    rendered,
    first,
    `${others} also made by "${owner.app.name}"${where}, on the same cluster "${cluster}"`,
    where === ''
      ? 'leave it out of one of the two charts'
      : 'an environment with the same operators needs a cluster of its own; or exclude what is shared from one of them',
  );
}

/** The first app to make each object, over all clusters. */
const ownersIn = once((all) => {
  const owners = new Map<string, RenderedApp>();
  for (const rendered of all)
    for (const manifest of rendered.manifests) {
      const identity = identityOf(manifest, rendered, scopesIn(all));
      if (!owners.has(identity)) owners.set(identity, rendered);
    }
  return owners;
});

type Scopes = (manifest: Manifest) => boolean;

const scopesIn = once((all): Scopes => {
  const known = new Map<string, boolean>();
  return (manifest) => {
    const kind = `${manifest.group}/${manifest.kind}`;
    const scope = known.get(kind) ?? isClusterScoped(manifest, all);
    known.set(kind, scope);
    return scope;
  };
});

function identityOf(
  manifest: Manifest,
  { app, environment: { argocd, destination } }: RenderedApp,
  isGlobal: Scopes,
): string {
  const namespace = isGlobal(manifest) ? '' : (manifest.namespace ?? app.namespace);
  return JSON.stringify([argocd, destination.name, manifest.group, manifest.kind, namespace, manifest.name]);
}

/** Every app is checked against the same list of all: what is made of it is made once. */
function once<T>(make: (all: readonly RenderedApp[]) => T): (all: readonly RenderedApp[]) => T {
  const made = new WeakMap<readonly RenderedApp[], T>();
  return (all) => {
    const value = made.get(all) ?? make(all);
    made.set(all, value);
    return value;
  };
}
