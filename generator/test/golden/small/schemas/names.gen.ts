// Written by `npm run generate` from apps/, environments/, charts/ and images.yaml. Do not edit.

import type * as output from '#generator';
import type { Values as ChartsWeb } from './charts/web.gen.ts';

declare global {
  interface DeclaredNames {
    app:
      | 'db'
      | 'web';
    environment:
      | 'dev';
    image:
      | 'db'
      | 'web';
    bucket:
      | 'files';
    firstParty: {
      'db': Record<string, unknown>;
      'web': ChartsWeb;
    };
    upstream: {};
    companion: Record<string, unknown>;
    outputs: {
      'db': {
        'rows': output.Database;
        'server': output.Endpoint;
      };
      'web': {};
    };
  }
}
