import type { WebOutcome, WebRequest, WebSettings } from './asking.ts';
import { type Attempted, attempt } from './attempt.ts';
import type { HostGate } from './host-gate.ts';
import { isNearlyUsedUp, rateLimitIn, waitIn } from './rate-limit.ts';

interface HostWay {
  readonly settings: WebSettings;
  readonly gate: HostGate;
  /** Is called for every request that is sent. */
  count(host: string): void;
}

/** Statuses that say "not now". */
const passing = [408, 425, 429, 500, 502, 503, 504];

/** Asks one URL until there is an answer, as often and as long as the settings allow. Redirects are answers. */
export async function patiently(url: URL, request: WebRequest, way: HostWay): Promise<WebOutcome> {
  const { settings, gate, count } = way;
  const { host } = url;
  for (let tries = 1; ; tries += 1) {
    const pause = gate.pausedUntil - settings.now();
    if (pause > settings.patience) return { kind: 'failed', why: tooLong(host, pause) };
    const attempted = await gate.enter(async () => {
      if (pause > 0) await settings.sleep(pause);
      count(host);
      return attempt(url, request, settings);
    });
    if (attempted.kind === 'answered') obey(attempted, host, way);
    const wait = waitBefore(attempted, tries, settings);
    if (wait === null) return attempted as WebOutcome;
    if (attempted.kind === 'answered' && attempted.status === 429)
      gate.pausedUntil = Math.max(gate.pausedUntil, settings.now() + wait);
    if (wait > settings.patience) return { kind: 'failed', why: tooLong(host, wait) };
    if (tries >= settings.tries || gate.tired) {
      gate.tired = true;
      return { kind: 'failed', why: reasonOf(attempted, host, tries) };
    }
    if (wait >= 5000)
      settings.report(`${host}: ${reasonOf(attempted, host, tries)}; waiting ${seconds(wait)}`);
    await settings.sleep(wait);
  }
}

/** Milliseconds until the next try; null where there is nothing to try again. */
function waitBefore(attempted: Attempted, tries: number, { now }: WebSettings): number | null {
  const backoff = 1000 * 2 ** (tries - 1);
  if (attempted.kind === 'cut') return backoff;
  if (attempted.kind === 'failed' || !passing.includes(attempted.status)) return null;
  return Math.max(waitIn(attempted.headers, now()) ?? backoff, 0);
}

/** Takes note of what a host says of its limit. */
function obey({ headers }: { headers: Headers }, host: string, { settings, gate }: HostWay): void {
  const limit = rateLimitIn(headers, settings.now());
  if (limit === null || !isNearlyUsedUp(limit)) return;
  if (!gate.warned) {
    const until = limit.resets === null ? '' : ` for ${seconds(limit.resets - settings.now())}`;
    settings.report(`${host}: only ${limit.remaining} requests are left${until}; log in to have more`);
    gate.warned = true;
  }
  if (limit.remaining === 0 && limit.resets !== null)
    gate.pausedUntil = Math.max(gate.pausedUntil, limit.resets);
}

const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)} s`;

const tooLong = (host: string, wait: number): string =>
  `${host} is to be asked again only in ${seconds(wait)}: its rate limit is used up`;

function reasonOf(attempted: Attempted, host: string, tries: number): string {
  const times = tries === 1 ? '' : `, ${tries} times`;
  if (attempted.kind === 'answered') {
    const limit = attempted.status === 429 ? ': its rate limit is used up' : '';
    return `${host} answered ${attempted.status}${times}${limit}`;
  }
  return `${host} cannot be reached (${attempted.why}${times})`;
}
