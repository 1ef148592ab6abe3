import { isIPv4 } from './ip.ts';
import { atMost, every, matches, type TextFormat } from './text-format.ts';

/*
 * Names as the clouds permit them.
 * AWS: "General purpose bucket naming rules" (Amazon S3), "IAM identifiers" and "CreateSecret" (API references).
 * Azure: "Naming rules and restrictions for Azure resources" (storage accounts, containers, key vault secrets).
 * Google Cloud: "Cloud Storage bucket names", "Creating and managing projects", "Create service accounts", "Create a
 * secret".
 */

const bucketLength: TextFormat = (text) =>
  text.length >= 3 && text.length <= 63 ? null : `must have 3 to 63 characters, and has ${text.length}`;

/** A bucket of S3, and of object stores that speak it. */
export const s3Bucket: TextFormat = every(
  bucketLength,
  matches(
    /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
    'must be lower case letters, digits, dots and dashes, as S3 permits them',
  ),
  (text) =>
    /\.\.|\.-|-\./.test(text) ? 'must have no two dots, nor a dot and a dash, beside each other' : null,
  (text) => (isIPv4(text) ? 'must not be an address' : null),
  (text) =>
    /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(text)
      ? 'must not begin or end with what S3 keeps for itself'
      : null,
);

/** A bucket of Cloud Storage. */
export const gcsBucket: TextFormat = every(
  (text) => (text.includes('.') ? atMost(222)(text) : bucketLength(text)),
  matches(
    /^[a-z0-9][a-z0-9._-]+[a-z0-9]$/,
    'must be lower case letters, digits, dashes, underscores and dots',
  ),
  (text) =>
    text.split('.').some((part) => part === '' || part.length > 63)
      ? 'must have parts of 1 to 63 characters between its dots'
      : null,
  (text) => (isIPv4(text) ? 'must not be an address' : null),
  (text) => (/^goog|g[o0]{2}g[l1]e/.test(text) ? 'must not begin with goog or contain google' : null),
);

/** A container of an Azure storage account. */
export const azureContainer: TextFormat = every(
  bucketLength,
  matches(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower case letters, digits and single dashes, as Azure permits them',
  ),
);

export const storageAccount: TextFormat = matches(
  /^[a-z0-9]{3,24}$/,
  'must be 3 to 24 lower case letters and digits',
);

export const awsAccount: TextFormat = matches(/^\d{12}$/, 'must be 12 digits');

export const awsRegion: TextFormat = matches(
  /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/,
  'must be a region of AWS, as in eu-west-1',
);

export const azureRegion: TextFormat = matches(
  /^[a-z]+\d?$/,
  'must be a region as Azure writes it, as in westeurope',
);

export const gcpRegion: TextFormat = matches(
  /^[a-z]+-[a-z]+\d+$/,
  'must be a region of Google Cloud, as in europe-west4',
);

/** A region or a zone. */
export const gcpLocation: TextFormat = matches(
  /^[a-z]+-[a-z]+\d+(-[a-z])?$/,
  'must be a region or a zone of Google Cloud, as in europe-west4 or europe-west4-a',
);

export const gcpProject: TextFormat = matches(
  /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  'must be the id of a project: 6 to 30 lower case letters, digits and dashes, the first a letter',
);

export const gkeCluster: TextFormat = matches(
  /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/,
  'must be at most 40 lower case letters, digits and dashes, the first a letter',
);

export const awsRole: TextFormat = matches(
  /^arn:aws[a-z-]*:iam::\d{12}:role\/([!-~]+\/)?[\w+=,.@-]{1,64}$/,
  'must be the ARN of an IAM role, as in arn:aws:iam::111111111111:role/reader',
);

export const azureIdentity: TextFormat = matches(
  /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
  'must be the client id of a managed identity, a UUID',
);

export const gcpServiceAccount: TextFormat = matches(
  /^([a-z]([a-z0-9-]{0,28}[a-z0-9])?@[a-z][a-z0-9.-]+\.iam|\d+-compute@developer|[a-z][a-z0-9.-]+@appspot)\.gserviceaccount\.com$/,
  'must be the address of a service account, as in reader@my-project.iam.gserviceaccount.com',
);

export const awsSecret: TextFormat = every(
  matches(
    /^[A-Za-z0-9/_+=.@-]+$/,
    'must be letters, digits and /_+=.@-, as AWS Secrets Manager permits them',
  ),
  atMost(512),
);

export const azureSecret: TextFormat = every(
  matches(/^[0-9A-Za-z-]+$/, 'must be letters, digits and dashes, as Azure Key Vault permits them'),
  atMost(127),
);

export const gcpSecret: TextFormat = every(
  matches(
    /^[A-Za-z0-9_-]+$/,
    'must be letters, digits, dashes and underscores, as Google Secret Manager permits them',
  ),
  atMost(255),
);

export const awsAllocation: TextFormat = matches(
  /^eipalloc-[0-9a-f]{8,17}$/,
  'must be the allocation id of an Elastic IP, as in eipalloc-0123456789abcdef0',
);

export const awsSubnet: TextFormat = matches(
  /^subnet-[0-9a-f]{8,17}$/,
  'must be the id of a subnet, as in subnet-0123456789abcdef0',
);

/** A public IP address or a resource group of Azure. */
export const azureResource: TextFormat = matches(
  /^[A-Za-z0-9_]([\w.-]{0,78}[A-Za-z0-9_])?$/,
  'must be at most 80 letters, digits, dots, dashes and underscores',
);

export const gcpAddress: TextFormat = matches(
  /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'must be the name of an address: lower case letters, digits and dashes, the first a letter',
);
