import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Settings } from '../../src/edge/github/client.ts';
import { githubForge } from '../../src/edge/github/github-forge.ts';
import type { Forge, PullRequestDraft } from '../../src/forge/forge.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { type GitHubServer, type Options, startGitHub } from './server.ts';

const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];

export const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

const templates = new Map<string, string>();

/** A bare repository with two commits on main and one more on each of these branches. */
export function bareRepository(branches: readonly string[] = ['promote/prod']): string {
  const key = branches.join(' ');
  const template = templates.get(key) ?? newRepository(branches);
  templates.set(key, template);
  const folder = join(temporaryFolder(), 'bare.git');
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** All in one go. */
function newRepository(branches: readonly string[]): string {
  const folder = join(temporaryFolder(), 'bare.git');
  git('.', 'init', '--quiet', '--bare', '--template=', '--initial-branch=main', folder);
  const data = (text: string): string => `data ${text.length}\n${text}\n`;
  const change = (branch: string, path: string, from = ''): string =>
    `commit refs/heads/${branch}\ncommitter test <test@example.org> 1767225600 +0000\n${data(`change of ${path}`)}${from}M 644 inline ${path}\n${data(`${path}\n`)}\n`;
  const stream = [
    change('main', 'README.md'),
    change('main', 'images.yaml'),
    ...branches.map((branch) => change(branch, branch.replaceAll('/', '-'), 'from refs/heads/main\n')),
  ];
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: stream.join('') });
  return folder;
}

export function commit(work: string, message: string): string {
  git(work, 'add', '--all');
  git(work, 'commit', '--quiet', '--message', message);
  return git(work, 'rev-parse', 'HEAD');
}

/** A GitHub for one test; at its end, everything that was asked and answered must have been as GitHub describes it. */
export async function github(options: Partial<Options> = {}): Promise<GitHubServer> {
  const server = await startGitHub({ repository: options.repository ?? bareRepository(), ...options });
  onTestFinished(() => server.close());
  return server;
}

/** A forge on it that gives up at once, so that a test sees every failure. */
export function forgeOn(server: GitHubServer, settings: Partial<Settings> = {}): Forge {
  const { apiUrl, token } = server;
  return githubForge({
    apiUrl,
    owner: 'acme',
    repo: 'platform',
    credentials: { kind: 'token', token },
    report: () => undefined,
    retries: 0,
    ...settings,
  });
}

export const draft: PullRequestDraft = {
  head: 'promote/prod',
  base: 'main',
  title: 'Promote prod to 3f2c9d1',
  body: 'What it brings.\n',
  labels: ['promotion', 'prod'],
  reviewers: ['alice', 'acme/platform'],
};

/** Asks the server as curl would. */
export async function ask(
  { apiUrl, token }: GitHubServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}
