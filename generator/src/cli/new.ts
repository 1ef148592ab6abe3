import { resolve as resolvePath } from 'node:path';
import { diskRepository } from '../edge/disk-repository.ts';
import { withLock } from '../edge/lock.ts';
import { exists, textOf, writeNew } from '../edge/new-files.ts';
import { lookAtChart } from '../edge/verify/look-at-chart.ts';
import { resolve } from '../model/resolve.ts';
import { complete } from '../new/answers.ts';
import { planApp } from '../new/app.ts';
import { appQuestions } from '../new/app-questions.ts';
import { planEnvironment } from '../new/environment.ts';
import { environmentQuestions } from '../new/environment-questions.ts';
import { type NewFiles, refuseExisting } from '../new/plan.ts';
import { type Answers, answer, type Ground, type Question } from '../new/question.ts';
import { orThrow, UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import { failure, type Result } from '../problem/problem.ts';
import { ask, canAsk } from './ask.ts';
import type { Invocation, Report } from './command.ts';
import { newReport } from './new-report.ts';

const kinds: Readonly<Record<string, readonly Question[]>> = {
  environment: environmentQuestions,
  app: appQuestions,
};

/** `new`: writes the files of a new environment or app, as a person would write them. */
export async function newCommand(invocation: Invocation): Promise<Report> {
  const { root, options, terminal, format } = invocation;
  const { kind, name, questions } = subject(invocation);
  const repository = diskRepository(root);
  const written = await repository.read();
  const ground: Ground = { written, model: orThrow(resolve(written)) };
  const given = { name: [name], ...said(questions, options) };
  const answers = answered(
    kind,
    questions,
    canAsk(terminal) ? await ask(questions, given, ground, terminal) : given,
    ground,
  );
  const dryRun = options['dry-run'] === true;
  const work = async (): Promise<NewFiles> => {
    const files = orThrow(await plan(kind, answers, ground, invocation, repository.root));
    if (!dryRun) writeNew(repository.root, files);
    return files;
  };
  const files = await (dryRun ? work() : withLock(repository.root, work));
  return { text: newReport(format, files, { dryRun, kind, name }), exitCode: 0 };
}

async function plan(
  kind: string,
  answers: Answers,
  ground: Ground,
  { options, terminal }: Invocation,
  root: string,
): Promise<Result<NewFiles>> {
  const planned =
    kind === 'environment'
      ? planEnvironment(answers, ground)
      : planApp(
          answers,
          ground,
          textOf(root, 'apps/index.ts'),
          await chartOf(answers, ground, options, terminal),
        );
  if (!planned.ok) return planned;
  const wrong = refuseExisting(planned.value, (path) => exists(root, path));
  return wrong.length > 0 ? failure(wrong) : planned;
}

/** What somebody else's chart says of its values, where it can be had. */
async function chartOf(
  answers: Answers,
  ground: Ground,
  options: Invocation['options'],
  terminal: Invocation['terminal'],
) {
  if (answer(answers, 'chart') !== 'upstream') return null;
  const folder = options.charts ?? terminal.env.VERIFY_CHARTS;
  const say = (line: string): void => void terminal.stderr.write(`${line}\n`);
  const charts = typeof folder === 'string' && folder !== '' ? resolvePath(folder) : null;
  return lookAtChart(answers, ground, charts, say);
}

function subject({ arguments: [kind = '', name = '', ...extra] }: Invocation) {
  const questions = kinds[kind];
  const known = Object.keys(kinds);
  if (kind === '') throw new UsageError(`say what: new ${known.join('|')} NAME`);
  if (questions === undefined) throw new UsageError(`there is no new "${kind}": ${didYouMean(kind, known)}`);
  if (name === '') throw new UsageError(`say what it is called: new ${kind} NAME`);
  if (extra.length > 0) throw new UsageError(`unexpected argument "${extra[0]}"`);
  return { kind, name, questions };
}

/** Flags of this command, each as a list; one that belongs to the other kind of thing is a slip. */
function said(questions: readonly Question[], options: Invocation['options']): Answers {
  const flags = new Set(questions.map(({ flag }) => flag));
  const strangers = Object.values(kinds)
    .flat()
    .filter(({ flag }) => options[flag] !== undefined && !flags.has(flag));
  if (strangers.length > 0)
    throw new UsageError(`not for this: ${strangers.map(({ flag }) => `--${flag}`).join(', ')}`);
  const entries = questions.flatMap(({ flag, many }): [string, readonly string[]][] => {
    const words = options[flag];
    if (!Array.isArray(words)) return [];
    if (!many && words.length > 1) throw new UsageError(`--${flag} is given ${words.length} times`);
    return [[flag, words]];
  });
  return Object.fromEntries(entries);
}

function answered(kind: string, questions: readonly Question[], given: Answers, ground: Ground): Answers {
  const { answers, missing, wrong } = complete(questions, given, ground);
  const lacking = missing.map(({ flag, value, what }) => `\n  --${flag} ${value}  ${what}`).join('');
  const all = [...wrong, ...(missing.length > 0 ? [`new ${kind} still needs${lacking}`] : [])];
  if (all.length > 0) throw new UsageError(all.join('\n'));
  return answers;
}
