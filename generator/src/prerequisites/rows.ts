import type { CloudKind } from '../definition/cloud.ts';
import { code, list } from '../text/markdown.ts';
import type { Permission } from './cloud-permissions.ts';
import { toReserve } from './entrance-needs.ts';
import type { Prerequisite, PrerequisiteKind, PrerequisiteOf, PublicCloud } from './prerequisite.ts';

/** A line of the table in PLAN.md: what is needed, and which. What is of one app alone stands with the app. */
export type PrerequisiteRow = readonly [what: string, which: string];

type Rows = { readonly [Kind in PrerequisiteKind]: (needs: PrerequisiteOf<Kind>[]) => PrerequisiteRow[] };

/** Each kind together, in the order of the list. */
export function prerequisiteRows(needs: readonly Prerequisite[]): PrerequisiteRow[] {
  const kinds = [...new Set(needs.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => rowsOf(kind, needs));
}

function rowsOf<Kind extends PrerequisiteKind>(
  kind: Kind,
  needs: readonly Prerequisite[],
): PrerequisiteRow[] {
  return rows[kind](needs.filter((need): need is PrerequisiteOf<Kind> => need.kind === kind));
}

const one =
  <Need>(row: (need: Need) => PrerequisiteRow) =>
  (needs: Need[]): PrerequisiteRow[] =>
    needs.map(row);

const rows: Rows = {
  kubernetes: one(({ version }) => ['Kubernetes', `${version} or newer`]),
  nodes: one(() => ['Nodes', 'room for the requests of all pods, and for the largest of them']),
  'storage-class': one(({ name, cloud }) => [
    'StorageClass',
    name === null ? 'a default one' : `${code(name)}${storageNotes[cloud] ?? ''}`,
  ]),
  'network-policies': one(() => ['Network', 'a CNI that enforces NetworkPolicies']),
  registries: (needs) =>
    needs.flatMap(({ hosts }) =>
      hosts.map((host) => ['Registry', `${host}, reachable from the nodes`] as const),
    ),
  'pull-secret': one(({ name }) => ['Pull secret', `${code(name)}, in the namespace of each app`]),
  kinds: one(({ group }) => ['CRDs', `of ${code(group)}`]),
  account: one(({ cloud, name, region }) => [accountNames[cloud], `${code(name)}, in ${region}`]),
  'storage-account': one(({ name }) => ['Storage account', code(name)]),
  vault: one(({ url }) => ['Key Vault', code(url)]),
  federation: one(({ cloud }) => ['Workload identity', federations[cloud]]),
  bucket: one(({ name, cloud, endpoint }) => [
    cloud === 'azure' ? 'Container' : 'Bucket',
    `${code(name)}${endpoint === null ? '' : `, at ${code(endpoint)}`}`,
  ]),
  identity: () => [],
  'secret-store': one(({ name }) => ['Secret store', `ClusterSecretStore ${code(name)}`]),
  secret: () => [],
  'ingress-class': one(({ name }) => ['Ingress controller', `IngressClass ${code(name)}`]),
  gateway: one(({ namespace, name }) => ['Gateway', code(`${namespace}/${name}`)]),
  issuer: one(({ name }) => ['Certificates', `ClusterIssuer ${code(name)}`]),
  certificate: one(({ name }) => [
    'Certificate',
    `Secret ${code(name)}, in the namespace of each app with a public host`,
  ]),
  address: one(({ cloud, names, within }) => [
    'Address that leads in',
    names.length === 0
      ? toReserve[cloud]
      : `${addressNames[cloud]} ${list(names.map(code))}${within === null ? '' : `, in ${code(within)}`}`,
  ]),
  dns: (needs) => [['DNS', recordsFor(needs)]],
  argocd: one(({ namespace, version }) => [
    'Argo CD',
    `${version} or newer, in the namespace ${code(namespace)}`,
  ]),
  cluster: one(({ name }) => ['Argo CD: cluster', `registered as ${code(name)}`]),
  repository: one(({ url }) => ['Argo CD: repository', `${code(url)}, with credentials unless it is public`]),
};

/** The hosts themselves stand with their apps. */
function recordsFor(needs: readonly PrerequisiteOf<'dns'>[]): string {
  const domains = [...new Set(needs.map(({ domain }) => domain))];
  const records = domains.flatMap((domain) => [
    ...(needs.some(({ host }) => host === domain) ? [code(domain)] : []),
    ...(needs.some(({ host }) => host !== domain && host.endsWith(`.${domain}`))
      ? [code(`*.${domain}`)]
      : []),
  ]);
  return `the public hosts below; ${list(records)} ${records.length === 1 ? 'covers' : 'cover'} them`;
}

/** What managed clusters lack unless somebody adds it. */
const storageNotes: Partial<Record<PrerequisiteOf<'storage-class'>['cloud'], string>> = {
  aws: '; EKS brings the class `gp2` alone, and volumes take the add-on `aws-ebs-csi-driver`',
};

const accountNames: Readonly<Record<PublicCloud, string>> = {
  aws: 'Account',
  azure: 'Subscription',
  gcp: 'Project',
};

const federations: Readonly<Record<PublicCloud, string>> = {
  aws: "an IAM OIDC provider for the cluster's issuer",
  azure: "the cluster's OIDC issuer, and the workload identity webhook",
  gcp: 'Workload Identity Federation for GKE, on the cluster and its nodes',
};

const addressNames: Readonly<Record<CloudKind, string>> = {
  aws: 'Elastic IPs',
  azure: 'public IP',
  gcp: 'static address',
  local: 'of a node, or leading to the nodes:',
};

const identityNames: Readonly<Record<PublicCloud, string>> = {
  aws: 'IAM role',
  azure: 'Managed identity',
  gcp: 'Service account',
};

/** What an app may be in the cloud, for its place on the page. */
export function identityText({ cloud, identity, subject, permissions }: PrerequisiteOf<'identity'>): string {
  const allowed = permissions.length === 0 ? '' : `; allow ${permissions.map(allowance).join('; ')}`;
  return `${identityNames[cloud]}: ${code(identity)}; trust ${code(subject)}${allowed}`;
}

const allowance = ({ allow, on }: Permission): string => `${list(allow.map(code))} on ${code(on)}`;
