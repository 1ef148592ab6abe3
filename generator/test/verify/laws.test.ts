import { expect, test } from 'vitest';
import { quantity } from '../../src/definition/format/quantity.ts';
import { type Changes, deployment, law, workload } from './law.ts';

/**
 * Objects as charts write them, and what verify says of them beyond the refused examples, which go through the real
 * programs. A row that nothing may be said of is as much a test as one that something must be said of.
 */

const budget = (spec: string, labels = 'app: web'): string =>
  `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { ${spec}, selector: { matchLabels: { ${labels} } } }
---
`;
const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { minReplicas: 2, scaleTargetRef: { kind: Deployment, name: web } }
---
`;
const cronJob = (pod: string): string =>
  `apiVersion: batch/v1
kind: CronJob
metadata: { name: web }
spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: web } }, spec: ${pod} } } } }
`;

law('no-drain', [
  ['one copy needs no budget', deployment(1), []],
  ['two copies need one', deployment(2), ['no PodDisruptionBudget']],
  [
    'so do those of an autoscaler',
    deployment(1).replace('replicas: 1', '') + scaler,
    ['no PodDisruptionBudget'],
  ],
  ['a DaemonSet needs none', workload('DaemonSet', '', '{ containers: [{ name: main }] }'), []],
  ['nor does a CronJob', cronJob('{ containers: [{ name: main }] }'), []],
  ['one at a time is enough', deployment(2) + budget('maxUnavailable: 1'), []],
  ['a percentage is rounded up', deployment(2) + budget('maxUnavailable: 1%'), []],
  ['none of them may go', deployment(2) + budget('maxUnavailable: 0'), ['permits no eviction']],
  ['none in percent', deployment(2) + budget('maxUnavailable: 0%'), ['permits no eviction']],
  ['all must stay', deployment(3) + budget('minAvailable: 3'), ['permits no eviction']],
  ['all but one must stay', deployment(3) + budget('minAvailable: 2'), []],
  ['half must stay', deployment(2) + budget('minAvailable: 50%'), []],
  ['more than half of two is both', deployment(2) + budget('minAvailable: 51%'), ['permits no eviction']],
  ['a budget for the only copy', deployment(1) + budget('minAvailable: 1'), ['permits no eviction']],
  [
    'a budget of others',
    deployment(2) + budget('maxUnavailable: 1', 'app: db'),
    ['no PodDisruptionBudget', "selects none of the app's pods"],
  ],
  [
    'two budgets',
    deployment(2) + budget('maxUnavailable: 1') + budget('maxUnavailable: 1').replace('web }', 'other }'),
    ['selected by 2'],
  ],
]);

const requesting = (cpu: string, memory: string): string =>
  `{ containers: [{ name: main, resources: { requests: { cpu: ${cpu}, memory: ${memory} } } }] }`;
const pods = (replicas: number, cpu: string, memory: string, disk?: string): Changes => ({
  app: { requests: { web: { replicas, cpu, memory, ...(disk !== undefined && { disk }) } } },
});
const claimed = (size: string): string =>
  `volumeClaimTemplates: [{ spec: { resources: { requests: { storage: ${size} } } } }]`;
law('wrong-size', [
  ['nothing is said', deployment(1, requesting('1', '1Gi')), []],
  ['the same', deployment(2, requesting('500m', '1Gi')), [], pods(2, '0.5', '1024Mi')],
  ['fewer pods', deployment(1, requesting('500m', '1Gi')), ['sizes say 1 CPUs'], pods(2, '0.5', '1Gi')],
  ['more memory', deployment(1, requesting('1', '2Gi')), ['asks for 1 CPUs, 2 GiB'], pods(1, '1', '1Gi')],
  [
    'a volume for each pod',
    workload('StatefulSet', `replicas: 2\n  ${claimed('5Gi')}`, requesting('1', '1Gi')),
    [],
    pods(2, '1', '1Gi', '5Gi'),
  ],
  [
    'a volume that is not counted',
    workload('StatefulSet', `replicas: 2\n  ${claimed('5Gi')}`, requesting('1', '1Gi')),
    ['10 GiB of disk'],
    pods(2, '1', '1Gi'),
  ],
  ['nothing is rendered', '', ['asks for 0 CPUs'], pods(1, '1', '1Gi')],
]);

const serviceTo = (port: number): string =>
  `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 443, targetPort: ${port} }] }
