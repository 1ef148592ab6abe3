import { condition, conditions, now, ready, type Ways } from './way.ts';

export const secrets: Ways = {
  'ExternalSecret.external-secrets.io': {
    apiVersion: 'external-secrets.io/v1',
    way: {
      ...conditions,
      ready: (object) => ({ ...ready(object, 'True', 'SecretSynced'), refreshTime: now() }),
    },
  },
  'ClusterSecretStore.external-secrets.io': {
    apiVersion: 'external-secrets.io/v1',
    way: { ...conditions, ready: (object) => ready(object, 'True', 'Valid') },
  },
  'SecretStore.external-secrets.io': {
    apiVersion: 'external-secrets.io/v1',
    way: { ...conditions, ready: (object) => ready(object, 'True', 'Valid') },
  },
  'Certificate.cert-manager.io': {
    apiVersion: 'cert-manager.io/v1',
    way: {
      ...conditions,
      waiting: (object) => ({
        conditions: [
          condition('Issuing', 'True', 'DoesNotExist'),
          ...ready(object, 'False', 'DoesNotExist').conditions,
        ],
      }),
    },
  },
  'Issuer.cert-manager.io': { apiVersion: 'cert-manager.io/v1', way: conditions },
  'ClusterIssuer.cert-manager.io': { apiVersion: 'cert-manager.io/v1', way: conditions },
};
