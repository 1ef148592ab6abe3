import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests share one platform, so their order is their story. */
const story = [
  ...[
    'install',
    'upgrade',
    'promotion',
    'drift',
    'sick',
    'retries',
    'faults',
    'outages',
    'removal',
    'acceptance',
  ],
  ...['waits', 'alternatives', 'scale'],
];
/** What takes long comes with `--all`. */
const long = ['retries', 'outages', 'waits', 'alternatives', 'scale'];
const wanted = story.filter((name) => process.env.ARGOCD_ALL !== undefined || !long.includes(name));

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => story.indexOf(basename(moduleId, '.test.ts'));
    return [...files].sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    root: new URL('../../..', import.meta.url).pathname,
    include: wanted.map((name) => `generator/test/argocd/${name}.test.ts`),
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
    maxWorkers: 1,
    isolate: false,
    // The first thing that goes wrong is the one to look at: what follows stands on it.
    bail: 1,
    reporters: ['verbose'],
    sequence: { sequencer: InOrder },
  },
});
