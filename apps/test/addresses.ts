import { at, type Manifest, one, type Plain, type PlainObject, type RenderedSample } from '#testing';

type Port = readonly [service: string, port: unknown];

/** Services that operators make for what is rendered, by its kind. */
const made: Readonly<Record<string, (name: string, spec: PlainObject) => readonly Port[]>> = {
  Cluster: (name) => [[`${name}-rw`, 5432]],
  Druid: (name, { nodes }) =>
    Object.entries(nodes as Record<string, PlainObject>).map(([kind, node]) => [
      `druid-${name}-${kind}`,
      node['druid.port'],
    ]),
  FlinkDeployment: (name) => [[`${name}-rest`, 8081]],
  Kafka: (name, spec) =>
    (at(spec, 'kafka.listeners') as { port: number }[]).map(({ port }) => [`${name}-kafka-bootstrap`, port]),
  Service: (name, { ports }) => (ports as { port: number }[]).map(({ port }) => [name, port]),
};

/** Every address, `host:port`, under which one finds what is rendered in a namespace. */
export const addressesIn = (manifests: readonly Manifest[], namespace: string): string[] =>
  manifests.flatMap(({ kind, name, object }) =>
    (made[kind]?.(name, object.spec as PlainObject) ?? []).map(
      ([service, port]) => `${service}.${namespace}.svc.cluster.local:${port}`,
    ),
  );

/** Whether peers of a listener or a policy let in the pods of an app. */
export const letsIn = (peers: Plain | undefined, { app, manifests }: RenderedSample): boolean =>
  (peers as PlainObject[]).some((peer) => {
    const wanted = Object.entries((at(peer, 'podSelector.matchLabels') ?? {}) as Record<string, string>);
    const namespace = at(peer, 'namespaceSelector.matchLabels|kubernetes.io/metadata.name');
    const own = at(one(manifests, 'NetworkPolicy', app.name), 'spec.podSelector.matchLabels') as PlainObject;
    return namespace === app.namespace && wanted.every(([key, value]) => own[key] === value);
  });
