import { setGlobalProxyFromEnv } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { conditionally } from './conditional.ts';
import { type HostGate, hostGate } from './host-gate.ts';
import { patiently, type WebSettings } from './patience.ts';
import { proxyVariables } from './proxies.ts';
import { follow } from './redirects.ts';

/** What is asked. Without anything it is a plain `GET`. */
export interface WebRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** Media types that are taken, best first. */
  readonly accept?: readonly string[];
  /** Names in lower case. `authorization` never goes to another origin than the one that was asked. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a `POST`, as `application/x-www-form-urlencoded`. */
  readonly body?: string;
  /** What the URL names never changes (it has a digest in it): an answer that was kept is taken without asking. */
  readonly lasting?: boolean;
}

/** An answer of whatever status, but none of those that stand for "not now": they are asked again, then `failed`. */
export interface WebAnswer {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Where it came from in the end. */
  readonly url: string;
  /** `unchanged`: the other side said so (304), and the body is the one that was kept. `kept`: it was not asked. */
  readonly cache: 'none' | 'unchanged' | 'kept';
}

/** Nothing usable came. */
export interface WebFailure {
  readonly kind: 'failed';
  /** One line with the host and the reason, without credentials. */
  readonly why: string;
}

export type WebOutcome = WebAnswer | WebFailure;

export interface Web {
  /** Asks, and waits where it is told to. Never throws for what the other side does. Nothing is asked twice. */
  ask(url: string, request?: WebRequest): Promise<WebOutcome>;
  /** Requests that were really sent, by host with port: every redirect and every further try counts. */
  counts(): ReadonlyMap<string, number>;
}

const real: WebSettings = {
  perHost: 16,
  tries: 4,
  timeout: 60_000,
  patience: 60_000,
  largest: 128 * 1024 * 1024,
  now: Date.now,
  sleep: (milliseconds) => setTimeout(milliseconds),
  report: () => undefined,
};

/** HTTP for one run. Proxies are those of the usual variables; loopback hosts are asked directly. */
export function openWeb(options: Partial<WebSettings> = {}): Web {
  const settings = { ...real, ...options };
  const proxies = proxyVariables(process.env);
  if (proxies !== null) setGlobalProxyFromEnv(proxies);
  const gates = new Map<string, HostGate>();
  const counts = new Map<string, number>();
  const asked = new Map<string, Promise<WebOutcome>>();

  const gateOf = (host: string): HostGate => {
    const gate = gates.get(host) ?? hostGate(settings.perHost);
    gates.set(host, gate);
    return gate;
  };
  const count = (host: string): void => void counts.set(host, (counts.get(host) ?? 0) + 1);
  const send = (url: URL, request: WebRequest): Promise<WebOutcome> =>
    patiently(url, request, { settings, gate: gateOf(url.host), count });
  const ask = (url: string, request: WebRequest): Promise<WebOutcome> =>
    conditionally(url, request, (asking) => follow(url, asking, send));

  return {
    ask(url, request = {}) {
      if (request.method === 'POST') return ask(url, request);
      const key = JSON.stringify([request.method, url, request.accept, request.headers]);
      const answer = asked.get(key) ?? ask(url, request);
      asked.set(key, answer);
      return answer;
    },
    counts: () => counts,
  };
}
