import { every, matches, type TextFormat } from './text-format.ts';

/*
 * Parts of an image reference: the grammar of `github.com/distribution/reference`, which container runtimes and
 * registries share, and the digests of the OCI image specification.
 */

const component = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const path = new RegExp(`^${component}(/${component})*$`);
const registry =
  /^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(:\d{1,5})?$/;
const longestRepository = 255;

/** Names under which the default registry is known too; a mirror knows it under one. */
const otherNamesOfDockerHub = ['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'];

/** Registry and path, without what belongs into other fields. */
const place: TextFormat = every(
  (text) => (text.includes('://') ? `must have no ${text.replace(/:\/\/.*$/s, '')}:// in front` : null),
  (text) => (/@/.test(text) ? 'must have no digest and no user in it' : null),
  (text) => (/:[^/]*$/.test(text) && text.includes('/') ? 'must have no tag in it' : null),
  (text) => (/[A-Z]/.test(text) ? 'must be in lower case' : null),
  (text) => (text.endsWith('/') ? 'must have no slash at its end' : null),
  (text) => {
    const [host = '', ...rest] = text.split('/');
    const isPlace = registry.test(host) && (rest.length === 0 || path.test(rest.join('/')));
    return isPlace ? null : 'must be a registry and a path, as in docker.io/library/nginx';
  },
  (text) =>
    text.length <= longestRepository
      ? null
      : `must have at most ${longestRepository} characters, and has ${text.length}`,
  (text) =>
    /[.:]|^localhost$/.test(text.replace(/\/.*$/, ''))
      ? null
      : 'must begin with the registry, as docker.io: without one, everybody adds another',
);

/** The repository of an image, registry included. */
export const imageRepository: TextFormat = every(
  matches(/\//, 'must be a registry and a path, as in docker.io/library/nginx'),
  place,
  (text) => {
    const [host = '', ...rest] = text.split('/');
    if (otherNamesOfDockerHub.includes(host)) return `must be written docker.io/${rest.join('/')}`;
    return host === 'docker.io' && rest.length === 1 ? `must be written docker.io/library/${rest[0]}` : null;
  },
);

/** What goes in front of every repository: a registry, or a path in one. */
export const registryMirror: TextFormat = place;

/** A registry and a path that charts are kept in. */
export const chartRegistry: TextFormat = every(
  (text) => (text.startsWith('oci://') ? 'must be written without oci:// in front' : null),
  place,
);

export const tag = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
export const digest = /^sha256:[0-9a-f]{64}$/;

/** Words that are moved to whatever is newest, in the name of a tag or as a part of it. */
const movingWords = ['latest', 'snapshot'];

/** What makes a tag mean one build: a whole version, a day, a commit, a build number. */
const complete = [
  /\d+\.\d+\.\d+/,
  /\d+\.\d+-r\d+/,
  /(^|[^\d])\d{4}-\d{2}-\d{2}([^\d]|$)/,
  /(^|[^\d.])\d{6,}([^\d]|$)/,
  /(^|[-_.])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}([-_.]|$)/,
];

/**
 * Why a tag is moved by whoever publishes it, in words that follow "which"; null where it means one build.
 * `isVersion` tells which tags are whole versions of a project that counts in another way.
 */
export function movesBecause(text: string, isVersion: (tag: string) => boolean): string | null {
  const words = text.toLowerCase().split(/[-_.]/);
  if (words.some((word) => movingWords.includes(word))) return 'moves';
  if (complete.some((pattern) => pattern.test(text.toLowerCase())) || isVersion(text)) return null;
  const [number] = text.match(/\d+(\.\d+)?/) ?? [];
  return number === undefined ? 'names no version' : `moves with every release of ${number}`;
}
