import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { gitTagsOf } from '../../src/edge/registry/git-tags.ts';
import { atTheEnd } from '../../testing/ending.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';
import { identity } from '../support/repository.ts';
import { serveGit } from './git-server.ts';

const folder = temporaryFolder();
const root = temporaryFolder();
const git = async (...args: string[]): Promise<string> => {
  const ended = await tool('git', args, { cwd: folder, env: identity });
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended.stdout.trim();
};

let url = '';
let first = '';
let second = '';
beforeAll(async () => {
  await git('init', '--quiet', 'work');
  await git('-C', 'work', 'commit', '--quiet', '--allow-empty', '--message=one');
  first = await git('-C', 'work', 'rev-parse', 'HEAD');
  await git('-C', 'work', 'tag', 'v1.0.0');
  await git('-C', 'work', 'commit', '--quiet', '--allow-empty', '--message=two');
  second = await git('-C', 'work', 'rev-parse', 'HEAD');
  await git('-C', 'work', 'tag', '--annotate', '--message=two', 'v2.0.0');
  await git('-C', 'work', 'tag', '--annotate', '--message=again', 'chart/signed-2.0.0', 'v2.0.0');
  await git('clone', '--quiet', '--bare', 'work', 'source.git');
  await git('init', '--quiet', '--bare', 'empty.git');
  ({ url } = await serveGit(folder));
});

describe('tags of a git repository', () => {
  test('lead to commits, those that are objects of their own too', async () => {
    const wanted = new Map([
      ['chart/signed-2.0.0', second],
      ['v1.0.0', first],
      ['v2.0.0', second],
    ]);
    expect(await gitTagsOf(root, `${url}/source.git`)).toEqual({ kind: 'found', value: wanted });
    expect(await gitTagsOf(root, join(folder, 'source.git'))).toEqual({ kind: 'found', value: wanted });
  });

  test('a repository may have none', async () => {
    expect(await gitTagsOf(root, `${url}/empty.git`)).toEqual({ kind: 'found', value: new Map() });
  });

  test('a repository that is gone is told from a server that does not answer', async () => {
    const why = async (address: string): Promise<string> => {
      const answer = await gitTagsOf(root, address);
      return answer.kind === 'found' ? 'found' : `${answer.kind}: ${answer.why}`;
    };
    expect(await why(`${url}/none.git`)).toMatch(/^missing: http\S+\/none\.git is not there/);
    expect(await why(join(folder, 'none.git'))).toMatch(/^missing: /);
    expect(await why(`${url}/broken/source.git`)).toMatch(/^failed: http\S+ did not answer: .*503/);
    expect(await why('http://127.0.0.1:9/source.git')).toMatch(/^failed: .*did not answer: /);
  });

  test('credentials are those that git has, nobody is asked for them, and none is repeated', async () => {
    expect(await gitTagsOf(root, `${url}/private/source.git`)).toMatchObject({
      kind: 'missing',
      why: expect.stringContaining('git has no credentials for it'),
    });
    const known = temporaryFolder();
    await git('init', '--quiet', known);
    const insteadOf = (login: string): string => `url.${url.replace('//', `//${login}@`)}/private/.insteadOf`;
    await git('-C', known, 'config', insteadOf('ann:secret'), `${url}/private/`);
    expect(await gitTagsOf(known, `${url}/private/source.git`)).toMatchObject({ kind: 'found' });

    const wrong = temporaryFolder();
    await git('init', '--quiet', wrong);
    await git('-C', wrong, 'config', insteadOf('ann:wrongsecret'), `${url}/private/`);
    const refused = await gitTagsOf(wrong, `${url}/private/source.git`);
    expect(refused).toMatchObject({ kind: 'failed', why: expect.stringContaining('Authentication failed') });
    expect(JSON.stringify(refused)).not.toContain('wrongsecret');
  });

  test('a server that says nothing is not waited for', async () => {
    const silent = createSocketServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    atTheEnd(() => silent.close());
    const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/a.git`;
    expect(await gitTagsOf(root, address, 1)).toMatchObject({ kind: 'failed' });
  });
});
