import { diskRepository } from '../edge/disk-repository.ts';
import { ownCharts } from '../edge/load.ts';
import { withLock } from '../edge/lock.ts';
import { exists, textOf, writeNew } from '../edge/new-files.ts';
import { lookAtChart } from '../edge/verify/look-at-chart.ts';
import { resolve } from '../model/resolve.ts';
import { appQuestions } from '../new/app-questions.ts';
import { environmentQuestions } from '../new/environment-questions.ts';
import { planApp } from '../new/new-app.ts';
import { planEnvironment } from '../new/new-environment.ts';
import { emptyPlatform, planPlatform } from '../new/new-platform.ts';
import { type NewFiles, refuseExisting } from '../new/planned-files.ts';
import { firstEnvironmentQuestions, platformQuestions } from '../new/platform-questions.ts';
import { type Answers, answer, type Question, type RepositoryState } from '../new/question.ts';
import { entryOf } from '../problem/entry-of.ts';
import { orThrow, UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import { failure, type Result } from '../problem/problem.ts';
import type { Invocation, Report } from './command.ts';
import { folderOption } from './folder-option.ts';
import { flagsIn, gather } from './new-answers.ts';
import { newReport } from './new-report.ts';

/** `new`: writes the files of a new platform, environment or app, as a person would write them. */
export async function newCommand(invocation: Invocation): Promise<Report> {
  const { root, options, format } = invocation;
  const { kind, name, questions, planner } = subject(invocation);
  const all = Object.values(kinds).flatMap((other) => other.questions);
  const plan = await planner({ name: [name], ...flagsIn(options, questions, all) }, invocation);
  const dryRun = options['dry-run'] === true;
  const work = async (): Promise<NewFiles> => {
    const planned = await plan();
    const files = orThrow(planned);
    const wrong = refuseExisting(files, (path) => exists(root, path));
    if (wrong.length > 0) return orThrow(failure(wrong));
    if (!dryRun) writeNew(root, files);
    return files;
  };
  const files = await (dryRun ? work() : withLock(root, work));
  return { text: newReport(format, files, { dryRun, kind, name }), exitCode: 0 };
}

function subject({ arguments: [kind = '', name = ''] }: Invocation) {
  const known = Object.keys(kinds);
  if (kind === '') throw new UsageError(`say what: new ${known.join('|')} NAME`);
  const found = entryOf(kinds, kind);
  if (found === undefined) throw new UsageError(`there is no new "${kind}": ${didYouMean(kind, known)}`);
  if (name === '') throw new UsageError(`say what it is called: new ${kind} NAME`);
  return { kind, name, ...found };
}

/** Asks what must be known; what comes back plans the files, once nobody else is writing. */
type Planner = (
  given: Answers,
  invocation: Invocation,
) => Promise<() => Result<NewFiles> | Promise<Result<NewFiles>>>;

/** What `new` can make: what it asks, and how it plans. */
const kinds: Readonly<
  Record<string, { readonly questions: readonly Question[]; readonly planner: Planner }>
> = {
  platform: {
    questions: [...platformQuestions, ...firstEnvironmentQuestions],
    planner: async (given, { root, terminal }) => {
      const empty = (answers: Answers): RepositoryState =>
        orThrow(emptyPlatform(answers, `file://${root}/`, ownCharts(root)));
      const nobody = empty(placeholder);
      const platform = await gather('new platform', platformQuestions, given, nobody, terminal);
      const state = empty(platform);
      const { environment = [] } = platform;
      const first = { ...given, name: environment };
      const answers = await gather('new platform', firstEnvironmentQuestions, first, state, terminal);
      return () => planPlatform(platform, answers, state, (path) => exists(root, path));
    },
  },
  environment: {
    questions: environmentQuestions,
    planner: async (given, { root, terminal }) => {
      const state = await stateIn(root);
      const answers = await gather('new environment', environmentQuestions, given, state, terminal);
      return () => planEnvironment(answers, state);
    },
  },
  app: {
    questions: appQuestions,
    planner: async (given, invocation) => {
      const { root, terminal } = invocation;
      const state = await stateIn(root);
      const answers = await gather('new app', appQuestions, given, state, terminal);
      return async () =>
        planApp(answers, state, textOf(root, 'apps/index.ts'), await chartOf(answers, state, invocation));
    },
  },
};

/** What stands in for a platform whose answers nobody has given yet. */
const placeholder: Answers = {
  name: ['platform'],
  'label-domain': ['example.org'],
  repository: ['https://example.org'],
  branch: ['main'],
  'argocd-namespace': ['argocd'],
};

async function stateIn(root: string): Promise<RepositoryState> {
  const written = await diskRepository(root).read();
  return { written, model: orThrow(resolve(written)) };
}

/** What a third-party chart says of its values, where it can be had. */
async function chartOf(answers: Answers, state: RepositoryState, invocation: Invocation) {
  if (answer(answers, 'chart') !== 'upstream') return null;
  const say = (line: string): void => void invocation.terminal.stderr.write(`${line}\n`);
  return lookAtChart(answers, state, folderOption(invocation, 'charts', 'VERIFY_CHARTS'), say);
}
