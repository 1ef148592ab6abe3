import { clockAt } from '../edge/clock.ts';
import { diskRepository } from '../edge/disk-repository.ts';
import { registrySources } from '../edge/registry/registry-sources.ts';
import { effects } from '../edge/upgrade/effects.ts';
import { upgradeTools } from '../edge/upgrade/real-upgrade-tools.ts';
import { UsageError } from '../problem/errors.ts';
import { modelIn } from '../repository.ts';
import { upgradeData } from '../upgrade/describe/upgrade-data.ts';
import { upgradeMarkdown } from '../upgrade/describe/upgrade-markdown.ts';
import { upgradeText } from '../upgrade/describe/upgrade-text.ts';
import { parseSeen, seenText } from '../upgrade/seen/seen-file.ts';
import type { UpgradeReport } from '../upgrade/upgrade-report.ts';
import { checkPinned, type UpgradeFlowTools, upgrade } from '../upgrade.ts';
import { type Invocation, type Report, textOption } from './command.ts';
import { folderOption } from './folder-option.ts';
import { forgeFromEnvironment } from './forge-from-environment.ts';
import type { Format } from './format.ts';
import { importImagesCommand } from './import-images-command.ts';
import { fileAnnotation } from './report-error.ts';
import { publicCatalog, schemaLocations } from './schema-locations.ts';
import { schemaLocation } from './verify-command.ts';

/** `upgrade`: newer versions, each unit's in a pull request. */
export async function upgradeCommand(invocation: Invocation): Promise<Report> {
  const { options, format } = invocation;
  const modes = ['check', 'dry-run', 'import-images'].filter((name) => options[name] !== undefined);
  if (options.check === true && modes.length > 1)
    throw new UsageError('--check only asks, and takes nothing beside it');
  if (textOption(options, 'import-images') !== null) return await importImagesCommand(invocation);
  return await withTools(invocation, async (tools) => {
    if (options.check === true) {
      const report = await checkPinned(tools);
      return { text: renderers[format](report), exitCode: exitCodeOf(report, report.alarms.length > 0) };
    }
    const only = Array.isArray(options.only) ? options.only : [];
    const report = await upgrade({ only, dryRun: options['dry-run'] === true }, tools);
    return { text: renderers[format](report), exitCode: exitCodeOf(report, false) };
  });
}

async function withTools(
  invocation: Invocation,
  work: (tools: UpgradeFlowTools) => Promise<Report>,
): Promise<Report> {
  const { root, options, terminal } = invocation;
  const progress = (line: string): void => void terminal.stderr.write(`${line}\n`);
  const { platform } = await modelIn(diskRepository(root));
  const given = schemaLocation(invocation);
  const looking = effects({
    root,
    charts: folderOption(invocation, 'charts', 'VERIFY_CHARTS'),
    schemaLocations: [...schemaLocations(given), ...(given === null ? await publicCatalog() : [])],
    progress,
  });
  const alone = options.check === true || options['no-pull-request'] === true;
  try {
    const tools = upgradeTools({
      root,
      branch: platform.branch,
      sources: registrySources({ root, progress, environment: terminal.env, anew: options.check === true }),
      effect: (workspace) => looking.of(workspace),
      seen: { parse: parseSeen, format: seenText },
      forge: alone ? null : forgeFromEnvironment(terminal, platform.repository),
      clock: clockAt(),
      progress,
    });
    return await work({ ...tools, open: diskRepository });
  } finally {
    looking.close();
  }
}

/** 2 where somebody did not answer, or something could not be delivered. */
const exitCodeOf = ({ failures }: UpgradeReport, isAlarm: boolean): 0 | 1 | 2 =>
  isAlarm ? 1 : failures.length > 0 ? 2 : 0;

const renderers: Readonly<Record<Format, (report: UpgradeReport) => string>> = {
  text: upgradeText,
  json: (report) => `${JSON.stringify(upgradeData(report), null, 2)}\n`,
  markdown: upgradeMarkdown,
  github: (report) =>
    upgradeText(report) +
    report.alarms
      .map(({ kind, subject, detail, hint }) =>
        fileAnnotation(subject.file, kind, `${subject.id}: ${detail}; ${hint}`),
      )
      .join(''),
};
