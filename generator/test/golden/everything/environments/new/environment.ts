import { defineEnvironment } from '#generator';

/** Never released: nothing runs yet. */
export const fresh = defineEnvironment({
  name: 'new',
  description: 'Not there yet.',
  argocd: 'central',
  promotesFrom: 'main',
  destination: { name: 'new', kubernetesVersion: '1.35' },
  cloud: {
    kind: 'gcp',
    region: 'europe-west4',
    project: 'all-new',
    cluster: { name: 'new', location: 'europe-west4' },
    buckets: { files: 'all-new-files' },
    identities: { db: 'db@all-new.iam.gserviceaccount.com' },
  },
  domain: 'new.example.org',
  size: 'medium',
  sample: true,
  registryMirror: 'new.example.org:5000/cache',
  imagePullSecrets: [],
  exposure: 'none',
});
