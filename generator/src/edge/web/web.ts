import { setGlobalProxyFromEnv } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Web, WebOutcome, WebRequest, WebSettings } from './asking.ts';
import { conditionally } from './conditional.ts';
import { type HostGate, hostGate } from './host-gate.ts';
import { patiently } from './patience.ts';
import { proxyVariables } from './proxies.ts';
import { follow } from './redirects.ts';

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

export type { Web, WebAnswer, WebFailure, WebOutcome, WebRequest, WebSettings } from './asking.ts';

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
      if (request.method === 'POST' || request.secret === true) return ask(url, request);
      const key = JSON.stringify([request.method, url, request.accept, request.headers]);
      const answer = asked.get(key) ?? ask(url, request);
      asked.set(key, answer);
      return answer;
    },
    counts: () => counts,
  };
}
