import type { Pin } from '../../running/pins.ts';
import { code, count, fenced, inert, list, sections, table } from '../../text/markdown.ts';
import { type PromotionPlan, reasons } from '../plan/promotion-plan.ts';
import type { Described, MoveFacts } from './facts.ts';
import { changesOf, short, versionOf } from './words.ts';

/** The text of a promotion's pull request: what moves, what does not, and warnings. Markdown. */
export function pullRequestBody({ plan, moves, release }: Described): string {
  return sections(
    introduction(plan),
    warnings(plan),
    moved(moves),
    carried(plan),
    waves(plan),
    unchanged(plan),
    stays(plan),
    release === null ? '' : ['## Release', fenced('yaml', release)].join('\n\n'),
    moves.length === 0 ? '' : ['## Changes', ...moves.map(details)].join('\n\n'),
  );
}

function introduction({ kind, environment, upstream, emergency, next }: PromotionPlan): string {
  if (next === null) return `Nothing would change in ${environment}.`;
  if (emergency !== null)
    return `**Emergency release, the soak is skipped: ${inert(emergency)}.** It goes to ${environment} ${upstream === null ? 'directly' : `without ${upstream}`}; its release records that.`;
  if (kind === 'rollback') return `Rolls ${environment} back to what it ran before. Merging this deploys it.`;
  if (kind === 'settings')
    return `Promotes the settings of ${environment} on the main branch, and nothing else. Merging this deploys them.`;
  return `Promotes what has soaked in ${upstream} to ${environment}. Merging this deploys it.`;
}

function warnings({ warnings: found }: PromotionPlan): string {
  return found.length === 0
    ? ''
    : ['## Warnings', found.map((warning) => `- ${warning}`).join('\n')].join('\n\n');
}

function moved(moves: readonly MoveFacts[]): string {
  if (moves.length === 0) return '';
  const rows = moves.map(({ move, changes, pullRequests }) => [
    `**${move.app}**${move.back ? ' (rollback)' : ''}`,
    inert(versionOf(move)),
    changesOf(move).join(', '),
    pullRequests.length > 0
      ? pullRequests.map(({ number, url }) => `[#${number}](${url})`).join(' ')
      : changes
          .slice(0, 5)
          .map(({ commit }) => code(short(commit)))
          .join(' '),
  ]);
  const title = `## ${count(moves.length, 'app')}`;
  return [title, table(['app', 'version', 'changes', 'pull requests or commits'], rows)].join('\n\n');
}

function waves({ waves: changed }: PromotionPlan): string {
  if (changed.length === 0) return '';
  const rows = changed.map(({ app, from, to }) => [`**${app}**`, `${from} → ${to}`]);
  return ['## Sync waves', table(['app', 'wave'], rows)].join('\n\n');
}

function carried({ carried: apps, environment }: PromotionPlan): string {
  if (apps.length === 0) return '';
  const rows = apps.map(({ app, to }) => [`**${app}**`, to.join(', ')]);
  const what = `${environment} runs these as before. Their commits have what later environments run next, once it has soaked here.`;
  return ['## For later environments', what, table(['app', 'for'], rows)].join('\n\n');
}

function unchanged({ unchanged: apps }: PromotionPlan): string {
  return apps.length === 0 ? '' : `Only the pinned commit changes, not what is deployed: ${list(apps)}.`;
}

function stays({ deferred: left }: PromotionPlan): string {
  if (left.length === 0) return '';
  const rows = left.map(({ app, reason, detail: why }) => [`**${app}**`, reasons[reason], inert(why)]);
  return ['## Not promoted', table(['app', 'reason', 'detail'], rows)].join('\n\n');
}

function details({ move, changes, diff }: MoveFacts): string {
  const commits = changes
    .map(({ commit, subject }) => `- ${code(short(commit))} ${inert(subject)}`)
    .join('\n');
  return [
    `<details><summary>${move.app}: ${short(move.from?.commit)} → ${short(move.to?.commit)}</summary>`,
    ...(commits === '' ? [] : [commits]),
    ...(diff === '' ? [] : [fenced('diff', diff)]),
    // There is nothing to compare a new app with: all of it is shown.
    ...(move.from === null && move.to !== null ? wholeOf(move.to).map((text) => fenced('yaml', text)) : []),
    '</details>',
  ].join('\n\n');
}

const wholeOf = ({ candidate: { texts } }: Pin): string[] =>
  [texts.application, texts.values, texts.companion].filter((text) => text !== null);
