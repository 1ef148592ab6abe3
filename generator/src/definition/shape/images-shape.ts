import { z } from 'zod';
import { digest, imageRepository, tag } from '../format/image.ts';
import { text } from '../format/text-format.ts';
import { formerly } from './formerly-shape.ts';
import { dnsLabel } from './primitive.ts';
import { upgradePolicy } from './upgrade-policy-shape.ts';

const image = z.strictObject({
  repository: text(imageRepository).describe('registry and path, as in docker.io/library/nginx'),
  tag: z
    .string()
    .regex(
      tag,
      'must be at most 128 letters, digits, dots, dashes and underscores, the first no dot and no dash',
    )
    .describe('tag, quoted if it looks like a number'),
  digest: z
    .string()
    .regex(digest, 'must be sha256: and 64 hexadecimal digits, or null')
    .nullable()
    .describe('what the tag meant when it was approved; null while no registry was asked'),
  formerly,
  policy: upgradePolicy.prefault({}),
});

/** Shape of `images.yaml`. */
export const images = z.strictObject({ images: z.record(dnsLabel, image) });

export type ImagesShape = z.output<typeof images>;
