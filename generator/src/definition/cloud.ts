import type { BucketName } from './names.ts';
import type { cloud } from './shape/cloud-shape.ts';
import type { Input } from './shape/input.ts';

/** Every bucket that the platform names must be named by each environment. */
type WithBuckets<Shape> = Shape extends unknown
  ? Omit<Shape, 'buckets'> & { readonly buckets: Readonly<Record<BucketName, string>> }
  : never;

/** The cloud of an environment, or `local` for on-premises. */
export type Cloud = WithBuckets<Input<typeof cloud>>;
export type CloudKind = Cloud['kind'];
