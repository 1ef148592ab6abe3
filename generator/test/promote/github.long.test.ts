import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/folder.ts';
import { repository as ours } from '../../testing/program.ts';
import { type GitHubServer, startGitHub } from '../github/server.ts';
import { handsIn, promotionEnvironment, somethingToPromote } from '../support/past.ts';

const env = promotionEnvironment();
const { git } = handsIn(env);
let past: string;

beforeAll(async () => {
  past = await somethingToPromote(env);
});

const open: GitHubServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** A GitHub that has the past. */
async function github(): Promise<{ server: GitHubServer; bare: string }> {
  const bare = join(temporaryFolder(), 'platform.git');
  await git(past, ['clone', '--quiet', '--bare', past, bare]);
  const server = await startGitHub({ repository: bare });
  open.push(server);
  return { server, bare };
}

async function clone({ pushUrl }: GitHubServer): Promise<string> {
  const root = temporaryFolder();
  await git(root, ['clone', '--quiet', pushUrl, '.']);
  return root;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** `npm run promote -- prod`, as CI runs it; killed as soon as GitHub has got so many calls. */
function promote(root: string, server: GitHubServer, killAt = Number.POSITIVE_INFINITY): Promise<Ended> {
  const main = join(ours, 'generator/src/cli/main.ts');
  const node = join(ours, 'node_modules/.bin/node');
  const child = spawn(node, [main, 'promote', 'prod', '--root', root], {
    env: {
      ...process.env,
      ...env,
      GITHUB_TOKEN: server.token,
      GITHUB_API_URL: server.apiUrl,
      GITHUB_REPOSITORY: 'acme/platform',
      // A killed run leaves its checkout behind.
      TMPDIR: temporaryFolder(),
    },
    // A group of its own: with it, the git that it started is killed, too.
    detached: true,
  });
  const limit = server.calls.length + killAt;
  const watch = setInterval(() => {
    if (server.calls.length < limit || child.pid === undefined) return;
    clearInterval(watch);
    process.kill(-child.pid, 'SIGKILL');
  }, 1);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, output });
    }),
  );
}

/** What is there in the end, in git and on GitHub. */
async function endOf({ world: { pulls, comments, statuses } }: GitHubServer, bare: string): Promise<unknown> {
  const references = await git(bare, [
    'for-each-ref',
    '--format=%(refname) %(objecttype)',
    'refs/heads',
    'refs/tags',
  ]);
  return {
    references,
    tree: await git(bare, ['rev-parse', 'promote/prod^{tree}']),
    commits: await git(bare, ['rev-list', '--count', 'main..promote/prod']),
    pulls: pulls.map(({ title, body, head, state, labels }) => ({
      title,
      body,
      head,
      state,
      labels: [...labels],
    })),
    comments: comments.length,
    statuses: [...new Set(statuses.map(({ context, state }) => `${context} ${state}`))],
  };
}

test('killed at every call that goes out and run again: the same end, nothing doubled', async () => {
  const whole = await github();
  const from = await clone(whole.server);
  const before = whole.server.calls.length;
  const done = await promote(from, whole.server);
  expect(done.code, done.output).toBe(0);
  expect(done.output).toContain('"Promote web to prod"');
  expect(done.output).not.toContain(whole.server.token);
  const calls = whole.server.calls.length - before;
  expect(calls).toBeGreaterThan(8);
  const wanted = await endOf(whole.server, whole.bare);
  expect(wanted).toMatchObject({
    commits: '1',
    pulls: [{ title: 'Promote web to prod', head: 'promote/prod', state: 'open' }],
    statuses: ['promotion gate success'],
  });
  for (let call = 1; call <= calls; call++) {
    const { server, bare } = await github();
    const root = await clone(server);
    await promote(root, server, call);
    const again = await promote(root, server);
    expect([call, again.code, again.output]).toEqual([
      call,
      0,
      expect.stringContaining('Promote web to prod'),
    ]);
    expect(await endOf(server, bare), `killed at call ${call}`).toEqual(wanted);
  }
});

test('two at once end as one', async () => {
  const alone = await github();
  await promote(await clone(alone.server), alone.server);
  const { server, bare } = await github();
  const roots = await Promise.all([clone(server), clone(server)]);
  const ended = await Promise.all(roots.map((root) => promote(root, server)));
  // The slower one may find that it lost the race, and says so; what it finds the next time is all done.
  expect(ended.map(({ code }) => code)).toContain(0);
  for (const root of roots) expect((await promote(root, server)).code).toBe(0);
  expect(await endOf(server, bare)).toEqual(await endOf(alone.server, alone.bare));
});
