import { z } from 'zod';
import { excusable } from '../exception.ts';
import { outside } from '../format/address.ts';
import { apiGroup, dataKey, kind } from '../format/kubernetes-name.ts';
import { text } from '../format/text-format.ts';
import { layers } from '../layer.ts';
import { gatewayRole } from './exposure-shape.ts';
import { code, dnsLabel, labels, line, objectName, sizeRow } from './primitive.ts';

const secretKey = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('generator'), length: z.int().min(16).max(256) }),
  z.strictObject({ from: z.literal('person'), what: line }),
  z.strictObject({ from: z.literal('object-store'), length: z.int().min(16).max(256), what: line }),
  z.strictObject({ from: z.literal('text'), text: z.string() }),
]);

const secret = z.strictObject({
  type: z.enum(['Opaque', 'kubernetes.io/basic-auth']),
  keys: z.record(text(dataKey), secretKey),
});

const port = z.int().min(1).max(65535);

const network = z.strictObject({
  /** Labels of the app's pods; the app's own name label where it is left out. */
  pods: labels.optional(),
  /** Calls the Kubernetes API. */
  kubernetesApi: z.boolean().default(false),
  /** Calls services outside the cluster over HTTPS whose names nobody can list, as cloud APIs are. */
  internet: z.boolean().default(false),
  /** Calls these outside the cluster. A policy knows addresses only: by name, it opens the port to every address. */
  outside: z
    .array(
      z.strictObject({
        /** A name, an address, or a range of addresses (`10.1.0.0/16`, `2001:db8::/32`). */
        host: text(outside),
        port,
      }),
    )
    .default([]),
  /** Ports that callers nobody can name may reach, as the API server calls a webhook; each with the reason. */
  open: z.array(z.strictObject({ port, reason: line })).default([]),
  /** Port of the pods that answers Prometheus; several where its kinds of pods have different ones. */
  metrics: z.union([port, z.array(port).min(2)]).optional(),
  /** It scrapes: it reaches the metrics of every app of the environment, and is who `scraper` in platform.ts means. */
  scrapes: z.boolean().default(false),
});

/** One thing that an app may do although `verify` refuses it to all others. Printed in PLAN.md. */
const exception = z.strictObject({
  /** The code that `verify` prints in brackets. */
  code: z.enum(excusable),
  /** What it is about, as `Deployment/web` or its container `Deployment/web/log`; all of the app where it is left out. */
  object: z
    .string()
    .regex(/^[A-Z]\w+(\/[^/\s]+){1,2}$/, 'must be a kind and a name, as in Deployment/web')
    .optional(),
  /** One line: why this is right here. */
  reason: line,
});

export type Exception = z.output<typeof exception>;

/** Shape of what {@link defineApp} takes. */
export const app = z.strictObject({
  name: dnsLabel,
  /** One line: what it does for the platform. Printed in PLAN.md. */
  description: line,
  layer: z.enum(layers),
  namespace: dnsLabel,
  /** The systems of the platform's overview that this app stands for. */
  seed: z.array(z.string()).default([]),
  chart: z.strictObject({ kind: z.enum(['first-party', 'upstream']), name: z.string() }),
  images: z.array(z.string()).default([]),
  dependsOn: z.array(z.custom<unknown>(isApp, 'must be an app made by defineApp')).default([]),
  uses: z.array(z.string()).default([]),
  secrets: z.record(dnsLabel, secret).default({}),
  secretStore: z
    .strictObject({
      kind: z.literal('secret-store'),
      storeKind: z.literal('ClusterSecretStore'),
      name: objectName,
    })
    .optional(),
  /** Where it is: only in environments of these clouds; in all where it is left out. */
  clouds: z
    .array(z.enum(['aws', 'azure', 'gcp', 'local']))
    .nonempty()
    .optional(),
  /** The platform does without it where an environment has the profile `minimal`. */
  optional: z.boolean().default(false),
  /**
   * It makes buckets and users on an app that is an object store: both are only in environments without a cloud that
   * bring no store of their own. Apps that use a bucket wait for it, with nothing to write.
   */
  objectStore: z
    .strictObject({
      /** The app that answers; one that it depends on. */
      server: dnsLabel,
      /** Which output of that app speaks S3. */
      endpoint: line,
      region: line,
    })
    .optional(),
  /**
   * It lets requests in from outside: routes of environments that say nothing of `exposure` are written for it, its pods
   * reach what is behind public hosts, and apps with such a host wait for it.
   */
  gateway: gatewayRole.optional(),
  /** It is stateful: deleting its Application must not delete what it holds. */
  keepsData: z.boolean().default(false),
  /** The longest honest start, in seconds; after that the app counts as stuck. */
  patience: z.int().min(60).max(86_400).default(1800),
  /** Cluster-scoped kinds that its chart creates. */
  clusterKinds: z
    .array(
      z.strictObject({
        /** Empty for the core group. */
        group: text((group) => (group === '' ? null : apiGroup(group))),
        kind: text(kind),
      }),
    )
    .default([]),
  /** Further namespaces that its chart writes into. */
  extraNamespaces: z.array(dnsLabel).default([]),
  /**
   * The level of the Pod Security Standards that its namespace enforces, where it cannot be `restricted`, and why not.
   * Printed in PLAN.md.
   */
  podSecurity: z
    .strictObject({ level: z.enum(['baseline', 'privileged']), reason: line })
    .nullable()
    .default(null),
  /**
   * What it is in a small, a medium and a large environment: one row for each, with the same figures. Groups that have
   * `replicas`, `cpu` and `memory` are pods; PLAN.md adds them up, and `verify` holds them against what is rendered.
   */
  sizes: z.strictObject({ small: sizeRow, medium: sizeRow, large: sizeRow }).optional(),
  network: network.prefault({}),
  /** Where it is right for this app to do what `verify` refuses to all others. One that excuses nothing is refused. */
  exceptions: z.array(exception).default([]),
  provides: code.optional(),
  values: code.optional(),
  companion: code.optional(),
  restore: code.optional(),
});

/** Whether a value was made by `defineApp`. An import that is undefined because modules import each other is not. */
export function isApp(value: unknown): value is { kind: 'app'; name: string } {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'app';
}

export type AppShape = z.output<typeof app>;
