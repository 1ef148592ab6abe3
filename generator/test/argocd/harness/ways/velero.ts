import type { Ways } from './way.ts';

export const velero: Ways = {
  // Their status is a part of the object, so each change of it is another generation: it says nothing that changes.
  'BackupStorageLocation.velero.io': {
    apiVersion: 'velero.io/v1',
    way: {
      waiting: () => ({}),
      ready: () => ({ phase: 'Available' }),
      unhealthy: () => ({ phase: 'Unavailable', message: 'no such bucket' }),
    },
    subresource: '',
  },
  'Schedule.velero.io': {
    apiVersion: 'velero.io/v1',
    way: {
      waiting: () => ({}),
      ready: () => ({ phase: 'Enabled' }),
      unhealthy: () => ({ phase: 'FailedValidation', validationErrors: ['invalid schedule'] }),
    },
    subresource: '',
  },
};
