import { expect, test } from 'vitest';
import type { AppModel, EnvironmentModel } from '../../src/model/model.ts';
import type { ProblemCode } from '../../src/problem/codes.ts';
import { checks } from '../../src/verify/checks/all.ts';
import type { CheckContext } from '../../src/verify/checks/check.ts';
import { clustersOf } from '../../src/verify/cluster.ts';
import { manifestsOf } from '../../src/verify/manifest.ts';
import type { RenderedApp } from '../../src/verify/rendered.ts';

/** What is other than usual about an app, its environment or what the checks know. */
export interface Changes {
  readonly app?: Partial<AppModel>;
  readonly network?: Partial<AppModel['network']>;
  readonly environment?: Partial<EnvironmentModel>;
  readonly context?: Partial<CheckContext>;
}

const closed = {
  pods: { app: 'web' },
  ingress: [],
  egress: [],
  outside: [],
  open: [],
  scraped: [],
  kubernetesApi: false,
};

function said(code: ProblemCode, text: string, { app, network, environment, context }: Changes = {}) {
  const own = {
    name: 'web',
    namespace: 'web',
    namespaces: ['web'],
    layer: 'apis',
    chart: { kind: 'first-party', name: 'web', takesPlatform: true },
    companion: null,
    images: {},
    provides: {},
    consumes: {},
    requests: {},
    keepsData: false,
    patience: 600,
    clusterKinds: [],
    podSecurity: { level: 'restricted', reason: null },
    network: { ...closed, ...network },
    exceptions: [],
    ...app,
  } as unknown as AppModel;
  const where = {
    name: 'dev',
    apps: [own],
    exposure: null,
    existing: { secretStore: null, kinds: [] },
    cloud: { kind: 'aws', buckets: {} },
    domain: 'example.org',
    registryMirror: null,
    imagePullSecrets: [],
    ...environment,
  } as unknown as EnvironmentModel;
  const rendered: RenderedApp = { app: own, environment: where, texts: [text], manifests: manifestsOf(text) };
  const known = {
    all: [rendered],
    clusters: clustersOf([rendered]),
    platform: { ownImages: [] },
    contracts: {},
    healthChecks: {},
    ...context,
  };
  return checks
    .flatMap((check) => check(rendered, known as unknown as CheckContext))
    .filter((found) => found.code === code)
    .map(({ message }) => message);
}

type Row = readonly [title: string, text: string, wanted: readonly string[], changes?: Changes];
/** What `verify` says of objects by one code: of each row exactly what it wants, in that order. */
export const law = (code: ProblemCode, rows: readonly Row[]): void =>
  test.each(rows.map(([title, text, wanted, changes]) => ({ title, text, wanted, changes })))(
    `${code}: $title`,
    ({ text, wanted, changes }) => {
      const found = said(code, text, changes);
      expect(found).toHaveLength(wanted.length);
      for (const [i, part] of wanted.entries()) expect(found[i]).toContain(part);
    },
  );

/** A workload whose pods are labeled `app: web`. */
export const workload = (kind: string, spec: string, pod: string): string =>
  `apiVersion: apps/v1
kind: ${kind}
metadata: { name: web }
spec:
  ${spec}
  template:
    metadata: { labels: { app: web } }
    spec: ${pod}
---
`;
export const deployment = (replicas: number, pod = '{ containers: [{ name: main }] }'): string =>
  workload('Deployment', `replicas: ${replicas}`, pod);
