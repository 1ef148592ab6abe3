import { deployment, law, workload } from './law.ts';

/** Names as charts put them together, and which of them Kubernetes takes. */

const object = (apiVersion: string, kind: string, name: string, rest = ''): string =>
  `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: "${name}" }\n${rest}\n`;
const long = (length: number): string => 'x'.repeat(length);

law('bad-name', [
  ['most names may be long and have dots', object('v1', 'ConfigMap', `a.${long(251)}`), []],
  ['not longer', object('v1', 'ConfigMap', long(254)), ['at most 253 characters, and has 254']],
  ['nor in capitals', object('v1', 'ConfigMap', 'Web'), ['has the name "Web", which must be lower case']],
  ['those of custom kinds too', object('example.org/v1', 'Widget', 'my_widget'), ['"my_widget"']],
  ['a Service is a part of a host name', object('v1', 'Service', long(63)), []],
  ['not longer than that', object('v1', 'Service', long(64)), ['at most 63']],
  ['without dots', object('v1', 'Service', 'web.v1'), ['DNS label']],
  ['and begins with a letter', object('v1', 'Service', '1web'), ['begin with a letter']],
  ['a namespace may begin with a digit', object('v1', 'Namespace', '1web'), []],
  ['and has no more than a label', object('v1', 'Namespace', long(64)), ['at most 63']],
  [
    'the namespace of an object',
    object('v1', 'ConfigMap', 'web').replace('"web" }', `web, namespace: ${long(64)} }`),
    ['has the namespace'],
  ],
  ['a role may have a colon', object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:web'), []],
  ['but is no path', object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'web/read'), ['must be no path']],
  ['a CronJob leaves room for its Jobs', object('batch/v1', 'CronJob', long(52)), []],
  ['of eleven characters', object('batch/v1', 'CronJob', long(53)), ['its Jobs have that name']],
  ['a Job is a label of its pods', object('batch/v1', 'Job', long(64)), ['the label job-name']],
  ['that is not too long', object('batch/v1', 'Job', long(63)), []],
  ['a StatefulSet leaves room for a hash', object('apps/v1', 'StatefulSet', long(52)), []],
  ['in a label', object('apps/v1', 'StatefulSet', long(53)), ['controller-revision-hash']],
  ['and is a host name', object('apps/v1', 'StatefulSet', 'web.v1'), ['DNS label']],
  ['a Deployment has pods with shorter names', object('apps/v1', 'Deployment', long(242)), []],
  ['but ReplicaSets with longer ones', object('apps/v1', 'Deployment', long(243)), ['up to 11 more']],
  ['a database of CloudNativePG', object('postgresql.cnpg.io/v1', 'Cluster', long(51)), ['at most 50']],
  ['a job of Flink', object('flink.apache.org/v1beta1', 'FlinkDeployment', long(46)), ['at most 45']],
  ['a list has no name', 'apiVersion: v1\nkind: List\nmetadata: { name: "" }\nitems: []\n', []],
]);

const labeled = (metadata: string): string =>
  deployment(1).replace('{ name: web }', `{ name: web, ${metadata} }`);
const podsLabeled = (labels: string): string =>
  deployment(1).replace('labels: { app: web }', `labels: { ${labels} }`);
const pod = (spec: string): string => deployment(1, `{ ${spec} }`);
const service = (spec: string): string => object('v1', 'Service', 'web', `spec: { ${spec} }`);
const template = (kind: string): string =>
  `template: { metadata: { labels: { app: "{{ .name }}" } }, spec: { ${kind}: [] } }`;

law('bad-name', [
  ['labels', labeled('labels: { app: "", example.org/part-of: v1.0_x }'), []],
  ['a label that is too long', labeled(`labels: { app: ${long(64)} }`), ['for the label app the value']],
  ['one of the wrong form', labeled('labels: { app: web+1 }'), ['"web+1", which must be letters']],
  ['one that is no text is for its schema', labeled('labels: { app: 1 }'), []],
  ['a key of the wrong form', labeled('labels: { "my app": web }'), ['has the label "my app"']],
  ['of a domain that is none', labeled('labels: { Example/app: web }'), ['has the label "Example/app"']],
  ['an annotation takes any text', labeled('annotations: { note: "any text, of any length" }'), []],
  ['not any key', labeled('annotations: { a/b/c: "" }'), ['has the annotation "a/b/c"']],
  ['labels of pods', podsLabeled('app: -web'), ['for the label app the value "-web"']],
  [
    'the same one in an object and its pods is one',
    labeled('labels: { app: -web }').replace('labels: { app: web }', 'labels: { app: -web }'),
    ['for the label app the value "-web"'],
  ],
  [
    'labels of volumes',
    workload(
      'StatefulSet',
      'volumeClaimTemplates: [{ metadata: { name: data, labels: { app: a b } } }]',
      '{ containers: [] }',
    ),
    ['"a b"'],
  ],
  ['a selector', service('selector: { app: a b }'), ['"a b"']],
  ['a node', pod('containers: [], nodeSelector: { disk: a b }'), ['for the label disk the value "a b"']],
  [
    'pods of a custom kind',
    object('example.org/v1', 'Widget', 'web', `spec: { ${template('containers')} }`),
    ['{{ .name }}'],
  ],
  [
    'what an operator does with other templates is its own',
    object('example.org/v1', 'Widget', 'web', `spec: { ${template('fields')} }`),
    [],
  ],
]);

law('bad-name', [
  ['a container', pod('containers: [{ name: Main }]'), ['has the container "Main"']],
  ['what runs first', pod('containers: [], initContainers: [{ name: a.b }]'), ['has the container "a.b"']],
  [
    'a volume',
    pod('containers: [], volumes: [{ name: my_data, emptyDir: {} }]'),
    ['has the volume "my_data"'],
  ],
  ['a port', pod('containers: [{ name: main, ports: [{ name: http-2, containerPort: 80 }] }]'), []],
  [
    'one that is too long',
    pod('containers: [{ name: main, ports: [{ name: prometheus-metrics, containerPort: 80 }] }]'),
    ['has the container port "prometheus-metrics", which must have at most 15 characters, and has 18'],
  ],
  [
    'one without a letter',
    pod('containers: [{ name: main, ports: [{ name: "8080", containerPort: 80 }] }]'),
    ['a letter among them'],
  ],
  [
    'one with two dashes',
    pod('containers: [{ name: main, ports: [{ name: a--b, containerPort: 80 }] }]'),
    ['single dashes'],
  ],
  ['a port of a Service may be longer', service('ports: [{ port: 80, name: prometheus-metrics }]'), []],
  ['not with an underscore', service('ports: [{ port: 80, name: a_b }]'), ['has the port "a_b"']],
  ['a number', service('ports: [{ port: 80, targetPort: 8080 }]'), []],
  ['a number as text', service('ports: [{ port: 80, targetPort: "8080" }]'), ['has the target port "8080"']],
  ['a file', object('v1', 'ConfigMap', 'web', 'data: { my_file.v1-x: "" }'), []],
  ['in a folder', object('v1', 'ConfigMap', 'web', 'data: { a/b: "" }'), ['has the key "a/b"']],
  ['a key of a Secret', object('v1', 'Secret', 'web', 'stringData: { "a b": "" }'), ['has the key "a b"']],
]);
