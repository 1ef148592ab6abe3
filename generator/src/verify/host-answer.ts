import type { Cluster, ServedName } from './cluster.ts';

/** What is known of a host that something in the cluster names. */
export type HostAnswer =
  /** It is none of an app's: outside, the machine itself, or what every cluster has. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'served'; readonly by: ServedName }
  /** Nobody, or, in a namespace where not everything can be seen, nobody that is known. */
  | { readonly kind: 'nobody' | 'unseen'; readonly name: string; readonly namespace: string };

/** What every cluster has. */
const given = ['kubernetes.default', 'kube-dns.kube-system'];

const elsewhere: HostAnswer = { kind: 'elsewhere' };

/**
 * Who answers to a host, as a pod of `namespace` resolves it: `web`, `web.ns`, `web.ns.svc`, with the domain of the
 * cluster, and with the name of a pod in front. Short names are hosts only where `certain` says so.
 */
export function answerOf(host: string, namespace: string, certain: boolean, cluster: Cluster): HostAnswer {
  if (host === 'localhost' || /^[\d.]+$/.test(host)) return elsewhere;
  const labels = host.split('.');
  const end = labels.indexOf('svc');
  const isFull = end > 0 && ['', 'cluster.local'].includes(labels.slice(end + 1).join('.'));
  if (!isFull && !certain) return elsewhere;
  const short = isFull ? labels.slice(0, end) : labels;
  const [name = '', where] = short.length > 1 ? short.slice(-2) : [short[0], namespace];
  // A short name may be one of another world: only those whose namespace is ours are surely not.
  if (where === undefined || (!isFull && short.length > 1 && !cluster.namespaces.has(where)))
    return elsewhere;
  if (given.includes(`${name}.${where}`)) return elsewhere;
  const by = cluster.served.get(`${name}.${where}`);
  if (by) return { kind: 'served', by };
  return { kind: cluster.isWhole(where) ? 'nobody' : 'unseen', name, namespace: where };
}
