import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refresh } from './server/branches.ts';
import { type Failing, type Fault, failing, overLimit } from './server/faults.ts';
import { gitHttp } from './server/git-http.ts';
import { answerGraphql } from './server/graphql.ts';
import { handlers } from './server/handlers.ts';
import {
  type App,
  actions,
  type Identities,
  type Identity,
  identities,
  person,
  personWithoutWorkflows,
} from './server/identities.ts';
import { pageByCursor, pageOf } from './server/pages.ts';
import { type People, peopleOf } from './server/people.ts';
import { protectionOf, unmetChecks } from './server/protection.ts';
import { completed, operationOf, wrongAnswer, wrongRequest } from './server/schemas.ts';
import { Refusal, type Rules, type World, world } from './server/world.ts';

export interface Options extends Partial<Rules> {
  /** The bare git repository that it keeps; its main branch must be there. */
  readonly repository: string;
  readonly app?: App;
  readonly writeLimit?: number;
  /** Milliseconds since 1970; else the clock of this machine. */
  readonly now?: () => number;
}

/** A GitHub on loopback, shaped as an Enterprise server is. */
export interface GitHubServer {
  readonly url: string;
  /** For `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** Of the git repository; `pushUrl` has the token in it. */
  readonly gitUrl: string;
  readonly pushUrl: string;
  /** For `GITHUB_TOKEN`: that of a person, who may do all that a token may. */
  readonly token: string;
  /** The same for others: a workflow with its own token, and a person whose token may not change workflow files. */
  readonly others: Readonly<Record<'actions' | 'withoutWorkflows', { token: string; pushUrl: string }>>;
  /** What people do. */
  readonly people: People;
  /** Every call, git's included: `POST /repos/acme/platform/pulls 201`, or how it failed. */
  readonly calls: readonly string[];
  /** What it knows. Tests look at it, and may change what people could have changed. */
  readonly world: World;
  /** Lets call number `n` fail, counted from 1 since the start. */
  failAt(n: number, fault?: Fault): void;
  /** Ends it. @throws where a request or an answer was not as GitHub describes them */
  close(): Promise<void>;
}

/** What comes back, or how the connection ends. */
interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | object | undefined;
}

export async function startGitHub(options: Options): Promise<GitHubServer> {
  const { repository, app, writeLimit, now, owner = 'acme', repo = 'platform' } = options;
  const state = world(repository, { ...usual, ...options, owner, repo }, now);
  const [token, ofActions, ofOther] = [newToken('ghp'), newToken('ghs'), newToken('ghp')];
  const known = { [token]: person, [ofActions]: actions, [ofOther]: personWithoutWorkflows };
  const who = identities(known, app);
  const calls: string[] = [];
  const violations: string[] = [];
  const faults = new Map<number, Fault>();
  const tooMany = overLimit(writeLimit);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const name = `${request.method} ${url.pathname.replace('/api/v3', '')}`;
    const n = calls.push(name);
    const fault = faults.get(n);
    const body = await bodyOf(request);
    const end = (outcome: Outcome, note: string): void => {
      calls[n - 1] = `${name} ${note}`;
      if (note.startsWith('cut')) response.destroy();
      else send(response, outcome);
    };
    if (fault === 'cut before') return end(nothing, fault);
    if (fault !== undefined && fault !== 'cut after') {
      const failed = failing(fault, request.headers.authorization);
      return end(failed, typeof fault === 'string' ? fault : String(failed.status));
    }
    const outcome = await outcomeOf(request, url, body);
    refresh(state);
    end(outcome, fault ?? String(outcome.status));
  };

  const outcomeOf = async (request: IncomingMessage, url: URL, body: Buffer): Promise<Outcome> => {
    refresh(state);
    if (url.pathname.startsWith(`/${owner}/${repo}.git/`)) return git(request, url, body);
    if (request.method !== 'GET' && tooMany()) return failing('secondary rate limit');
    try {
      if (url.pathname === '/api/graphql') {
        const user = who.userOf(request.headers.authorization, url.pathname);
        return { status: 200, headers: {}, body: await answerGraphql(state, JSON.parse(String(body)), user) };
      }
      return rest(request, url, body, { state, who, violations });
    } catch (error) {
      if (error instanceof Refusal) return refusal(error);
      violations.push(`${request.method} ${url.pathname}: ${(error as Error).stack}`);
      return failing(500);
    }
  };

  const git = async (request: IncomingMessage, url: URL, body: Buffer): Promise<Outcome> => {
    const identity = who.ofGit(request.headers.authorization);
    if (identity !== null)
      return gitHttp(repository, request, url, body, identity.user, pushRules(state, identity));
    return { status: 401, headers: { 'www-authenticate': 'Basic realm="GitHub"' }, body: Buffer.from('') };
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pushUrl = (secret: string): string =>
    `http://x-access-token:${secret}@${address}/${owner}/${repo}.git`;
  const other = (secret: string) => ({ token: secret, pushUrl: pushUrl(secret) });
  return {
    url: `http://${address}`,
    apiUrl: `http://${address}/api/v3`,
    gitUrl: `http://${address}/${owner}/${repo}.git`,
    pushUrl: pushUrl(token),
    token,
    others: { actions: other(ofActions), withoutWorkflows: other(ofOther) },
    people: peopleOf(state),
    calls,
    world: state,
    failAt: (n, fault = 'cut after') => faults.set(n, fault),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (violations.length > 0) throw new Error(`not as GitHub describes it:\n${violations.join('\n')}`);
    },
  };
}