---
`;
const probed = '{ name: main, ports: [{ containerPort: 80 }], livenessProbe: {}, readinessProbe: {} }';
law('no-probe', [
  ['both', deployment(1, `{ containers: [${probed}] }`), []],
  ['neither', deployment(1), ['without livenessProbe']],
  [
    'one that listens is asked whether it is ready',
    deployment(1, '{ containers: [{ name: main, ports: [{ containerPort: 80 }], livenessProbe: {} }] }'),
    ['without readinessProbe'],
  ],
  ['a worker listens nowhere', deployment(1, '{ containers: [{ name: main, livenessProbe: {} }] }'), []],
  [
    'what runs before needs none',
    deployment(1, `{ containers: [${probed}], initContainers: [{ name: first }] }`),
    [],
  ],
  [
    'a sidecar does',
    deployment(1, `{ containers: [${probed}], initContainers: [{ name: side, restartPolicy: Always }] }`),
    ['the container side'],
  ],
  ['a CronJob ends by itself', cronJob('{ containers: [{ name: main }] }'), []],
  [
    'a Service sends requests to a port that nobody says is there',
    deployment(1, '{ containers: [{ name: main, livenessProbe: {} }] }') + serviceTo(9443),
    ['without readinessProbe'],
  ],
  ['one that says so', deployment(1, `{ containers: [${probed}] }`) + serviceTo(80), []],
]);

const asked = (probe: string, ...command: string[]): string =>
  deployment(
    1,
    `{ containers: [{ name: main, ${probe}: { exec: { command: ${JSON.stringify(command)} } } }] }`,
  );
const readiness = (...command: string[]) => asked('readinessProbe', ...command);
law('blind-probe', [
  ['a ping that takes any answer', readiness('valkey-cli', 'ping'), ['ends well on an error']],
  ['in a shell', readiness('sh', '-c', 'redis-cli -a "$PASSWORD" ping'), ['ends well on an error']],
  ['a ping that does not', readiness('valkey-cli', '-e', '--tls', 'ping'), []],
  ['the answer is compared', readiness('sh', '-c', '[ "$(redis-cli ping)" = PONG ]'), []],
  ['the answer is searched', readiness('/bin/bash', '-ec', 'redis-cli ping | grep -q PONG'), []],
  ['an error shows life', asked('livenessProbe', 'valkey-cli', 'ping'), []],
  ['a page of error', readiness('curl', '-s', 'http://localhost/'), ['ends well on an error']],
  ['that fails', readiness('curl', '-sSf', 'http://localhost/'), []],
  ['in words', readiness('curl', '--fail', 'http://localhost/'), []],
  ['a refused login', readiness('mysqladmin', 'ping'), ['ends well on an error']],
  ['true', asked('livenessProbe', 'true'), ['never fails']],
  ['or true', asked('startupProbe', 'sh', '-c', 'test -f /ready || true'), ['never fails']],
  ['then a word', readiness('sh', '-c', 'test -f /ready; echo ready'), ['never fails']],
  ['a word if so', readiness('sh', '-c', 'test -f /ready && echo ready'), []],
  ['ended before', readiness('sh', '-c', 'test -f /ready || exit 1; echo ready'), []],
  ['ended by the shell', readiness('sh', '-ec', 'test -f /ready; echo ready'), []],
  ['no command', deployment(1, `{ containers: [${probed}] }`), []],
]);

const resources = (requests: string, limits: string, rest = ''): string =>
  deployment(
    1,
    `{ containers: [{ name: main, resources: { requests: { ${requests} }, limits: { ${limits} } } ${rest} }] }`,
  );
law('no-memory', [
  ['all of it', resources('cpu: 1, memory: 1Gi', 'memory: 2Gi'), []],
  ['no processor', resources('memory: 1Gi', 'memory: 2Gi'), ['without resources.requests.cpu']],
  ['nothing', deployment(1), ['requests.cpu, resources.requests.memory, resources.limits.memory']],
  ['in another unit', resources('cpu: 1, memory: 1G', 'memory: 1Gi'), []],
  ['more than the limit', resources('cpu: 1, memory: 1Gi', 'memory: 1G'), ['more memory than its limit']],
  ['in bytes', resources('cpu: 1, memory: 2000', 'memory: 1e3'), ['more memory than its limit']],
  [
    'a heap as large as the limit',
    resources('cpu: 1, memory: 1Gi', 'memory: 1Gi', ', env: [{ name: OPTS, value: -Xms1g -Xmx1024m }]'),
    ['heap'],
  ],
  ['a smaller one', resources('cpu: 1, memory: 1Gi', 'memory: 1Gi', ', args: [-Xmx768m]'), []],
  ['a CronJob too', cronJob('{ containers: [{ name: main }] }'), ['without resources']],
]);

test.each([
  ['500m', 0.5],
  ['2', 2],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1e3', 1000],
  ['3E', null],
  ['1Pi', 2 ** 50],
  ['x', null],
  ['', null],
])('the quantity %s', (text, wanted) => {
  expect(quantity(text)).toBe(wanted);
});

const role = (kind: string, rule: string, labels = ''): string =>
  `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: web, labels: { ${labels} } }
