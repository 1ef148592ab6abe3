import type { ValueTypes } from './emit/types-files.ts';
import type { ValuesSchema } from './model/chart-model.ts';
import type { Model } from './model/model.ts';
import { resolve } from './model/resolve.ts';
import type { Written } from './model/written.ts';
import { orThrow } from './problem/errors.ts';
import type { PinnedSource } from './running/pinned-source.ts';
import type { Changes } from './tree/changes.ts';
import type { Files } from './tree/files.ts';

/** A repository on disk, as `generate` needs it. `edge/` has the real one. */
export interface Repository {
  /** Absolute path of its folder. */
  readonly root: string;
  /** Lua of the health check for Applications. */
  readonly gate: string;
  /** Loads what people wrote. */
  read(): Promise<Written>;
  /** TypeScript for each schema, by the schema's path. */
  compileTypes(schemas: readonly ValuesSchema[]): Promise<ValueTypes>;
  /** The files that lie in the writable places now, once no link stands in the way of the wanted ones. */
  present(wanted: Files): Files;
  /** The lists of what runs, by path: as committed, and as they lie there. */
  known(present: Files): ReadonlyMap<string, readonly string[]>;
  /** Texts of files in the commits that a working tree is held against, older ones first, by path. */
  earlier(files: readonly string[]): ReadonlyMap<string, readonly string[]>;
  /** Candidates of older commits. */
  readonly pinned: PinnedSource;
  /** Whether there is a branch, here or where this was cloned from; null where that cannot be known. */
  hasBranch(name: string): boolean | null;
  /** The URL that this clone is kept in step with; null where there is none. */
  remote(): string | null;
  /** Makes the changes, all of them or none. */
  apply(changes: Changes): void;
}

/** What a repository says, resolved. Throws its problems. */
export const modelIn = async (repository: Pick<Repository, 'read'>): Promise<Model> =>
  orThrow(resolve(await repository.read()));
