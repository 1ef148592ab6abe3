import type { Subject } from './subject.ts';

/** An app that runs a version, and where in the order of an environment. */
export interface RunBy {
  readonly app: string;
  readonly environment: string;
  /** Null in the last layer, which comes after all waves. */
  readonly wave: number | null;
  readonly keepsData: boolean;
}

/** What moves together: one branch, one pull request. */
export interface Unit {
  /** Name of the group; else the key of the entry that the others follow. Unique, a DNS label. */
  readonly name: string;
  /** The first is the one that chooses; those that follow come after it. A group has several that choose. */
  readonly subjects: readonly Subject[];
  readonly runBy: readonly RunBy[];
  /** Whether an app that runs it keeps data. */
  readonly keepsData: boolean;
}
