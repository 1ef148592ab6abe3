import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exporters } from '../test/metrics.ts';

const { images } = parse(readFileSync('images.yaml', 'utf8')) as {
  images: Record<string, { tag: string }>;
};

/** A fork that does without an app runs no image of it. */
const run = [...exporters].filter(([, { image }]) => image !== null && images[image] !== undefined);

test.each(run)('the inventory of %s is of the version that runs', (_, { image, version }) => {
  expect(version).toBe(images[image ?? '']?.tag);
});

test('no exporter is in the inventory without a metric', () => {
  for (const [name, { metrics }] of exporters) expect(Object.keys(metrics).length, name).toBeGreaterThan(0);
});
