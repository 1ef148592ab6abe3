import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { atTheEnd } from '../../testing/ending.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';

const helm = await obtain('helm', () => undefined);

/** Runs helm, which keeps what it needs in a folder of its own. */
export async function runHelm(args: readonly string[]): Promise<string> {
  const home = temporaryFolder();
  const env = { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
  const ended = await tool(helm, args, { env });
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended.stdout;
}

export interface WrittenChart {
  readonly name: string;
  readonly version: string;
  /** As YAML writes it. */
  readonly appVersion?: string;
  readonly deprecated?: boolean;
}

/** Packages a chart into a folder with real helm; the path of the archive. */
export async function packageChart(folder: string, chart: WrittenChart): Promise<string> {
  const { name, version, appVersion, deprecated } = chart;
  const source = join(temporaryFolder(), name);
  const optional = [
    ...(appVersion === undefined ? [] : [`appVersion: ${appVersion}\n`]),
    ...(deprecated === undefined ? [] : [`deprecated: ${deprecated}\n`]),
  ];
  write(source, {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: ${version}\n${optional.join('')}`,
    'values.yaml': '{}\n',
  });
  await runHelm(['package', source, '--destination', folder]);
  return join(folder, `${name}-${version}.tgz`);
}

export interface StaticServer {
  readonly url: string;
  /** Every request and its answer: `/index.yaml 200`. */
  readonly calls: string[];
}

/** A server for the files of a folder, which answers 304 where somebody has what it has; `/5xx/` fails. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const file = join(folder, path);
    const end = (status: number, headers: Record<string, string> = {}, body?: Buffer): void => {
      calls.push(`${path} ${status}`);
      response.writeHead(status, headers).end(body);
    };
    if (path.startsWith('/5xx/')) return end(503);
    if (!existsSync(file) || !statSync(file).isFile()) return end(404);
    const body = readFileSync(file);
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return end(304, { etag });
    end(200, { etag, 'content-type': 'text/plain' }, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}
