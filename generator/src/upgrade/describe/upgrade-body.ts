import { code, count, fenced, inert, list, sections } from '../../text/markdown.ts';
import type { UpgradeWords } from '../deliver/request-draft.ts';
import type { Effect } from '../effect.ts';
import type { UpgradeProposal } from '../upgrade-plan.ts';
import { alike, diffSection, environmentSection } from './environment-section.ts';
import type { UpgradeFacts } from './facts-of-upgrade.ts';
import { policySection } from './policy-section.ts';
import { dataNote, runByTable } from './run-by-table.ts';
import { stepTable } from './step-table.ts';
import { inOrder, upgradeTitle } from './upgrade-title.ts';

/** A proposal's pull request: what is worth a look first, diffs last, where a forge may cut them. */
export function upgradeBody(proposal: UpgradeProposal, effect: Effect, facts: UpgradeFacts): UpgradeWords {
  const groups = effect.kind === 'changed' ? alike(effect.environments) : [];
  const runs = runByTable(proposal.unit);
  return {
    title: upgradeTitle(proposal),
    body: sections(
      introduction(proposal, effect),
      findings(effect),
      proposal.unit.keepsData ? dataNote : '',
      stepTable({ proposal, effect, facts }),
      runs === '' ? '' : `## What runs it\n\n${runs}`,
      groups.length === 0 ? '' : ['## What changes', ...groups.map(environmentSection)].join('\n\n'),
      settings(effect),
      policySection(proposal),
      ...groups.map(diffSection),
    ),
  };
}

function introduction({ unit, steps }: UpgradeProposal, effect: Effect): string {
  const names = list(inOrder({ unit, steps }).map(({ subject }) => inert(subject.key)));
  const what = steps.every(({ size }) => size === 'pin') ? `Pins ${names} to digests` : `Moves ${names}`;
  if (effect.kind !== 'changed') return `${what}.`;
  const where = (pinned: boolean): string[] =>
    effect.environments.filter((it) => it.pinned === pinned).map(({ environment }) => inert(environment));
  const [now, later] = [where(false), where(true)];
  if (now.length + later.length === 0) return `${what}. Nothing that Argo CD applies changes.`;
  const deploys = now.length === 0 ? 'Merging this deploys nothing' : `Merging this deploys to ${list(now)}`;
  return later.length === 0
    ? `${what}. ${deploys}.`
    : `${what}. ${deploys}; ${list(later)} ${later.length === 1 ? 'runs' : 'run'} pinned commits and ${later.length === 1 ? 'takes' : 'take'} it by promotion.`;
}

/** What `verify` says now and did not say before: a reviewer should see it before anything else. */
function findings(effect: Effect): string {
  if (effect.kind !== 'changed' || effect.findings.length === 0) return '';
  const lines = effect.findings.map(({ code: kind, message, hint, location, environments }) => {
    const where = environments ? ` in ${list(environments.map(inert))}` : '';
    return `- ${code(kind)} ${inert(location.file)}: ${inert(message)}${where}${hint ? ` (${inert(hint)})` : ''}`;
  });
  const title = `## ${count(lines.length, 'new finding')}`;
  return [title, '`npm run verify` says this with it, and did not without:', lines.join('\n')].join('\n\n');
}

function settings(effect: Effect): string {
  if (effect.kind !== 'changed' || effect.settings === '') return '';
  const lines = effect.settings.split('\n').filter((line) => line.startsWith('  ')).length;
  const set = effect.settings.split('\n').filter((line) => line.includes('(set by ')).length;
  const ours = set === 0 ? 'none of them is set here' : `${set} of them set here`;
  return [
    '## Settings of the charts',
    `<details><summary>${count(lines, 'setting')} or defaults changed, ${ours}</summary>`,
    fenced('', effect.settings),
    '</details>',
  ].join('\n\n');
}
