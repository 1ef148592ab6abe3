import { gathering, type Result } from '../../problem/problem.ts';
import { insertEntry } from '../../text/insert-entry.ts';
import { editText } from '../edit/edit-text.ts';
import { fullRepository, listRegistry } from './full-repository.ts';
import type { ImportReport } from './import-report.ts';
import { type JudgedImage, judgedImage, type OurImages } from './judged-image.ts';
import { listedImages } from './listed-image.ts';
import { readList } from './read-list.ts';

const ourFile = 'images.yaml';

/** A list of images that somebody keeps for Helm, and where it is. */
export interface ImageList {
  readonly file: string;
  readonly text: string;
}

/** `images.yaml`, as text and as it was read. */
export interface OwnImages {
  readonly text: string;
  readonly images: OurImages;
}

/**
 * Takes versions from an image list in the style of Helm's values: of entries that are here too, where what runs stays
 * the same and becomes newer. Nothing is taken if a part of the list cannot be read.
 *
 * @param withNew whether images that are not here become entries too: no app uses them yet, which `generate` refuses
 */
export function importImages(list: ImageList, ours: OwnImages, withNew: boolean): Result<ImportReport> {
  const read = readList(list.file, list.text);
  if (!read.ok) return read;
  const { top, duplicates } = read.value;
  const registry = listRegistry(top);
  const judged = onceEach(
    listedImages(top).map((listed) => judgedImage(listed, fullRepository(listed, registry), ours.images)),
  );
  const taken = judged.filter((image) => image.kind === 'taken');
  const fresh = judged.filter((image) => image.kind === 'fresh');
  const { take, result } = gathering();
  const edits = taken.flatMap(({ key, to, digest }) => [
    { path: ['images', key, 'tag'], value: to },
    { path: ['images', key, 'digest'], value: digest, after: 'tag' },
  ]);
  const edited = take(editText(ourFile, ours.text, edits)) ?? '';
  const left = judged.filter((image) => image.kind === 'left');
  const same = judged.flatMap((image) => (image.kind === 'same' ? [image.name] : []));
  const added = withNew ? fresh : [];
  const text = added.reduce((before, { key, lines }) => insertEntry(before, 'images', key, lines), edited);
  return result({ text, taken, fresh, left, same, duplicates });
}

/** Of images that would become the same entry, the first: the others are told. */
function onceEach(judged: readonly JudgedImage[]): JudgedImage[] {
  const first = new Map<string, string>();
  return judged.map((image) => {
    if (image.kind !== 'taken' && image.kind !== 'fresh') return image;
    const name = 'name' in image ? image.name : image.key;
    const other = first.get(image.key);
    if (other === undefined) {
      first.set(image.key, name);
      return image;
    }
    return { kind: 'left', name, line: image.line, why: `"${other}" is the same entry here, and was taken` };
  });
}
