import {
  type BucketAccess,
  defineApp,
  type Endpoint,
  firstParty,
  type Grant,
  keyOf,
  sameSize,
} from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';
import { objectStore } from './object-store.ts';

const rights: Readonly<Record<BucketAccess, readonly string[]>> = {
  read: ['Read', 'List'],
  'read-write': ['Read', 'List', 'Write', 'Tagging'],
};

/** Name of the variable that carries a key of an app. */
export const variable = (app: string, key: 'accessKey' | 'secretKey'): string =>
  `${app.replaceAll('-', '_')}_${key}`.toUpperCase();

/** Users as SeaweedFS takes them, with variables of the shell where their keys belong. */
const users = (grants: readonly Grant[]): string =>
  JSON.stringify({
    identities: grants.map(({ app, buckets }) => ({
      name: app,
      credentials: [
        { accessKey: `$${variable(app, 'accessKey')}`, secretKey: `$${variable(app, 'secretKey')}` },
      ],
      actions: Object.entries(buckets).flatMap(([bucket, access]) =>
        rights[access].map((right) => `${right}:${bucket}`),
      ),
    })),
  });

/** Makes the buckets that are not there, and exactly these users: one that is no longer here goes. */
const script = (grants: readonly Grant[]): string => `set -eu
umask 077
cd "$(mktemp -d)"

# weed's shell says that a command failed, and then succeeds.
run() {
  printf '%s\\n' "$1" | weed shell -master="$MASTER" -filer="$FILER" 2>said
  if grep -E '^(error|unknown command)' said; then return 1; fi
}

there=$(run s3.bucket.list)
for bucket in ${bucketsOf(grants).join(' ')}; do
  echo "$there" | awk '{ print $1 }' | grep -Fqx "$bucket" || run "s3.bucket.create -name $bucket"
done
cat >users.json <<END
${users(grants)}
END
run "s3.iam.import -file $PWD/users.json -apply"
`;

const bucketsOf = (grants: readonly Grant[]): string[] =>
  [...new Set(grants.flatMap(({ buckets }) => Object.keys(buckets)))].sort();

/** As weed writes the address of a server that it talks to by gRPC: with both of its ports. */
const serverOf = ({ host, port }: Endpoint): string => `${host}:${port - 10_000}.${port}`;

export const objectStoreAccess = defineApp({
  name: 'object-store-access',
  description: 'Makes the buckets, and a user for each app that may do what the app asks for and no more.',
  layer: 'stores',
  namespace: 'object-store',
  seed: ['minio'],
  chart: firstParty('service'),
  images: ['seaweedfs'],
  dependsOn: [objectStore],
  // The pipeline's image signs its requests for this region, whatever it is told.
  objectStore: { server: 'object-store', endpoint: 's3', region: 'us-east-1' },
  sizes: sameSize({ run: { replicas: 1, cpu: '50m', memory: '128Mi' } }),
  values: ({ image, grants, of, secret, size }): Values => {
    const { master, filer } = of(objectStore).administration;
    const keys = grants.flatMap(({ app, secret: owned }) => {
      const reference = secret(owned);
      return (['accessKey', 'secretKey'] as const).map((key) => [variable(app, key), keyOf(reference, key)]);
    });
    return {
      kind: 'Job',
      deadlineSeconds: 900,
      image: image('seaweedfs').reference,
      user: 1000,
      command: ['sh', '/etc/object-store/access.sh'],
      files: { 'access.sh': { path: '/etc/object-store/access.sh', text: script(grants) } },
      env: { MASTER: serverOf(master), FILER: serverOf(filer), ...Object.fromEntries(keys) },
      resources: resourcesOf(size.run, '256Mi'),
    };
  },
});
