import { clockAt } from '../edge/clock.ts';
import { diskRepository } from '../edge/disk-repository.ts';
import { localHistory } from '../edge/promote/promotion-tools.ts';
import { generate } from '../generate.ts';
import { type LiveReport, liveMarkdown, liveText } from '../live/live-report.ts';
import { environmentNamed } from '../model/environment-named.ts';
import { UsageError } from '../problem/errors.ts';
import { type EnvironmentStatus, statusOf } from '../promote/status/status.ts';
import { statusMarkdown, statusText } from '../promote/status/status-text.ts';
import { modelIn } from '../repository.ts';
import { type Invocation, type Report, textOption } from './command.ts';
import { forgeFromEnvironment } from './forge-from-environment.ts';
import type { Format } from './format.ts';
import { liveReportOf } from './live-status.ts';

/** `status`: which version of which app runs where, and why environments differ; or what holds one of them. */
export async function statusCommand(invocation: Invocation): Promise<Report> {
  const { arguments: words, options } = invocation;
  const [name] = words;
  const [live, cluster] = [textOption(options, 'live'), textOption(options, 'cluster')];
  if (live !== null && name !== undefined) return liveStatus(invocation, name, live, cluster);
  if (live === null && cluster === null && name === undefined) return everywhere(invocation);
  throw new UsageError('npm run status, or npm run status -- ENVIRONMENT --live CONTEXT');
}

/** What holds the root of an environment, as its Argo CD says. */
async function liveStatus(
  { root, format, options }: Invocation,
  name: string,
  live: string,
  cluster: string | null,
): Promise<Report> {
  const repository = diskRepository(root);
  const model = await modelIn(repository);
  const environment = environmentNamed(name, model);
  const sameCluster = environment.destination.name === 'in-cluster' ? live : null;
  const contexts = { argocd: live, destination: cluster ?? sameCluster };
  const report = await liveReportOf(environment, model, repository, contexts);
  const isWell = report.standing.root !== null && report.standing.well === report.standing.apps;
  return { text: liveRenderers[format](report), exitCode: options.check === true && !isWell ? 1 : 0 };
}

const liveRenderers: Readonly<Record<Format, (report: LiveReport) => string>> = {
  text: liveText,
  json: (report) => `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`,
  markdown: liveMarkdown,
  github: liveText,
};

async function everywhere({ root, format, options, terminal }: Invocation): Promise<Report> {
  const repository = diskRepository(root);
  const model = await modelIn(repository);
  const { shares } = await generate(repository, { check: true });
  const differing = shares.filter(
    ({ created, updated, deleted }) => created.length + updated.length + deleted.length > 0,
  );
  const clock = clockAt();
  const forge = forgeFromEnvironment(terminal, model.platform.repository);
  const status = statusOf({
    model,
    history: localHistory(root, model.platform.branch, clock),
    clock,
    drifting: new Set(differing.flatMap(({ environment }) => environment ?? [])),
    pullRequests: (await forge?.openPullRequests('promote/')) ?? [],
  });
  const wrong = status.some(({ drift, lacking }) => drift || lacking.length > 0);
  return { text: renderers[format](status), exitCode: options.check === true && wrong ? 1 : 0 };
}

const renderers: Readonly<Record<Format, (status: readonly EnvironmentStatus[]) => string>> = {
  text: statusText,
  json: (environments) => `${JSON.stringify({ version: 1, environments }, null, 2)}\n`,
  markdown: statusMarkdown,
  github: statusText,
};
