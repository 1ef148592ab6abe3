import { vaultOf } from './cloud-permissions.ts';
import { toReserve } from './entrance-needs.ts';
import type { NodeRoom, PrerequisiteKind, PrerequisiteOf, WantedKey } from './prerequisite.ts';

/** A command of a script: the name of a shell function, and its arguments, not quoted yet. */
export type ShellCall = readonly [name: string, ...words: string[]];

type Calls = { readonly [Kind in PrerequisiteKind]: (need: PrerequisiteOf<Kind>) => ShellCall[] };

/** The functions of `shell/` that look whether something is there. */
export function callsFor<Kind extends PrerequisiteKind>(need: PrerequisiteOf<Kind>): ShellCall[] {
  const make = calls[need.kind as Kind];
  return make(need);
}

const calls: Calls = {
  kubernetes: ({ version }) => [['kubernetes', version]],
  nodes: ({ room }) => [room === null ? notAddedUp : roomCall(room)],
  'storage-class': ({ name, cloud }) => [['storage_class', name ?? '', cloud === 'aws' ? ebs : '']],
  'network-policies': () => [['network_policies']],
  registries: ({ hosts }) => [['note', `registries ${hosts.join(', ')}`, 'the nodes have to reach them']],
  'pull-secret': ({ name, namespaces }) => secretsNamed(name, namespaces, 'create it, with the namespace'),
  kinds: ({ group }) => [['kinds', group]],
  account: ({ name }) => [['account', name]],
  'storage-account': ({ name }) => [['storage_account', name]],
  vault: ({ url }) => [['key_vault', vaultOf(url)]],
  federation: () => [['federation']],
  bucket: ({ name }) => [['bucket', name]],
  identity: (need) => [
    ['identity', need.identity, need.subject],
    ...need.permissions.map(
      ({ allow, examples }): ShellCall => ['allowed', need.identity, allow.join(' '), ...examples],
    ),
  ],
  'secret-store': ({ name }) => [['secret_store', name]],
  secret: ({ name, keys }) => [['secret', name, ...keys.flatMap(keyWords)]],
  'ingress-class': ({ name }) => [
    ['object', 'ingressclasses.networking.k8s.io', '', name, 'install its controller'],
  ],
  gateway: ({ namespace, name }) => [
    ['object', 'gateways.gateway.networking.k8s.io', namespace, name, 'create it'],
  ],
  issuer: ({ name }) => [['object', 'clusterissuers.cert-manager.io', '', name, 'create it']],
  certificate: ({ name, namespaces }) => secretsNamed(name, namespaces, 'put the certificate there'),
  address: ({ cloud, names, within }) => [
    names.length === 0
      ? ['note', 'address that leads in', toReserve[cloud]]
      : ['address', ...names, ...(within === null ? [] : [within])],
  ],
  dns: ({ host, domain }) => [['dns', host, domain]],
  argocd: ({ version }) => [['argocd_version', version]],
  cluster: ({ name }) => [['registered', name]],
  repository: ({ url }) => [['repository', url]],
};

const notAddedUp: ShellCall = ['note', 'nodes', 'together they have to hold what all pods request'];

const roomCall = ({ cpu, memory, largest, without }: NodeRoom): ShellCall => [
  'nodes',
  ...[cpu, memory, largest.cpu, largest.memory].map(String),
  without.join(', '),
];

const ebs = 'of the provisioner ebs.csi.aws.com, which the add-on aws-ebs-csi-driver brings';

const secretsNamed = (name: string, namespaces: readonly string[], hint: string): ShellCall[] =>
  namespaces.map((namespace) => ['object', 'secrets', namespace, name, hint]);

const keyWords = (wanted: WantedKey): string[] =>
  'random' in wanted
    ? ['random', String(wanted.random), wanted.key]
    : ['person', wanted.provided, wanted.key];

/** A heading for each group of prerequisites that a script looks at together. */
export const headings: Readonly<Record<string, readonly PrerequisiteKind[]>> = {
  Cluster: ['kubernetes', 'nodes', 'storage-class', 'network-policies', 'registries', 'pull-secret', 'kinds'],
  Cloud: ['account', 'storage-account', 'vault', 'federation', 'bucket', 'identity'],
  Secrets: ['secret-store', 'secret'],
  'Public hosts': ['ingress-class', 'gateway', 'issuer', 'certificate', 'address', 'dns'],
  'Argo CD': ['argocd', 'cluster', 'repository'],
};
