import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  at,
  type Manifest,
  one,
  type RenderedSample,
  renderedSamplesOf,
  run,
  temporaryFolder,
} from '#testing';
import { unifiedPipeline } from '../processing/unified-pipeline.ts';
import { type GuardedCluster, startGuardedCluster } from '../test/cluster.ts';
import { pythonPrograms } from '../test/python.ts';
import { commandApi } from './command-api.ts';
import { connectors } from './connectors.ts';

const local = async (app: Parameters<typeof renderedSamplesOf>[0]): Promise<readonly Manifest[]> => {
  const samples: readonly RenderedSample[] = await renderedSamplesOf(app);
  return samples.find(({ environment }) => environment.cloud.kind === 'local')?.manifests ?? [];
};
const [program, bounds, jobs] = await Promise.all([commandApi, connectors, unifiedPipeline].map(local));
const account = 'system:serviceaccount:command-api:command-api';
const job = one(jobs ?? [], 'FlinkDeployment').object;
const guarding = ['Role', 'ResourceQuota', 'LimitRange', 'ValidatingAdmissionPolicy'];

let cluster: GuardedCluster;
let inPod: (line: string) => Promise<{ code: number | null; said: string }>;

beforeAll(async () => {
  cluster = await startGuardedCluster([account]);
  const { api } = cluster;
  await api.define([jobsOfFlink as never]);
  const enforced = 'pod-security.kubernetes.io/enforce';
  for (const name of ['connectors', 'flink']) {
    const labels = { 'kubernetes.io/metadata.name': name, [enforced]: 'restricted' };
    await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
  }
  for (const { kind, object, namespace } of [...(program ?? []), ...(bounds ?? [])])
    if (guarding.some((one) => kind.startsWith(one))) await applied(object, namespace ?? 'connectors');
  await applied(job, 'flink');
  inPod = await podOf(program ?? []);
  // A policy holds from a moment after it was made.
  await until(async () => (await inPod(`kubectl patch ${own} -p '{"spec":{"image":"evil"}}'`)).code !== 0);
});

const own = 'flinkdeployments.flink.apache.org unified-pipeline -n flink --type merge --dry-run=server';

/** As Argo CD applies an object. */
const applied = (object: object, namespace: string) => {
  const { metadata, ...others } = object as { metadata: object };
  const whole = { ...others, metadata: { namespace, ...metadata } };
  return cluster.api.apply(whole as never, 'argocd-controller');
};

const live = () =>
  cluster.api.get('flink.apache.org/v1beta1', 'FlinkDeployment', 'unified-pipeline', 'flink');

describe('a job of the pipeline', () => {
  // Word for word what the program hands to a shell.
  const restart = (name: string) =>
    `kubectl delete pods --selector app=flink,component=${name}-jobmanager --namespace flink && kubectl delete pods --selector app=flink,component=${name}-taskmanager --namespace flink`;

  test('is restarted by its operator, and nothing else of it changes', async () => {
    const before = await live();
    expect(await inPod(restart('unified-pipeline'))).toEqual({ code: 0, said: expect.any(String) });
    const after = await live();
    expect(after?.spec.restartNonce).toBeGreaterThan(0);
    expect({ ...after?.spec, restartNonce: undefined }).toEqual(before?.spec);
  });

  test('stays restarted when Argo CD applies its target state again, and is not in dispute', async () => {
    const before = await live();
    await applied(job, 'flink');
    const after = await live();
    expect(after?.spec.restartNonce).toBe(before?.spec.restartNonce);
    expect(after?.metadata.generation).toBe(before?.metadata.generation);
    expect(JSON.stringify(job)).not.toContain('restartNonce');
    const { managedFields } = at(after as never, 'metadata') as unknown as {
      managedFields: readonly { manager: string; fieldsV1: object }[];
    };
    const argocd = managedFields.find(({ manager }) => manager === 'argocd-controller');
    expect(JSON.stringify(argocd?.fieldsV1)).not.toContain('restartNonce');
  });

  test('that is not there is an error, which the program reports', async () => {
    const { code, said } = await inPod(restart('no-such-job'));
    expect(code).not.toBe(0);
    expect(said).toMatch(/forbidden|not found/i);
  });

  test.each([
    ['another image', `kubectl patch ${own} -p '{"spec":{"image":"evil"}}'`],
    [
      'another jar, beside a restart',
      `kubectl patch ${own} -p '{"spec":{"restartNonce":1,"job":{"jarURI":"local:///evil.jar"}}}'`,
    ],
    ['something less', `kubectl patch ${own} -p '{"spec":{"mode":null}}'`],
    ['the label of another owner', `kubectl patch ${own} -p '{"metadata":{"labels":{"a":"b"}}}'`],
  ])('is not given %s', async (_, line) => {
    const { code, said } = await inPod(line);
    expect(code).not.toBe(0);
    expect(said).toContain('only spec.restartNonce may be changed');
  });
});

