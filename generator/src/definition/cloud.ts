import type { BucketName } from './names.ts';
import type { cloud } from './shape/cloud-shape.ts';
import type { Input } from './shape/input.ts';

/** Every bucket that the platform names must be named by each environment. */
type WithBuckets<Shape> = Shape extends unknown
  ? Omit<Shape, 'buckets'> & { readonly buckets: Readonly<Record<BucketName, string>> }
  : never;

/** What a person may write: the cloud of an environment, or `local` for on-premises. */
export type StatedCloud = WithBuckets<Input<typeof cloud>>;

type StatedStore = NonNullable<Extract<StatedCloud, { kind: 'local' }>['objectStore']>;

type WithStore<Shape> = Shape extends { kind: 'local' }
  ? Omit<Shape, 'objectStore'> & { readonly objectStore: StatedStore }
  : Shape;

/** The cloud of an environment, with the address of its object store, whoever that is. */
export type Cloud = WithStore<StatedCloud>;
export type CloudKind = Cloud['kind'];
