import type { Cloud, Image } from '#generator';
import type { Values } from '../../schemas/charts/flink-job.gen.ts';
import { variable } from '../stores/hive.ts';

type Hadoop = NonNullable<Values['hadoop']>;

/** Images that have clients of object stores which that of the job lacks: Hadoop's own, and a newer one of the job. */
export const libraryImages = ['hadoop', 'lakehouse-connector-gcs'] as const;
type ReadImage = (name: (typeof libraryImages)[number]) => Image;

/**
 * How the Hadoop in the image of the job (3.3.4, which its S3 plugin brings) reaches the object store of a cloud: by
 * the cloud's identity, but for Azure, of whose identities that Hadoop knows none.
 */
export function hadoopOf(cloud: Cloud, image: ReadImage): Hadoop {
  const credentials = 'fs.s3a.aws.credentials.provider';
  switch (cloud.kind) {
    case 'aws':
      return {
        settings: {
          'fs.s3a.endpoint.region': cloud.region,
          // Not among those that it tries by itself.
          [credentials]: 'com.amazonaws.auth.WebIdentityTokenCredentialsProvider',
        },
      };
    case 'local':
      return {
        settings: {
          'fs.s3a.endpoint': cloud.objectStore.endpoint,
          'fs.s3a.endpoint.region': cloud.objectStore.region,
          'fs.s3a.path.style.access': 'true',
          [credentials]: 'com.amazonaws.auth.EnvironmentVariableCredentialsProvider',
        },
      };
    case 'azure':
      return {
        settings: {
          [`fs.azure.account.key.${cloud.storageAccount}.blob.core.windows.net`]:
            variable('AZURE_STORAGE_KEY'),
        },
        libraries: {
          image: image('hadoop').reference,
          folder: '/opt/hadoop/share/hadoop',
          files: [
            'hadoop-azure-[0-9]*.jar',
            'azure-storage-[0-9]*.jar',
            'azure-keyvault-core-[0-9]*.jar',
            'jetty-util-[0-9]*.jar',
            'jetty-util-ajax-[0-9]*.jar',
          ],
        },
      };
    case 'gcp':
      return {
        settings: {
          'fs.gs.impl': 'com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem',
          'fs.AbstractFileSystem.gs.impl': 'com.google.cloud.hadoop.fs.gcs.GoogleHadoopFS',
        },
        libraries: {
          image: image('lakehouse-connector-gcs').reference,
          folder: '/opt/flink/lib',
          files: ['gcs-connector-hadoop3-*-shaded.jar'],
        },
      };
  }
}

/** What Hadoop calls the file system of a bucket, by its URL. */
export const schemeOf = (url: string): string => url.replace(/:.*$/, '');
