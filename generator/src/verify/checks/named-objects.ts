import type { Plain, PlainObject } from '../../definition/plain.ts';
import { nearest } from '../../problem/nearest.ts';
import { madeBy, type NamedKind, type NamedObject } from '../made-objects.ts';
import { containersOf, mapIn, mapsIn } from '../manifest.ts';
import { podsOf } from '../pods.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, type CheckContext, finding } from './check.ts';

/** A pod that names a Secret, a ConfigMap, an account or a claim that nobody makes never starts. */
export const namesAreMade: Check = (rendered, context) => {
  const { environment } = rendered;
  const neighbors = context.all.filter((other) => other.environment === environment);
  // What could not be rendered may make anything.
  const isWhole = (namespace: string): boolean =>
    environment.apps
      .filter((app) => app.namespaces.includes(namespace))
      .every((app) => neighbors.some((other) => other.app.name === app.name));
  return podsOf(rendered).flatMap(({ spec, owner, namespace }) => {
    if (spec === null || !isWhole(namespace)) return [];
    const made = [...givenEverywhere(context), ...madeIn(namespace, neighbors)];
    const missing = new Map(
      referencesOf(spec)
        .filter(({ kind, name }) => !made.some((object) => object.kind === kind && object.name === name))
        .map((object) => [`${object.kind} ${object.name}`, object]),
    );
    return [...missing.values()].map(({ kind, name }) => {
      const known = made.filter((object) => object.kind === kind).map((object) => object.name);
      const close = nearest(name, known);
      const what = `names the ${kind} "${name}", which nothing makes in the namespace ${namespace}`;
      const hint = close === undefined ? remedies[kind] : `did you mean "${close}"?`;
      return finding('missing-object', rendered, owner, what, hint);
    });
  });
};

const remedies: Readonly<Record<NamedKind, string>> = {
  Secret: 'declare it in secrets of the app, and give the chart secret(…).name',
  ConfigMap: 'let the chart make it, or correct the name',
  ServiceAccount: 'let the chart make it, or correct the name',
  PersistentVolumeClaim: 'let the chart make it, or correct the name',
};

/** What is in every namespace without any app. */
const givenEverywhere = ({ platform }: CheckContext): NamedObject[] => [
  { kind: 'ServiceAccount', name: 'default' },
  { kind: 'ConfigMap', name: 'kube-root-ca.crt' },
  ...platform.imagePullSecrets.map((name): NamedObject => ({ kind: 'Secret', name })),
];

const madeIn = (namespace: string, apps: readonly RenderedApp[]): NamedObject[] =>
  apps.flatMap(({ app, manifests }) =>
    manifests.filter((manifest) => (manifest.namespace ?? app.namespace) === namespace).flatMap(madeBy),
  );

/** What a pod cannot start without, by name. */
function referencesOf(spec: PlainObject): NamedObject[] {
  const volumes = mapsIn(spec.volumes);
  const sources = [...volumes, ...volumes.flatMap(({ projected }) => mapsIn(mapIn(projected).sources))];
  const containers = containersOf(spec);
  const variables = containers.flatMap(({ env }) => mapsIn(env)).map(({ valueFrom }) => mapIn(valueFrom));
  const groups = containers.flatMap(({ envFrom }) => mapsIn(envFrom));
  return [
    ...named('Secret', [
      ...sources.map(({ secret }) => secret),
      ...variables.map(({ secretKeyRef }) => secretKeyRef),
      ...groups.map(({ secretRef }) => secretRef),
      ...mapsIn(spec.imagePullSecrets),
    ]),
    ...named('ConfigMap', [
      ...sources.map(({ configMap }) => configMap),
      ...variables.map(({ configMapKeyRef }) => configMapKeyRef),
      ...groups.map(({ configMapRef }) => configMapRef),
    ]),
    ...named(
      'PersistentVolumeClaim',
      volumes.map(({ persistentVolumeClaim }) => persistentVolumeClaim),
    ),
    ...named('ServiceAccount', [{ name: spec.serviceAccountName ?? 'default' }]),
  ];
}

function named(kind: NamedKind, references: readonly (Plain | undefined)[]): NamedObject[] {
  return references
    .map((reference) => mapIn(reference))
    .filter(({ optional }) => optional !== true)
    .flatMap(({ name, secretName, claimName }): NamedObject[] => {
      const found = name ?? secretName ?? claimName;
      return typeof found === 'string' ? [{ kind, name: found }] : [];
    });
}
