import type { Host } from '../../src/definition/output.ts';
import type { EnvironmentModel } from '../../src/model/model.ts';
import { type Changes, deployment, law } from './law.ts';

/**
 * What verify says of addresses and names that stand in a render, however they are written. A row that nothing may be
 * said of is as much a test as one that something must be said of.
 */

const listening = deployment(
  1,
  '{ containers: [{ name: main, ports: [{ name: http, containerPort: 8080 }] }] }',
);
const service = (spec: string, name = 'web'): string =>
  `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ${spec} }
---
`;
const chosen = 'selector: { app: web }';
const served = listening + service(`${chosen}, ports: [{ port: 80, targetPort: http }]`);
const headless = service(`clusterIP: None, ${chosen}, ports: [{ port: 80 }]`, 'pods');
const scaled = (name: string): string =>
  custom(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'a',
    `scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} }`,
  );
const kafkaOf = (topic: string): string =>
  topic.replace('name: raw-events', 'name: raw-events, labels: { strimzi.io/cluster: bus }') + kafka;
const argument = (value: string): string =>
  deployment(1, `{ containers: [{ name: main, args: [${JSON.stringify(value)}] }] }`);
const promises = (name: string): Changes => ({ app: { provides: { raw: { kind: 'topic', name } } } });
const buckets: Changes = {
  environment: { cloud: { kind: 'aws', buckets: { raw: 'events' } } } as unknown as Partial<EnvironmentModel>,
};
const shop: Changes = {
  app: {
    provides: {
      public: { kind: 'host', host: 'shop.example.org', url: 'https://shop.example.org' } as Host,
    },
  },
};
const settings = (data: Record<string, string>): string =>
  `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: ${JSON.stringify(data)}
---
`;
const says = (value: string): string => served + headless + settings({ value });
const custom = (apiVersion: string, kind: string, name: string, spec = ''): string =>
  `apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name} }
spec: { ${spec} }
---
`;
const kafka = custom('kafka.strimzi.io/v1', 'Kafka', 'bus', 'kafka: { listeners: [{ port: 9092 }] }');

law('unserved-address', [
  ['the whole name', says('web.web.svc.cluster.local:80'), []],
  ['in short', says('http://web/basket'), []],
  ['with the namespace', says('http://web.web'), []],
  [
    'one that nothing serves',
    says('http://shop.web.svc'),
    ['names the host shop.web.svc, which nothing serves'],
  ],
  ['in short, and nothing serves it', says('http://shop/'), ['the host shop,']],
  ['a namespace that is nobody’s', says('tcp://web.shop.svc.cluster.local:80'), ['which nothing serves']],
  ['a port that it does not have', says('http://web:8080'), ['names port 8080 of web, which has only 80']],
  ['the usual port of a scheme', says('https://web.web.svc/'), ['names port 443']],
  ['one among many', says('web.web.svc:80,web.web.svc:81'), ['names port 81']],
  ['behind a user', says('jdbc:postgresql://me:secret@web.web.svc:5432/rows'), ['names port 5432']],
  ['a pod', says('web-0.pods.web.svc.cluster.local:8080'), []],
  ['of a Service that has none of it', says('web-0.pods.web.svc.cluster.local:9090'), ['names port 9090']],
  ['a wildcard of a certificate', says('*.pods.web.svc.cluster.local'), []],
  ['this machine', says('http://localhost:9999 http://127.0.0.1:9999'), []],
  ['outside', says('https://www.example.org:8443/shop'), []],
  ['the API server', says('https://kubernetes.default.svc'), []],
  [
    'what something else completes',
    says(String.raw`http://\${HOST}:80 http://$(HOST) http://shop-%s http://{{ .host }}`),
    [],
  ],
  ['a comment', says('# as in\n# http://shop:80\nlevel = info'), []],
  ['a bucket', says('s3://shop/path'), []],
  ['an image', says('docker.io/library/shop:80'), []],
  ['host and port', served + settings({ DB_HOST: 'web', DB_PORT: '80' }), []],
  ['that do not fit', served + settings({ DB_HOST: 'web', DB_PORT: '5432' }), ['names port 5432 of web']],
  [
    'a URL without the port beside it',
    served + settings({ api_host: 'http://web.web.svc', api_port: '80' }),
    [],
  ],
  [
    'in a file of settings',
    served + settings({ 'app.conf': 'db.host = "web"\ndb.port = 1' }),
    ['names port 1 of'],
  ],
  [
    'in a file of YAML',
    served + settings({ 'app.yaml': 'db:\n  host: web\n  port: 1\n' }),
    ['names port 1 of'],
  ],
  [
    'in variables',
    deployment(
      1,
      '{ containers: [{ env: [{ name: DB_HOST, value: shop }, { name: DB_PORT, value: "1" }] }] }',
    ),
    ['the host shop'],
  ],
  ['what an operator makes', kafka + settings({ value: 'bus-kafka-bootstrap.web.svc:9092' }), []],
  ['with another port', kafka + settings({ value: 'bus-kafka-bootstrap.web.svc:9094' }), ['names port 9094']],
  [
    'of another cluster',
    kafka + settings({ value: 'bush-kafka-bootstrap.web.svc:9092' }),
    ['which nothing serves'],
  ],
  [
    'of an operator that is not known',
    custom('example.org/v1', 'Shop', 'shop') + settings({ value: 'http://shop.web.svc' }),
    [],
  ],
]);

