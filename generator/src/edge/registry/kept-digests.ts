import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SourceAnswer } from '../../upgrade/sources.ts';
import { fromCache, toCache } from '../cache.ts';

type DigestOf = (repository: string, tag: string) => Promise<SourceAnswer<string>>;

const keptDigest = z.object({ digest: z.string(), at: z.number() });

/** Milliseconds: a run a day asks anew, several runs a day do not. */
const life = 20 * 3_600_000;

/**
 * Digests of tags as they were up to 20 hours ago. That there was none is not kept.
 * @param anew asks all the same, and keeps what is answered for others
 */
export function keptDigests(digestOf: DigestOf, now: () => number, anew: boolean): DigestOf {
  return async (repository, tag) => {
    const name = `digests/${createHash('sha256').update(`${repository}:${tag}`).digest('hex')}`;
    const kept = keptDigest.safeParse(JSON.parse(fromCache(name) ?? 'null')).data;
    const age = kept === undefined ? life : now() - kept.at;
    if (!anew && kept !== undefined && age >= 0 && age < life) return { kind: 'found', value: kept.digest };
    const answer = await digestOf(repository, tag);
    if (answer.kind === 'found') toCache(name, JSON.stringify({ digest: answer.value, at: now() }));
    return answer;
  };
}
