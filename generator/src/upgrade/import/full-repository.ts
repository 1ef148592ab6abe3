import { type ListMap, textAt } from './list-value.ts';
import type { ListedImage } from './listed-image.ts';

/** Registry and path of an image, and what had to be assumed about it. */
export interface FullRepository {
  readonly repository: string;
  readonly assumed: string | null;
}

/** The registry that a list names once for images that name none. */
export function listRegistry(top: ListMap): string | null {
  const global = top.entries.get('global');
  if (global?.kind !== 'map') return null;
  const image = global.entries.get('image');
  return (
    textAt(global, 'imageRegistry') ??
    textAt(global, 'registry') ??
    (image?.kind === 'map' ? textAt(image, 'registry') : null)
  );
}

/** As `images.yaml` wants it. Null where the list names no repository. */
export function fullRepository(
  { registry, repository }: ListedImage,
  global: string | null,
): FullRepository | null {
  if (repository === null) return null;
  const name = repository.replace(/^\/+|\/+$/g, '');
  if (registry !== null)
    return { repository: withHost(`${registry.replace(/\/+$/, '')}/${name}`), assumed: null };
  if (global === null || name.includes('/')) return { repository: withHost(name), assumed: null };
  const assumed = `it names no registry: taken for one of ${global}, which the list names for all`;
  return { repository: withHost(`${global.replace(/\/+$/, '')}/${name}`), assumed };
}

/** What names no host is on Docker Hub, and what has no account there is of the library. */
function withHost(path: string): string {
  const [first = '', ...rest] = path.split('/');
  if (!/[.:]|^localhost$/.test(first))
    return rest.length === 0 ? `docker.io/library/${path}` : `docker.io/${path}`;
  return first === 'docker.io' && rest.length === 1 ? `docker.io/library/${rest[0]}` : path;
}
