/** An image that pods get another version of, or no longer, or for the first time. */
export interface ImageChange {
  /** Null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Images that are named in one text and not in the other: wherever they stand, as arguments and variables of operators
 * included. Two of the same repository are one that moved.
 */
export function changedImages(before: string, after: string): ImageChange[] {
  const [was, is] = [imagesIn(before), imagesIn(after)];
  const went = [...was].filter((image) => !is.has(image)).sort();
  const came = [...is].filter((image) => !was.has(image)).sort();
  const left = [...came];
  const pairs = went.map((image): ImageChange => {
    const next = left.findIndex((other) => repositoryOf(other) === repositoryOf(image));
    const [after = null] = next === -1 ? [] : left.splice(next, 1);
    return { before: image, after };
  });
  return [...pairs, ...left.map((image) => ({ before: null, after: image }))];
}

/** A registry's host, a path, and a tag or a digest or both; no part of an address or of a longer word. */
const reference =
  /(?<![\w./:@-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[a-z0-9][a-z0-9._-]*)+(?::[\w][\w.-]*(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})(?![\w/:-])/g;

const imagesIn = (text: string): Set<string> => new Set(text.match(reference) ?? []);

const repositoryOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
