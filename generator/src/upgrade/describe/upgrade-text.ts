import { oneLine, terminalText } from '../../text/terminal.ts';
import type { HeldVersion } from '../choice.ts';
import type { UpgradeDelivery } from '../deliver/deliver-upgrade.ts';
import type { MadeUpgrade, UpgradeReport } from '../upgrade-report.ts';

/** A run for a terminal: alarms first, then what is proposed, what waits and why, and what could not be asked. */
export function upgradeText(report: UpgradeReport): string {
  const { alarms, upgrades, closings, holds, failures } = report;
  const lines = [
    ...alarms.flatMap(({ kind, subject, detail, hint }) => [
      `${kind}  ${subject.id}: ${detail}`,
      `  ${hint}`,
    ]),
    ...upgrades.flatMap(upgradeLines),
    ...closings.map(({ request, why }) => `closes  ${request.url}: ${why}`),
    ...holds.map(heldLine),
    ...failures.map((why) => `failed  ${why}`),
    lastLine(report),
  ];
  return terminalText(lines.map((line) => `${line}\n`).join(''));
}

function upgradeLines({ proposal, effect, words, delivery }: MadeUpgrade): string[] {
  const steps = proposal.steps.map(({ subject, size, version, digest }) =>
    size === 'pin'
      ? `  ${subject.id}: ${version} is ${digest}`
      : `  ${subject.id}: ${subject.current} → ${version} (${size})`,
  );
  const where = effect.kind === 'changed' ? effect.environments.map(({ environment }) => environment) : [];
  return [
    `${proposal.branch}  ${words.title}`,
    ...steps,
    ...(where.length === 0 ? [] : [`  changes what is rendered for ${where.join(', ')}`]),
    ...(proposal.automerge ? ['  merges by itself once all checks pass'] : []),
    ...(delivery === null ? [] : [`  ${deliveryText(delivery)}`]),
  ];
}

function deliveryText(delivery: UpgradeDelivery): string {
  if (delivery.kind === 'opened') return delivery.pullRequest.url;
  if (delivery.kind === 'held') return 'held back';
  const { remote, changed } = delivery.published;
  if (remote === null) return 'committed locally; there is no remote to push it to';
  return changed
    ? `pushed to ${remote}; without a token, you open the pull request yourself`
    : `is on ${remote} already`;
}

function heldLine({ subject, version, reason, detail, until }: HeldVersion): string {
  const end = until === null ? '' : `, until ${until}`;
  return `waits   ${subject.id} ${version}: ${reason}${end} (${oneLine(detail)})`;
}

function lastLine({ dryRun, upgrades, alarms, failures, units }: UpgradeReport): string {
  const entries = units.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const what = dryRun ? 'nothing was changed' : `${upgrades.length} proposed`;
  const more = [
    ...(alarms.length > 0 ? [`${alarms.length} to look at now`] : []),
    ...(failures.length > 0 ? [`${failures.length} could not be asked or done`] : []),
  ];
  return [`${entries} entries in ${units.length} units: ${what}`, ...more].join('; ');
}
