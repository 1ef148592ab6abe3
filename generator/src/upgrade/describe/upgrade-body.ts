import { code, count, fenced, inert, list, sections } from '../../text/markdown.ts';
import type { UpgradeWords } from '../deliver/request-draft.ts';
import type { Effect, EnvironmentEffect } from '../effect.ts';
import type { UpgradeProposal } from '../upgrade-plan.ts';
import { alike, diffSection, environmentSection } from './environment-section.ts';
import type { UpgradeFacts } from './facts-of-upgrade.ts';
import { policySection } from './policy-section.ts';
import { dataNote, runByTable } from './run-by-table.ts';
import { stepTable } from './step-table.ts';
import { upgradeTitle } from './upgrade-title.ts';

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

/** Where merging it leads, in one sentence for each way. */
function introduction({ steps }: UpgradeProposal, effect: Effect): string {
  const what = steps.every(({ size }) => size === 'pin')
    ? 'The versions stay; digests say exactly which images they are.'
    : '';
  if (effect.kind !== 'changed') return what;
  const where = (way: EnvironmentEffect['reachedBy']): string[] =>
    effect.environments
      .filter(({ reachedBy }) => reachedBy === way)
      .map(({ environment }) => inert(environment));
  const [merged, promoted, shown] = [where('merge'), where('promotion'), where('nothing')];
  const samples = shown.length === 1 ? `${list(shown)} is a sample` : `${list(shown)} are samples`;
  const deploys =
    merged.length > 0
      ? `Merging this deploys to ${list(merged)}.`
      : promoted.length > 0
        ? 'Merging this deploys nothing.'
        : shown.length > 0
          ? `Merging this deploys nothing: ${samples}.`
          : 'Nothing that Argo CD applies changes.';
  return [
    what,
    deploys,
    promoted.length > 0 ? `To ${list(promoted)} it comes by promotion.` : '',
    shown.length > 0 && merged.length + promoted.length > 0
      ? `Nothing is deployed to ${list(shown)}, which ${shown.length === 1 ? 'is a sample' : 'are samples'}.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
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

/** What we set ourselves is in sight; the rest is folded. */
function settings(effect: Effect): string {
  if (effect.kind !== 'changed' || effect.settings === '') return '';
  const lines = effect.settings.split('\n').filter((line) => line.startsWith('  '));
  const ours = lines.filter((line) => line.includes('  (set by '));
  return sections(
    '## Settings and defaults of the charts',
    ours.length === 0 ? 'None that changed is set here.' : fenced('', ours.join('\n')),
    `<details><summary>All that changed: ${lines.length}</summary>`,
    fenced('', effect.settings),
    '</details>',
  ).trimEnd();
}
