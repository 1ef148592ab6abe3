/** Where people read what a version brings. */
export interface ReleaseLink {
  /** `strimzi/strimzi-kafka-operator` */
  readonly name: string;
  /** Page that has the release notes of the version. */
  readonly notes: string;
  /** Page that compares two tags; null where nobody knows how the tags are spelled. */
  readonly compare: string | null;
}

/**
 * Links to the forges that addresses lead to, each repository once. What an image or a chart says of itself is anybody's
 * text: nothing of it gets into a link but the names of a repository on a host of that kind.
 * @param tags whether the versions are tags of that repository, letter by letter
 */
export function releaseLinks(
  urls: readonly string[],
  { from, to, tags }: { readonly from: string; readonly to: string; readonly tags: boolean },
): ReleaseLink[] {
  const places = urls.map(placeOf).filter((place) => place !== null);
  const distinct = [...new Map(places.map((place) => [place.url, place])).values()];
  return distinct.map(({ host, name, url }) => {
    const isGitLab = host !== 'github.com';
    const [old, young] = [from, to].map(encodeURIComponent);
    return {
      name,
      // A search finds the release however its tag is spelled: v1.2.0, chart-1.2.0.
      notes: isGitLab ? `${url}/-/releases` : `${url}/releases?q=${young}&expanded=true`,
      compare: tags ? `${url}${isGitLab ? '/-' : ''}/compare/${old}...${young}` : null,
    };
  });
}

/** The repository behind pages of GitHub that a chart repository is served from: its releases are called after charts. */
export function chartForges(repository: string): string[] {
  const [, owner, name] = repository.match(/^https:\/\/([\w-]+)\.github\.io\/([\w.-]+)/) ?? [];
  return owner === undefined || name === undefined ? [] : [`https://github.com/${owner}/${name}`];
}

function placeOf(text: string): { host: string; name: string; url: string } | null {
  if (!URL.canParse(text.replace(/^git\+/, ''))) return null;
  const { protocol, host, pathname } = new URL(text.replace(/^git\+/, ''));
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const isGitLab = host === 'gitlab.com' || host.startsWith('gitlab.');
  if (host !== 'github.com' && !isGitLab) return null;
  const parts = pathname
    .replace(/\/-\/.*$/, '')
    .split('/')
    .filter((part) => part !== '');
  const path = (isGitLab ? parts : parts.slice(0, 2)).map((part) => part.replace(/\.git$/, ''));
  if (path.length < 2 || !path.every((part) => /^[\w.-]+$/.test(part))) return null;
  const name = path.join('/');
  return { host, name, url: `https://${host}/${name}` };
}
