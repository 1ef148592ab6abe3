import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantedPlatform, read, repository, rowsIn } from '#testing';

/**
 * What was found in the platform as it was shipped, planted into ours: each in a copy of what is rendered, in words of
 * our own and with the names that things have here, so that no row hangs on an app.
 */
const [, caught = '', others = ''] = read(repository, 'docs/planted.md').split('\n## ');
const rows = rowsIn(caught);

const platform = await plantedPlatform('aws-medium');
const objects = platform.apps.flatMap(({ app, manifests }) =>
  manifests.map((manifest) => ({ ...manifest, namespace: manifest.namespace ?? app.namespace })),
);

/** Something of a kind that is there, by name; what is planted is a slip of it. */
const named = (kind: string): { name: string; namespace: string } =>
  objects.find((object) => object.kind === kind) ?? { name: 'nobody', namespace: 'nowhere' };
const service = named('Service');
const server = named('Cluster');
const topic = named('KafkaTopic');
const [host] = platform.apps.flatMap(({ app }) =>
  Object.values(app.provides).flatMap((output) => (output.kind === 'host' ? [output.host] : [])),
);

const metadata = 'metadata: { name: planted }';
const settings = (value: string, key = 'url'): string =>
  `apiVersion: v1\nkind: ConfigMap\n${metadata}\ndata: ${JSON.stringify({ [key]: value })}\n`;
const pod = (container: string, rest = ''): string =>
  `apiVersion: apps/v1
kind: Deployment
${metadata}
spec: { template: { metadata: { labels: { app: planted } }, spec: { containers: [{ name: main, ${container} }], ${rest} } } }
`;
const right = (kind: string, rule: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\n${metadata}\nrules: [{ ${rule} }]\n---\n`;
const custom = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\n${metadata}\nspec: { ${spec} }\n`;

const plants: Readonly<Record<string, string>> = {
  'a file of nobody': pod('image: a', 'volumes: [{ name: a, configMap: { name: made-by-lookup } }]'),
  'a secret that somebody should copy': pod('envFrom: [{ secretRef: { name: copied } }]'),
  'an account of nobody': custom('flink.apache.org/v1beta1', 'FlinkDeployment', 'serviceAccount: nobody'),
  'a kind of nobody': custom('orders.example.org/v1', 'Order', ''),
  'a heap above the limit': pod(
    'env: [{ name: OPTS, value: -Xmx8g }], resources: { requests: { cpu: 1, memory: 2Gi }, limits: { memory: 2Gi } }',
  ),
  'no resources': pod('image: a'),
  'no probes': pod('ports: [{ containerPort: 80 }]'),
  'a tag that moves': pod('image: docker.io/library/busybox:latest'),
  'a password in a variable': pod('env: [{ name: DATABASE_PASSWORD, value: correcthorse9 }]'),
  'a password in a file': settings('correcthorse9', 'password'),
  'every right': right('Role', 'apiGroups: ["*"], resources: ["*"], verbs: ["*"]'),
  'every secret': `${right('ClusterRole', 'apiGroups: [""], resources: [secrets], verbs: ["*"]')}apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
${metadata}
roleRef: { kind: ClusterRole, name: planted }
`,
  'a port of nodes': custom('v1', 'Service', 'type: NodePort, ports: [{ port: 80 }]'),
  'a hook': custom('batch/v1', 'Job', '').replace(
    'name: planted',
    'name: planted, annotations: { argocd.argoproj.io/hook: PostSync }',
  ),
  'the superuser': settings(`jdbc:postgresql://postgres@${server.name}-rw.${server.namespace}.svc/postgres`),
  'a misspelt host': settings(`http://${service.name}s.${service.namespace}.svc.cluster.local`),
  'the name of a release': settings(`http://release-${service.name}.${service.namespace}.svc.cluster.local`),
  'a namespace that is gone': settings(`${service.name}.retired.svc.cluster.local:9308`),
  'a topic of nobody': settings(`dev.${topic.name}`, 'INPUT_TOPIC'),
  'a dollar sign': settings('$http://localhost:9090'),
  quotes: settings('address: \'"localhost.localdomain:9095"\'\n', 'app.yaml'),
  'a link without TLS': settings(`http://${host}/`),
  'a monitor of nothing': custom(
    'monitoring.coreos.com/v1',
    'ServiceMonitor',
    'selector: { matchLabels: { release: a } }',
  ),
};

test('every row is caught by a plant that is there, or by an example of a refusal', () => {
  const wrong = rows.filter(([, , code = '', plant = '']) =>
    plant === ''
      ? !existsSync(join(repository, `generator/test/${code.replaceAll('`', '')}`))
      : !(plant in plants),
  );
  expect(wrong).toEqual([]);
  const used = new Set(rows.map(([, , , plant]) => plant));
  expect(Object.keys(plants).filter((plant) => !used.has(plant))).toEqual([]);
});

test.each(rows.filter(([, , , plant]) => plant !== ''))(
  '%s: %s',
  (_system, _finding, code = '', plant = '') => {
    const [app] = platform.apps.filter(({ manifests }) =>
      manifests.some(({ kind }) => kind === 'Deployment'),
    );
    if (app === undefined) throw new Error('no app of the platform runs a Deployment');
    expect(platform.codesWith(app, plants[plant] ?? '')).toContain(code.replaceAll('`', ''));
  },
);

test('what cannot be caught says why', () => {
  expect(rowsIn(others).filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
});
