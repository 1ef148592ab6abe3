import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { atTheEnd } from '../../../testing/ending.ts';

/** What becomes of a request. */
export type RegistryFault =
  /** The connection ends before an answer, after half of it, or when the registry has already done what was asked. */
  | 'cut'
  | 'cut in body'
  | 'cut after'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** The registry's answer comes later by so many milliseconds. */
  | { readonly slow: number }
  /** Its answer has other headers: null takes one away. */
  | { readonly headers: Readonly<Record<string, string | null>> }
  /** Its answer has another body. */
  | { readonly body: string };

/** Which requests a fault is for; the first rule that fits decides. */
export interface FaultRule {
  readonly method?: string;
  /** Of the path with its query. */
  readonly path?: RegExp;
  /** How often it happens; always, if it is not said. */
  readonly times?: number;
  readonly fault: RegistryFault;
}

/** Stands before a registry (or anything else over HTTP) and lets requests fail. */
export interface FaultProxy {
  /** To be used as the registry's host. */
  readonly host: string;
  readonly url: string;
  /** Every request in order: `GET /v2/acme/api/tags/list?n=1000 200`, `HEAD /v2/acme/api/manifests/1.0.0 cut`. */
  readonly calls: string[];
  /** The headers of every request, as they came. */
  readonly headers: Readonly<IncomingMessage['headers']>[];
  /** Most requests that were open at the same time. */
  mostAtOnce(): number;
  add(rule: FaultRule): void;
  /** Lets request number `n` fail, counted from 1 since the start. */
  failAt(n: number, fault?: RegistryFault): void;
  /** Takes all faults away, and forgets the calls. */
  clear(): void;
}

/** @param target host and port that answers really */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const calls: string[] = [];
  const seen: IncomingMessage['headers'][] = [];
  const rules: { rule: FaultRule; left: number }[] = [];
  const numbered = new Map<number, RegistryFault>();
  let open = 0;
  let most = 0;

  const faultFor = (n: number, { method = '', url = '' }: IncomingMessage): RegistryFault | null => {
    const one = numbered.get(n);
    if (one !== undefined) return one;
    const found = rules.find(
      ({ rule, left }) =>
        left > 0 && (rule.method ?? method) === method && (rule.path === undefined || rule.path.test(url)),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.rule.fault;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = `${request.method} ${request.url}`;
    const n = calls.push(name);
    seen.push(request.headers);
    const note = (what: string | number): void => {
      calls[n - 1] = `${name} ${what}`;
    };
    const fault = faultFor(n, request);
    const body = await buffer(request);
    if (fault === 'cut') {
      note('cut');
      response.destroy();
      return;
    }
    if (fault !== null && typeof fault === 'object' && 'status' in fault) {
      note(fault.status);
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(fault.body ?? '{"errors":[]}');
      return;
    }
    if (fault !== null && typeof fault === 'object' && 'slow' in fault) await setTimeout(fault.slow);
    const real = await forward(target, request, body);
    if (fault === 'cut after' || fault === 'cut in body') {
      note(fault);
      if (fault === 'cut in body') {
        response.writeHead(real.status, { ...real.headers, 'content-length': String(real.body.length + 1) });
        response.write(real.body, () => response.destroy());
      } else response.destroy();
      return;
    }
    note(real.status);
    const headers: Record<string, unknown> = { ...real.headers };
    if (fault !== null && 'headers' in fault)
      for (const [header, value] of Object.entries(fault.headers)) {
        delete headers[header.toLowerCase()];
        if (value !== null) headers[header.toLowerCase()] = value;
      }
    const given = fault !== null && 'body' in fault ? Buffer.from(fault.body ?? '') : real.body;
    if (fault !== null && 'body' in fault) headers['content-length'] = String(given.length);
    response.writeHead(real.status, headers as never);
    response.end(given);
  };

  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    calls,
    headers: seen,
    mostAtOnce: () => most,
    add: (rule) => void rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }),
    failAt: (n, fault = 'cut') => void numbered.set(n, fault),
    clear() {
      rules.splice(0);
      numbered.clear();
      calls.splice(0);
      seen.splice(0);
      most = 0;
    },
  };
}

interface RealAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The host stays the one that was asked, so that the registry's links lead through the proxy. */
function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<RealAnswer> {
  return new Promise((resolve, reject) => {
    const [hostname, port] = target.split(':');
    const sent = ask({ hostname, port, method, path: url, headers, agent: false }, (response) => {
      buffer(response).then(
        (content) =>
          resolve({ status: response.statusCode ?? 502, headers: response.headers, body: content }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
