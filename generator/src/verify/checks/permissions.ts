import type { Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';
import { type Scopes, scopesIn } from './scope.ts';

/** An AppProject permits what its apps declare, so what they declare must be what they render: no less, no more. */
export const permissionsAreExact: Check = (rendered, { all }) => {
  const { app } = rendered;
  const isGlobal = scopesIn(all);
  const clusterScoped = rendered.manifests.filter(isGlobal);
  const declared = new Set(app.clusterKinds.map(keyOf));
  const shown = new Set(clusterScoped.map(keyOf));
  const undeclared = clusterScoped
    .filter((manifest) => !declared.has(keyOf(manifest)))
    .map((manifest) =>
      finding(
        'undeclared-permission',
        rendered,
        manifest,
        'is cluster-scoped, and clusterKinds does not list its kind',
        example(manifest),
      ),
    );
  const idle = app.clusterKinds
    .filter((kind) => !shown.has(keyOf(kind)))
    .map((kind) =>
      finding(
        'undeclared-permission',
        rendered,
        null,
        `lists ${kind.kind} in clusterKinds and renders none`,
        'remove it',
      ),
    );
  return [...undeclared, ...idle, ...namespaces(rendered, isGlobal)];
};

const keyOf = ({ group, kind }: { group: string; kind: string }): string => `${group}/${kind}`;

const example = ({ group, kind }: Manifest): string =>
  `clusterKinds: [{ group: '${group}', kind: '${kind}' }]`;

function namespaces(rendered: RenderedApp, isGlobal: Scopes) {
  const { app } = rendered;
  const used = new Set(
    rendered.manifests
      .filter((manifest) => !isGlobal(manifest))
      .map(({ namespace }) => namespace ?? app.namespace),
  );
  const strays = [...used]
    .filter((namespace) => !app.namespaces.includes(namespace))
    .map((namespace) =>
      finding(
        'undeclared-permission',
        rendered,
        null,
        `writes into the namespace "${namespace}"`,
        'list it in extraNamespaces, or keep out of it',
      ),
    );
  const idle = app.namespaces
    .slice(1)
    .filter((namespace) => !used.has(namespace))
    .map((namespace) =>
      finding(
        'undeclared-permission',
        rendered,
        null,
        `lists the namespace "${namespace}" and writes nothing there`,
        'remove it from extraNamespaces',
      ),
    );
  return [...strays, ...idle];
}
