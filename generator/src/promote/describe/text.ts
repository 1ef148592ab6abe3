import { oneLine, terminalText } from '../../text/terminal.ts';
import { reasons } from '../plan/promotion-plan.ts';
import type { Described } from './facts.ts';
import { changesOf, short, versionOf } from './words.ts';

/** A plan for a terminal. */
export function promotionText({ plan, moves, release }: Described): string {
  const lines = [
    ...plan.warnings.map((warning) => `warning: ${warning.replaceAll(/\*\*|`/g, '')}`),
    ...moves.map(({ move }) => {
      const what = changesOf(move).join(', ').replaceAll('`', '');
      const commits = `${short(move.from?.commit)} → ${short(move.to?.commit)}`;
      return `${move.back ? 'back' : 'moves'}  ${move.app}: ${versionOf(move)}  ${commits}  ${what}`.trimEnd();
    }),
    ...plan.waves.map(({ app, from, to }) => `wave   ${app}: ${from} → ${to}`),
    ...plan.carried.map(({ app, to }) => `brings ${app}: stays as it is here, for ${to.join(', ')}`),
    ...(plan.unchanged.length > 0 ? [`repinned without a change: ${plan.unchanged.join(', ')}`] : []),
    ...plan.deferred.map(
      ({ app, reason, detail: why }) => `stays  ${app}: ${reasons[reason]} (${oneLine(why)})`,
    ),
    ...(release === null
      ? [`${plan.environment}: nothing to ${plan.kind === 'rollback' ? 'roll back' : 'promote'}`]
      : ['', release.trimEnd()]),
  ];
  return terminalText(lines.map((line) => `${line}\n`).join(''));
}

/** A plan for a program: commits and versions, without the files. */
export function promotionData({ plan, moves, release }: Described): unknown {
  const { next: _, moves: __, ...rest } = plan;
  return {
    version: 1,
    ...rest,
    moves: moves.map(({ move: { app, from, to, back }, changes, pullRequests }) => ({
      app,
      back,
      from: from && { commit: from.commit, version: from.candidate.node.chart.version },
      to: to && { commit: to.commit, version: to.candidate.node.chart.version },
      changes,
      pullRequests,
    })),
    release,
  };
}
