import { z } from 'zod';
import { dnsLabel, labels, line } from './primitive.ts';

/** Shape of what {@link definePlatform} takes. */
export const platform = z.strictObject({
  name: dnsLabel,
  labelDomain: z.hostname(),
  repository: z.string().min(1),
  branch: z.string().min(1),
  argocd: z.record(dnsLabel, z.strictObject({ namespace: dnsLabel })),
  buckets: z.array(dnsLabel).default([]),
  registryMirror: z.string().min(1).optional(),
  imagePullSecrets: z.array(dnsLabel).default([]),
  retired: z.array(z.string()).default([]),
  freezes: z
    .array(
      z.strictObject({
        reason: line,
        from: z.iso.datetime(),
        until: z.iso.datetime(),
        environments: z.array(dnsLabel).optional(),
      }),
    )
    .default([]),
  scraper: z.strictObject({ namespace: dnsLabel, pods: labels }).optional(),
});

export type PlatformShape = z.output<typeof platform>;