const usual: Omit<Rules, 'owner' | 'repo'> = {
  collaborators: ['alice', 'bob'],
  teams: ['platform'],
  requiredChecks: [],
  protections: [],
  mergeMethods: ['merge', 'squash', 'rebase'],
  actionsMayOpen: true,
  autoMerge: true,
};

const newToken = (kind: string): string => `${kind}_${randomBytes(18).toString('hex')}`;

/** What git's hook is told: see `server/hooks/update`. */
function pushRules(state: World, { kind, lacks }: Identity): Record<string, string> {
  const { protections, requiredChecks } = state.rules;
  const branches = new Set([
    ...protections.map(({ branch }) => branch),
    ...(requiredChecks.length > 0 ? ['main'] : []),
  ]);
  const all = [...branches].flatMap((branch) => protectionOf(state, branch) ?? []);
  const commits = new Set([...state.statuses, ...state.checkRuns].map(({ sha }) => sha));
  const free = all.filter(({ checks }) => checks.length === 0);
  const passed = all.flatMap((protection) =>
    [...commits]
      .filter((sha) => unmetChecks(state, protection, sha) === null)
      .map((sha) => `${protection.branch} ${sha}`),
  );
  return {
    PROTECTED: all.map(({ branch }) => branch).join('\n'),
    ONLY_BY_PULL_REQUEST: all
      .filter(({ pullRequests, approvals, queue }) => pullRequests || approvals > 0 || queue !== null)
      .map(({ branch }) => branch)
      .join('\n'),
    UNCHECKED: free.map(({ branch }) => branch).join('\n'),
    CHECKED: passed.join('\n'),
    MAY_CHANGE_WORKFLOWS: lacks === null ? 'yes' : '',
    WHO: kind,
    LACKING: lacks ?? '',
  };
}

const nothing: Outcome = { status: 0, headers: {}, body: undefined };

interface Inside {
  readonly state: World;
  readonly who: Identities;
  readonly violations: string[];
}

/** One request of the REST API: known, allowed, as described; then done, and the answer as described too. */
function rest(request: IncomingMessage, url: URL, raw: Buffer, { state, who, violations }: Inside): Outcome {
  const path = url.pathname.replace('/api/v3', '');
  const user = who.userOf(request.headers.authorization, path);
  const found = operationOf(request.method ?? '', path);
  const handler = handlers[found?.id ?? ''];
  if (!found || !handler) throw new Error('an operation that was not taken over');
  const { id, values } = found;
  const { owner, repo } = state.rules;
  if (path.startsWith('/repos/') && !`${path}/`.startsWith(`/repos/${owner}/${repo}/`))
    throw new Refusal(404, 'Not Found');
  const query = Object.fromEntries(url.searchParams);
  const body: unknown = raw.length > 0 ? JSON.parse(String(raw)) : undefined;
  const wrong = wrongRequest(id, query, body);
  if (wrong !== null) {
    violations.push(`${id}: request: ${wrong}`);
    throw new Refusal(422, `Invalid request.\n\n${wrong}`);
  }
  const answer = handler({ world: state, identities: who, user, values, query, body });
  const pages = id === 'repos/list-activities' ? pageByCursor : pageOf;
  const paged = Array.isArray(answer.body) ? pages(answer.body, url) : { page: answer.body, headers: {} };
  const full = completed(id, answer.status, paged.page);
  const amiss = wrongAnswer(id, answer.status, full);
  if (amiss !== null) throw new Error(`answer ${answer.status} of ${id}: ${amiss}`);
  return { status: answer.status, headers: paged.headers, body: full as object | undefined };
}

function refusal({ status, message, errors }: Refusal): Failing {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return { status, headers: {}, body: errors.length > 0 ? { ...body, errors } : body };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, headers, body }: Outcome): void {
  const isRaw = Buffer.isBuffer(body);
  response.writeHead(status, {
    ...(isRaw ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(isRaw ? body : body === undefined ? undefined : JSON.stringify(body));
}
