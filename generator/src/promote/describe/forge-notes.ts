import type { BranchRules, MergeMethod } from '../../forge/forge.ts';

/** Checks without which a pull request could be merged against the rules of promotions, as README.md names them. */
export const needed: readonly string[] = ['test', 'promotion gate', 'pinned trees'];

/**
 * What a person should set at the forge, a line each; nothing is said of what cannot be read.
 * @param merging how pull requests of an environment are to merge by themselves; null: a person merges
 */
export function forgeNotes(
  branch: string,
  { requiredChecks, mergeMethods, hasMergeQueue }: BranchRules,
  merging: MergeMethod | null,
): string[] {
  const has = (check: string): boolean =>
    requiredChecks?.some((known) => known.toLowerCase() === check) ?? true;
  const missing = needed.filter((check) => !has(check)).map((check) => `"${check}"`);
  const isRefused = merging !== null && hasMergeQueue !== true && mergeMethods?.includes(merging) === false;
  return [
    ...(missing.length > 0
      ? [
          `${branch} does not require ${missing.join(', ')}: without that, what must wait can be merged (README.md, Promote)`,
        ]
      : []),
    ...(isRefused
      ? [`"automerge: ${merging}" cannot be: the repository allows ${mergeMethods?.join(', ')}`]
      : []),
  ];
}
