import { spawn } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface GitAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const hooks = fileURLToPath(new URL('hooks', import.meta.url));

/**
 * Git's own server for one request, asked as a web server asks a CGI program.
 * @param rules what the hook is told of who pushes, and what is protected; without them everybody may push everything
 */
export async function gitHttp(
  repository: string,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  user: string,
  rules: Readonly<Record<string, string>> | null = null,
): Promise<GitAnswer> {
  const header = (name: string): string => String(request.headers[name] ?? '');
  const service = url.pathname.slice(url.pathname.indexOf('.git/') + '.git'.length);
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: dirname(repository),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${basename(repository)}${service}`,
      REQUEST_METHOD: request.method,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: header('content-type'),
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      HTTP_GIT_PROTOCOL: header('git-protocol'),
      // Who is known may push.
      REMOTE_USER: user,
      REMOTE_ADDR: '127.0.0.1',
      ...(rules && {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'core.hooksPath',
        GIT_CONFIG_VALUE_0: hooks,
        ...rules,
      }),
    },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  return parsed(Buffer.concat(chunks));
}

function parsed(output: Buffer): GitAnswer {
  const end = output.indexOf('\r\n\r\n');
  const headers = Object.fromEntries(
    output
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  const { status = '200', ...others } = headers;
  return { status: Number.parseInt(status, 10), headers: others, body: output.subarray(end + 4) };
}
