import type { PromotionTools } from '../../../src/promotion.ts';
import { checkCommit } from '../../../src/release-check.ts';
import type { Month } from './month.ts';

/** What the gate has against a commit that somebody wants on main. */
export async function gateRefuses(
  month: Month,
  commit: string,
  tools: PromotionTools = month.tools(),
): Promise<string[]> {
  const judged = await checkCommit(commit, tools);
  return judged.flatMap(({ environment, refused }) =>
    refused.map(({ app, detail }) => `${environment}: ${app}: ${detail}`),
  );
}
