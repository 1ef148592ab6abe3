import { type Problem, problem } from '../problem/problem.ts';

/** A file that is there, and what it becomes. Lines are only added. */
export interface Edit {
  readonly before: string;
  readonly after: string;
}

/** What would be written, all of it. Paths are relative to the root, with forward slashes. */
export interface NewFiles {
  readonly create: ReadonlyMap<string, string>;
  readonly edit: ReadonlyMap<string, Edit>;
}

/** Nothing is ever written over. `exists` says what is in the way. */
export function refuseExisting({ create }: NewFiles, exists: (path: string) => boolean): Problem[] {
  return [...create.keys()]
    .filter(exists)
    .map((file) =>
      problem('duplicate-name', { file }, 'it is there already', 'choose another name, or remove it'),
    );
}
