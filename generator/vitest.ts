import type { ViteUserConfig } from 'vitest/config';
import { Skipped } from './test/support/skipped.ts';

/**
 * Every file of these wants the same apps resolved for the same samples: a worker does it once. What a file starts ends
 * with it all the same, by the setup.
 */
const shared = { isolate: false };

/** How tests are run: those of the generator, and those of the platform around it. */
export const testConfig: ViteUserConfig = {
  test: {
    // A cluster of its own takes minutes: npm run test:argocd.
    exclude: ['generator/test/argocd/**'],
    // Most tests run real programs. A limit is only there to end what would never end: no machine is too busy for it.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    // The processes that tests start are the load, not the tests themselves.
    maxWorkers: 2,
    setupFiles: ['generator/testing/setup.ts'],
    reporters: ['dot', new Skipped()],
    projects: [
      {
        extends: true,
        test: {
          name: 'generator',
          include: ['generator/test/**/*.test.ts'],
          exclude: ['generator/test/argocd/**', '**/*.long.test.ts'],
        },
      },
      // Hundreds of runs: killed at every call they make and again to their end, or day after day; and recipes, each
      // of which checks a whole platform.
      {
        extends: true,
        test: { name: 'long', include: ['generator/test/**/*.long.test.ts', 'docs/**/*.long.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'platform',
          include: ['apps/**/*.test.ts', 'environments/**/*.test.ts', 'docs/**/*.test.ts'],
          exclude: ['apps/**/*.program.test.ts', '**/*.long.test.ts'],
          ...shared,
        },
      },
      // What we write, read by the programs that it is for. They take long to get and to start.
      { extends: true, test: { name: 'programs', include: ['apps/**/*.program.test.ts'], ...shared } },
    ],
  },
};
