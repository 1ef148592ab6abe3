import { type Manifest, walk } from '../manifest.ts';
import { type Check, finding } from './check.ts';

/** A reference with a registry in front, wherever it stands in a text: `registry.example.org/path:tag@sha256:…`. */
const reference =
  /\b[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[a-z0-9._-]+)+:[A-Za-z0-9_][\w.-]*(?:@sha256:[0-9a-f]{64})?/g;

/** Fields whose whole text is an image, whatever it looks like. */
const imageFields = new Set(['image', 'imageName']);

/** Every image that a render shows must be one that the app takes from `images.yaml`, and the other way round. */
export const imagesAreClosed: Check = (rendered) => {
  const pinned = new Set(Object.values(rendered.app.images).map((image) => image.reference));
  const shown = new Set<string>();
  const strays = rendered.manifests.flatMap((manifest) =>
    imagesIn(manifest).flatMap((image) => {
      shown.add(image);
      if (pinned.has(image)) return [];
      const hint = 'add it to images.yaml, list it in the app, and give it to the chart';
      return [
        finding(
          'stray-image',
          rendered,
          manifest,
          `shows the image ${image}, which it does not take from images.yaml`,
          hint,
        ),
      ];
    }),
  );
  const idle = Object.entries(rendered.app.images)
    .filter(([, { reference: wanted }]) => !shown.has(wanted))
    .map(([name, { reference: wanted }]) =>
      finding(
        'stray-image',
        rendered,
        null,
        `takes the image "${name}" (${wanted}), but its render shows it nowhere`,
        'is the path in the values right?',
      ),
    );
  return [...strays, ...idle];
};

/** Image references of an object: in image fields, and inside any other text as variables and arguments have them. */
export function imagesIn(manifest: Manifest): string[] {
  const found = new Set<string>();
  if (manifest.kind === 'CustomResourceDefinition') return [];
  for (const [value, path] of walk(manifest.object)) {
    if (typeof value !== 'string' || path[0] === 'metadata') continue;
    if (imageFields.has(String(path.at(-1)))) found.add(value);
    else for (const [match] of value.matchAll(reference)) if (!isAddress(match)) found.add(match);
  }
  return [...found];
}

/** `host.example.org/path:80` is no image, and neither is `https://host/path:tag`. */
const isAddress = (text: string): boolean => /:\d{1,5}$/.test(text) && !/\/.+\/.+:/.test(text);
