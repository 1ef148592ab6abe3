import type { Octokit } from '@octokit/rest';
import { ExternalError } from '../../problem/errors.ts';
import { failureOf, scrubber } from './github-failure.ts';

/** How we show who we are. */
export type Credentials =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'app';
      readonly id: string;
      /** PEM. */
      readonly privateKey: string;
      /** Number of the installation; looked up by the repository where it is not given. */
      readonly installation?: number;
    };

/** Which repository on which GitHub, and how to talk to it. */
export interface Settings {
  /** URL of the API, without a slash at its end: `https://api.github.com`, `https://github.example.org/api/v3`. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly credentials: Credentials;
  /** Is told a line where a person should know: what is waited for, what GitHub would not take. */
  readonly report: (line: string) => void;
  /** How often a call that failed for no reason of ours is made again. */
  readonly retries?: number;
}

/** A repository on GitHub that can be talked to. */
export interface GitHub {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
  readonly report: (line: string) => void;
}

/** Does some work with GitHub; what fails there becomes an ExternalError that says what was asked. */
export type Ask = <T>(asked: string, work: (github: GitHub) => Promise<T>) => Promise<T>;

const requestSeconds = 30;
/** The longest wait that GitHub may ask for before we rather end and say so. */
const patienceSeconds = 300;
const waits = 3;
/** Statuses that stay what they are however often one asks. Waiting for 403 and 429 is the throttling plugin's. */
const final = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

/** Connects when first asked, so that a command that asks nothing loads nothing of octokit. */
export function asker(settings: Settings): Ask {
  const { apiUrl, credentials } = settings;
  const host = new URL(apiUrl).host;
  const scrub = scrubber([credentials.kind === 'token' ? credentials.token : credentials.privateKey]);
  const report = (line: string): void => settings.report(scrub(`${host}: ${line}`));
  let connection: Promise<GitHub> | undefined;
  return async (asked, work) => {
    connection ??= connect({ ...settings, report });
    try {
      return await work(await connection);
    } catch (error) {
      if (error instanceof ExternalError) throw error;
      throw failureOf(error, host, asked, scrub) ?? error;
    }
  };
}

async function connect(settings: Settings): Promise<GitHub> {
  const { owner, repo, report, credentials } = settings;
  const octokit =
    credentials.kind === 'token'
      ? await open(settings, { auth: credentials.token })
      : await openAsApp(settings, credentials);
  return { octokit, owner, repo, report };
}

async function openAsApp(
  settings: Settings,
  { id, privateKey, installation }: Extract<Credentials, { kind: 'app' }>,
): Promise<Octokit> {
  const { createAppAuth } = await import('@octokit/auth-app');
  const as = (auth: object): Promise<Octokit> => open(settings, { authStrategy: createAppAuth, auth });
  const app = { appId: id, privateKey };
  if (installation !== undefined) return as({ ...app, installationId: installation });
  const { owner, repo } = settings;
  const found = await (await as(app)).rest.apps.getRepoInstallation({ owner, repo });
  return as({ ...app, installationId: found.data.id });
}

async function open(settings: Settings, identity: object): Promise<Octokit> {
  const [rest, { retry }, { throttling }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const { apiUrl, retries = 3, report } = settings;
  const mayWait = (
    seconds: number,
    { method, url }: { method: string; url: string },
    times: number,
  ): boolean => {
    const wait = times < waits && seconds <= patienceSeconds;
    report(`rate limit, ${wait ? 'waiting' : 'and too long to wait:'} ${seconds} s (${method} ${url})`);
    return wait;
  };
  return new (rest.Octokit.plugin(retry, throttling))({
    ...identity,
    baseUrl: apiUrl,
    userAgent: 'gitops-generator',
    // Octokit's own talk names URLs and headers.
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: withTimeout },
    retry: { retries, doNotRetry: final },
    throttle: {
      onRateLimit: (seconds, options, _octokit, times) => mayWait(seconds, options as never, times),
      onSecondaryRateLimit: (seconds, options, _octokit, times) => mayWait(seconds, options as never, times),
      ...(isPaced(apiUrl) ? {} : { write: unpaced, notifications: unpaced }),
    },
  });
}

const silent = (): void => undefined;

function withTimeout(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(requestSeconds * 1000) });
}

/** github.com wants a second between writes. An Enterprise server has no limit unless its owner sets one. */
const isPaced = (apiUrl: string): boolean => /(^|\.)(github\.com|ghe\.com)$/.test(new URL(apiUrl).hostname);

/** Stands for the plugin's queue of writes. */
const unpaced = {
  key: () => ({
    schedule: <T>(_options: unknown, work: (...args: never[]) => T, ...args: never[]): T => work(...args),
  }),
} as never;
