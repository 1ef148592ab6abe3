import type { OpenPromotion } from '../promote/deliver/open-promotions.ts';
import type { Promotion } from '../promotion.ts';
import { terminalText } from '../text/terminal.ts';

/** What became of a promotion, and what else is open that must not be merged now; what would, of a dry run. */
export function stepText(promotion: Promotion, dryRun: boolean): string {
  const { head } = promotion.draft;
  const others = promotion.open.filter(({ branch, refusals }) => branch !== head && refusals.length > 0);
  const lines = [...sentences(promotion, dryRun), ...others.map(waits)];
  return lines.length === 0 ? '' : terminalText(`\n${lines.map((line) => `${line}\n`).join('')}`);
}

function sentences(promotion: Promotion, dryRun: boolean): string[] {
  const { step, draft } = promotion;
  const end = dryRun ? '; nothing was changed' : '';
  switch (step.kind) {
    case 'nothing':
      return [];
    case 'close':
      return [
        `${draft.head}: ${step.pullRequest.url} ${dryRun ? 'would be' : 'was'} closed: nothing is left to promote${end}`,
      ];
    case 'leave':
    case 'refuse':
      return [step.detail];
    case 'renew':
      return [
        `${draft.head}: ${dryRun ? 'would be' : 'is'} on top of ${draft.base} again, as it was requested${end}`,
      ];
    case 'propose': {
      const replaced = `it ${dryRun ? 'would take' : 'took'} the place of what was requested before: ${step.replaces}`;
      return [
        dryRun ? `${draft.head}: would be "${draft.title}"${end}` : delivered(promotion),
        ...(step.replaces === null ? [] : [`${draft.head}: ${replaced}`]),
      ];
    }
  }
}

function delivered({ draft: { head, title }, published, pullRequest }: Promotion): string {
  if (pullRequest !== null) return `${head}: ${pullRequest.url} "${title}"`;
  if (published?.remote == null)
    return `${head}: committed locally as "${title}"; there is no remote to push it to`;
  if (!published.changed) return `${head}: is on ${published.remote} already, as "${title}"`;
  return `${head}: pushed to ${published.remote} as "${title}"; without a token, you open the pull request yourself`;
}

const waits = ({ branch, pullRequest, refusals }: OpenPromotion): string =>
  `${pullRequest?.url ?? branch} must not be merged now: ${refusals.join('; ')}`;