law('idle-service', [
  ['pods and their port', served, []],
  ['no pods', listening + service('selector: { app: shop }, ports: [{ port: 80 }]'), ['chooses no pod']],
  ['somebody else says who answers', service('ports: [{ port: 80 }]'), []],
  ['a name outside', service('type: ExternalName, externalName: example.org'), []],
  [
    'a port without the name',
    listening + service(`${chosen}, ports: [{ port: 80, targetPort: web }]`),
    ['port web'],
  ],
  ['a port that nobody has', listening + service(`${chosen}, ports: [{ port: 80 }]`), ['the port 80']],
  ['a container that says nothing', deployment(1) + service(`${chosen}, ports: [{ port: 80 }]`), []],
  [
    'one pod of a StatefulSet',
    listening.replace('kind: Deployment', 'kind: StatefulSet') +
      service('selector: { statefulset.kubernetes.io/pod-name: web-0 }, ports: [{ port: 8080 }]'),
    [],
  ],
  [
    'one that it does not have',
    listening.replace('kind: Deployment', 'kind: StatefulSet') +
      service('selector: { statefulset.kubernetes.io/pod-name: web-1 }, ports: [{ port: 8080 }]'),
    ['chooses no pod'],
  ],
]);

const fetched = (spec: string): string => custom('external-secrets.io/v1', 'ExternalSecret', 'login', spec);
const password = fetched('data: [{ secretKey: password }]');
const reads = (kind: 'secret' | 'configMap', key: string): string =>
  deployment(
    1,
    `{ containers: [{ env: [{ name: A, valueFrom: { ${kind}KeyRef: { name: ${kind === 'secret' ? 'login' : 'settings'}, key: ${key} } } }] }] }`,
  );
const mounts = (volume: string, mount = ''): string =>
  deployment(
    1,
    `{ volumes: [{ name: a, ${volume} }], containers: [{ volumeMounts: [{ name: a, ${mount} }] }] }`,
  );
