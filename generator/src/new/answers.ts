import { type Answers, answer, type Question, type RepositoryState } from './question.ts';

/** Whether a question makes sense after what was answered before. */
export const applies = ({ when }: Question, answers: Answers): boolean =>
  when === undefined || when.is.includes(answer(answers, when.flag));

/** What was made of the answers that were given. */
export interface Completed {
  readonly answers: Answers;
  /** Required, and not answered. */
  readonly missing: readonly Question[];
  /** What is wrong with the rest, one sentence each. */
  readonly wrong: readonly string[];
}

/** Fills in what was not answered. */
export function complete(questions: readonly Question[], given: Answers, state: RepositoryState): Completed {
  const missing: Question[] = [];
  const wrong: string[] = [];
  let answers: Answers = { name: given.name ?? [] };
  for (const question of questions) {
    const said = given[question.flag] ?? [];
    if (!applies(question, answers)) {
      // Behind an answer that is missing itself, nobody can say yet what is out of place.
      if (said.length > 0 && answers[question.when?.flag ?? ''] !== undefined)
        wrong.push(misplaced(question));
      continue;
    }
    const found = said.length > 0 ? said : question.otherwise?.(answers, state);
    if (found === undefined) missing.push(question);
    else if (found.length > 0) answers = { ...answers, [question.flag]: found };
    wrong.push(...said.flatMap((word) => refused(question, word)));
  }
  return { answers, missing, wrong };
}

/** What is wrong with one answer to a question. */
export function refused({ flag, choices }: Question, word: string): string[] {
  if (word.trim() === '') return [`--${flag} is empty`];
  if (choices === undefined || choices.includes(word)) return [];
  return [`--${flag} ${word}: must be one of ${choices.join(', ')}`];
}

const misplaced = ({ flag, when }: Question): string =>
  `--${flag} only applies with --${when?.flag} ${when?.is.join(' or ')}`;
