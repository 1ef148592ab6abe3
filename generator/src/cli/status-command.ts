import { clockAt } from '../edge/clock.ts';
import { diskRepository } from '../edge/disk-repository.ts';
import { localHistory } from '../edge/promote/promotion-tools.ts';
import { generate } from '../generate.ts';
import { type EnvironmentStatus, statusOf } from '../promote/status/status.ts';
import { statusMarkdown, statusText } from '../promote/status/status-text.ts';
import { modelIn } from '../repository.ts';
import type { Invocation, Report } from './command.ts';
import { forgeFromEnvironment } from './forge-from-environment.ts';
import type { Format } from './format.ts';

/** `status`: which version of which app runs where, and why environments differ. */
export async function statusCommand(invocation: Invocation): Promise<Report> {
  const { root, format, options, terminal } = invocation;
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
