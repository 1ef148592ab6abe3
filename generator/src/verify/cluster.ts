import type { EnvironmentModel } from '../model/model.ts';
import { mayHide } from './hidden-makers.ts';
import { dataMadeBy, type MadeData } from './made-data.ts';
import { type MadeObject, madeBy } from './made-objects.ts';
import { type Manifest, mapIn, mapsIn } from './manifest.ts';
import { operandNames } from './operand-names.ts';
import { type Pods, podsOf } from './pods.ts';
import type { RenderedApp } from './rendered.ts';
import { type Labels, selects } from './selector.ts';

/** A name that answers inside the cluster: a Service that is rendered, or that an operator makes. */
export interface ServedName {
  readonly name: string;
  readonly namespace: string;
  /** Null where nobody can tell. */
  readonly ports: readonly number[] | null;
  /** The Service, or what an operator makes it of. */
  readonly owner: Manifest;
}

/** An object with where it comes to lie; the namespace means nothing for a cluster-scoped kind. */
export interface PlacedObject {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly rendered: RenderedApp;
}

/** Everything that is rendered for one environment, as it lies together in its cluster. */
export interface Cluster {
  readonly environment: EnvironmentModel;
  readonly apps: readonly RenderedApp[];
  readonly objects: readonly PlacedObject[];
  readonly pods: readonly Pods[];
  /** Namespaces in which an app of the environment writes. */
  readonly namespaces: ReadonlySet<string>;
  /** By `<name>.<namespace>`. */
  readonly served: ReadonlyMap<string, ServedName>;
  /** Topics, databases and roles that are made inside servers. */
  readonly data: readonly MadeData[];
  /** What objects of a namespace make there for others to name: Secrets, ConfigMaps, accounts and claims. */
  madeIn(namespace: string): readonly MadeObject[];
  /** Whether every app was rendered: one that was not may make anything that belongs to no namespace. */
  readonly isComplete: boolean;
  /** Whether every app that writes into a namespace was rendered: what could not be rendered may make anything. */
  isRendered(namespace: string): boolean;
  /** Whether, beyond that, no operator that is not known makes things there. */
  isWhole(namespace: string): boolean;
}

/** Namespaces in which every cluster has things of its own. */
export const systemNamespaces = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** The clusters of all environments that were rendered. */
export function clustersOf(all: readonly RenderedApp[]): ReadonlyMap<EnvironmentModel, Cluster> {
  const environments = Map.groupBy(all, ({ environment }) => environment);
  return new Map([...environments].map(([environment, apps]) => [environment, clusterOf(environment, apps)]));
}

function clusterOf(environment: EnvironmentModel, apps: readonly RenderedApp[]): Cluster {
  const objects = apps.flatMap((rendered) =>
    rendered.manifests.map((manifest) => ({
      manifest,
      namespace: manifest.namespace ?? rendered.app.namespace,
      rendered,
    })),
  );
  const pods = apps.flatMap(podsOf);
  const served = objects.flatMap((object) => servedBy(object, pods));
  const byNamespace = Map.groupBy(objects, ({ namespace }) => namespace);
  const made = new Map(
    [...byNamespace].map(([namespace, own]) => [namespace, own.flatMap(({ manifest }) => madeBy(manifest))]),
  );
  const absent = new Set(
    environment.apps
      .filter((app) => !apps.some((rendered) => rendered.app.name === app.name))
      .flatMap(({ namespaces }) => namespaces),
  );
  const hiding = new Set(
    objects.filter(({ manifest }) => mayHide(manifest)).map(({ namespace }) => namespace),
  );
  return {
    environment,
    apps,
    objects,
    pods,
    namespaces: new Set(environment.apps.flatMap(({ namespaces }) => namespaces)),
    served: new Map(served.map((name) => [`${name.name}.${name.namespace}`, name])),
    data: objects.flatMap(({ manifest }) => dataMadeBy(manifest)),
    madeIn: (namespace) => made.get(namespace) ?? [],
    isComplete: absent.size === 0,
    isRendered: (namespace) => !absent.has(namespace),
    isWhole: (namespace) =>
      !systemNamespaces.includes(namespace) && !absent.has(namespace) && !hiding.has(namespace),
  };
}

function servedBy({ manifest, namespace }: PlacedObject, pods: readonly Pods[]): ServedName[] {
  const { ports, selector, clusterIP, type } = mapIn(manifest.object.spec);
  if (manifest.group !== '' || manifest.kind !== 'Service')
    return (operandNames(manifest) ?? []).map(({ name, ports: own }) => ({
      name,
      namespace,
      ports: own,
      owner: manifest,
    }));
  const chosen = podsChosen(mapIn(selector) as Labels, namespace, pods);
  // A name that stands for pods answers on every port of theirs.
  const open = clusterIP === 'None' ? chosen.flatMap((template) => Object.values(template.ports)) : [];
  const own = mapsIn(ports).map(({ port }) => Number(port));
  return [
    {
      name: manifest.name,
      namespace,
      ports: type === 'ExternalName' ? null : [...own, ...open],
      owner: manifest,
    },
  ];
}

/** The pods of a namespace that a Service with these labels chooses. */
export const podsChosen = (selector: Labels, namespace: string, pods: readonly Pods[]): Pods[] =>
  pods.filter(
    (template) =>
      template.namespace === namespace &&
      selects({ matchLabels: selector }, { ...template.labels, ...numberedName(selector, template) }),
  );

const podName = 'statefulset.kubernetes.io/pod-name';

/** The label that each pod of a StatefulSet has for itself, where it is one of them that is chosen. */
function numberedName(selector: Labels, { owner, replicas }: Pods): Labels {
  const wanted = selector[podName];
  if (owner.kind !== 'StatefulSet' || wanted === undefined) return {};
  const number = Number(wanted.slice(owner.name.length + 1));
  return wanted === `${owner.name}-${number}` && number < (replicas ?? 0) ? { [podName]: wanted } : {};
}

/** Labels by which a Service chooses its pods; null where somebody else says who answers. */
export function selectorOf({ object }: Manifest): Labels | null {
  const { selector, type } = mapIn(object.spec);
  return selector === undefined || type === 'ExternalName' ? null : (mapIn(selector) as Labels);
}
