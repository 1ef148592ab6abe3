import { createHash } from 'node:crypto';
import { fromCache, toCache } from '../cache.ts';
import type { WebAnswer, WebOutcome, WebRequest } from './asking.ts';

/** An answer as it is kept. */
interface KeptAnswer {
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/**
 * Asks only whether something has changed where an earlier answer was kept with an ETag or a date. Bodies that are no
 * text are not kept. The other side decides for whom an answer is unchanged, so accounts need not be told apart.
 */
export async function conditionally(
  url: string,
  request: WebRequest,
  send: (request: WebRequest) => Promise<WebOutcome>,
): Promise<WebOutcome> {
  const { method = 'GET', accept = [], headers = {}, digest, secret = false } = request;
  if (method !== 'GET' || secret) return send(request);
  const name = `web/${createHash('sha256')
    .update(JSON.stringify([url, accept]))
    .digest('hex')}`;
  const kept = keptIn(fromCache(name));
  if (kept !== null && digest !== undefined) return answerOf(kept, 'kept');
  const outcome = await send({ ...request, headers: { ...headers, ...(kept && condition(kept)) } });
  if (outcome.kind === 'failed') return outcome;
  if (outcome.status === 304 && kept !== null) return answerOf(kept, 'unchanged');
  if (outcome.status !== 200) return outcome;
  if (digest !== undefined && digestLike(digest, outcome.body) !== digest)
    return { kind: 'failed', why: `${new URL(url).host} sent something else than ${digest}` };
  keep(name, outcome, digest !== undefined);
  return outcome;
}

/** What a body hashes to, by the algorithm of a digest; empty for one that we do not know. */
export function digestLike(digest: string, body: Buffer): string {
  const [algorithm = ''] = digest.split(':');
  if (algorithm !== 'sha256' && algorithm !== 'sha512') return '';
  return `${algorithm}:${createHash(algorithm).update(body).digest('hex')}`;
}

function condition(kept: KeptAnswer): Record<string, string> {
  const headers = new Headers(kept.headers as [string, string][]);
  const etag = headers.get('etag');
  const modified = headers.get('last-modified');
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(modified !== null && { 'if-modified-since': modified }),
  };
}

function keep(name: string, { url, headers, body }: WebAnswer, lasting: boolean): void {
  if (!lasting && !headers.has('etag') && !headers.has('last-modified')) return;
  const text = body.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(body)) return;
  // Cookies and limits are of the moment, and a cookie may be a credential.
  const worth = [...headers].filter(([name]) => !/cookie|ratelimit|^retry-after$/.test(name));
  toCache(name, JSON.stringify({ url, headers: worth, body: text } satisfies KeptAnswer));
}

const keptIn = (text: string | null): KeptAnswer | null =>
  text === null ? null : (JSON.parse(text) as KeptAnswer);

const answerOf = ({ url, headers, body }: KeptAnswer, cache: 'unchanged' | 'kept'): WebAnswer => ({
  kind: 'answered',
  status: 200,
  headers: new Headers(headers as [string, string][]),
  body: Buffer.from(body, 'utf8'),
  url,
  cache,
});
