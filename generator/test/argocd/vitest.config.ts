import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { fileOf, stories } from './stories.ts';

const order = stories.flat();

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const location = ({ moduleId }: TestSpecification): number =>
      order.indexOf(basename(moduleId, '.test.ts'));
    return [...files].sort((a, b) => location(a) - location(b));
  }
}

export default defineConfig({
  test: {
    root: new URL('../../..', import.meta.url).pathname,
    include: order.map(fileOf),
    // What waits says by itself when it hangs.
    testTimeout: 5_400_000,
    hookTimeout: 5_400_000,
    fileParallelism: false,
    maxWorkers: 1,
    isolate: false,
    setupFiles: ['generator/testing/setup.ts'],
    // The first thing that goes wrong is the one to look at: what follows stands on it.
    bail: 1,
    reporters: ['verbose'],
    sequence: { sequencer: InOrder },
  },
});
