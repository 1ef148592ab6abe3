// Written by `npm run generate` from apps/, environments/, charts/ and images.yaml. Do not edit.

import type { Values as ChartsCompanion } from './charts/companion.gen.ts';
import type { Values as ChartsPlatform } from './charts/platform.gen.ts';

declare global {
  interface DeclaredNames {
    app: never;
    environment:
      | 'dev'
      | 'local'
      | 'prod'
      | 'staging';
    image: never;
    bucket:
      | 'checkpoints'
      | 'storage';
    firstParty: {
      'platform': ChartsPlatform;
    };
    upstream: {};
    companion: ChartsCompanion;
    outputs: {};
  }
}
