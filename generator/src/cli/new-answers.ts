import { complete } from '../new/answers.ts';
import type { Answers, Question, RepositoryState } from '../new/question.ts';
import { UsageError } from '../problem/errors.ts';
import { ask, canAsk } from './ask.ts';
import type { Invocation } from './command.ts';

/** Answers from the command line, then from a person at a terminal, then what holds where nobody answers. */
export async function gather(
  what: string,
  questions: readonly Question[],
  given: Answers,
  state: RepositoryState,
  terminal: Invocation['terminal'],
): Promise<Answers> {
  const asked = canAsk(terminal) ? await ask(questions, given, state, terminal) : given;
  const { answers, missing, wrong } = complete(questions, asked, state);
  const lacking = missing.map(({ flag, value, what: why }) => `\n  --${flag} ${value}  ${why}`).join('');
  const all = [...wrong, ...(missing.length > 0 ? [`${what} still needs${lacking}`] : [])];
  if (all.length > 0) throw new UsageError(all.join('\n'));
  return answers;
}

/** The flags that were given, each as a list; one that belongs to something else is a typo. */
export function flagsIn(
  options: Invocation['options'],
  questions: readonly Question[],
  all: readonly Question[],
): Answers {
  const flags = new Set(questions.map(({ flag }) => flag));
  const strangers = all.filter(({ flag }) => options[flag] !== undefined && !flags.has(flag));
  if (strangers.length > 0) {
    const named = [...new Set(strangers.map(({ flag }) => `--${flag}`))];
    throw new UsageError(`not for this: ${named.join(', ')}`);
  }
  const entries = questions.flatMap(({ flag, many }): [string, readonly string[]][] => {
    const words = options[flag];
    if (!Array.isArray(words)) return [];
    if (!many && words.length > 1) throw new UsageError(`--${flag} is given ${words.length} times`);
    return [[flag, words]];
  });
  return Object.fromEntries(entries);
}
