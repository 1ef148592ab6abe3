import { alertGroups } from './index.ts';

/** The page of runbooks: a section for each alert, which its annotation `runbook` leads to. */
export function runbooksPage(): string {
  const sections = alertGroups('ENV').flatMap(({ name, team, alerts }) => [
    `## ${name}`,
    `For the team \`${team}\`.`,
    ...alerts.flatMap((alert) => [
      `### ${alert.name}`,
      `${plain(alert.summary)}. ${plain(alert.description)}`,
      `${alert.severity}; when this has held ${alert.for ? `for ${alert.for}` : 'once'}:`,
      `\`\`\`promql\n${alert.expr}\n\`\`\``,
    ]),
  ]);
  return `# Runbooks\n\n${introduction}\n\n${sections.join('\n\n')}\n`;
}

const introduction =
  'What each alert means, and what to look at first. The page is made of `apps/operations/alerts`: after a change there, ' +
  '`UPDATE=1 npx vitest run --project platform apps/operations/alert-rules.test.ts` writes it anew. How what is kept is ' +
  'brought back stands in `RESTORE.md` of the environment.';

const plain = (text: string): string => text.replace(/\{\{ \$labels\.(\w+) \}\}/g, '`$1`');
