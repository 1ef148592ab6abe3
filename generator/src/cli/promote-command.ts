import { clockAt } from '../edge/clock.ts';
import { diskRepository } from '../edge/disk-repository.ts';
import { promotionTools, type ToolOptions } from '../edge/promote/promotion-tools.ts';
import type { Forge, MergeMethod } from '../forge/forge.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { ExternalError, UsageError } from '../problem/errors.ts';
import { branchMovesFor } from '../promote/branch-moves.ts';
import { forgeNotes } from '../promote/describe/forge-notes.ts';
import { promotionData, promotionText } from '../promote/describe/text.ts';
import type { History } from '../promote/history.ts';
import type { JudgedRelease } from '../promote/plan/refusals.ts';
import type { PromotionRequest } from '../promote/plan/request.ts';
import { type Promotion, type PromotionTools, promote } from '../promotion.ts';
import { checkCommit, checkRelease } from '../release-check.ts';
import { modelIn } from '../repository.ts';
import { checkTrees } from '../tree-check.ts';
import { type Invocation, type Options, type Report, textOption } from './command.ts';
import { forgeFromEnvironment } from './forge-from-environment.ts';
import type { Format } from './format.ts';
import { stepText } from './promotion-step.ts';
import { treeReport } from './tree-verdicts.ts';

/** `promote ENV`: moves an environment's pins, in a pull request. */
export async function promoteCommand(invocation: Invocation): Promise<Report> {
  const { root, options, format, terminal, arguments: words } = invocation;
  if (options.list === true) return await list(invocation);
  const [environment] = words;
  if (environment === undefined) throw new UsageError('which environment? npm run promote -- ENV');
  if (options.check === true) return await check(environment, options, invocation);
  if (options.trees === true) throw new UsageError('--trees goes with --check COMMIT');
  const request = requestFrom(options);
  const model = await modelIn(diskRepository(root));
  const { platform, environments } = model;
  const forge =
    options['no-pull-request'] === true ? null : forgeFromEnvironment(terminal, platform.repository);
  const live = textOption(options, 'live');
  const tools = await toolsAt(root, model, forge, { forge, live });
  const dryRun = options['dry-run'] === true;
  const promotion = await promote({ environment, request, dryRun }, tools);
  const merging = environments.find(({ name }) => name === environment)?.automerge ?? null;
  for (const note of forge === null ? [] : await notesOf(forge, platform.branch, merging))
    terminal.stderr.write(`${note}\n`);
  const asked = request.apps.length > 0 || request.layers.length > 0 || request.revision !== null;
  const { plan } = promotion.described;
  const kept = request.to !== null && plan.next === null && plan.deferred.length > 0;
  const failed = promotion.step.kind === 'refuse' || (asked && plan.moves.length === 0) || kept;
  return { text: renderers[format](promotion, dryRun), exitCode: failed ? 1 : 0 };
}

/** The real tools, as the definitions here say; `asked` tells when commits came to branches. */
async function toolsAt(
  root: string,
  { platform: { branch, labelDomain }, environments }: Model,
  asked: Forge | null,
  options: Pick<ToolOptions, 'forge' | 'live' | 'fetch'>,
): Promise<PromotionTools> {
  const clock = clockAt();
  const releases = environments.map(({ release }) => release);
  const moves = await branchMovesFor(asked, branch, releases, clock.now);
  return promotionTools({ root, branch, labelDomain, clock, moves, ...options });
}

/** A promotion that is made does not fail because the forge would not say what it is set to. */
async function notesOf(forge: Forge, branch: string, merging: MergeMethod | null): Promise<string[]> {
  try {
    return forgeNotes(branch, await forge.branchRules(branch), merging);
  } catch (error) {
    if (error instanceof ExternalError) return [];
    throw error;
  }
}

/** `--list`: the environments that take promotions, for whoever runs one of them after the other. */
async function list({ root, arguments: words }: Invocation): Promise<Report> {
  if (words.length > 0) throw new UsageError(`--list takes no environment: "${words[0]}"`);
  const { environments } = await modelIn(diskRepository(root));
  const promoted = environments.filter(({ promotesFrom, sample }) => promotesFrom !== null && !sample);
  return { text: `${JSON.stringify(promoted.map(({ name }) => name))}\n`, exitCode: 0 };
}

/** What judges changes nothing, and takes the clone as it is. */
const judging = { forge: null, live: null, fetch: false } as const;

