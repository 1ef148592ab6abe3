import type { Identity } from '../definition/context.ts';
import type { SecretStore } from '../definition/output.ts';
import type { Plain, PlainObject } from '../definition/plain.ts';
import type { PlatformShape } from '../definition/shape/platform-shape.ts';
import type { NetworkModel, Outside, SecretUse } from './model.ts';
import type { Route } from './routes.ts';

/** What the generator knows of an app and its chart cannot know. */
export interface BlockInput {
  readonly app: string;
  readonly platform: PlatformShape;
  readonly imagePullSecrets: readonly string[];
  readonly identity: Identity;
  readonly network: NetworkModel;
  readonly secrets: readonly SecretUse[];
  readonly store: SecretStore | null;
  readonly routes: readonly Route[];
  /** Whether monitors can be made. */
  readonly monitors: boolean;
}

/**
 * The values of the library chart `platform`: the same keys for every app, empty ones left out.
 * Its schema is `generator/charts/platform/values.schema.json`.
 */
export function platformBlock(input: BlockInput): PlainObject {
  const { app, platform, identity, network, secrets, store, monitors, routes, imagePullSecrets } = input;
  return {
    app,
    partOf: platform.name,
    ...(imagePullSecrets.length > 0 && { imagePullSecrets: [...imagePullSecrets] }),
    ...(Object.keys(identity.annotations).length > 0 && { serviceAccountAnnotations: identity.annotations }),
    ...(Object.keys(identity.podLabels).length > 0 && { podLabels: identity.podLabels }),
    ...(monitors && { monitors }),
    ...(store !== null && secrets.length > 0 && { secrets: secretsBlock(secrets, store) }),
    ...(routes.length > 0 && { routes }),
    network: networkBlock(network),
  };
}

function secretsBlock(secrets: readonly SecretUse[], store: SecretStore): Plain {
  return {
    store: { kind: store.storeKind, name: store.name },
    list: secrets.map(({ name, type, storeKey, keys, text }) => ({
      name,
      ...(type !== 'Opaque' && { type }),
      ...(Object.keys(keys).length > 0 && { from: storeKey, keys: Object.keys(keys) }),
      ...(Object.keys(text).length > 0 && { text }),
    })),
  };
}

function networkBlock({ pods, ingress, egress, open, outside, kubernetesApi }: NetworkModel): Plain {
  const peers = (list: NetworkModel['ingress']): Plain =>
    list.map((peer) => ({ namespace: peer.namespace, pods: peer.pods, ports: peer.ports }));
  return {
    pods,
    ...(ingress.length > 0 && { ingress: peers(ingress) }),
    ...(egress.length > 0 && { egress: peers(egress) }),
    ...(open.length > 0 && { open }),
    ...(outside.length > 0 && { outside: byRange(outside) }),
    ...(kubernetesApi && { kubernetesApi }),
  };
}

/** Ports by ranges of addresses, as a policy lists them. */
function byRange(outside: readonly Outside[]): Plain {
  const ranges = new Map(outside.map(({ cidrs }) => [cidrs.join(), cidrs]));
  return [...ranges]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, cidrs]) => {
      const ports = outside.filter((target) => target.cidrs.join() === key).map(({ port }) => port);
      return { cidrs: [...cidrs], ports: [...new Set(ports)].sort((a, b) => a - b) };
    });
}