rules: [{ ${rule} }]
---
`;
const binding = (kind: string, name = 'web'): string =>
  `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: web }
roleRef: { kind: ClusterRole, name: ${name} }
---
`;
const secrets = 'apiGroups: [""], resources: [secrets], verbs: [get]';
law('broad-right', [
  ['Secrets of its own namespace', role('Role', secrets), []],
  ['a role that nobody binds', role('ClusterRole', secrets), []],
  ['bound in one namespace', role('ClusterRole', secrets) + binding('RoleBinding'), []],
  ['bound everywhere', role('ClusterRole', secrets) + binding('ClusterRoleBinding'), ['every Secret']],
  [
    'one Secret by its name',
    role('ClusterRole', `${secrets}, resourceNames: [ca]`) + binding('ClusterRoleBinding'),
    [],
  ],
  [
    'no name is every name',
    role('ClusterRole', `${secrets}, resourceNames: []`) + binding('ClusterRoleBinding'),
    ['every Secret'],
  ],
  [
    'added to the role of those who edit',
    role('ClusterRole', secrets, 'rbac.authorization.k8s.io/aggregate-to-edit: "true"'),
    ['every Secret'],
  ],
  [
    'every verb',
    role('Role', 'apiGroups: [apps], resources: [deployments], verbs: ["*"]'),
    ['everything with'],
  ],
  [
    'every resource',
    role('Role', 'apiGroups: [apps], resources: ["*"], verbs: [get]'),
    ['every resource of apps'],
  ],
  ['every group', role('Role', 'apiGroups: ["*"], resources: [pods], verbs: [get]'), ['every API group']],
  ['every address', role('ClusterRole', 'nonResourceURLs: ["*"], verbs: [get]'), ['every address']],
  [
    'as somebody else',
    role('ClusterRole', 'apiGroups: [""], resources: [users], verbs: [impersonate]'),
    ['impersonate'],
  ],
  ['the role of administrators', binding('ClusterRoleBinding', 'cluster-admin'), ['cluster-admin']],
  ['the role of those who look', binding('ClusterRoleBinding', 'view'), []],
]);

const policy = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec: { ${spec} }
---
`;
law('unselected-pod', [
  ['no policy', deployment(1), ['in both directions']],
  ['both directions', deployment(1) + policy('podSelector: {}, policyTypes: [Ingress, Egress]'), []],
  [
    'one direction',
    deployment(1) + policy('podSelector: {}, policyTypes: [Ingress]'),
    ['in both directions'],
  ],
  [
    'two policies, one each',
    deployment(1) + policy('podSelector: {}') + policy('podSelector: {}, policyTypes: [Egress]'),
    [],
  ],
  ['what goes out is listed', deployment(1) + policy('podSelector: {}, egress: []'), []],
  [
    'an expression that holds',
    deployment(1) +
      policy(
        'podSelector: { matchExpressions: [{ key: app, operator: In, values: [web, api] }] }, egress: []',
      ),
    [],
  ],
  [
    'an expression that does not',
    deployment(1) +
      policy('podSelector: { matchExpressions: [{ key: app, operator: DoesNotExist }] }, egress: []'),
    ["selects none of the app's pods", 'in both directions'],
  ],
  ['a CronJob has pods', cronJob('{ containers: [] }'), ['in both directions']],
]);

