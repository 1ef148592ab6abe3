import { z } from 'zod';
import { ipAddress } from '../format/address.ts';
import {
  awsAccount,
  awsAllocation,
  awsRegion,
  awsRole,
  awsSubnet,
  azureContainer,
  azureIdentity,
  azureRegion,
  azureResource,
  gcpAddress,
  gcpLocation,
  gcpProject,
  gcpRegion,
  gcpServiceAccount,
  gcsBucket,
  gkeCluster,
  s3Bucket,
  storageAccount,
} from '../format/cloud-resource.ts';
import { type TextFormat, text } from '../format/text-format.ts';
import { endpointUrl, httpsHost } from '../format/url.ts';
import { line, objectName } from './primitive.ts';

/** What every cloud has, as it calls buckets. */
const base = (bucket: TextFormat) => ({
  /** Bucket or container by purpose; the purposes are named in `platform.ts`. */
  buckets: z.record(z.string(), text(bucket)).default({}),
  /** Storage class of new volumes; the cluster's default where it is left out. */
  storageClass: objectName.optional(),
});

/**
 * The cloud identity of an app, by name of the app: an IAM role (aws), the client id of a managed identity (azure), a
 * service account's address (gcp). Bound to the app's ServiceAccount; there are no keys. `none` for an app that shall
 * do without.
 */
const identities = (identity: TextFormat) =>
  z
    .record(
      z.string(),
      text((who) => (who === 'none' ? null : identity(who))),
    )
    .default({});

/** Shape of an environment's `cloud`. */
export const cloud = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('aws'),
    ...base(s3Bucket),
    identities: identities(awsRole),
    region: text(awsRegion),
    accountId: text(awsAccount),
    /** Elastic IPs of the network load balancer, one for each of its public subnets. */
    entrance: z
      .strictObject({
        allocationIds: z.array(text(awsAllocation)).min(1),
        /** Its subnets; those that are tagged for load balancers where it is left out. */
        subnetIds: z.array(text(awsSubnet)).min(1).optional(),
      })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('azure'),
    ...base(azureContainer),
    identities: identities(azureIdentity),
    region: text(azureRegion),
    subscriptionId: z.guid(),
    tenantId: z.guid(),
    storageAccount: text(storageAccount),
    /** Address of the Key Vault that keeps the secrets. */
    vaultUrl: text(httpsHost),
    /** The static public IP of the load balancer, by its name and resource group. */
    entrance: z
      .strictObject({ publicIp: text(azureResource), resourceGroup: text(azureResource) })
      .optional(),
  }),
  z.strictObject({
    kind: z.literal('gcp'),
    ...base(gcsBucket),
    identities: identities(gcpServiceAccount),
    region: text(gcpRegion),
    project: text(gcpProject),
    /** Name and location of the GKE cluster, which workload identity federation asks for. */
    cluster: z.strictObject({ name: text(gkeCluster), location: text(gcpLocation) }),
    /** The static regional address of the load balancer, by its name. */
    entrance: z.strictObject({ address: text(gcpAddress) }).optional(),
  }),
  /** On-premises: any conformant cluster, and any object store that speaks S3. */
  z.strictObject({
    kind: z.literal('local'),
    ...base(s3Bucket),
    identities: identities(() => 'must be left out: without a cloud there is nobody who would know it'),
    /** An object store that is there already; left out where an app of the platform is the object store. */
    objectStore: z.strictObject({ endpoint: text(endpointUrl), region: line }).optional(),
    /** An address of a node, or one that leads to the nodes; without it, only the ports of the nodes lead in. */
    entrance: z.strictObject({ address: text(ipAddress) }).optional(),
  }),
]);
