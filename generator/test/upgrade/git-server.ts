import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { atTheEnd } from '../../testing/ending.ts';
import { gitHttp } from '../github/server/git-http.ts';

export interface GitServer {
  readonly url: string;
  /** Paths that were asked for. */
  readonly calls: string[];
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Git's own server over HTTP, for all that lies in a folder; `/private/` asks who one is, `/broken/` fails. */
export async function serveGit(folder: string): Promise<GitServer> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    calls.push(url.pathname);
    const known = request.headers.authorization === `Basic ${Buffer.from('ann:secret').toString('base64')}`;
    if (url.pathname.startsWith('/private/') && !known) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    if (url.pathname.startsWith('/broken/')) return void response.writeHead(503).end('busy');
    const [, name = ''] = url.pathname.match(/\/([\w-]+\.git)\//) ?? [];
    const answer = await gitHttp(join(folder, name), request, url, await bodyOf(request), '');
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}
