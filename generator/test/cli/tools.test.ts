import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { platform, type Tool, toolNamed } from '../../src/edge/tools/catalog.ts';
import { download } from '../../src/edge/tools/download.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { program, tool } from '../../testing/program.ts';

const helm = toolNamed('helm').version;
const kubeconform = toolNamed('kubeconform').version;
const [major, minor] = helm.split('.').map(Number) as [number, number];

/** A folder for PATH in which these programs say that they have these versions. */
function pathWith(versions: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, version] of Object.entries(versions)) {
    write(folder, { [name]: `#!/bin/sh\necho ${version}\n` });
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** No download gets out, whatever this machine could reach. */
const unreachable = { HTTPS_PROXY: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '1' };

describe.concurrent('setup', () => {
  test('takes what is on PATH if the version fits, and says what is missing and how to get it', async () => {
    const env = {
      PATH: pathWith({ helm: `v${major}.${minor}.99`, kubeconform: 'v0.3.1' }),
      GITOPS_CACHE: temporaryFolder(),
      ...unreachable,
    };
    const { code, stderr } = await program(['setup'], { env });
    expect(code).toBe(2);
    expect(stderr).not.toContain('helm 4');
    expect(stderr).toContain(`error: kubeconform ${kubeconform} is missing (checks manifests against`);
    expect(stderr).toContain('the one on PATH is v0.3.1; not kept from an earlier run;');
    expect(stderr).toContain('no go on PATH to build it');
    expect(stderr).toContain(
      `hint: put kubeconform ${kubeconform} on PATH, or install Go, or allow the download`,
    );
  });

  test('a helm of another minor version is not the one that Argo CD renders with', async () => {
    const env = {
      PATH: pathWith({ helm: `v${major}.${minor + 1}.0` }),
      GITOPS_CACHE: temporaryFolder(),
      ...unreachable,
    };
    const { code, stderr } = await program(['setup'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain(
      `error: helm ${helm} is missing (Argo CD renders charts with it): the one on PATH is v${major}.${minor + 1}.0`,
    );
  });
});

/** A server with one archive, in which there is one program. */
async function serve(): Promise<{ url: string; sha256: string; close: () => void }> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'dist'));
  write(folder, { 'dist/thing': '#!/bin/sh\necho hello\n' });
  await tool('tar', ['-czf', join(folder, 'thing.tar.gz'), '-C', folder, 'dist/thing']);
  const archive = readFileSync(join(folder, 'thing.tar.gz'));
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/thing-1.0.tar.gz' ? 200 : 404).end(archive);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sha256 = createHash('sha256').update(archive).digest('hex');
  return { url: `http://127.0.0.1:${port}/thing-{version}.tar.gz`, sha256, close: () => server.close() };
}

const thing = (url: string, sha256: string, version = '1.0'): Tool => ({
  name: 'thing',
  version,
  why: 'a test',
  download: { url, member: 'dist/thing', sha256: { [platform()]: sha256 } },
  go: { package: 'example.org/thing', ldflags: '', minutes: 1 },
});

test('a download is taken only with the checksum that was published', async () => {
  const { url, sha256, close } = await serve();
  const target = join(temporaryFolder(), 'tools/thing');
  const said: string[] = [];
  const progress = (line: string): void => void said.push(line);
  const other = createHash('sha256').update('other').digest('hex');
  expect(await download(thing(url, other), target, progress)).toMatchObject({
    why: expect.stringContaining('has the checksum'),
  });
  expect(await download(thing(url, sha256, '2.0'), target, progress)).toMatchObject({
    why: expect.stringContaining('HTTP 404'),
  });
  expect(await download(thing(url, sha256), target, progress)).toEqual({ path: target });
  expect((await tool(target, [])).stdout).toBe('hello\n');
  expect(said[0]).toMatch(/^thing 1\.0: downloading http/);
  close();
});
