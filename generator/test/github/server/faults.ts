/**
 * What goes wrong with a call: the connection ends before anything happens, or after it happened and before the
 * answer; a status of a server that is broken; the one limit of GitHub or the other; a careless answer that repeats the
 * credentials; any other.
 */
export type Fault =
  | 'cut before'
  | 'cut after'
  | 'rate limit'
  | 'secondary rate limit'
  | 'repeats credentials'
  | number
  | Failing;

export interface Failing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** The answer of a fault that is an answer. */
export function failing(fault: Exclude<Fault, 'cut before' | 'cut after'>, authorization = ''): Failing {
  if (typeof fault === 'object') return fault;
  if (fault === 'repeats credentials')
    return {
      status: 400,
      headers: { 'x-told': authorization },
      body: { message: `who is ${authorization}?` },
    };
  if (typeof fault === 'number') return { status: fault, headers: {}, body: { message: 'Server Error' } };
  if (fault === 'secondary rate limit')
    return {
      status: 403,
      headers: { 'retry-after': '1' },
      body: {
        message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      },
    };
  const reset = String(Math.ceil(Date.now() / 1000));
  return {
    status: 403,
    headers: { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    body: {
      message: 'API rate limit exceeded for installation ID 1.',
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
    },
  };
}

/**
 * Says of each write whether it is one too many: GitHub limits how much is made in a while. Here, a while ends with the
 * write that is refused, for a slow machine must not be spared it.
 */
export function overLimit(limit: number | undefined): () => boolean {
  let writes = 0;
  return () => {
    if (limit === undefined) return false;
    const isOver = writes >= limit;
    writes = isOver ? 0 : writes + 1;
    return isOver;
  };
}
