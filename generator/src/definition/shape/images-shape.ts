import { z } from 'zod';
import { dnsLabel } from './primitive.ts';

const policy = z
  .strictObject({
    /** The largest step that an upgrade may take by itself. */
    update: z
      .enum(['patch', 'minor', 'major', 'none'])
      .default('minor')
      .describe('largest step of an upgrade; none: never'),
    /** Which tags are versions at all. */
    tags: z.string().optional().describe('regular expression; the only tags that count as versions'),
  })
  .describe('how upgrades choose the next version');

const image = z.strictObject({
  repository: z
    .string()
    .regex(
      /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+$/,
      'must be registry/path in lower case, as in docker.io/library/nginx',
    )
    .describe('registry and path, as in docker.io/library/nginx'),
  tag: z
    .string()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/)
    .describe('tag, quoted if it looks like a number'),
  digest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits, or null')
    .nullable()
    .describe('what the tag meant when it was approved; null while no registry was asked'),
  policy: policy.prefault({}),
});

/** Shape of `images.yaml`. */
export const images = z.strictObject({ images: z.record(dnsLabel, image) });

export type ImagesShape = z.output<typeof images>;
