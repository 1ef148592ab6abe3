import type { Alert, AlertGroup } from './alert.ts';

/** The page that says of each alert what to do. */
export const runbook = 'docs/runbooks.md';

/** A group of alerts as Prometheus reads it. */
export const rulesOf = ({ name, team, alerts }: AlertGroup) => ({
  name,
  rules: alerts.map((alert) => ruleOf(alert, team)),
});

const ruleOf = ({ name, severity, expr, for: lasting, summary, description }: Alert, team: string) => ({
  alert: name,
  expr,
  ...(lasting && { for: lasting }),
  labels: { severity, team },
  annotations: { summary, description, runbook: `${runbook}#${name.toLowerCase()}` },
});
