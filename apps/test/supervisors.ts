import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlainObject } from '#testing';
import { at, atTheEnd } from '#testing';

/** A stand-in for Druid's API of supervisors, and what it was asked. */
export interface Supervisors {
  /** `http://127.0.0.1:<port>/druid/indexer/v1/supervisor`. */
  readonly url: string;
  /** Those that it was given, by name. */
  readonly given: ReadonlyMap<string, PlainObject>;
  /** How often one of them was started or started anew. */
  starts(): number;
}

interface Behavior {
  readonly login: string;
  /** What Druid says of the state of a supervisor. */
  readonly report: unknown;
  /** Statuses of its first answers, before it works. */
  readonly first?: readonly number[];
}

const path = '/druid/indexer/v1/supervisor';

/** Answers as Druid does: it knows who asks, takes what has a table, and starts anew what is another one than before. */
export async function standInForSupervisors({ login, report, first = [] }: Behavior): Promise<Supervisors> {
  const given = new Map<string, PlainObject>();
  const failures = [...first];
  let starts = 0;
  const answer = (request: IncomingMessage, body: string): readonly [number, unknown] => {
    const { pathname, searchParams } = new URL(String(request.url), 'http://druid');
    const failure = failures.shift();
    if (failure !== undefined) return [failure, { error: `status ${failure}` }];
    if (request.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`)
      return [401, { error: 'Unauthorized' }];
    if (request.method === 'GET') {
      const [, id = ''] = pathname.match(RegExp(`^${path}/([^/]+)/status$`)) ?? [];
      return given.has(id) ? [200, report] : [404, { error: `[${id}] does not exist` }];
    }
    if (request.method !== 'POST' || pathname !== path) return [405, {}];
    if (request.headers['content-type'] !== 'application/json') return [415, {}];
    const spec = JSON.parse(body) as PlainObject;
    const id = at(spec, 'spec.dataSchema.dataSource') as string | undefined;
    if (id === undefined) return [400, { error: 'dataSource: must not be null' }];
    const isSame = JSON.stringify(given.get(id)) === JSON.stringify(spec);
    if (!isSame || searchParams.get('skipRestartIfUnmodified') !== 'true') starts += 1;
    given.set(id, spec);
    return [200, { id }];
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [status, said] = answer(request, Buffer.concat(parts).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(async () => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return { url, given, starts: () => starts };
}
