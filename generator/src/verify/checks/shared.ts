import type { Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Finding, finding } from './check.ts';
import { type Scopes, scopesIn } from './scope.ts';

/** Two Applications that make one object take it from each other forever: each object is one app's alone. */
export function sharedObjects(all: readonly RenderedApp[]): Finding[] {
  const isGlobal = scopesIn(all);
  const owners = new Map<string, RenderedApp>();
  return all.flatMap((rendered) => {
    const shared = new Map<RenderedApp, Manifest[]>();
    for (const manifest of rendered.manifests) {
      const identity = identityOf(manifest, rendered, isGlobal);
      const owner = owners.get(identity);
      if (owner === undefined) owners.set(identity, rendered);
      else if (owner !== rendered) shared.set(owner, [...(shared.get(owner) ?? []), manifest]);
    }
    return [...shared].map(([owner, manifests]) => sharedObjectFinding(rendered, owner, manifests));
  });
}

function sharedObjectFinding(
  rendered: RenderedApp,
  owner: RenderedApp,
  manifests: readonly Manifest[],
): Finding {
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

function identityOf(
  manifest: Manifest,
  { app, environment: { argocd, destination } }: RenderedApp,
  isGlobal: Scopes,
): string {
  const namespace = isGlobal(manifest) ? '' : (manifest.namespace ?? app.namespace);
  return JSON.stringify([argocd, destination.name, manifest.group, manifest.kind, namespace, manifest.name]);
}