describe('a connector', () => {
  const unused = `--set-json nodeSelector=null --set-json securityContext=null --set-json podSecurityContext=null`;
  const charts = '"$CONFIG_PATH"/charts';
  const flinkJobs = JSON.stringify({
    'kafka-1-0': {
      enabled: 'true',
      connector_id: 'kafka-1.0',
      source: 'kafka-1.0',
      main_program: 'kafka.jar',
    },
  });
  const flink = `helm upgrade --install kafka-1-0 ${charts}/flink-connector --namespace connectors --create-namespace --set namespace=connectors --set connector_id=kafka-1.0 --set-json 'flink_jobs=${flinkJobs}' ${unused}`;
  const spark = (technology: string) =>
    `helm upgrade --install d1-jdbc-abcdef ${charts}/spark-connector --namespace connectors --create-namespace --set technology=${technology} --set dataset_id=d1 --set connector_id=jdbc-1.0 --set instance_id=i1 --set connector_source=jdbc-1.0 --set main_class=org.example.Jdbc --set main_file=jdbc.jar --set 'cronSchedule=0 * * * *' ${unused}`;

  test('of Flink is installed, listed, restarted and removed', async () => {
    expect(await inPod(flink)).toEqual({ code: 0, said: expect.anything() });
    expect((await inPod('helm ls --namespace connectors')).said).toContain('kafka-1-0');
    const deployment = await cluster.api.get('apps/v1', 'Deployment', 'kafka-1-0', 'connectors');
    expect(at(deployment as never, 'spec.template.metadata.labels|app.kubernetes.io/managed-by')).toBe(
      'command-api',
    );
    const pods =
      'kubectl delete pods --selector app.kubernetes.io/name=flink,app.kubernetes.io/component=kafka-1-0';
    const restart = `${pods}-jobmanager --namespace connectors && ${pods}-taskmanager --namespace connectors`;
    expect(await inPod(restart)).toEqual({ code: 0, said: expect.any(String) });
    // Once more, with other figures: Helm changes what is there.
    expect(await inPod(`${flink} --set image=example.org/other:1`)).toEqual({
      code: 0,
      said: expect.any(String),
    });
    expect(await inPod('helm uninstall kafka-1-0 --namespace connectors')).toEqual({
      code: 0,
      said: expect.any(String),
    });
    expect(await cluster.api.list('apps/v1', 'Deployment', 'connectors')).toEqual([]);
  });

  test.each(['scala', 'python'])(
    'of Spark, in %s, is found by its dataset and removed',
    async (technology) => {
      expect(await inPod(spark(technology))).toEqual({ code: 0, said: expect.any(String) });
      const { said } = await inPod(
        `kubectl get cronjobs -n connectors --selector app.kubernetes.io/dataset=d1 -o 'jsonpath="{.items[*].metadata.name}"'`,
      );
      expect(said).toContain('"d1-jdbc-abcdef"');
      expect(await inPod('helm uninstall d1-jdbc-abcdef --namespace connectors')).toEqual({
        code: 0,
        said: expect.any(String),
      });
      expect(await cluster.api.list('batch/v1', 'CronJob', 'connectors')).toEqual([]);
    },
  );

  test('is admitted as a pod by the bounds of its namespace, of either kind', async () => {
    expect(await inPod(flink)).toEqual({ code: 0, said: expect.any(String) });
    expect(await inPod(spark('scala'))).toEqual({ code: 0, said: expect.any(String) });
    const [deployment] = await cluster.api.list('apps/v1', 'Deployment', 'connectors');
    const [schedule] = await cluster.api.list('batch/v1', 'CronJob', 'connectors');
    for (const [name, spec] of [
      ['flink', deployment?.spec.template.spec],
      ['spark', schedule?.spec.jobTemplate.spec.template.spec],
    ] as const) {
      const verdict = await cluster.api.tryOut({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace: 'connectors' },
        spec,
      });
      expect([verdict.refusal, verdict.warnings]).toEqual([null, []]);
    }
  });
});

test.each([
  ['make a namespace', 'create namespaces'],
  ['read a Secret of its own', 'get secrets -n command-api'],
  ['read Secrets of the jobs', 'list secrets -n flink'],
  ['read Secrets elsewhere', 'list secrets -A'],
  ['start a pod beside the jobs', 'create pods -n flink'],
  ['change bounds', 'patch resourcequotas -n connectors'],
  ['run a shell in a connector', 'create pods/exec -n connectors'],
  ['give itself rights', 'create rolebindings -n connectors'],
  ['delete a job', 'delete flinkdeployments.flink.apache.org -n flink'],
  ['restart a job that is not in its list', 'patch flinkdeployments.flink.apache.org/other -n flink'],
])('it may not %s', async (_, question) => {
  expect((await inPod(`kubectl auth can-i ${question}`)).said).toMatch(/^(Warning: .*\n)?no\b/m);
});

/** Runs a line of a shell where the program would: with its files, after its start, and as its account. */
async function podOf(manifests: readonly Manifest[]) {
  const home = temporaryFolder();
  const files = one(manifests, 'ConfigMap').object.data as Record<string, string>;
  const here = (text: string): string =>
    text
      .replaceAll('/data/config', home)
      .replaceAll('/opt/start', home)
      .replaceAll('/usr/local/bin/kubectl', cluster.kubectl)
      .replaceAll('/usr/local/bin/helm', cluster.helm);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), here(text));
  }
  const python = join(await pythonPrograms('command-api', { minimum: 10, maximum: 14 }), 'python3');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    KUBECONFIG: cluster.kubeconfigOf(account),
    CONFIG_PATH: join(home, 'made'),
    POSTGRES_PASSWORD: '1e5',
    DRUID_PASSWORD: 'of druid',
  };
  return async (line: string) => {
    const ended = await run(python, [join(home, 'start.py'), '/bin/sh', '-c', line], { env });
    return { code: ended?.code ?? null, said: `${ended?.stdout}${ended?.stderr}` };
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) if (await holds()) return;
  throw new Error('the policy was not taken up');
}

/** As far as the server has to know it. */
const jobsOfFlink = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'flinkdeployments.flink.apache.org' },
  spec: {
    group: 'flink.apache.org',
    scope: 'Namespaced',
    names: { kind: 'FlinkDeployment', plural: 'flinkdeployments', singular: 'flinkdeployment' },
    versions: [
      {
        name: 'v1beta1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
          },
        },
      },
    ],
  },
};
