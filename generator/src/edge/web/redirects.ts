import type { WebFailure, WebOutcome, WebRequest } from './asking.ts';
import { isLoopback } from './loopback.ts';

const redirects = [301, 302, 303, 307, 308];
const most = 5;

/** Follows redirects. Credentials stay with the origin that they were meant for, and nothing leaves TLS. */
export async function follow(
  from: string,
  request: WebRequest,
  send: (url: URL, request: WebRequest) => Promise<WebOutcome>,
): Promise<WebOutcome> {
  const start = urlIn(from);
  if (start === null) return { kind: 'failed', why: `${from} is no URL` };
  let url = start;
  let asking = request;
  for (let hops = 0; hops <= most; hops += 1) {
    const outcome = await send(url, asking);
    if (outcome.kind === 'failed' || !redirects.includes(outcome.status)) return outcome;
    const next = urlIn(outcome.headers.get('location') ?? '', url);
    if (next === null) return failed(url, 'redirects to nowhere');
    if (url.protocol === 'https:' && next.protocol !== 'https:' && !isLoopback(next.hostname))
      return failed(url, `redirects to ${next.host} without TLS`);
    if (next.origin !== url.origin) asking = withoutCredentials(asking);
    url = next;
  }
  return failed(start, `redirects more than ${most} times`);
}

const failed = ({ host }: URL, what: string): WebFailure => ({ kind: 'failed', why: `${host} ${what}` });

function urlIn(text: string, base?: URL): URL | null {
  const url = text === '' ? null : URL.parse(text, base?.href);
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url : null;
}

const secret = ['authorization', 'cookie'];

/** The body of a `POST` may be a credential, so it does not go along either. */
function withoutCredentials({ body: _, ...request }: WebRequest): WebRequest {
  const headers = Object.entries(request.headers ?? {}).filter(([name]) => !secret.includes(name));
  return {
    ...request,
    ...(request.method === 'POST' && { method: 'GET' }),
    headers: Object.fromEntries(headers),
  };
}
