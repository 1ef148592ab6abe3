import type { HotfixStep } from '../hotfix.ts';
import { promotionData, promotionText } from '../promote/describe/text.ts';
import { terminalText } from '../text/terminal.ts';

type Begun = Extract<HotfixStep, { kind: 'begun' }>;
type Fixed = Extract<HotfixStep, { kind: 'pinned' }>;

/** What was done, and what a person does next. */
export const hotfixText = (step: HotfixStep, mainBranch: string): string =>
  terminalText(`${(step.kind === 'begun' ? begunLines(step) : pinnedLines(step, mainBranch)).join('\n')}\n`);

function begunLines({ hotfix: { environment, branch, folder, reason }, base }: Begun): string[] {
  const short = base.commit.slice(0, 12);
  const why = reason === null ? ' --emergency "users cannot log in"' : '';
  const name = branch.slice(`release/${environment}/`.length);
  return [
    `${branch} begins at ${short}, which runs in ${environment}: ${base.apps.join(', ')}`,
    ...[...base.others].map(
      ([commit, apps]) =>
        `other apps run from ${commit.slice(0, 12)}, and a hotfix of them begins there (--app ${apps[0]}): ${apps.join(', ')}`,
    ),
    '',
    'next:',
    `  1. fix it in ${folder}`,
    '     or bring the fix from elsewhere: git cherry-pick -x COMMIT; conflicts in what is generated may stay',
    `  2. here again: npm run hotfix -- ${environment} --name ${name}${why}`,
    '     that generates, commits all that was changed, pushes the branch, and opens the promotion',
  ];
}

function pinnedLines({ hotfix, commit, promotion }: Fixed, mainBranch: string): string[] {
  const { branch, environment } = hotfix;
  const moved = promotion.described.plan.moves.map(({ app }) => app);
  if (moved.length === 0)
    return [
      promotionText(promotion.described),
      `${branch}: is at ${commit.slice(0, 12)}, and nothing pins it`,
    ];
  return [
    promotionText(promotion.described),
    `${branch}: is at ${commit.slice(0, 12)}`,
    promotionLine(promotion),
    '',
    'next:',
    `  1. merge the promotion: that deploys ${moved.join(', ')} to ${environment}`,
    `  2. bring the fix to ${mainBranch}: git cherry-pick -x ${commit}`,
    `     until then, promotions leave ${moved.length === 1 ? 'that app' : 'these apps'} alone`,
    `  3. when all is well: git worktree remove ${hotfix.folder}`,
  ];
}

function promotionLine({ draft: { head, title }, published, pullRequest }: Fixed['promotion']): string {
  if (pullRequest !== null) return `${head}: ${pullRequest.url} "${title}"`;
  if (published?.remote == null) return `${head}: committed locally as "${title}"`;
  return `${head}: is on ${published.remote} as "${title}"; without a token, you open the pull request yourself`;
}

/** The same for a program. */
export function hotfixData(step: HotfixStep): object {
  const { kind, hotfix } = step;
  const { environment, branch, folder, reason } = hotfix;
  const both = { version: 1, kind, environment, branch, folder, reason };
  if (step.kind === 'begun') {
    const { commit, apps, others } = step.base;
    return { ...both, commit, apps, others: Object.fromEntries(others) };
  }
  const { commit, apps, promotion } = step;
  const { described, draft, published, pullRequest } = promotion;
  const data = promotionData(described) as object;
  return {
    ...both,
    commit,
    apps,
    promotion: { ...data, branch: draft.head, title: draft.title, published, pullRequest },
  };
}
