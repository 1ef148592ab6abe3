import { every, matches, type TextFormat } from './text-format.ts';

/*
 * URLs (RFC 3986), the ways in which git takes the address of a repository (`git help clone`, "GIT URLS"), and names
 * of branches (`git help check-ref-format`).
 */

/** A URL lands in Git and in the cluster, where everybody can read it. */
const noLogin: TextFormat = (text) =>
  /^[a-z+]+:\/\/[^/]*@/i.test(text)
    ? 'must not hold a user or a password: whoever reads it would have them'
    : null;

const plain: TextFormat = every(
  (text) => (text.trim() === text ? null : 'must have no blank at its ends'),
  matches(/^[!-~]+$/, 'must be in printable ASCII, without blanks'),
  (text) => (text.includes('{{') ? 'must not hold {{, which Helm would take for a template' : null),
);

const parses: TextFormat = (text) =>
  URL.canParse(text) && new URL(text).hostname !== '' ? null : 'must be a URL';

const scheme = (...schemes: readonly string[]): TextFormat =>
  matches(
    new RegExp(`^(${schemes.join('|')})://`),
    `must begin with ${schemes.map((name) => `${name}://`).join(' or ')}`,
  );

const noQuery: TextFormat = (text) => (/[?#]/.test(text) ? 'must have no ? and no # in it' : null);

/** The URL of a service over HTTP. */
export const httpUrl: TextFormat = every(plain, scheme('https', 'http'), noLogin, parses);

/** The URL of a service over HTTPS, and nothing behind its host. */
export const httpsHost: TextFormat = every(
  plain,
  scheme('https'),
  noLogin,
  parses,
  matches(/^https:\/\/[^/?#]+\/?$/, 'must end with its host'),
);

/** The URL of an own object store: what stands behind its host would be taken for a bucket. */
export const endpointUrl: TextFormat = every(
  httpUrl,
  matches(/^https?:\/\/[^/?#]+\/?$/, 'must end with its host or port'),
);

/** Stands for a chart's version in the address of a repository that keeps one version only. */
export const versionInUrl = '{version}';

/** A Helm repository over HTTP. */
export const chartRepository: TextFormat = every(
  (text) =>
    text.startsWith('oci://')
      ? 'must be a repository over HTTP; a chart of a registry has oci instead of repository'
      : null,
  (text) =>
    /[{}]/.test(text.replaceAll(versionInUrl, ''))
      ? `may have ${versionInUrl} in it, and no other braces`
      : null,
  httpUrl,
  noQuery,
);

/** A git repository: over HTTP, SSH or git's own protocol, in a folder, or in the short form of SSH (`git@host:path`). */
export const gitRepository: TextFormat = every(plain, (text) => {
  if (/^(https?|git):\/\//.test(text)) return noLogin(text) ?? parses(text) ?? noQuery(text);
  if (/^ssh:\/\//.test(text))
    return /^ssh:\/\/[^/@]*:[^/]*@/.test(text) ? noLogin(text) : (parses(text) ?? noQuery(text));
  if (/^file:\/\/\/./.test(text)) return null;
  if (/^([\w.-]+@[\w.-]+:(?!\/\/)[^\s:]+|[\w.-]+:[^\s:/][^\s:]*)$/.test(text)) return null;
  return 'must be the URL of a git repository, as in https://git.example.org/a/b.git or git@git.example.org:a/b.git';
});

/** A branch, as `git check-ref-format --branch` takes it. */
export const branch: TextFormat = every(
  (text) =>
    text.startsWith('refs/') ? 'must be the name of a branch alone, without refs/heads/ in front' : null,
  (text) => (isBranch(text) ? null : 'must be the name of a branch, as git takes it'),
);

const isBranch = (text: string): boolean =>
  !/^[-@/]$|^-|\.\.|@\{|[\s\p{Cc}~^:?*[\\]|\.$|^HEAD$/u.test(text) &&
  text.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
