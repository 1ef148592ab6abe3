import { z } from 'zod';

const text = z.string();
const port = z.int().min(1).max(65535);

const endpoint = z.object({
  kind: z.literal('endpoint'),
  host: text,
  port,
  podPort: port,
  pods: z.record(text, text),
});

const secret = z.object({ kind: z.literal('secret'), owner: text, name: text, keys: z.array(text) });

/** Shape of an output, as `provides` returns it. */
export const output = z.discriminatedUnion('kind', [
  endpoint,
  z.object({
    kind: z.literal('host'),
    host: text,
    url: text,
    endpoint,
    paths: z.array(text),
    unauthenticated: text.nullable(),
  }),
  z.object({ kind: z.literal('topic'), name: text }),
  z.object({ kind: z.literal('database'), name: text }),
  z.object({ kind: z.literal('role'), name: text, secret }),
  z.object({ kind: z.literal('bucket'), purpose: text, name: text, url: text }),
  secret,
  z.object({ kind: z.literal('kinds'), groups: z.array(text) }),
  z.object({ kind: z.literal('secret-store'), storeKind: z.literal('ClusterSecretStore'), name: text }),
  z.object({ kind: z.literal('setting'), value: text }),
]);
