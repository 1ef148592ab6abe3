import { z } from 'zod';
import { excusable } from '../exception.ts';
import { layers } from '../layer.ts';
import { code, dnsLabel, labels, line } from './primitive.ts';

const secretKey = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('generator'), length: z.int().min(16).max(256) }),
  z.strictObject({ from: z.literal('person'), what: line }),
  z.strictObject({ from: z.literal('text'), text: z.string() }),
]);

const secret = z.strictObject({
  type: z.enum(['Opaque', 'kubernetes.io/basic-auth']),
  keys: z.record(z.string().regex(/^[-._a-zA-Z0-9]+$/), secretKey),
});

const outsideHost = z.union(
  [z.hostname(), z.string().regex(/^\*\.[a-z0-9.-]+$/), z.ipv4(), z.cidrv4()],
  'must be a name, an address, or a range of addresses, as in db.example.org, 10.1.2.3 or 10.1.0.0/16',
);

const network = z.strictObject({
  pods: labels.optional(),
  kubernetesApi: z.boolean().default(false),
  internet: z.boolean().default(false),
  outside: z.array(z.strictObject({ host: outsideHost, port: z.int().min(1).max(65535) })).default([]),
  open: z.array(z.strictObject({ port: z.int().min(1).max(65535), reason: line })).default([]),
  metrics: z.int().min(1).max(65535).optional(),
});

const exception = z.strictObject({
  code: z.enum(excusable),
  object: z
    .string()
    .regex(/^[A-Z]\w+\/[^/\s]+$/, 'must be a kind and a name, as in Deployment/web')
    .optional(),
  reason: line,
});

/** Shape of what {@link defineApp} takes. */
export const app = z.strictObject({
  name: dnsLabel,
  description: line,
  layer: z.enum(layers),
  namespace: dnsLabel,
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
      name: dnsLabel,
    })
    .optional(),
  keepsData: z.boolean().default(false),
  patience: z.int().min(60).max(86_400).default(1800),
  clusterKinds: z.array(z.strictObject({ group: z.string(), kind: z.string() })).default([]),
  extraNamespaces: z.array(dnsLabel).default([]),
  podSecurity: z
    .strictObject({ level: z.enum(['baseline', 'privileged']), reason: line })
    .nullable()
    .default(null),
  network: network.prefault({}),
  exceptions: z.array(exception).default([]),
  provides: code.optional(),
  values: code.optional(),
  companion: code.optional(),
});

/** Whether a value was made by `defineApp`. An import that is undefined because modules import each other is not. */
export function isApp(value: unknown): value is { kind: 'app'; name: string } {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'app';
}

export type AppShape = z.output<typeof app>;
