import { z } from 'zod';
import { sizes } from '../environment.ts';
import { exposure } from './exposure.ts';
import { dnsLabel, duration, line, minorVersion } from './primitive.ts';

const base = {
  buckets: z.record(z.string(), z.string().min(1)).default({}),
  storageClass: z.string().min(1).optional(),
  identities: z.record(z.string(), z.string().min(1)).default({}),
};

const cloud = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('aws'),
    ...base,
    region: z.string(),
    accountId: z.string().regex(/^\d{12}$/),
  }),
  z.strictObject({
    kind: z.literal('azure'),
    ...base,
    region: z.string(),
    subscriptionId: z.guid(),
    tenantId: z.guid(),
    storageAccount: z.string(),
    vaultUrl: z.url(),
  }),
  z.strictObject({
    kind: z.literal('gcp'),
    ...base,
    region: z.string(),
    project: z.string(),
    cluster: z.strictObject({ name: z.string(), location: z.string() }),
  }),
  z.strictObject({
    kind: z.literal('local'),
    ...base,
    objectStore: z.strictObject({ endpoint: z.url(), region: z.string() }),
  }),
]);

/** Shape of what {@link defineEnvironment} takes. */
export const environment = z.strictObject({
  name: dnsLabel,
  description: line,
  sample: z.boolean().default(false),
  argocd: z.string(),
  promotesFrom: z.string().optional(),
  destination: z.strictObject({ name: z.string().min(1), kubernetesVersion: minorVersion }),
  cloud,
  domain: z.hostname(),
  size: z.enum(sizes),
  exposure: z.union([exposure, z.literal('none')]).optional(),
  existing: z
    .strictObject({
      secretStore: dnsLabel.optional(),
      kinds: z.array(z.hostname()).default([]),
    })
    .prefault({}),
  secretPrefix: z.string().default(''),
  namespacePrefix: z
    .string()
    .regex(/^([a-z0-9][a-z0-9-]*)?$/)
    .default(''),
  soak: duration.default(0),
  reviewers: z.array(z.string().regex(/^[\w.-]+(\/[\w.-]+)?$/)).default([]),
  automerge: z.enum(['merge', 'squash', 'rebase']).nullable().default(null),
  apps: z
    .strictObject({
      exclude: z.array(z.string()).default([]),
      override: z
        .array(z.strictObject({ app: z.string(), values: z.record(z.string(), z.unknown()) }))
        .default([]),
      retired: z.array(z.string()).default([]),
    })
    .prefault({}),
});

export type EnvironmentShape = z.output<typeof environment>;
