import { type Cloud, keyOf, type SecretReference } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';

type Settings = NonNullable<Values['env']>;

/** The stores that there are, as the API and the console want to be told. That of real time is Druid. */
export const storageTypes = (lakehouse: boolean): string =>
  JSON.stringify({ lake_house: lakehouse, realtime_store: true });

/** What the API offers to be asked, and how much at once. */
export const querySettings = (lakehouse: boolean): Settings => ({
  storage_types: storageTypes(lakehouse),
  exclude_datasource_validation: 'system-stats,failed-events-summary,masterdata-system-stats,system-events',
  exhaust_query_range: 31,
  max_date_range: 30,
  max_query_limit: 5000,
  max_query_threshold: 5000,
  data_out_query_time_period: '1d',
  default_query_time_period: 7,
  default_freshness_threshold: 5,
  default_task_duration: 'PT4H',
});

type ReadSecret = (name: 'object-store' | 'storage-account' | 'service-account') => SecretReference;

/**
 * The bucket for connectors and exports. The API wants one JSON with everything about its object store; Kubernetes puts
 * the secret parts in when the container starts, so that the manifest shows only their names.
 */
export function storageSettings(cloud: Cloud, bucket: string, secret: ReadSecret): Settings {
  return {
    ...storeOf(cloud, secret),
    container: bucket,
    container_prefix: 'connector-registry',
    telemetry_data_path: 'telemetry-data',
    storage_url_expiry: 3600,
  };
}

const identity = '$(storage_identity)';
const credential = '$(storage_credential)';

function storeOf(cloud: Cloud, secret: ReadSecret): Settings {
  switch (cloud.kind) {
    case 'aws':
      // By the identity of the ServiceAccount.
      return settings('aws', { region: cloud.region }, { cloud_storage_region: cloud.region });
    case 'azure':
      // The API signs addresses with the account's key.
      return settings(
        'azure',
        { identity: cloud.storageAccount, credential },
        {
          storage_credential: keyOf(secret('storage-account'), 'accountKey'),
        },
      );
    case 'gcp':
      // The API does not start without the key of a service account.
      return settings(
        'gcp',
        { identity, credential, projectId: cloud.project },
        {
          storage_identity: keyOf(secret('service-account'), 'clientEmail'),
          storage_credential: keyOf(secret('service-account'), 'privateKey'),
        },
      );
    case 'local': {
      const { endpoint, region } = cloud.objectStore;
      return settings(
        'aws',
        { identity, credential, region, endpoint, s3ForcePathStyle: true },
        {
          cloud_storage_region: region,
          storage_identity: keyOf(secret('object-store'), 'accessKey'),
          storage_credential: keyOf(secret('object-store'), 'secretKey'),
        },
      );
    }
  }
}

const settings = (
  provider: string,
  config: Readonly<Record<string, unknown>>,
  others: Settings,
): Settings => ({
  cloud_storage_provider: provider,
  cloud_storage_config: JSON.stringify(config),
  ...others,
});
