import { alertGroups } from './index.ts';

/** One alert that keeps another quiet, which says less loudly the same of the same. */
export interface Inhibition {
  readonly source: string;
  readonly target: string;
  /** Labels that must be equal in both. */
  readonly equal: readonly string[];
}

export const inhibitions = (environment: string): Inhibition[] =>
  alertGroups(environment)
    .flatMap(({ alerts }) => alerts)
    .flatMap(({ name, outranks }) =>
      outranks ? [{ source: name, target: outranks.alert, equal: outranks.by }] : [],
    );
