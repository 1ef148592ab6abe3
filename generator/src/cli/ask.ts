import { createInterface } from 'node:readline/promises';
import { applies, refused } from '../new/answers.ts';
import type { Answers, Question, RepositoryState } from '../new/question.ts';
import type { Terminal } from './command.ts';

/** Asks a person at a terminal for what the command line did not say; an empty line takes what stands in brackets. */
export async function ask(
  questions: readonly Question[],
  given: Answers,
  state: RepositoryState,
  { stdin, stderr }: Terminal,
): Promise<Answers> {
  // Talk is stderr's: what is piped away stays a report.
  const lines = createInterface({ input: stdin as NodeJS.ReadableStream });
  const replies = lines[Symbol.asyncIterator]();
  let answers = given;
  try {
    for (const question of questions) {
      if (question.quiet || answers[question.flag] !== undefined || !applies(question, answers)) continue;
      const usual = question.otherwise?.(answers, state);
      const brackets = usual === undefined ? '' : ` [${usual.join(', ') || 'none'}]`;
      for (;;) {
        stderr.write(`${question.what}${brackets}: `);
        const { value, done } = await replies.next();
        // The end of the input: what is missing is said as it is without a terminal.
        if (done === true) return answers;
        const word = String(value).trim();
        const found = word === '' && usual !== undefined ? usual : [word];
        const wrong = found.flatMap((text) => refused(question, text));
        if (wrong.length === 0) {
          if (found.length > 0) answers = { ...answers, [question.flag]: found };
          break;
        }
        stderr.write(`${wrong.join('; ')}\n`);
      }
    }
    return answers;
  } finally {
    lines.close();
  }
}

/** Whether somebody sits there to be asked. */
export const canAsk = ({ stdin, stderr }: Terminal): boolean =>
  stdin?.isTTY === true && stderr.isTTY === true;
