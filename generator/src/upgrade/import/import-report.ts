import type { DuplicateKey } from './list-value.ts';

/** An entry of ours that the list raises, or pins. */
export interface TakenImage {
  readonly key: string;
  readonly name: string;
  /** Line in the list, 1-based. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly digest: string | null;
  /** What a person should know, one line each. */
  readonly notes: readonly string[];
}

/** An image that no entry of ours is about. */
export interface NewImage {
  readonly key: string;
  readonly line: number;
  /** Its entry, as `images.yaml` would have it, without the map's indentation. */
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** An image that is not taken. */
export interface LeftImage {
  readonly name: string;
  readonly line: number;
  /** One line. */
  readonly why: string;
}

/** What reading a list of images came to. Nothing is written yet. */
export interface ImportReport {
  /** Of `images.yaml`, afterwards. */
  readonly text: string;
  readonly taken: readonly TakenImage[];
  readonly fresh: readonly NewImage[];
  readonly left: readonly LeftImage[];
  /** Names of images that are here already, just so. */
  readonly same: readonly string[];
  readonly duplicates: readonly DuplicateKey[];
}
