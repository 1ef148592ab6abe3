import { expect, test } from 'vitest';
import { bySize, sampleModel, samplesOf } from '#testing';
import { certificateIssuers } from '../operators/certificate-issuers.ts';
import { kong } from './kong.ts';

interface Proxy {
  readonly type: string;
  readonly externalIPs?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
}

const proxyOf = (values: unknown): Proxy => (values as { proxy: Proxy }).proxy;

const aws = 'service.beta.kubernetes.io/aws-load-balancer';
const azure = 'service.beta.kubernetes.io/azure';

test('the way in has an address of its own on every cloud, and waits for none without', async () => {
  const types = (await samplesOf(kong)).map(({ cloud, app }) => [cloud, proxyOf(app.values).type]);
  expect(Object.fromEntries(types)).toEqual({
    aws: 'LoadBalancer',
    azure: 'LoadBalancer',
    gcp: 'LoadBalancer',
    local: 'NodePort',
  });
});

test('the way in takes the address that was reserved for it', async () => {
  const entrances = {
    aws: { allocationIds: ['eipalloc-11111111', 'eipalloc-22222222'], subnetIds: ['subnet-33333333'] },
    azure: { publicIp: 'gateway', resourceGroup: 'network' },
    gcp: { address: 'gateway' },
    local: { address: '192.0.2.10' },
  };
  const { environments } = await sampleModel({}, {}, { entrances });
  const proxies = environments.map(({ cloud, apps }) => {
    const { annotations = {}, externalIPs } = proxyOf(apps.find(({ name }) => name === 'kong')?.values);
    return [cloud.kind, externalIPs ?? annotations];
  });
  expect(Object.fromEntries(proxies)).toMatchObject({
    aws: {
      [`${aws}-eip-allocations`]: 'eipalloc-11111111,eipalloc-22222222',
      [`${aws}-subnets`]: 'subnet-33333333',
    },
    azure: {
      [`${azure}-pip-name`]: 'gateway',
      [`${azure}-load-balancer-resource-group`]: 'network',
    },
    gcp: { 'networking.gke.io/load-balancer-ip-addresses': 'gateway' },
    local: ['192.0.2.10'],
  });
});

test('nobody administers the gateway from outside its pods', async () => {
  for (const { app } of await samplesOf(kong))
    expect(app.values).toMatchObject({
      admin: { enabled: false },
      manager: { enabled: false },
      ingressController: { admissionWebhook: { enabled: false } },
    });
});

test('one pod of the gateway may go, but in a small environment', async () => {
  const replicas = (await bySize(kong)).map(
    ({ app }) => (app.values as { replicaCount: number }).replicaCount,
  );
  expect(replicas[0]).toBe(1);
  expect(replicas.slice(1).every((count) => count > 1)).toBe(true);
});

test('an authority that can reach the hosts signs for them on a cloud, and one of the cluster without', async () => {
  for (const { cloud, app } of await samplesOf(certificateIssuers)) {
    const { signer } = app.values as { signer: object };
    expect(Object.keys(signer)).toEqual([cloud === 'local' ? 'authority' : 'acme']);
  }
});

test('the gateway waits for whom it asks for certificates, and public hosts wait for the gateway', async () => {
  for (const { environment, app } of await samplesOf(kong)) {
    expect(app.dependsOn).toContain('certificate-issuers');
    const exposed = environment.apps.filter(({ provides }) =>
      Object.values(provides).some(({ kind }) => kind === 'host'),
    );
    expect(exposed.length).toBeGreaterThan(3);
    for (const { dependsOn } of exposed) expect(dependsOn).toContain('kong');
  }
});
