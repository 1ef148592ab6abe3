import type { CloudKind } from '../definition/cloud.ts';
import type { Permission } from './cloud-permissions.ts';

/** A key of a secret: made by a machine with so many characters, or put there by a person who knows what it is. */
export type WantedKey =
  | { readonly key: string; readonly random: number }
  | { readonly key: string; readonly provided: string };

/** A cloud that somebody else runs, with accounts and identities. */
export type PublicCloud = Exclude<CloudKind, 'local'>;

/** Something that an environment needs and that nothing in this repository makes. */
export type Prerequisite =
  /** The API server's minor version, or a newer one. */
  | { readonly kind: 'kubernetes'; readonly version: string }
  /** Where pods fit; null where nobody knows how large they are. */
  | { readonly kind: 'nodes'; readonly room: NodeRoom | null }
  /** The class of new volumes; null for the default of the cluster. */
  | { readonly kind: 'storage-class'; readonly name: string | null; readonly cloud: CloudKind }
  /** Something that enforces NetworkPolicies. */
  | { readonly kind: 'network-policies' }
  /** Hosts that the nodes pull images from. */
  | { readonly kind: 'registries'; readonly hosts: readonly string[] }
  /** A Secret of that name in each of the namespaces. */
  | { readonly kind: 'pull-secret'; readonly name: string; readonly namespaces: readonly string[] }
  /** CRDs of an API group that the environment counts as existing. */
  | { readonly kind: 'kinds'; readonly group: string }
  /** The account, subscription or project that everything below is in. */
  | { readonly kind: 'account'; readonly cloud: PublicCloud; readonly name: string; readonly region: string }
  /** The storage account that all containers are in. */
  | { readonly kind: 'storage-account'; readonly name: string }
  /** The vault that secrets are kept in. */
  | { readonly kind: 'vault'; readonly url: string }
  /** The cloud trusts tokens of the cluster's ServiceAccounts. */
  | { readonly kind: 'federation'; readonly cloud: PublicCloud }
  | {
      readonly kind: 'bucket';
      readonly name: string;
      readonly purpose: string;
      readonly cloud: CloudKind;
      /** Address of the own object store; null in a cloud. */
      readonly endpoint: string | null;
    }
  /** A role or account of the cloud that a ServiceAccount may take on. */
  | {
      readonly kind: 'identity';
      readonly app: string;
      /** As the environment gives it: a role's ARN, a client id, an e-mail address. */
      readonly identity: string;
      readonly cloud: PublicCloud;
      /** Who may take it on: the ServiceAccount of the app, as the cloud sees it. */
      readonly subject: string;
      /** What it must be allowed, as far as definitions say. */
      readonly permissions: readonly Permission[];
    }
  /** A store of External Secrets that the environment counts as existing. */
  | { readonly kind: 'secret-store'; readonly name: string }
  | {
      readonly kind: 'secret';
      /** In the store, with the environment's prefix. */
      readonly name: string;
      readonly keys: readonly WantedKey[];
      /** Apps that wait for it. */
      readonly apps: readonly string[];
      readonly store: SecretPlace;
    }
  | { readonly kind: 'ingress-class'; readonly name: string }
  | { readonly kind: 'gateway'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'issuer'; readonly name: string }
  | { readonly kind: 'certificate'; readonly name: string; readonly namespaces: readonly string[] }
  | {
      /** The address that leads in, which was reserved before. */
      readonly kind: 'address';
      readonly cloud: CloudKind;
      /** What the cloud calls it; none where the environment does not say. */
      readonly names: readonly string[];
      /** The resource group or region that it is looked for in; null where it has none of its own. */
      readonly within: string | null;
    }
  /** A record for a host, which is the domain or below it. */
  | { readonly kind: 'dns'; readonly host: string; readonly domain: string }
  | { readonly kind: 'argocd'; readonly namespace: string; readonly version: string }
  | { readonly kind: 'cluster'; readonly name: string }
  | { readonly kind: 'repository'; readonly url: string };

/** What pods request: all that run at the same time, and the largest one. CPUs in thousandths, memory in MiB. */
export interface NodeRoom {
  readonly cpu: number;
  readonly memory: number;
  readonly largest: { readonly cpu: number; readonly memory: number };
  /** Apps whose requests are not known, and so are not in it. */
  readonly without: readonly string[];
}

/** Where secrets are kept: in the store of the cloud, in a namespace of the cluster, or in a store nobody here knows. */
export type SecretPlace =
  | { readonly kind: 'cloud'; readonly cloud: PublicCloud }
  | { readonly kind: 'namespace'; readonly namespace: string }
  | { readonly kind: 'existing'; readonly name: string };

export type PrerequisiteKind = Prerequisite['kind'];
export type PrerequisiteOf<Kind extends PrerequisiteKind> = Extract<Prerequisite, { kind: Kind }>;
