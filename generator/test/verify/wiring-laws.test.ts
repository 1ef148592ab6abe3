import { deployment, law } from './law.ts';

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
