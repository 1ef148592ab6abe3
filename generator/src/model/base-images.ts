/**
 * Images that are not a program but what programs are built on, by the last part of their repository, each with the other
 * words that a key may have for it.
 */
const bases: Readonly<Record<string, readonly string[]>> = {
  // Languages.
  amazoncorretto: ['corretto', 'java', 'jdk', 'jre'],
  aspnet: ['dotnet'],
  bun: [],
  clojure: [],
  dart: [],
  deno: [],
  'eclipse-temurin': ['temurin', 'java', 'jdk', 'jre'],
  elixir: [],
  erlang: [],
  gcc: [],
  golang: ['go'],
  gradle: ['java'],
  haskell: [],
  'ibm-semeru-runtimes': ['semeru', 'java', 'jdk', 'jre'],
  julia: [],
  maven: ['java'],
  node: ['nodejs'],
  openjdk: ['java', 'jdk', 'jre'],
  perl: [],
  php: [],
  pypy: ['python'],
  python: [],
  'r-base': ['r'],
  ruby: [],
  rust: [],
  sapmachine: ['java', 'jdk', 'jre'],
  swift: [],
  // Distributions.
  almalinux: ['alma', 'linux'],
  alpine: ['linux'],
  amazonlinux: ['linux'],
  archlinux: ['arch', 'linux'],
  busybox: [],
  'buildpack-deps': ['buildpack'],
  centos: ['linux'],
  debian: ['linux'],
  fedora: ['linux'],
  oraclelinux: ['oracle', 'linux'],
  photon: ['linux'],
  rockylinux: ['rocky', 'linux'],
  ubuntu: ['linux'],
  'wolfi-base': ['wolfi', 'linux'],
};

/** Words of a key that say that a bare image is meant. */
const plainWords = ['base', 'debug', 'init', 'shell', 'toolbox', 'tools', 'wait'];

/** Who publishes such images under the same names; anybody else's are programs. */
const publishers =
  /^[^/]+\/((docker\/)?library\/|bitnami(legacy)?\/|chainguard\/|dotnet\/|oven\/|denoland\/)?[^/]+$/;

/** Families whose every image is one. */
const families = /\/(distroless\/[^/]+|ubi\d+(\/[^/]+|-[^/]+)?|devcontainers\/[^/]+)$/;

/** The bare base that a repository has, as people call it; null where it has a program. */
export function baseImage(repository: string): string | null {
  const [family] = repository.match(families)?.slice(1) ?? [];
  if (family !== undefined) return family;
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  return Object.hasOwn(bases, name) && publishers.test(repository) ? name : null;
}

/** Whether a key is about that base, or says that it is a plain one. */
export function isAbout(key: string, base: string): boolean {
  const words = key.split('-');
  const names = [...base.split(/[/-]/), base, ...(bases[base] ?? []), ...plainWords];
  // A version may stand behind it, as in python312.
  return words.some((word) => names.includes(word) || names.includes(word.replace(/\d+$/, '')));
}