/**
 * `--check`: whether a release may be merged now: that of an environment as it lies here, or those that a commit changes.
 * Main's definitions decide; of the commit nothing is run.
 */
async function check(
  word: string,
  options: Options,
  { root, format, terminal }: Pick<Invocation, 'root' | 'format' | 'terminal'>,
): Promise<Report> {
  const others = Object.keys(options).filter((name) => !['check', 'trees', 'root', 'format'].includes(name));
  if (others.length > 0) throw new UsageError(`--check takes no --${others[0]}`);
  if (options.trees === true) return await trees(word, { root, format });
  const model = await modelIn(diskRepository(root));
  // The forge is only asked when commits came.
  const tools = await toolsAt(
    root,
    model,
    forgeFromEnvironment(terminal, model.platform.repository),
    judging,
  );
  const here = model.environments.find(({ name }) => name === word);
  const judged = here
    ? await checkedOut(here, tools)
    : await checkCommit(commitNamed(word, tools.history), tools);
  const refused = judged.some((release) => release.refused.length > 0);
  const data = { version: 1, releases: judged };
  const text = format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : verdict(judged);
  return { text, exitCode: refused ? 1 : 0 };
}

/** The release as it lies here, and what the last commit does to the environment itself: it may be another by name only. */
async function checkedOut(
  { name, release }: Pick<EnvironmentModel, 'name' | 'release'>,
  tools: PromotionTools,
): Promise<JudgedRelease[]> {
  const refused = await checkRelease(name, release, tools);
  const committed = await checkCommit(commitNamed('HEAD', tools.history), tools);
  const more = committed
    .filter(({ environment }) => environment === name)
    .flatMap((judged) => judged.refused)
    .filter(({ app }) => refused.every((other) => other.app !== app));
  return [{ environment: name, refused: [...refused, ...more] }];
}

/** `--check COMMIT --trees`: the commits that its releases pin, generated anew. It runs their code, and asks no forge. */
async function trees(word: string, { root, format }: Pick<Invocation, 'root' | 'format'>): Promise<Report> {
  const tools = await toolsAt(root, await modelIn(diskRepository(root)), null, judging);
  return treeReport(await checkTrees(commitNamed(word, tools.history), tools), format);
}

function commitNamed(name: string, history: History): string {
  const commit = history.resolve(name);
  if (commit !== null) return commit;
  throw new UsageError(`there is no environment and no commit "${name}"; is it fetched?`);
}

function verdict(judged: readonly JudgedRelease[]): string {
  if (judged.length === 0) return 'no release is changed\n';
  return judged
    .map(({ environment, refused }) => {
      const lines = refused.map(({ app, detail }) => `${environment}: ${app}: ${detail}\n`);
      const may = lines.length === 0 ? 'may be merged now' : 'must wait';
      return `${lines.join('')}${environment}: this release ${may}\n`;
    })
    .join('');
}

function requestFrom(options: Options): PromotionRequest {
  const request = {
    apps: listOf(options, 'app'),
    layers: listOf(options, 'layer'),
    revision: textOption(options, 'revision'),
    to: textOption(options, 'to'),
    emergency: textOption(options, 'emergency'),
    settings: options.settings === true,
  };
  if (request.emergency?.trim() === '')
    throw new UsageError('--emergency REASON: say why it cannot wait for the soak');
  if (request.to !== null && (request.revision !== null || request.emergency !== null))
    throw new UsageError('--to goes back to what ran here; it takes neither --revision nor --emergency');
  const others = [...request.apps, ...request.layers, request.revision, request.to, request.emergency].filter(
    (choice) => choice !== null,
  );
  if (request.settings && others.length > 0)
    throw new UsageError('--settings brings the settings to all that runs, and takes no other choice');
  return request;
}

const listOf = (options: Options, name: string): string[] => {
  const value = options[name];
  return Array.isArray(value) ? value : [];
};

const renderers: Readonly<Record<Format, (promotion: Promotion, dryRun: boolean) => string>> = {
  text: (promotion, dryRun) => promotionText(promotion.described) + stepText(promotion, dryRun),
  json: ({ described, draft, step, published, pullRequest }) => {
    const { head: branch, title, body } = draft;
    const data = promotionData(described) as object;
    return `${JSON.stringify({ ...data, branch, title, body, step, published, pullRequest }, null, 2)}\n`;
  },
  markdown: ({ draft: { title, body } }) => `# ${title}\n\n${body}`,
  github: (promotion, dryRun) => promotionText(promotion.described) + stepText(promotion, dryRun),
};
