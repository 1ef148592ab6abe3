import { clockAt } from '../edge/clock.ts';
import { hotfixFolders } from '../edge/hotfix/hotfix-folders.ts';
import { mainPlatform } from '../edge/promote/main-platform.ts';
import { promotionTools } from '../edge/promote/promotion-tools.ts';
import { stepHotfix } from '../hotfix.ts';
import { UsageError } from '../problem/errors.ts';
import { type Invocation, type Report, textOption } from './command.ts';
import { forgeFromEnvironment } from './forge-from-environment.ts';
import { hotfixData, hotfixText } from './hotfix-report.ts';

/** `hotfix ENV`: a branch at what an environment runs; then, what was fixed there, pinned. */
export async function hotfixCommand(invocation: Invocation): Promise<Report> {
  const { root, options, format, terminal, arguments: words } = invocation;
  const [environment] = words;
  if (environment === undefined) throw new UsageError('which environment? npm run hotfix -- ENV');
  const reason = textOption(options, 'emergency');
  if (reason?.trim() === '') throw new UsageError('--emergency REASON: say why it cannot wait for the soak');
  const platform = await mainPlatform(root);
  const tools = promotionTools({
    root,
    branch: platform.branch,
    labelDomain: platform.labelDomain,
    forge: options['no-pull-request'] === true ? null : forgeFromEnvironment(terminal, platform.repository),
    live: null,
    clock: clockAt(),
  });
  const progress = (line: string): void => void terminal.stderr.write(`${line}\n`);
  const step = await stepHotfix(
    { environment, app: textOption(options, 'app'), name: textOption(options, 'name'), reason },
    { ...tools, folders: hotfixFolders(root, { progress }) },
  );
  const text =
    format === 'json' ? `${JSON.stringify(hotfixData(step), null, 2)}\n` : hotfixText(step, platform.branch);
  const isRefused = step.kind === 'pinned' && step.promotion.described.plan.moves.length < step.apps.length;
  return { text, exitCode: isRefused ? 1 : 0 };
}
