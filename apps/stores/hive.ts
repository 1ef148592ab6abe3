import { type Bucket, type Cloud, type Image, keyOf, type SecretReference } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';

type Init = NonNullable<Values['init']>[number];
type Env = NonNullable<Values['env']>;

/**
 * Images that a metastore is made of: Hive's own, and those that have what it lacks: the driver of PostgreSQL, which
 * Flyway brings, and the clients of object stores, which Hadoop brings. Where Hadoop's release is that of the metastore
 * there is none for Google yet; the first that there is needs nothing else of its release.
 */
export const hiveImages = ['hive-metastore', 'flyway', 'hadoop', 'hadoop-gcp'] as const;
type HiveImage = (typeof hiveImages)[number];
type ReadImage<Name extends HiveImage> = (name: Name) => Image;

/** Numeric user that Hive's image is made for. */
export const hiveUser = 1000;

const libraries = '/libraries';
const configuration = '/opt/hive/conf';

/** Where libraries are, which Hive's scripts put on the class path of every program. */
export const hiveVolumes = (scratch: string) => ({ libraries: { path: libraries, scratch } });

/** What Hive's scripts read of the environment. */
export const hiveEnv = (heapMegabytes: number): Env => ({
  HADOOP_CONF_DIR: configuration,
  METASTORE_AUX_JARS_PATH: libraries,
  // Without it they take 256 MiB.
  HADOOP_CLIENT_OPTS: `-Xmx${heapMegabytes}m -XX:+ExitOnOutOfMemoryError`,
});

/** Files in the folder that Hive's scripts put on the class path. */
export const hiveFiles = (files: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  Object.fromEntries(
    Object.entries(files).map(([name, properties]) => [
      name,
      { path: `${configuration}/${name}`, text: xml(properties) },
    ]),
  );

/** What Hadoop replaces in a value by a variable of the environment. */
export const variable = (name: string): string => `\${env.${name}}`;

/** The file format of Hadoop. */
function xml(properties: Readonly<Record<string, string>>): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = Object.entries(properties).map(
    ([name, value]) => `  <property><name>${name}</name><value>${escaped(value)}</value></property>\n`,
  );
  return `<?xml version="1.0"?>\n<configuration>\n${lines.join('')}</configuration>\n`;
}

/** Copies libraries out of an image, and fails where one of them is not there. */
function copy(name: string, image: Image, folder: string, files: readonly string[]): Init {
  const script = [
    'set -eu',
    'for name in "$@"; do',
    `  found=$(find ${folder} -name "$name")`,
    `  if [ -z "$found" ]; then echo "no $name below ${folder}" >&2; exit 1; fi`,
    `  cp $found ${libraries}/`,
    'done',
  ].join('\n');
  return {
    name,
    image: image.reference,
    command: ['sh', '-c', script, 'copy', ...files],
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  };
}

/** The driver of PostgreSQL. */
export const driver = (image: ReadImage<'flyway'>): Init =>
  copy('copy-driver', image('flyway'), '/flyway', ['postgresql-[0-9]*.jar']);

/** The client of the cloud's object store. */
export function storeClient(cloud: Cloud, image: ReadImage<'hadoop' | 'hadoop-gcp'>): Init {
  const from = (name: 'hadoop' | 'hadoop-gcp', files: readonly string[]) =>
    copy('copy-store-client', image(name), '/opt/hadoop/share/hadoop', files);
  switch (cloud.kind) {
    case 'azure':
      return from('hadoop', [
        'hadoop-azure-[0-9]*.jar',
        'azure-storage-[0-9]*.jar',
        'azure-keyvault-core-[0-9]*.jar',
      ]);
    case 'gcp':
      return from('hadoop-gcp', ['hadoop-gcp-[0-9]*.jar']);
    default:
      return from('hadoop', ['hadoop-aws-[0-9]*.jar', 'bundle-[0-9]*.jar']);
  }
}

type ReadSecret = (name: 'object-store' | 'storage-account') => SecretReference;

/** How Hadoop reaches the object store of a cloud: its properties, and the variables that they refer to. */
export function storeSettings(cloud: Cloud, secret: ReadSecret): { core: Record<string, string>; env: Env } {
  const credentials = 'fs.s3a.aws.credentials.provider';
  switch (cloud.kind) {
    case 'aws':
      return {
        core: {
          'fs.s3a.endpoint.region': cloud.region,
          // By the identity of the ServiceAccount, of which the client does not think by itself.
          [credentials]: 'software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider',
        },
        env: {},
      };
    case 'azure': {
      // Tables are where their writer can put them: its Hadoop is older than Azure's identities.
      const account = `${cloud.storageAccount}.blob.core.windows.net`;
      return {
        core: { [`fs.azure.account.key.${account}`]: variable('STORAGE_ACCOUNT_KEY') },
        env: { STORAGE_ACCOUNT_KEY: keyOf(secret('storage-account'), 'accountKey') },
      };
    }
    case 'gcp':
      return {
        core: {
          'fs.gs.impl': 'org.apache.hadoop.fs.gs.GoogleHadoopFileSystem',
          'fs.gs.project.id': cloud.project,
          // By the identity of the ServiceAccount.
          'fs.gs.auth.type': 'COMPUTE_ENGINE',
        },
        env: {},
      };
    case 'local': {
      const { endpoint, region } = cloud.objectStore;
      const keys = secret('object-store');
      return {
        core: {
          'fs.s3a.endpoint': endpoint,
          'fs.s3a.endpoint.region': region,
          'fs.s3a.path.style.access': 'true',
          [credentials]: 'software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider',
        },
        env: {
          AWS_ACCESS_KEY_ID: keyOf(keys, 'accessKey'),
          AWS_SECRET_ACCESS_KEY: keyOf(keys, 'secretKey'),
        },
      };
    }
  }
}

/** A bucket as Hadoop addresses it. */
export const hadoopUrl = ({ url }: Bucket): string => url.replace(/^s3:/, 's3a:');
