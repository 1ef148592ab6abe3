import { z } from 'zod';
import type { ImageFacts, SourceAnswer } from '../../upgrade/sources.ts';
import type { RegistryReading } from './chart-registries.ts';
import { timeOf } from './helm-index.ts';
import { imageConfigTypes, indexTypes } from './manifest-types.ts';

const texts = z.record(z.string(), z.string()).nullish();
const platformSchema = z.object({
  os: z.string(),
  architecture: z.string(),
  variant: z.string().optional(),
});
const descriptor = z.object({
  mediaType: z.string().optional(),
  digest: z.string(),
  platform: platformSchema.nullish(),
  annotations: texts,
});
const imageManifest = z.object({
  schemaVersion: z.number(),
  mediaType: z.string().optional(),
  manifests: z.array(descriptor).nullish(),
  config: descriptor.optional(),
  annotations: texts,
});
const imageConfig = platformSchema.extend({
  created: z.string().nullish(),
  config: z
    .object({
      Labels: texts,
      Entrypoint: z.array(z.string()).nullish(),
      Cmd: z.array(z.string()).nullish(),
    })
    .nullish(),
});

type Descriptor = z.output<typeof descriptor>;

/** Indexes in indexes exist; more than two deep they do not. */
const deepest = 2;

/** What an image says of itself. */
export async function imageFacts(
  registry: RegistryReading,
  repository: string,
  digest: string,
): Promise<SourceAnswer<ImageFacts>> {
  return factsOf(registry, repository, digest, deepest);
}

async function factsOf(
  registry: RegistryReading,
  repository: string,
  digest: string,
  depth: number,
): Promise<SourceAnswer<ImageFacts>> {
  const what = `${repository}@${digest}`;
  const answer = await registry.manifest(repository, digest);
  if (answer.kind !== 'found') return answer;
  const read = imageManifest.safeParse(answer.value);
  if (!read.success) return failed(`${what} is no manifest that we know`);
  const { manifests, config, annotations, mediaType } = read.data;
  if (manifests || indexTypes.includes(mediaType ?? '')) {
    const images = (manifests ?? []).filter(isImage).sort(byPlatform);
    const [first] = images;
    if (first === undefined || depth === 0) return failed(`${what} is an index without images`);
    const facts = await factsOf(registry, repository, first.digest, depth - 1);
    if (facts.kind !== 'found') return facts;
    const own = images.map(platformIn).filter((name) => name !== null);
    return {
      kind: 'found',
      value: { ...facts.value, platforms: unique([...facts.value.platforms, ...own]) },
    };
  }
  if (config === undefined || !imageConfigTypes.includes(config.mediaType ?? ''))
    return failed(`${what} is no image, but ${config?.mediaType ?? 'something without a configuration'}`);
  const blob = await registry.blob(repository, config.digest);
  if (blob.kind !== 'found') return blob;
  return configured(blob.value, annotations ?? {}, what);
}

function configured(
  value: unknown,
  annotations: Readonly<Record<string, string>>,
  what: string,
): SourceAnswer<ImageFacts> {
  const read = imageConfig.safeParse(value);
  if (!read.success) return failed(`${what} has a configuration that we do not know`);
  const { config, created } = read.data;
  const labels = config?.Labels ?? {};
  const key = 'org.opencontainers.image.created';
  return {
    kind: 'found',
    value: {
      platforms: [platformName(read.data)],
      created: timeOf(created) ?? timeOf(labels[key]) ?? timeOf(annotations[key]),
      labels,
      entrypoint: config?.Entrypoint ?? [],
      command: config?.Cmd ?? [],
    },
  };
}

/** Attestations and the like stand beside images, for no platform. */
const isImage = ({ platform, annotations }: Descriptor): boolean =>
  annotations?.['vnd.docker.reference.type'] === undefined &&
  platform?.os !== 'unknown' &&
  platform?.architecture !== 'unknown';

const platformName = ({ os, architecture, variant }: z.output<typeof platformSchema>): string =>
  [os, architecture, variant].filter(Boolean).join('/');

const platformIn = ({ platform }: Descriptor): string | null => (platform ? platformName(platform) : null);

const byPlatform = (a: Descriptor, b: Descriptor): number =>
  (platformIn(a) ?? '') < (platformIn(b) ?? '') ? -1 : 1;

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

const failed = (why: string): SourceAnswer<never> => ({ kind: 'failed', why });
