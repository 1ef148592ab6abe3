import type { VersionedEntry } from '../../model/version-entry.ts';
import { type Problem, problem, type SourceLocation } from '../../problem/problem.ts';
import type { ParsedVersion } from './parsed-version.ts';
import { choiceReader } from './part-reader.ts';
import { isInRange, isRange } from './version-range.ts';

/** Policies by which an entry would never be upgraded, or not as they say, and nobody would notice. Without lines. */
export const checkPolicies = (entries: readonly VersionedEntry[]): Problem[] =>
  entries.flatMap((entry) => {
    const read = choiceReader({ kind: kindOf(entry), current: entry.version, policy: entry.policy });
    const own = read?.(entry.version) ?? null;
    return [
      ...(read !== null && own === null ? [unreadable(entry)] : []),
      ...rangeProblems(entry, own),
      ...ignoreProblems(entry, (text) => read !== null && read(text) !== null),
    ];
  });

const kindOf = ({ kind, hasAppVersion }: VersionedEntry): 'image' | 'chart' | 'git' =>
  kind === 'image' || hasAppVersion ? kind : 'git';

const within = ({ location: { file, path } }: VersionedEntry, key: string): SourceLocation => ({
  file,
  path: `${path}.${key}`,
});

function unreadable(entry: VersionedEntry): Problem {
  const { tags } = entry.policy;
  if (tags !== undefined) {
    const message = `${tags} does not match ${entry.version}, so nothing would be newer than "${entry.key}"`;
    return problem('bad-policy', within(entry, 'policy.tags'), message, 'write a pattern that matches both');
  }
  return problem(
    'bad-policy',
    within(entry, entry.kind === 'image' ? 'tag' : 'version'),
    `nothing in ${entry.version} can be compared, so nothing would be newer than "${entry.key}"`,
    entry.kind === 'image' || !entry.hasAppVersion
      ? 'write a tag with a version in it, or policy: { update: none }'
      : 'charts have three numbers, as in 1.2.3; or write policy: { update: none }',
  );
}

function rangeProblems(entry: VersionedEntry, own: ParsedVersion | null): Problem[] {
  const { versions } = entry.policy;
  if (versions === undefined) return [];
  const at = within(entry, 'policy.versions');
  if (!isRange(versions) && versions !== entry.version)
    return [problem('bad-policy', at, `"${versions}" is no range`, howRangesAreWritten)];
  if (own === null || isInRange(own, versions)) return [];
  const message = `${entry.version}, which stands there, is outside of ${versions}`;
  return [problem('bad-policy', at, message, `widen the range, or take a version of "${entry.key}" in it`)];
}

const howRangesAreWritten = 'write it as npm does: >=3.9 <3.10, ^2.4.0, 17.x';

const ignoreProblems = (entry: VersionedEntry, isVersion: (text: string) => boolean): Problem[] =>
  entry.policy.ignore.flatMap(({ versions }, i) =>
    isRange(versions) || isVersion(versions)
      ? []
      : [
          problem(
            'bad-policy',
            within(entry, `policy.ignore.${i}.versions`),
            `"${versions}" is neither a range nor a version of "${entry.key}"`,
            howRangesAreWritten,
          ),
        ],
  );