const service = `apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: web }] }
---
`;
const served =
  deployment(1, '{ containers: [{ name: main, ports: [{ name: web, containerPort: 8080 }] }] }') + service;
const monitor = (kind: string, endpoints: string, rest = ''): string =>
  `apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: { name: web }
spec: { selector: { matchLabels: { app: web } }, ${endpoints} ${rest} }
---
`;
const scraped: Changes = { network: { scraped: [8080] } };
law('idle-monitor', [
  ['a port of the Service', served + monitor('ServiceMonitor', 'endpoints: [{ port: http }]'), [], scraped],
  ['its number', served + monitor('ServiceMonitor', 'endpoints: [{ targetPort: 80 }]'), [], scraped],
  [
    'a port that it does not have',
    served + monitor('ServiceMonitor', 'endpoints: [{ port: metrics }]'),
    ['the port metrics'],
    scraped,
  ],
  ['a port of the pods', served + monitor('PodMonitor', 'podMetricsEndpoints: [{ port: web }]'), [], scraped],
  ['its number', served + monitor('PodMonitor', 'podMetricsEndpoints: [{ portNumber: 8080 }]'), [], scraped],
  [
    'a port that is opened to nobody',
    served + monitor('ServiceMonitor', 'endpoints: [{ port: http }]'),
    ['port 8080, which the network policy opens to no scraper'],
  ],
  [
    'another namespace',
    served +
      monitor('ServiceMonitor', 'endpoints: [{ port: http }]', ', namespaceSelector: { matchNames: [db] }'),
    ['selects no Service'],
    scraped,
  ],
  [
    'an open port without a monitor, where there could be one',
    served,
    ['renders no monitor'],
    { ...scraped, environment: { existing: { secretStore: null, kinds: ['monitoring.coreos.com'] } } },
  ],
  ['nobody to read monitors', served, [], scraped],
]);

