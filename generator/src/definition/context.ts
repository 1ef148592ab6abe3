import type { App } from './app-reference.ts';
import type { Cloud } from './cloud.ts';
import type { AppName, BucketName, EnvironmentName, OutputsByName } from './names.ts';
import type { Bucket, BucketAccess, Endpoint, Host, OutputTree, SecretOutput } from './output.ts';
import type { SecretReference } from './secret.ts';
import type { AlertsShape } from './shape/alerts-shape.ts';
import type { EnvironmentSize, SizeRow } from './size.ts';

/** What a definition may know of the environment that it is resolved for. */
export interface EnvironmentContext {
  readonly name: EnvironmentName;
  readonly domain: string;
  readonly size: EnvironmentSize;
  readonly cloud: Cloud;
  /** Who hears of alerts. */
  readonly alerts: AlertsShape;
  /** Minor version of Kubernetes, as in `1.34`. */
  readonly kubernetesVersion: string;
  /** Whether an app is part of the environment. */
  has(app: AppName): boolean;
}

/** An image as `images.yaml` pins it, with the platform's registry mirror applied. */
export interface Image {
  /** With the registry in front: `docker.io/library/nginx`. */
  readonly repository: string;
  /** The first part of `repository`. */
  readonly registry: string;
  /** The rest of `repository`. */
  readonly path: string;
  readonly tag: string;
  /** `sha256:…`, or null while no registry was asked. */
  readonly digest: string | null;
  /** `tag`, with `@digest` behind it where there is one: for charts without a field for the digest. */
  readonly tagAndDigest: string;
  /** The whole reference: `repository:tag@digest`. */
  readonly reference: string;
}

/** A secret that the apps of an environment need, for the app that is the secret store. */
export interface StoredSecret {
  /** Name in the store, without the environment's prefix. */
  readonly name: string;
  /** Keys that a machine makes, with their length in characters. */
  readonly generated: Readonly<Record<string, number>>;
  /** Keys that a person puts there, with what they are. */
  readonly provided: Readonly<Record<string, string>>;
}

/** What an app may do in an object store that is an app of the environment. */
export interface Grant {
  readonly app: string;
  /** Names of buckets, and what it does with each. */
  readonly buckets: Readonly<Record<string, BucketAccess>>;
  /** Its key to the store. */
  readonly secret: SecretOutput;
}

/** Who the app is towards the cloud. */
export interface Identity {
  /** Annotations of its ServiceAccount. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Labels of its pods. */
  readonly podLabels: Readonly<Record<string, string>>;
}

/** What `provides` may use. */
export interface ProvidesContext<Secrets extends string, Size = SizeRow> {
  readonly environment: EnvironmentContext;
  /** The row of the app's `sizes` for this environment. */
  readonly size: Size;
  readonly namespace: string;
  /** A secret of the app itself, for others to read. */
  secret(name: Secrets): SecretOutput;
  /** An address of the app: the Service's name and port, and what a NetworkPolicy needs to know of its pods. */
  endpoint(
    service: string,
    port: number,
    pods?: { port?: number; labels?: Readonly<Record<string, string>> },
  ): Endpoint;
  /**
   * A public name of the app: `api` is `api.<domain>`, and `@` the domain itself. The environment's `exposure` says how
   * requests get there.
   */
  host(
    name: string,
    endpoint: Endpoint,
    options?: {
      /** Beginnings of the paths that are exposed; all of them where it is left out. */
      paths?: readonly string[];
      /** Lets requests in that nobody has authenticated, and says in one line why. Printed in PLAN.md. */
      unauthenticated?: string;
    },
  ): Host;
}

type OutputsOf<Target> = Target extends App<string, infer Outputs> ? Outputs : never;

/** What `values` and `companion` may use. */
export interface AppContext<
  Images extends string,
  Needs extends App,
  Uses extends AppName,
  Secrets extends string,
  Outputs extends OutputTree,
  Size = SizeRow,
> {
  readonly environment: EnvironmentContext;
  /** The row of the app's `sizes` for this environment, with what the environment resizes laid over it. */
  readonly size: Size;
  readonly namespace: string;
  readonly identity: Identity;
  /** Every secret of the environment; only for the app that is the secret store, empty for all others. */
  readonly stored: readonly StoredSecret[];
  /** What the apps of the environment may do in its object store; only for the app that is it, empty for all others. */
  readonly grants: readonly Grant[];
  /** What the secret store is told to put in front of each name. */
  readonly secretPrefix: string;
  /** Whether a Prometheus operator is there, which monitors can be made for; charts of ours ask by themselves. */
  readonly monitors: boolean;
  /** The platform's pull secrets, as a pod lists them; charts of ours get them without asking. */
  readonly imagePullSecrets: { readonly name: string }[];
  image(name: Images): Image;
  /** A bucket, and what the app does with it: what its identity in the cloud must be allowed. */
  bucket(purpose: BucketName, access: BucketAccess): Bucket;
  /** The Secret of one of the app's own secrets, or of a secret that another app provides. */
  secret(name: Secrets | SecretOutput): SecretReference;
  /** What another app provides. Reading it is recorded as an edge of the plan. */
  of<Target extends Needs>(app: Target): OutputsOf<Target>;
  of<Target extends Uses>(
    app: Target,
  ): Target extends keyof OutputsByName ? OutputsByName[Target] : OutputTree;
  /** What the app itself provides, so that no name is written twice. */
  own(): Outputs;
}

/** What `restore` may use. Nothing that it reads is granted: it only writes down names. */
export interface RestoreContext<
  Images extends string,
  Needs extends App,
  Uses extends AppName,
  Secrets extends string,
  Outputs extends OutputTree,
  Size extends SizeRow,
  Values,
> extends AppContext<Images, Needs, Uses, Secrets, Outputs, Size> {
  /** What `values` returned, with what the environment overrides. */
  readonly settings: Values;
  /** The app's Application, and the namespace of Argo CD that it is in. */
  readonly application: { readonly name: string; readonly namespace: string };
  /** The file that defines the environment. */
  readonly environmentFile: string;
}
