import { describe, expect, test } from 'vitest';
import {
  companionOf,
  imagesCanBePulled,
  imagesIn,
  isObject,
  isRenderable,
  type Manifest,
  type Plain,
  rendered,
  type Sample,
  sampleModel,
} from '#testing';

const mirror = 'registry.example.internal:5000/cache';
const secret = 'registry-login';

/** One environment without a way to the internet, beside others that have one. */
const { environments } = await sampleModel({}, ({ cloud, size }) =>
  cloud === 'local' && size === 'small' ? { registryMirror: mirror, imagePullSecrets: [secret] } : {},
);
const samples = environments.flatMap((environment): Sample[] => {
  const { name, cloud, size } = environment;
  return environment.apps.map((app) => ({ name, cloud: cloud.kind, size, environment, app }));
});

const objectsOf = async (sample: Sample): Promise<readonly Manifest[]> => [
  ...((await isRenderable(sample)) ? (await rendered(sample)).manifests : []),
  ...(await companionOf(sample)),
];
const mirrored = Promise.all(
  samples
    .filter(({ name }) => name === 'local-small')
    .map(async (sample) => ({ ...sample, texts: [], manifests: await objectsOf(sample) })),
);

describe('an environment with a registry mirror and a login of its own', () => {
  test('takes every image of every app through the mirror, and no other environment does', () => {
    const images = samples.flatMap(({ name, app }) =>
      Object.values(app.images).map(({ reference }) => ({ name, reference })),
    );
    for (const { name, reference } of images)
      expect(reference.startsWith(`${mirror}/`), `${reference} in ${name}`).toBe(name === 'local-small');
  });

  test('no rendered object names an image that leads anywhere else', async () => {
    const shown = (await mirrored).flatMap(({ app, manifests }) =>
      manifests.flatMap((manifest) => imagesIn(manifest).map((image) => ({ app: app.name, image }))),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ image }) => !image.startsWith(`${mirror}/`))).toEqual([]);
  });

  test('no pod is without the pull secret', async () => {
    const bare = (await mirrored).flatMap((rendered) => imagesCanBePulled(rendered));
    expect(bare.map(({ message, rendered: { app } }) => `${app.name} ${message}`)).toEqual([]);
    const elsewhere = environments.filter(({ name }) => name !== 'local-small');
    expect(elsewhere.flatMap(({ apps }) => apps.filter(({ values }) => names(values, secret)))).toEqual([]);
  });
});

function names(value: Plain, text: string): boolean {
  if (Array.isArray(value)) return value.some((item) => names(item, text));
  return isObject(value) ? Object.values(value).some((item) => names(item, text)) : value === text;
}