law('missing-key', [
  ['a key of a secret', password + reads('secret', 'password'), []],
  ['another', password + reads('secret', 'pasword'), ['the key "pasword" of the Secret "login"']],
  [
    'keys that are composed',
    fetched('data: [{ secretKey: password }], target: { template: { data: { url: "" } } }') +
      reads('secret', 'password'),
    ['which has only url'],
  ],
  ['keys that the store decides', fetched('dataFrom: [{}]') + reads('secret', 'password'), []],
  ['a key of a ConfigMap', settings({ level: '' }) + reads('configMap', 'level'), []],
  ['another', settings({ level: '' }) + reads('configMap', 'levels'), ['the key "levels"']],
  ['files', settings({ a: '' }) + mounts('configMap: { name: settings, items: [{ key: a, path: b }] }'), []],
  [
    'that are not there',
    settings({ a: '' }) + mounts('configMap: { name: settings, items: [{ key: b, path: a }] }'),
    ['the key "b"'],
  ],
  ['a single file', settings({ a: '' }) + mounts('configMap: { name: settings }', 'subPath: a'), []],
  [
    'that is not there',
    settings({ a: '' }) + mounts('configMap: { name: settings }', 'subPath: b'),
    ['the key "b"'],
  ],
  [
    'in a projected volume',
    password + mounts('projected: { sources: [{ secret: { name: login, items: [{ key: b, path: b }] } }] }'),
    ['the key "b"'],
  ],
  ['what may be missing', password + reads('secret', 'user, optional: true'), []],
  [
    'of a custom resource',
    password + custom('example.org/v1', 'Shop', 'shop', 'account: { name: login, key: user }'),
    ['the key "user"'],
  ],
  [
    'of a certificate',
    custom('cert-manager.io/v1', 'Certificate', 'web', 'secretName: login') + reads('secret', 'tls.pem'),
    ['which has only tls.crt'],
  ],
]);

law('missing-object', [
  [
    'what a custom resource reads',
    password + custom('example.org/v1', 'Shop', 'a', 'passwordSecret: { name: login }'),
    [],
  ],
  [
    'that nothing makes',
    custom('example.org/v1', 'Shop', 'a', 'passwordSecret: { name: login }'),
    ['Secret "login"'],
  ],
  [
    'an account of a custom resource',
    custom('example.org/v1', 'Shop', 'a', 'serviceAccount: shop'),
    ['"shop"'],
  ],
  [
    'a subject of a right',
    `${custom('rbac.authorization.k8s.io/v1', 'RoleBinding', 'a').trimEnd().replace(/---$/, '')}subjects: [{ kind: ServiceAccount, name: shop, namespace: web }]`,
    ['the ServiceAccount "shop"'],
  ],
]);

const prometheus = (spec: string): string => custom('monitoring.coreos.com/v1', 'Prometheus', 'p', spec);
const rule = custom('monitoring.coreos.com/v1', 'PrometheusRule', 'rules').replace(
  'name: rules',
  'name: rules, labels: { team: web }',
);
law('idle-monitor', [
  ['nobody here reads rules', rule, []],
  ['all are read', rule + prometheus('ruleSelector: {}'), []],
  ['none are', rule + prometheus(''), ['by ruleSelector']],
  ['those with its label', rule + prometheus('ruleSelector: { matchLabels: { team: web } }'), []],
  [
    'with another',
    rule + prometheus('ruleSelector: { matchLabels: { release: monitoring } }'),
    ['Prometheus/p'],
  ],
  ['all namespaces', rule + prometheus('ruleSelector: {}, ruleNamespaceSelector: {}'), []],
  [
    'another namespace',
    rule +
      prometheus(
        'ruleSelector: {}, ruleNamespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } }',
      ),
    ['has not the labels or the namespace'],
  ],
  [
    'of the system',
    custom(
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      'dns',
      'namespaceSelector: { matchNames: [kube-system] }',
    ),
    [],
  ],
  [
    'of another app',
    `${service('selector: {}, ports: [{ name: http, port: 80 }]').replace('{ name: web }', '{ name: web, namespace: shop, labels: { app: web } }')}${custom(
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      'shop',
      'selector: { matchLabels: { app: web } }, namespaceSelector: { matchNames: [shop] }, endpoints: [{ port: http }]',
    )}`,
    [],
    { network: { scraped: [80] } },
  ],
]);

