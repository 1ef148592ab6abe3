import { type Cloud, defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/certificate-issuers.gen.ts';
import { gateway, letThrough } from '../gateway.ts';
import { certManager } from './cert-manager.ts';

export const certificateIssuers = defineApp({
  name: 'certificate-issuers',
  description:
    "Who signs the certificates of public hosts: Let's Encrypt, or an authority of the cluster's own.",
  layer: 'operators',
  // Where cert-manager looks for what a ClusterIssuer names.
  namespace: 'cert-manager',
  seed: ['letsencrypt-ssl'],
  chart: firstParty('certificate-issuers'),
  dependsOn: [certManager],
  clusterKinds: [{ group: 'cert-manager.io', kind: 'ClusterIssuer' }],
  values: ({ environment }): Values => ({
    name: gateway.issuer,
    signer: signerOf(environment.cloud, environment.domain),
  }),
});

/** An authority outside has to reach the hosts, which it cannot without a cloud. */
function signerOf({ kind }: Cloud, domain: string): Values['signer'] {
  if (kind === 'local') return { authority: { commonName: `Authority of ${domain}`.slice(0, 64) } };
  return { acme: { server: 'production', ingress: { class: gateway.class, annotations: letThrough } } };
}
