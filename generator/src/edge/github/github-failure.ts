import { ExternalError } from '../../problem/errors.ts';

/** What octokit throws, as far as we look at it. */
interface Failed {
  readonly name: string;
  readonly message: string;
  readonly status?: number;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>>; readonly data?: unknown };
  /** Of GraphQL, where the status is 200. */
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
}

export const httpStatusOf = (error: unknown): number | undefined => (error as Partial<Failed>).status;

/**
 * A failure of GitHub as an error that may be shown: who failed, what was asked, why, and what to do. Errors of octokit
 * carry requests with their headers, so nothing of them is kept but text without secrets. Null: not GitHub's failure.
 */
export function failureOf(
  error: unknown,
  host: string,
  asked: string,
  scrub: (text: string) => string,
): ExternalError | null {
  if (!(error instanceof Error)) return null;
  const failed: Failed = error;
  if (failed.status === undefined && failed.errors === undefined) return null;
  const reason = scrub(reasonOf(failed));
  const { hint, retry } = adviceFor(failed);
  const cause = new Error(
    `${failed.name}${failed.status === undefined ? '' : ` ${failed.status}`}: ${reason}`,
  );
  return new ExternalError(host, `${host}: cannot ${asked}: ${reason}`, hint, { retry, cause });
}

/** GitHub's own words, all of them: for a refused field the message alone says only "Validation Failed". */
function reasonOf({ message, errors, response }: Failed): string {
  if (errors !== undefined)
    return errors.map((error) => error.message ?? error.type ?? 'an error').join('; ');
  if (response === undefined) return message;
  const data = response.data as { message?: unknown; errors?: unknown } | undefined;
  if (typeof data?.message !== 'string') return `no answer that GitHub would give (${firstLine(message)})`;
  const details = Array.isArray(data.errors) ? data.errors.map(detailOf) : [];
  return [data.message, ...details].join('; ');
}

function detailOf(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  const { message, resource, field, code } = detail as Record<string, unknown>;
  return typeof message === 'string' ? message : [resource, field, code].filter(Boolean).join(' ');
}

const firstLine = (text: string): string => text.split('\n', 1)[0]?.slice(0, 200) ?? '';

function adviceFor(failed: Failed): { hint: string; retry: boolean } {
  const { status = 200, response } = failed;
  const wait = Number(response?.headers?.['retry-after']);
  if (isRateLimit(failed))
    return { hint: `wait${wait > 0 ? ` ${wait} s` : ' a while'}, then run this again`, retry: true };
  if (status === 401) return { hint: 'the credentials are not valid, or not any more', retry: false };
  if (status === 403)
    return {
      hint: 'the token needs to write contents, issues, pull requests and commit statuses',
      retry: false,
    };
  if (status === 404)
    return { hint: 'is it the right repository, and may the credentials see it?', retry: false };
  if (status === 409)
    return { hint: 'something else changed it at the same time; run this again', retry: true };
  if (status >= 500) return { hint: 'nothing is lost; run this again', retry: true };
  if (/auto.?merge|protected branch/i.test(failed.message))
    return { hint: 'allow auto-merge in the settings, and require checks on the branch', retry: false };
  return { hint: 'GitHub refused what was asked; its words say why', retry: false };
}

/** Whether GitHub does not have what was asked for, or not for these credentials. */
export const isDenied = (error: unknown): boolean => {
  const failed = error as Failed;
  return failed.status === 404 || (failed.status === 403 && !isRateLimit(failed));
};

function isRateLimit({ status, message, errors, response }: Failed): boolean {
  if (errors?.some(({ type }) => type === 'RATE_LIMITED')) return true;
  if (status === 429) return true;
  return (
    status === 403 && (/rate limit/i.test(message) || response?.headers?.['x-ratelimit-remaining'] === '0')
  );
}

/** Takes out of a text every secret that we know, and whatever looks like a token of GitHub. */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .flatMap((secret) => [secret, ...secret.split(/\n|\\n/)])
    .filter((part) => part.length >= 8);
  const longestFirst = [...new Set(known)].sort((a, b) => b.length - a.length);
  return (text) =>
    longestFirst
      .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
      .replaceAll(/\b(gh[a-z]_|github_pat_|eyJ)[\w.-]{8,}/g, '***');
}
