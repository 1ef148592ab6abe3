import type { AppRange } from '../../promote/history.ts';

/** Two commits, and the paths that count between them, from the top of the repository. */
export interface PathRange extends Pick<AppRange, 'from' | 'to'> {
  readonly paths: readonly string[];
}
