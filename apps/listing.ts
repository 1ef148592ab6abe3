import type { Cloud } from '#generator';

/** A command that lists a folder of an object store; every file below it where that is asked for. */
export function listing(cloud: Cloud, path: string, { deep = false } = {}): string {
  switch (cloud.kind) {
    case 'aws':
      return `aws s3 ls ${deep ? '--recursive ' : ''}${path}`;
    case 'gcp':
      return `gcloud storage ls ${deep ? '--recursive --long ' : ''}${path}`;
    case 'azure': {
      const [, container, prefix] = path.match(/^https:\/\/[^/]+\/([^/]+)\/(.*)$/) ?? [];
      return `az storage blob list --auth-mode login --account-name ${cloud.storageAccount} --container-name ${container} --prefix ${prefix} --output table`;
    }
    case 'local':
      return `aws s3 ls ${deep ? '--recursive ' : ''}--endpoint-url ${cloud.objectStore.endpoint} ${path}`;
  }
}

/** A bucket by the address that {@link listing} knows. */
export const addressOf = ({ name, url }: { name: string; url: string }, cloud: Cloud): string =>
  cloud.kind === 'azure' ? `https://${cloud.storageAccount}.blob.core.windows.net/${name}` : url;
