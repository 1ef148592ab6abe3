import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atTheEnd } from '#testing';

interface Value {
  readonly stringValue?: string;
}
interface Attributes {
  readonly attributes?: readonly { readonly key: string; readonly value: Value }[];
}
interface Logs {
  readonly resourceLogs: readonly {
    readonly resource: Attributes;
    readonly scopeLogs: readonly {
      readonly logRecords: readonly ({
        readonly body: Value;
        readonly severityNumber?: number;
        readonly timeUnixNano?: string;
      } & Attributes)[];
    }[];
  }[];
}

const flat = ({ attributes = [] }: Attributes): Record<string, string | undefined> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));

const linesOf = ({ resourceLogs }: Logs) =>
  resourceLogs.flatMap(({ resource, scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) =>
      logRecords.map((record) => ({
        labels: flat(resource),
        attributes: flat(record),
        body: record.body.stringValue,
        severity: record.severityNumber ?? 0,
        time: record.timeUnixNano,
      })),
    ),
  );
export type Line = ReturnType<typeof linesOf>[number];

/** A stand-in for Loki's entrance for OpenTelemetry: keeps every line that is sent to it as JSON, until the file's tests end. */
export async function startLogSink() {
  const lines: Line[] = [];
  const paths = new Set<string>();
  let arrived = () => {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    paths.add(String(request.url));
    lines.push(...linesOf(JSON.parse(Buffer.concat(chunks).toString())));
    response.setHeader('content-type', 'application/json').end('{}');
    arrived();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atTheEnd(() => new Promise((closed) => server.close(closed).closeAllConnections()));
  return {
    port: (server.address() as AddressInfo).port,
    paths,
    /** All lines, once there are `count`. */
    async lines(count: number): Promise<readonly Line[]> {
      while (lines.length < count) await new Promise<void>((again) => (arrived = again));
      return lines;
    },
  };
}
