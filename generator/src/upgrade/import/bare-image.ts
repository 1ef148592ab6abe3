/** Names of images that have a language or a system in them and no program of anybody's. */
const bare = new Set(
  (
    'alpine amazoncorretto amazonlinux bash busybox centos debian eclipse-temurin fedora golang gradle haskell ' +
    'ibmjava java julia maven node openjdk oraclelinux perl php pypy python r-base rockylinux ruby rust scratch ' +
    'swift ubuntu'
  ).split(' '),
);

/** Whether an image is nothing that could run for an app, but what one would be built on. */
export const isBareImage = (repository: string): boolean => bare.has(repository.replace(/^.*\//s, ''));
