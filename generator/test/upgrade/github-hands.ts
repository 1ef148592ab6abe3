import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { ownCache } from '../../testing/own-cache.ts';
import { repository as ours } from '../../testing/program.ts';
import { git } from '../github/fixture.ts';
import { type GitHubServer, type Options, startGitHub } from '../github/server.ts';
import { identity } from '../support/repository.ts';
import type { DeliveryRun, Wish } from './delivering.ts';

/** A GitHub with a repository of three images, and a clone of it that a person works in. */
export interface GitHubWorld {
  readonly server: GitHubServer;
  readonly bare: string;
  readonly person: string;
}

export async function githubWorld(options: Partial<Options> = {}): Promise<GitHubWorld> {
  const person = temporaryFolder();
  write(person, { 'images.yaml': threeImages, 'README.md': 'What it is.\n' });
  return worldOf(person, options);
}

/** With lines in between, so that git merges a change of one beside a change of another. */
const threeImages = `${['api: 1.0.0', 'note: between', 'note: them', 'web: 2.0.0', 'note: and', 'note: more', 'db: 3.0.0'].join('\n')}\n`;

/** A GitHub with what lies in a folder, which becomes the clone that a person works in. */
export async function worldOf(person: string, options: Partial<Options> = {}): Promise<GitHubWorld> {
  git(person, 'init', '--quiet', '--initial-branch=main');
  git(person, 'add', '--all');
  git(person, 'commit', '--quiet', '-m', 'first');
  const bare = join(temporaryFolder(), 'platform.git');
  git(person, 'clone', '--quiet', '--bare', person, bare);
  git(person, 'remote', 'add', 'origin', bare);
  const server = await startGitHub({ repository: bare, requiredChecks: ['checks'], ...options });
  onTestFinished(() => server.close());
  return { server, bare, person };
}

/** Another GitHub that is as this one is now, with a repository of its own; nobody has called it yet. */
export async function copyOfWorld(from: GitHubWorld): Promise<GitHubWorld> {
  const bare = join(temporaryFolder(), 'platform.git');
  cpSync(from.bare, bare, { recursive: true });
  const server = await startGitHub({ ...from.server.world.rules, repository: bare });
  onTestFinished(() => server.close());
  const { world } = from.server;
  const { pulls, issues, comments, labels } = structuredClone({
    pulls: world.pulls,
    issues: world.issues,
    comments: world.comments,
    labels: world.labels,
  });
  server.world.pulls.push(...pulls);
  server.world.issues.push(...issues);
  server.world.comments.push(...comments);
  for (const [name, label] of labels) server.world.labels.set(name, label);
  return { server, bare, person: from.person };
}

/** What a run ended with: its code, what it said, what it wrote to the screen. */
export interface EndedRun {
  readonly code: number | null;
  readonly said: readonly string[];
  readonly output: string;
}

/** A fresh clone, as each run in CI has it. */
export function cloneFor({ bare, server }: GitHubWorld): string {
  const root = temporaryFolder();
  git(root, 'clone', '--quiet', bare, '.');
  git(root, 'remote', 'set-url', 'origin', server.pushUrl);
  return root;
}

/** Delivers in a process of its own; killed as soon as GitHub has got so many calls. */
export function deliver(
  world: GitHubWorld,
  wishes: readonly Wish[],
  { killAt = Number.POSITIVE_INFINITY, root = cloneFor(world), seen = {} } = {},
): Promise<EndedRun> {
  const { server } = world;
  const run: DeliveryRun = { root, apiUrl: server.apiUrl, token: server.token, wishes, seen };
  const limit = server.calls.length + killAt;
  return runApart('delivering.ts', run, () => server.calls.length >= limit);
}

/** Runs a program of ours with its input, in a process of its own, and kills it once it is over. */
export async function runApart(program: string, input: object, isOver: () => boolean): Promise<EndedRun> {
  const file = join(temporaryFolder(), 'run.json');
  write(join(file, '..'), { 'run.json': JSON.stringify(input) });
  const node = join(ours, 'node_modules/.bin/node');
  const child = spawn(node, [join(import.meta.dirname, program), file], {
    env: {
      ...process.env,
      ...identity,
      GITOPS_CACHE: ownCache(),
      // What Node compiled for the run before.
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      TMPDIR: temporaryFolder(),
    },
    // A group of its own: with it, the git that it started is killed, too.
    detached: true,
  });
  const watch = setInterval(() => {
    if (!isOver() || child.pid === undefined) return;
    clearInterval(watch);
    process.kill(-child.pid, 'SIGKILL');
  }, 1);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const said = existsSync(`${file}.said`)
    ? (JSON.parse(readFileSync(`${file}.said`, 'utf8')) as string[])
    : [];
  return { code, said, output };
}

/**
 * What is there in the end, in git and on GitHub, without ids of commits, moments and numbers: which of two pull requests
 * gets the lower number depends on who comes first when two runs open them, so each is called by its branch.
 */
export function endOf({ server: { world }, bare }: GitHubWorld): object {
  const headOf = new Map(world.pulls.map(({ number, head }) => [String(number), head]));
  const named = (text: string | null): string | undefined =>
    text?.replace(/(#|\/pull\/)(\d+)/g, (all, before: string, number: string) => {
      const head = headOf.get(number);
      return head === undefined ? all : before + head;
    });
  const branches = git(bare, 'for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');
  return {
    branches: branches.map((branch) => ({
      branch,
      tree: git(bare, 'rev-parse', `${branch}^{tree}`),
      commits: branch === 'main' ? '' : git(bare, 'rev-list', '--count', branch, '^main'),
    })),
    pulls: inOrder(
      world.pulls.map(({ title, body, head, state, labels, reviewers, autoMerge }) => ({
        head,
        state,
        title,
        body: named(body),
        autoMerge,
        labels: [...labels].sort(),
        reviewers: [...reviewers],
      })),
    ),
    comments: inOrder(
      world.comments.map(({ pull, body }) => ({ pull: headOf.get(String(pull)), body: named(body) })),
    ),
    // Of two runs at once each may open one, and one of the two is closed at once.
    issues: world.issues
      .filter(({ state }) => state === 'open')
      .map(({ title, body }) => ({ title, body: named(body) })),
  };
}

const inOrder = <T extends object>(things: readonly T[]): T[] =>
  [...things].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** A few at a time: each is a process that mostly waits for others. */
export async function inTurns(tasks: readonly (() => Promise<void>)[], atOnce = 3): Promise<void> {
  const left = [...tasks];
  const work = async (): Promise<void> => {
    for (let task = left.shift(); task; task = left.shift()) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
