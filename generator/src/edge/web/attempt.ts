import type { WebAnswer, WebFailure, WebRequest } from './asking.ts';

/** One request that was sent. `cut`: no answer, or not a whole one. `failed`: there is no sense in asking again. */
export type Attempted = WebAnswer | WebFailure | { readonly kind: 'cut'; readonly why: string };

interface AttemptLimits {
  /** Milliseconds. */
  readonly timeout: number;
  /** Bytes. */
  readonly largest: number;
}

export async function attempt(
  url: URL,
  { method = 'GET', accept = [], headers = {}, body }: WebRequest,
  { timeout, largest }: AttemptLimits,
): Promise<Attempted> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        'user-agent': 'gitops-generator',
        ...(accept.length > 0 && { accept: accept.join(', ') }),
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    const bytes = await bytesOf(response, largest);
    if (bytes === null)
      return {
        kind: 'failed',
        why: `${url.host} answers with more than ${largest >> 20} MiB (${url.pathname})`,
      };
    const { status, headers: answered } = response;
    return { kind: 'answered', status, headers: answered, body: bytes, url: url.href, cache: 'none' };
  } catch (error) {
    return { kind: 'cut', why: reasonOf(error) };
  }
}

/** The body; null where it is larger than allowed. */
async function bytesOf({ body }: Response, largest: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Errors of fetch say "fetch failed"; what failed is their cause, or one of its causes. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string; errors?: Error[] } };
  if (name === 'TimeoutError') return 'no answer in time';
  if (cause === undefined) return message;
  const first = cause.errors?.[0] ?? cause;
  return (first as { code?: string }).code ?? first.message;
}