const inGroup = (apiVersion: string, kind: string, name: string, rest: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n${rest}\n---\n`;
const ingress = (backend: string, rest = ''): string =>
  custom('networking.k8s.io/v1', 'Ingress', 'web', `${rest} defaultBackend: { service: ${backend} }`);
const webhook = (spec: string): string =>
  inGroup(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    'web',
    `webhooks: [{ clientConfig: { service: { ${spec} } } }]`,
  );
const kafkaTopic = inGroup(
  'kafka.strimzi.io/v1',
  'KafkaTopic',
  'raw-events',
  'spec: { topicName: raw.events }',
);
const postgres = custom(
  'postgresql.cnpg.io/v1',
  'Cluster',
  'db',
  'bootstrap: { initdb: { database: shop, owner: clerk } }',
);
const url = (rest: string): string => postgres + settings({ url: `jdbc:postgresql://${rest}` });
const ofAccount = (name: string): string =>
  custom('example.org/v1', 'Shop', 'a', `serviceAccount: ${name}, storeRef: { kind: Store, name: here }`);

law('missing-object', [
  ['a backend', served + ingress('{ name: web, port: { number: 80 } }'), []],
  ['that is not there', ingress('{ name: web, port: { number: 80 } }'), ['the Service web.web']],
  ['another port', served + ingress('{ name: web, port: { number: 81 } }'), ['the port 81 of the Service']],
  ['a port by its name', served + ingress('{ name: web, port: { name: http } }'), ['the port http of']],
  ['a class', ingress('{ }', 'ingressClassName: outer,'), ['the IngressClass "outer"']],
  [
    'a class that is there',
    ingress('{ }', 'ingressClassName: outer,') + custom('networking.k8s.io/v1', 'IngressClass', 'outer'),
    [],
  ],
  ['a webhook', webhook('name: web, namespace: web, port: 80') + served, []],
  ['with the usual port', webhook('name: web, namespace: web') + served, ['the port 443']],
  ['of another namespace', webhook('name: web, namespace: db') + served, ['web.db']],
  ['what is scaled', deployment(1) + scaled('web'), []],
  ['and is not there', deployment(1) + scaled('shop'), ['the Deployment "shop"']],
  [
    'a role of Kubernetes',
    inGroup('rbac.authorization.k8s.io/v1', 'RoleBinding', 'a', 'roleRef: { kind: ClusterRole, name: view }'),
    [],
  ],
  [
    'a role of nobody',
    inGroup('rbac.authorization.k8s.io/v1', 'RoleBinding', 'a', 'roleRef: { kind: Role, name: view }'),
    ['the Role "view"'],
  ],
  ['what a custom resource means', ofAccount('default'), ['the Store "here"']],
  ['a topic', kafkaOf(kafkaTopic) + settings({ INPUT_TOPIC: 'raw.events' }), []],
  [
    'a topic of nobody',
    kafkaOf(kafkaTopic) + settings({ INPUT_TOPIC: 'row.events' }),
    ['the topic "row.events"'],
  ],
  ['no topics are known here', settings({ INPUT_TOPIC: 'row.events' }), []],
  ['a database', url('db-rw.web.svc:5432/shop?sslmode=require'), []],
  ['another', url('db-rw.web.svc:5432/store'), ['the database "store"']],
  ['of another server', url('db.example.org:5432/store'), []],
  ['a role', url('clerk@db-rw.web.svc/shop'), []],
  ['of nobody', url('client@db-rw.web.svc/shop'), ['the role "client"']],
  [
    'beside its host',
    postgres + settings({ DB_HOST: 'db-rw', DB_NAME: 'store', DB_USER: 'client' }),
    ['the database "store"', 'the role "client"'],
  ],
  ['a bucket', settings({ path: 's3a://events/raw' }), [], buckets],
  [
    'of nobody',
    settings({ path: 's3a://event/raw', BUCKET: 'even' }),
    ['bucket "even"', 'bucket "event"'],
    buckets,
  ],
]);

law('odd-address', [
  ['a sound one', settings({ url: 'http://web.web.svc' }), []],
  ['a dollar sign', settings({ url: '$http://web.web.svc' }), ['begins with a dollar sign']],
  ['a variable', settings({ url: '$HOST/path' }), []],
  ['quotes in an argument', argument(`--address="web.web:80"`), ['quotes around it']],
  ['quotes in YAML', settings({ 'a.yaml': `a: '"web.web:80"'\n` }), ['quotes around it']],
  ['quotes of YAML', settings({ 'a.yaml': `a: "web.web:80"\n` }), []],
  ['quotes of settings', settings({ 'a.conf': `a = "http://web.web"\n` }), []],
  ['a placeholder', argument('http://{{ .host }}/'), ['a placeholder']],
  ['one that a rule fills in', settings({ 'a.rules': 'http://{{ .host }}/' }), []],
  ['what Helm leaves', settings({ url: 'http://%!s(<nil>)/' }), ['where a template missed a value']],
  ['a public host', settings({ url: 'https://shop.example.org/' }), [], shop],
  ['by another scheme', settings({ url: 'http://shop.example.org/' }), ['answers at https://shop'], shop],
  [
    'of nobody',
    settings({ url: 'https://store.example.org/' }),
    ['no app of the environment provides'],
    shop,
  ],
  ['of somebody else', settings({ url: 'https://store.example.com/' }), [], shop],
]);

law('stray-output', [
  ['a topic', kafkaOf(kafkaTopic), [], promises('raw.events')],
  ['that is promised to nobody', kafkaOf(kafkaTopic), ['which is none of its outputs']],
  [
    'that is not made',
    kafkaOf(kafkaTopic),
    ['and makes none', 'none of its outputs'],
    promises('row.events'),
  ],
  ['made in another way', '', [], promises('raw.events')],
]);

const same = '{ podSelector: { matchLabels: { app: web } } }';
const names = '{ ports: [{ protocol: UDP, port: 53 }, { protocol: TCP, port: 53 }] }';
const policy = (ingress: string, egress: string): string =>
  custom(
    'networking.k8s.io/v1',
    'NetworkPolicy',
    'web',
    `podSelector: {}, policyTypes: [Ingress, Egress], ingress: [${ingress}], egress: [${egress}]`,
  );
const lets = (ingress: string, egress = ''): string =>
  policy(`{ from: [${same}] }, ${ingress}`, `{ to: [${same}] }, ${names}, ${egress}`);
const peer = (namespace: string, rest: string): string =>
  `[{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${namespace} } }, ${rest} }]`;
const ofShop = { namespace: 'shop', pods: { app: 'shop' }, ports: [80] };
const shopAt = (port: number): string =>
  `${peer('shop', 'podSelector: { matchLabels: { app: shop } }')}, ports: [{ port: ${port} }]`;
law('stray-path', [
  ['no policy', deployment(1), []],
  ['the pods among themselves, and names', lets(''), []],
  ['names are not resolved', policy(`{ from: [${same}] }`, `{ to: [${same}] }`), ['UDP 53', 'TCP 53']],
  ['a caller', lets(`{ from: ${shopAt(80)} }`), [], { network: { ingress: [ofShop] } }],
  ['that is kept out', lets(''), ['from shop/app=shop at TCP 80'], { network: { ingress: [ofShop] } }],
  [
    'at another port',
    lets(`{ from: ${shopAt(81)} }`),
    ['at TCP 81', 'TCP 80'],
    { network: { ingress: [ofShop] } },
  ],
  ['that has no edge', lets(`{ from: ${shopAt(80)} }`), ['opens a path that nothing declares']],
  ['whom it reaches', lets('', `{ to: ${shopAt(80)} }`), [], { network: { egress: [ofShop] } }],
  ['without an edge', lets('', `{ to: ${shopAt(80)} }`), ['to shop/app=shop at TCP 80']],
  ['the whole namespace', lets(`{ from: ${peer('shop', 'podSelector: {}')} }`), ['from shop/ at every port']],
  ['everybody', lets('{ ports: [{ port: 80 }] }'), ['from anybody at TCP 80']],
  ['as it declares', lets('{ ports: [{ port: 80 }] }'), [], { network: { open: [80] } }],
  ['everything', lets('{ }'), ['from anybody at every port']],
  [
    'the API server',
    lets('', '{ ports: [{ port: 443 }, { port: 6443 }] }'),
    [],
    { network: { kubernetesApi: true } },
  ],
  ['the world', lets('', '{ to: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }'), ['to 0.0.0.0/0 at every port']],
  [
    'a scraper that is no pod of ours',
    deployment(1),
    ['lets in web/app=prometheus'],
    { network: { ingress: [{ namespace: 'web', pods: { app: 'prometheus' }, ports: [80] }] } },
  ],
]);
