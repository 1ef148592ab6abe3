import { needsQuotes } from '../../text/yaml-string.ts';
import { type ListMap, type ListValue, textAt } from './list-value.ts';

/** An image as a list names it. */
export interface ListedImage {
  readonly name: string;
  /** Keys that lead to it. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly registry: string | null;
  readonly repository: string | null;
  readonly tag: ListedTag;
  readonly digest: string | null;
}

/** A tag. `unclear`: Helm reads a number or a truth value there, and writes it in another way. */
export type ListedTag =
  | { readonly kind: 'tag'; readonly text: string }
  | { readonly kind: 'unclear'; readonly source: string }
  | { readonly kind: 'none' };

/** The images of a list: all below `images`, and what else looks like one and is not among these. */
export function listedImages(top: ListMap): ListedImage[] {
  const images = top.entries.get('images');
  const named = images?.kind === 'map' ? imagesIn(images) : [];
  const known = new Set(named.map(contentOf));
  const others = found(top, [], new Set())
    .filter((image) => !known.has(contentOf(image)))
    .filter((image, i, all) => all.findIndex((other) => contentOf(other) === contentOf(image)) === i);
  return [...named, ...others];
}

const imagesIn = (images: ListMap): ListedImage[] =>
  [...images.entries].flatMap(([name, value]) =>
    value.kind === 'map' ? [imageOf(name, ['images', name], value)] : [],
  );

/** Each map once: aliases lead to the same. */
function found(value: ListValue, path: readonly string[], seen: Set<ListValue>): ListedImage[] {
  if (seen.has(value)) return [];
  seen.add(value);
  if (value.kind === 'items')
    return value.items.flatMap((item, i) => found(item, [...path, String(i)], seen));
  if (value.kind !== 'map') return [];
  const below = [...value.entries].flatMap(([key, part]) => found(part, [...path, key], seen));
  return isImage(value) ? [imageOf(nameFor(path), path, value), ...below] : below;
}

const isImage = (map: ListMap): boolean =>
  textAt(map, 'repository') !== null && (map.entries.has('tag') || map.entries.has('digest'));

/** `kafka.image` is the image of kafka. */
const nameFor = (path: readonly string[]): string =>
  path.filter((key) => !/^image$/i.test(key)).at(-1) ?? path.join('.');

function imageOf(name: string, path: readonly string[], map: ListMap): ListedImage {
  return {
    name,
    path: path.join('.'),
    line: map.line,
    registry: textAt(map, 'registry'),
    repository: textAt(map, 'repository') ?? textAt(map, 'name') ?? textAt(map, 'image'),
    tag: tagOf(map.entries.get('tag')),
    digest: textAt(map, 'digest'),
  };
}

function tagOf(value: ListValue | undefined): ListedTag {
  if (value?.kind !== 'scalar' || value.value === null || value.value === '') return { kind: 'none' };
  const { value: read, source, isQuoted } = value;
  if (isQuoted) return { kind: 'tag', text: String(read) };
  if (typeof read === 'string' && !needsQuotes(source, false)) return { kind: 'tag', text: read };
  // Go writes a number in its own way.
  return /^(0|[1-9]\d{0,5})(\.\d{0,5}[1-9])?$/.test(source)
    ? { kind: 'tag', text: source }
    : { kind: 'unclear', source };
}

const contentOf = ({ registry, repository, tag, digest }: ListedImage): string =>
  JSON.stringify([registry, repository, tag, digest]);
