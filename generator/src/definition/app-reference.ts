import type { CallSite } from './call-site.ts';
import type { OutputTree } from './output.ts';

/** An app, as other definitions refer to it. */
export interface App<
  Name extends string = string,
  Outputs extends OutputTree = OutputTree,
  Values = unknown,
  Size = unknown,
> {
  readonly kind: 'app';
  readonly name: Name;
  /** As it was written; its shape is checked when the repository is resolved. */
  readonly definition: unknown;
  readonly site: CallSite | undefined;
  /** For the compiler only. */
  readonly outputs?: Outputs;
  /** For the compiler only. */
  readonly values?: Values;
  /** For the compiler only. */
  readonly size?: Size;
}
