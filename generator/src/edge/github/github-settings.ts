import { createPrivateKey } from 'node:crypto';
import type { Forge } from '../../forge/forge.ts';
import { UsageError } from '../../problem/errors.ts';
import { asker, type Credentials, type Settings } from './client.ts';
import { githubForge } from './github-forge.ts';
import { remoteOf } from './remote.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * GitHub as environment variables describe it, as Actions sets them:
 * - `GITHUB_TOKEN`; or, of a GitHub App, `GITHUB_APP_ID`, `GITHUB_APP_PRIVATE_KEY` (PEM) and, if the app is to be
 *   spared a question, `GITHUB_APP_INSTALLATION_ID`. The app comes first.
 * - `GITHUB_API_URL`, for GitHub Enterprise.
 * - `GITHUB_REPOSITORY` (`owner/repo`), where the remote URL does not say it, or leads to another host than
 *   `GITHUB_SERVER_URL`, as that of a mirror does.
 * Null: there are no credentials; or it is not known which GitHub they are for, which is reported.
 * @param report is told what a person should know: what is waited for, what GitHub would not take
 * @throws UsageError where the variables do not fit together
 */
export function githubFromEnvironment(
  env: Variables,
  remoteUrl: string,
  report: (line: string) => void = () => undefined,
): Forge | null {
  const settings = settingsFrom(env, remoteUrl, report);
  return settings && githubForge(settings);
}

/**
 * The token that git pushes with over HTTPS, for the user `x-access-token`: the given one, or one that the app gets,
 * which ends within the hour. Null: there are no credentials.
 */
export async function gitTokenFromEnvironment(env: Variables, remoteUrl: string): Promise<string | null> {
  const settings = settingsFrom(env, remoteUrl, () => undefined);
  if (settings === null) return null;
  if (settings.credentials.kind === 'token') return settings.credentials.token;
  const got = await asker(settings)('get a token for git', ({ octokit }) =>
    octokit.auth({ type: 'installation' }),
  );
  return (got as { readonly token: string }).token;
}

/** As above, as data. */
export function settingsFrom(
  env: Variables,
  remoteUrl: string,
  report: (line: string) => void,
): Settings | null {
  const credentials = credentialsFrom(env);
  if (credentials === null) return null;
  const repository = repositoryFrom(env, remoteUrl);
  if ('unknown' in repository) report(`pull requests are left out: ${repository.unknown}`);
  return 'unknown' in repository ? null : { ...repository, credentials, report };
}

type GitHubRepository = Pick<Settings, 'apiUrl' | 'owner' | 'repo'>;

/** Which repository on which GitHub. A token goes to github.com, or where somebody said that it should. */
function repositoryFrom(env: Variables, remoteUrl: string): GitHubRepository | { readonly unknown: string } {
  const remote = remoteOf(remoteUrl);
  const server = env.GITHUB_SERVER_URL && URL.parse(env.GITHUB_SERVER_URL)?.hostname;
  const isHere = remote !== null && (!server || server === remote.host);
  const [owner, repo] = isHere ? [remote.owner, remote.repo] : (env.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !repo) {
    // Without the credentials that a URL may carry.
    const url = remoteUrl.replace(/\/\/[^/@]*@/, '//');
    return { unknown: `set GITHUB_REPOSITORY, for ${url} does not say owner and name` };
  }
  const apiUrl = apiUrlFrom(env);
  if (apiUrl !== null) return { apiUrl, owner, repo };
  const host = isHere ? remote.host : 'github.com';
  if (/^(ssh\.)?github\.com$/.test(host)) return { apiUrl: 'https://api.github.com', owner, repo };
  return { unknown: `if ${host} is GitHub Enterprise, set GITHUB_API_URL (such as https://${host}/api/v3)` };
}

function credentialsFrom(env: Variables): Credentials | null {
  const { GITHUB_TOKEN: token, GITHUB_APP_ID: id, GITHUB_APP_INSTALLATION_ID: installation } = env;
  const privateKey = env.GITHUB_APP_PRIVATE_KEY?.replaceAll('\\n', '\n');
  if (!id && !privateKey) return token ? { kind: 'token', token } : null;
  if (!id || !privateKey)
    throw new UsageError(
      `${id ? 'GITHUB_APP_PRIVATE_KEY' : 'GITHUB_APP_ID'} is not set, but its counterpart is`,
    );
  if (!isPrivateKey(privateKey)) throw new UsageError('GITHUB_APP_PRIVATE_KEY is no private key in PEM');
  if (installation && !/^\d+$/.test(installation))
    throw new UsageError('GITHUB_APP_INSTALLATION_ID is no number');
  return { kind: 'app', id, privateKey, ...(installation && { installation: Number(installation) }) };
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** Never in the clear over a network. */
function apiUrlFrom(env: Variables): string | null {
  const given = env.GITHUB_API_URL?.replace(/\/+$/, '');
  if (!given) return null;
  const url = URL.parse(given);
  if (url === null) throw new UsageError('GITHUB_API_URL is no URL');
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isLocal) throw new UsageError('GITHUB_API_URL must begin with https://');
  return given;
}