const ingress = (rest: string): string =>
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, annotations: { login: staff } }
spec: { ${rest} }
---
`;
const host = { kind: 'host', host: 'web.example.org', unauthenticated: null } as never;
const guarded = {
  route: { kind: 'ingress', class: 'nginx', authentication: { login: 'staff' } },
} as never;
law('exposed', [
  ['a Service inside', service, []],
  ['a load balancer', service.replace('spec: {', 'spec: { type: LoadBalancer,'), ['LoadBalancer']],
  ['a port of every node', service.replace('spec: {', 'spec: { type: NodePort,'), ['NodePort']],
  [
    'addresses of its own',
    service.replace('spec: {', 'spec: { externalIPs: [192.0.2.1],'),
    ['external addresses'],
  ],
  ['every host', ingress('defaultBackend: {}'), ['any host']],
  ['a host that nobody declared', ingress('rules: [{ host: x.example.org }]'), ['x.example.org']],
  [
    'one that the app provides',
    ingress('rules: [{ host: web.example.org }]'),
    [],
    { app: { provides: { public: host } } },
  ],
  [
    'the network of its node',
    deployment(1, '{ hostNetwork: true, containers: [] }'),
    ['network of its node'],
  ],
  [
    'a port of its node',
    deployment(1, '{ containers: [{ name: main, ports: [{ hostPort: 80 }] }] }'),
    ['port 80 of its node'],
  ],
  [
    'a route of another gateway',
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: web }\n',
    ['from outside'],
  ],
]);

const provided: Changes = { app: { provides: { public: host } }, environment: { exposure: guarded } };
law('open-route', [
  ['with a login', ingress('rules: [{ host: web.example.org }]'), [], provided],
  [
    'with the login of others',
    ingress('rules: [{ host: web.example.org }]').replace('staff', 'everybody'),
    ['web.example.org'],
    provided,
  ],
  [
    'without, and the reason is known',
    ingress('rules: [{ host: web.example.org }]').replace('staff', 'everybody'),
    [],
    {
      ...provided,
      app: { provides: { public: { ...(host as object), unauthenticated: 'It is public.' } as never } },
    },
  ],
]);

law('needless-token', [
  ['by default there is one', deployment(1), ['mounts a token']],
  ['the pod says no', deployment(1, '{ automountServiceAccountToken: false, containers: [] }'), []],
  [
    'its account says no',
    `${deployment(1)}apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default }\nautomountServiceAccountToken: false\n`,
    [],
  ],
  ['it calls the API', deployment(1), [], { network: { kubernetesApi: true } }],
]);

const serviceAccount = (name: string, role: string, namespace = 'web'): string =>
  `apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, namespace: ${namespace}, annotations: { eks.amazonaws.com/role-arn: '${role}' } }
