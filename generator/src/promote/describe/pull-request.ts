import type { Pin } from '../../running/pins.ts';
import { code, count, list, sections, table } from '../../text/markdown.ts';
import { type PromotionPlan, reasons } from '../plan/promotion.ts';
import type { Described, MoveFacts } from './facts.ts';
import { changesOf, short, versionOf } from './words.ts';

/** The text of a promotion's pull request: what comes, what stays, and what to look out for. Markdown. */
export function pullRequestBody({ plan, moves, release }: Described): string {
  return sections(
    introduction(plan),
    warnings(plan),
    moved(moves),
    waves(plan),
    unchanged(plan),
    stays(plan),
    release === null ? '' : ['## The release', fenced('yaml', release)].join('\n\n'),
    moves.length === 0 ? '' : ['## What changes', ...moves.map(details)].join('\n\n'),
  );
}

function introduction({ kind, environment, upstream, emergency, next }: PromotionPlan): string {
  if (next === null) return `Nothing would run differently in ${environment}.`;
  if (emergency !== null)
    return `**This did not wait its turn: ${emergency}.** It goes to ${environment} past ${upstream ?? 'everything'}, and is recorded in its release.`;
  if (kind === 'rollback') return `Takes ${environment} back to what it ran before. Merging it deploys it.`;
  if (kind === 'settings')
    return `Brings the settings of ${environment} from the main branch, and nothing else. Merging it deploys it.`;
  return `Brings to ${environment} what has run in ${upstream} for long enough. Merging it deploys it.`;
}

function warnings({ warnings: found }: PromotionPlan): string {
  return found.length === 0 ? '' : ['## Look out', found.map((each) => `- ${each}`).join('\n')].join('\n\n');
}

function moved(moves: readonly MoveFacts[]): string {
  if (moves.length === 0) return '';
  const rows = moves.map(({ move, changes, pullRequests }) => [
    `**${move.app}**${move.back ? ' (back)' : ''}`,
    versionOf(move),
    changesOf(move).join(', '),
    pullRequests.length > 0
      ? pullRequests.map(({ number, url }) => `[#${number}](${url})`).join(' ')
      : changes
          .slice(0, 5)
          .map(({ commit }) => code(short(commit)))
          .join(' '),
  ]);
  const title = `## ${count(moves.length, 'app')}`;
  return [title, table(['app', 'version', 'what differs', 'brought by'], rows)].join('\n\n');
}

function waves({ waves: changed }: PromotionPlan): string {
  if (changed.length === 0) return '';
  const rows = changed.map(({ app, from, to }) => [`**${app}**`, `${from} → ${to}`]);
  return ['## Waves that change', table(['app', 'wave'], rows)].join('\n\n');
}

function unchanged({ unchanged: apps }: PromotionPlan): string {
  return apps.length === 0 ? '' : `Pinned anew, with nothing that differs: ${list(apps)}.`;
}

function stays({ left }: PromotionPlan): string {
  if (left.length === 0) return '';
  const rows = left.map(({ app, reason, why }) => [`**${app}**`, reasons[reason], why]);
  return ['## Not brought', table(['app', 'because', 'namely'], rows)].join('\n\n');
}

function details({ move, changes, diff }: MoveFacts): string {
  const commits = changes.map(({ commit, subject }) => `- ${code(short(commit))} ${subject}`).join('\n');
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

/** A fence that is longer than any inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
