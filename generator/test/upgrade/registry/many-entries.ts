import { images as imagesShape } from '../../../src/definition/shape/images-shape.ts';
import { upstream as upstreamShape } from '../../../src/definition/shape/upstream-shape.ts';
import { orThrow } from '../../../src/problem/errors.ts';
import type { Unit } from '../../../src/upgrade/unit.ts';
import { subjectsOf } from '../../../src/upgrade/units/subjects.ts';
import { fillTags, pushImage } from './images.ts';
import type { TestRegistry } from './registry-server.ts';

export const manyEntries = { images: 60, charts: 25 };
const tagsEach = 20;

/** Fills a registry with images and charts of many versions, and tells the units that are the newest of each. */
export async function fillWithMany(registry: TestRegistry, host: string): Promise<Unit[]> {
  const newest = `1.${tagsEach - 1}.0`;
  const tags = Array.from({ length: tagsEach }, (_, i) => `1.${i}.0`);
  const names = (count: number, kind: string): string[] =>
    Array.from({ length: count }, (_, i) => `${kind}-${i}`);
  const [images, charts] = [names(manyEntries.images, 'image'), names(manyEntries.charts, 'chart')];
  const digests = new Map<string, string>();
  for (const name of [...images, ...charts]) {
    const digest = await pushImage(registry, `many/${name}`, newest, { content: name });
    fillTags(registry, `many/${name}`, digest, tags.slice(0, -1));
    digests.set(name, digest);
  }
  const imageEntries = images.map((name) => {
    const entry = { repository: `${host}/many/${name}`, tag: newest, digest: digests.get(name) ?? null };
    return [name, entry] as const;
  });
  const chartEntries = charts.map(
    (name) => [name, { oci: `${host}/many`, chart: name, version: newest }] as const,
  );
  const subjects = orThrow(
    subjectsOf(
      imagesShape.parse({ images: Object.fromEntries(imageEntries) }),
      upstreamShape.parse({ charts: Object.fromEntries(chartEntries) }),
      {},
    ),
  );
  return subjects.map((subject) => ({ name: subject.key, subjects: [subject], runBy: [], keepsData: false }));
}
