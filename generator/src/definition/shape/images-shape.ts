import { z } from 'zod';
import { digest, imageRepository, tag } from '../format/image.ts';
import { text } from '../format/text-format.ts';
import { dnsLabel } from './primitive.ts';

const regularExpression = (pattern: string): string | null => {
  try {
    new RegExp(pattern);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

const policy = z
  .strictObject({
    /** The largest step that an upgrade may take by itself. */
    update: z
      .enum(['patch', 'minor', 'major', 'none'])
      .default('minor')
      .describe('largest step of an upgrade; none: never'),
    /** Which tags are versions at all. */
    tags: text(regularExpression)
      .optional()
      .describe('regular expression; the only tags that count as versions'),
  })
  .describe('how upgrades choose the next version');

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
  policy: policy.prefault({}),
});

/** Shape of `images.yaml`. */
export const images = z.strictObject({ images: z.record(dnsLabel, image) });

export type ImagesShape = z.output<typeof images>;
