import { fenced, sections } from '../../text/markdown.ts';
import type { UpgradeReport } from '../upgrade-report.ts';
import { upgradeText } from './upgrade-text.ts';

/** A run for a comment: the summary, and every pull request as it reads. */
export const upgradeMarkdown = (report: UpgradeReport): string =>
  `${sections(
    fenced('', upgradeText(report)),
    ...report.upgrades.map(({ words: { title, body } }) => `# ${title}\n\n${body}`),
  )}\n`;
