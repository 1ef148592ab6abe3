import type { Model } from '../model/model.ts';
import type { Written } from '../model/written.ts';

/** The repository that something new is added to, as it is. */
export interface RepositoryState {
  readonly written: Written;
  readonly model: Model;
}

/** Answers by flag, none of them empty lists; `name` is there too. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** Something that must be known before anything can be written: a flag of the command line, and a prompt. */
export interface Question {
  readonly flag: string;
  /** What stands behind the flag in help, as `NAME`. */
  readonly value: string;
  /** In a few words, for help and for the prompt. */
  readonly what: string;
  /** May be given several times, and not at all. */
  readonly many?: boolean;
  readonly choices?: readonly string[];
  /** Only asked where an earlier answer is one of these. */
  readonly when?: { readonly flag: string; readonly is: readonly string[] };
  /** What holds where nobody answers; an empty list leaves it out. Without this, an answer is required. */
  readonly otherwise?: (answers: Answers, state: RepositoryState) => readonly string[];
  /** Never asked at a prompt: whoever wants something unusual gives the flag. */
  readonly quiet?: boolean;
}

/** The only answer to a question, or an empty text. */
export const answer = (answers: Answers, flag: string): string => answers[flag]?.[0] ?? '';
