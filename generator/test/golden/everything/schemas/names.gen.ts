// Written by `npm run generate` from apps/, environments/, charts/ and images.yaml. Do not edit.

import type * as output from '#generator';
import type { Values as ChartsCompanion } from './charts/companion.gen.ts';
import type { Values as UpstreamDashboard } from './upstream/dashboard.gen.ts';

declare global {
  interface DeclaredNames {
    app:
      | 'engine-crds'
      | 'tool-crds'
      | 'engine'
      | 'vault'
      | 'db'
      | 'dashboard';
    environment:
      | 'edge'
      | 'main'
      | 'new';
    image:
      | 'dashboard'
      | 'db'
      | 'engine'
      | 'vault';
    bucket:
      | 'files';
    firstParty: {
      'db': Record<string, unknown>;
      'platform': Record<string, unknown>;
    };
    upstream: {
      'dashboard': UpstreamDashboard;
      'engine': Record<string, unknown>;
      'engine-crds': Record<string, unknown>;
      'tool-crds': Record<string, unknown>;
      'vault': Record<string, unknown>;
    };
    companion: ChartsCompanion;
    outputs: {
      'engine-crds': {
        'kinds': output.Kinds;
      };
      'tool-crds': {};
      'engine': {};
      'vault': {
        'store': output.SecretStore;
      };
      'db': {
        'admin': output.Endpoint;
        'changes': output.Topic;
        'console': output.Host;
        'databases': {
          'rows': output.Database;
        };
        'owner': output.Role;
        'replica': output.Setting | undefined;
        'server': output.Endpoint;
        'status': output.Host;
      };
      'dashboard': {};
    };
  }
}