`;
const trusted = (kind: string): Changes => ({
  environment: { cloud: { kind, buckets: {}, identities: { web: 'arn:web' } } as never },
});
law('lost-identity', [
  ['it has none', serviceAccount('other', 'arn:other'), []],
  ['its account carries it', serviceAccount('web', 'arn:web'), [], trusted('aws')],
  ['there is no account', deployment(1), ['no ServiceAccount "web" in "web"'], trusted('aws')],
  ['the account has another name', serviceAccount('other', 'arn:web'), ['arn:web'], trusted('aws')],
  ['it lies elsewhere', serviceAccount('web', 'arn:web', 'other'), ['arn:web'], trusted('aws')],
  ['it carries another', serviceAccount('web', 'arn:other'), ['arn:web'], trusted('aws')],
  ['without a cloud there are none', deployment(1), [], trusted('local')],
]);

const mirrored: Changes = { environment: { imagePullSecrets: ['mirror'] } };
law('no-pull-secret', [
  ['nobody asks for a login', deployment(1), []],
  ['somebody does', deployment(1), ['the pull secret mirror'], mirrored],
  ['the pod has it', deployment(1, '{ imagePullSecrets: [{ name: mirror }], containers: [] }'), [], mirrored],
  [
    'its account has it',
    `${deployment(1)}apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default }\nimagePullSecrets: [{ name: mirror }]\n`,
    [],
    mirrored,
  ],
  ['a CronJob needs it too', cronJob('{ containers: [] }'), ['the pull secret mirror'], mirrored],
]);

law('lost-volume', [
  ['an emptyDir', deployment(1, '{ volumes: [{ name: x, emptyDir: {} }], containers: [] }'), []],
  [
    'a template of volumes',
    workload('StatefulSet', 'volumeClaimTemplates: [{}]', '{ containers: [] }'),
    ['on a volume'],
  ],
  ['a StatefulSet without', workload('StatefulSet', 'volumeClaimTemplates: []', '{ containers: [] }'), []],
  ['a claim', 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: web }\n', ['on a volume']],
  [
    'it is declared',
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: web }\n',
    [],
    { app: { keepsData: true } },
  ],
]);

const runbook = { keeps: 'Nothing.', steps: [] };
law('no-runbook', [
  ['it keeps nothing', deployment(1), [], { app: { keepsData: false, restore: null } }],
  ['it says how', deployment(1), [], { app: { keepsData: true, restore: runbook } }],
  ['it does not', deployment(1), ['does not say how'], { app: { keepsData: true, restore: null } }],
]);

const annotated = (kind: string, annotation: string, spec = ''): string =>
  `apiVersion: batch/v1\nkind: ${kind}\nmetadata: { name: web, annotations: { ${annotation} } }\nspec: { ${spec} }\n`;
law('endless-wait', [
  ['a Job with an end', annotated('Job', '', 'activeDeadlineSeconds: 300'), []],
  ['a Job without', annotated('Job', ''), ['may run forever']],
  ['an end after the patience', annotated('Job', '', 'activeDeadlineSeconds: 600'), ['below 600']],
  ['a hook', annotated('CronJob', 'helm.sh/hook: pre-install'), ['helm.sh/hook']],
  ['a hook for tests', annotated('CronJob', 'helm.sh/hook: test'), []],
  ['a wave inside', annotated('CronJob', 'argocd.argoproj.io/sync-wave: "1"'), ['sync-wave']],
]);

const container = (context: string): string =>
  deployment(1, `{ containers: [{ name: main, securityContext: { ${context} } }] }`);
const strict =
  'runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault }';
law('pod-security', [
  ['what the standard asks', container(strict), []],
  ['as the superuser', container(`${strict}, runAsUser: 0`), ['runAsUser is 0']],
  ['privileged', container(`${strict}, privileged: true`), ['privileged is on']],
  [
    'a namespace that is less strict',
    container(''),
    [],
    { app: { podSecurity: { level: 'baseline', reason: 'x' } } },
  ],
  [
    'a volume of its node',
    deployment(1, `{ volumes: [{ name: x, hostPath: {} }], containers: [] }`),
    ['hostPath'],
  ],
]);

law('writable-root', [
  ['read-only', container('readOnlyRootFilesystem: true'), []],
  ['not', container(''), ['writable root filesystem']],
  [
    'what runs first too',
    cronJob('{ containers: [], initContainers: [{ name: first }] }'),
    ['the container first'],
  ],
]);

const kept = (data: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { ${data} }\n`;
law('plain-secret', [
  ['a password that a key announces', kept('password: correcthorse9'), ['shows password']],
  ['a key of a file', kept('password_file: /run/password'), []],
  [
    'a variable',
    deployment(1, '{ containers: [{ name: main, env: [{ name: DB_PASSWORD, value: x }] }] }'),
    ['DB_PASSWORD'],
  ],
  [
    'a reference',
    deployment(1, '{ containers: [{ name: main, env: [{ name: DB_PASSWORD, value: $(OTHER) }] }] }'),
    [],
  ],
  [
    'a name of a file',
    deployment(1, '{ containers: [{ name: main, env: [{ name: DB_PASSWORD_FILE, value: /x }] }] }'),
    [],
  ],
  ['an empty Secret', 'apiVersion: v1\nkind: Secret\nmetadata: { name: web }\ndata: { key: "" }\n', []],
  [
    'a Secret',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: web }\ndata: { key: eA== }\n',
    ['carries its content'],
  ],
  [
    'a file of settings',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { a: "db.password=hunter2" }\n',
    ['db.password'],
  ],
  [
    'a file in a custom resource, of which an operator makes a ConfigMap',
    'apiVersion: druid.apache.org/v1alpha1\nkind: Druid\nmetadata: { name: web }\nspec: { nodes: { a: { runtime.properties: "port=1\\ndb.password=hunter2" } } }\n',
    ['db.password'],
  ],
  [
    'a provider of a password in it',
    'apiVersion: druid.apache.org/v1alpha1\nkind: Druid\nmetadata: { name: web }\nspec: { common: "port=1\\ndb.password={\\"type\\":\\"environment\\"}" }\n',
    [],
  ],
  [
    'a variable in it',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { a: "db.password=$(DB_PASSWORD)" }\n',
    [],
  ],
  [
    'a variable that a program in Python reads',
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { a: 'SECRET_KEY = os.environ["SECRET_KEY"]' }\n`,
    [],
  ],
  [
    'an argument',
    deployment(1, '{ containers: [{ name: main, args: ["--api-token=abc"] }] }'),
    ['api-token'],
  ],
]);

law('restless-pod', [
  [
    'a version in the labels',
    deployment(1).replace('app: web }', 'app: web, helm.sh/chart: web-1 }'),
    ['helm.sh/chart'],
  ],
  [
    'of a third-party chart',
    deployment(1).replace('app: web }', 'app: web, helm.sh/chart: web-1 }'),
    [],
    { app: { chart: { kind: 'repository' } as never } },
  ],
]);

const endpoint = (change: object = {}): Changes => {
  const host = 'web.web.svc.cluster.local';
  const output = { kind: 'endpoint', host, port: 80, podPort: 8080, pods: { app: 'web' }, ...change };
  return { app: { provides: { http: output as never } } };
};
const settings = (text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { a: "${text}" }\n`;
const database = `apiVersion: v1
kind: Service
metadata: { name: db, namespace: db }
spec: { ports: [{ port: 80 }, { port: 5432 }] }
---
`;
const readsDatabase: Changes = {
  app: {
    consumes: {
      db: {
        server: { kind: 'endpoint', host: 'db.db.svc.cluster.local', port: 5432, podPort: 5432, pods: {} },
      },
    },
  },
};
law('undeclared-use', [
  ['an endpoint that its Service serves', service, [], endpoint()],
  ['at another port', service, ['it has no port 81'], endpoint({ port: 81 })],
  ['of other pods', service, ['it chooses pods by another app'], endpoint({ pods: { app: 'db' } })],
  ['served by what an operator makes', '', [], endpoint()],
  [
    'a host of another app',
    database + settings('db.db.svc.cluster.local:5432'),
    ['names the host db.db.svc'],
  ],
  ['one that the app reads', database + settings('db.db.svc:5432'), [], readsDatabase],
  ['another port of it', database + settings('db.db.svc:80'), ['of which it reads only 5432'], readsDatabase],
  ['a host of its own namespace', settings('other.web.svc.cluster.local'), []],
  ['the API server', settings('kubernetes.default.svc'), []],
]);

const image = { reference: 'docker.io/example/web:1.0.0' } as never;
const shows = (reference: string): string =>
  deployment(1, `{ containers: [{ name: main, image: "${reference}" }] }`);
law('stray-image', [
  ['one that it takes', shows('docker.io/example/web:1.0.0'), [], { app: { images: { web: image } } }],
  [
    'another tag',
    shows('docker.io/example/web:1.0.1'),
    ['shows the image docker.io/example/web:1.0.1', 'takes the image "web"'],
    { app: { images: { web: image } } },
  ],
  ['a short name', shows('busybox'), ['the image busybox']],
  [
    'in an argument',
    deployment(1, '{ containers: [{ name: main, args: ["--sidecar=quay.io/x/y:1"] }] }'),
    ['quay.io/x/y:1'],
  ],
  ['an address', settings('https://charts.example.org/path:443'), []],
]);

const clusterRole = role('ClusterRole', 'apiGroups: [apps], resources: [deployments], verbs: [get]');
law('undeclared-permission', [
  [
    'what it declares',
    clusterRole,
    [],
    { app: { clusterKinds: [{ group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' }] } },
  ],
  ['what it does not', clusterRole, ['cluster-scoped']],
  [
    'what it does not render',
    '',
    ['renders none'],
    { app: { clusterKinds: [{ group: '', kind: 'Namespace' }] } },
  ],
  ['another namespace', service.replace('name: web,', 'name: web, namespace: db,'), ['the namespace "db"']],
]);

const custom = 'apiVersion: example.org/v1\nkind: Widget\nmetadata: { name: web }\n';
law('missing-kind', [
  ['nobody brings it', custom, ['the group example.org']],
  [
    'the cluster has it',
    custom,
    [],
    { environment: { existing: { secretStore: null, kinds: ['example.org'] } } },
  ],
]);
law('unjudged-kind', [
  ['nobody judges it', custom, ['example.org/Widget']],
  [
    'the platform does',
    custom,
    [],
    { context: { healthChecks: { 'example.org_Widget': { file: '', text: '' } } } },
  ],
  ['nothing waits for operations', custom, [], { app: { layer: 'operations' } }],
]);
const crd =
  'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.org }\n';
law('stray-definition', [
  ['with the operator', crd, ['outside the layer crds'], { app: { layer: 'operators' } }],
  ['where they belong', crd, [], { app: { layer: 'crds' } }],
]);

const namingPod = (spec: string, more = ''): string => `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { ${spec} }
${more}`;
const object = (apiVersion: string, kind: string, name: string, rest = ''): string =>
  `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n${rest}\n`;
const variable =
  'containers: [{ name: main, env: [{ name: A, valueFrom: { secretKeyRef: { name: login, key: a } } }] }]';
const named = (kind: string, name: string): string[] => [
  `names the ${kind} "${name}", which nothing makes in the namespace web`,
];

law('missing-object', [
  ['a variable of a Secret', namingPod(variable), named('Secret', 'login')],
  ['a Secret of the app', namingPod(variable, object('v1', 'Secret', 'login')), []],
  [
    'one of an ExternalSecret',
    namingPod(variable, object('external-secrets.io/v1', 'ExternalSecret', 'login')),
    [],
  ],
  [
    'one of an ExternalSecret that is called otherwise',
    namingPod(
      variable,
      object('external-secrets.io/v1', 'ExternalSecret', 'login', 'spec: { target: { name: other } }'),
    ),
    named('Secret', 'login'),
  ],
  [
    'one of a Certificate',
    namingPod(variable, object('cert-manager.io/v1', 'Certificate', 'web', 'spec: { secretName: login }')),
    [],
  ],
  ['one of a KafkaUser', namingPod(variable, object('kafka.strimzi.io/v1', 'KafkaUser', 'login')), []],
  [
    'one of a database',
    namingPod(
      'volumes: [{ secret: { secretName: db-app } }]',
      object('postgresql.cnpg.io/v1', 'Cluster', 'db'),
    ),
    [],
  ],
  [
    'one that may be missing',
    namingPod('containers: [{ name: main, envFrom: [{ secretRef: { name: login, optional: true } }] }]'),
    [],
  ],
  [
    'all variables of a ConfigMap',
    namingPod('initContainers: [{ name: first, envFrom: [{ configMapRef: { name: settings } }] }]'),
    named('ConfigMap', 'settings'),
  ],
  [
    'a file of a ConfigMap',
    namingPod('volumes: [{ configMap: { name: settings } }]'),
    named('ConfigMap', 'settings'),
  ],
  [
    'a projected Secret',
    namingPod('volumes: [{ projected: { sources: [{ secret: { name: login } }] } }]'),
    named('Secret', 'login'),
  ],
  [
    'a claim',
    namingPod('volumes: [{ persistentVolumeClaim: { claimName: data } }]'),
    named('PersistentVolumeClaim', 'data'),
  ],
  ['an account', namingPod('serviceAccountName: web'), named('ServiceAccount', 'web')],
  ['the account that every namespace has', namingPod('serviceAccountName: default'), []],
  ['a pull secret', namingPod('imagePullSecrets: [{ name: registry }]'), named('Secret', 'registry')],
  [
    'a pull secret of the environment',
    namingPod('imagePullSecrets: [{ name: registry }]'),
    [],
    { environment: { imagePullSecrets: ['registry'] } },
  ],
  [
    'one of another namespace',
    namingPod(variable, '---\napiVersion: v1\nkind: Secret\nmetadata: { name: login, namespace: other }\n'),
    named('Secret', 'login'),
  ],
  [
    'what an app of the namespace may make that was not rendered',
    namingPod(variable),
    [],
    {
      environment: {
        apps: [
          { name: 'web', namespaces: ['web'], provides: {} },
          { name: 'keys', namespaces: ['web'], provides: {} },
        ] as never,
      },
    },
  ],
]);
