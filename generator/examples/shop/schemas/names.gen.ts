// Written by `npm run generate` from apps/, environments/, charts/ and images.yaml. Do not edit.

import type * as output from '#generator';
import type { Values as ChartsCompanion } from './charts/companion.gen.ts';
import type { Values as ChartsPlatform } from './charts/platform.gen.ts';
import type { Values as ChartsService } from './charts/service.gen.ts';
import type { Values as UpstreamValkey } from './upstream/valkey.gen.ts';

declare global {
  interface DeclaredNames {
    app:
      | 'cache'
      | 'storefront'
      | 'invoices';
    environment:
      | 'live'
      | 'test';
    image:
      | 'storefront'
      | 'valkey';
    bucket:
      | 'invoices';
    firstParty: {
      'platform': ChartsPlatform;
      'service': ChartsService;
    };
    upstream: {
      'valkey': UpstreamValkey;
    };
    companion: ChartsCompanion;
    outputs: {
      'cache': {
        'server': output.Endpoint;
      };
      'storefront': {
        'admin': output.Host;
        'database': output.SecretOutput;
        'http': output.Endpoint;
        'public': output.Host;
      };
      'invoices': {};
    };
  }
}
