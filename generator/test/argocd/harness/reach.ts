import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gitHttp } from '../../github/server/git-http.ts';

/** Where an Argo CD finds what lies in a folder here. */
export interface Reach {
  /** URL of the git repository `git/NAME` in the folder. */
  git(name: string): string;
  /** URL of the Helm repository `charts` in it. */
  readonly charts: string;
  close(): void;
}

/**
 * Serves a folder over HTTP: its charts, and its git repositories with git's own server.
 *
 * @param address Name or address of this machine as Argo CD knows it; null for one that runs here and reads git's files.
 */
export async function serve(root: string, address: string | null): Promise<Reach> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://here');
    const [, kind, name = ''] = url.pathname.split('/');
    const path = join(root, kind ?? '', basename(name));
    if (kind === 'git' && existsSync(path)) {
      const { status, headers, body } = await gitHttp(path, request, url, await buffer(request), '');
      response.writeHead(status, headers).end(body);
    } else if (kind === 'charts' && existsSync(path)) response.writeHead(200).end(readFileSync(path));
    else response.writeHead(404).end();
  });
  const listening = address === null ? '127.0.0.1' : '0.0.0.0';
  await new Promise<void>((resolve) => server.listen(0, listening, resolve));
  const url = `http://${address ?? listening}:${(server.address() as AddressInfo).port}`;
  return {
    git: (name) => (address === null ? `file://${join(root, 'git', name)}` : `${url}/git/${name}`),
    charts: `${url}/charts`,
    close: () => server.close(),
  };
}
