import { contract as shape } from '../../src/definition/shape/contract-shape.ts';
import { type Changes, deployment, law } from './law.ts';

/** Containers as charts write them, and what verify says of them by the contract of their image. */

/** A container as `fields` say it, whose image has a contract. */
const contracted = (fields: string, volumes = ''): string =>
  deployment(1, `{ containers: [{ name: main, image: r/web:1, ${fields} }], volumes: [${volumes}] }`);
const source = { repository: 'https://git.example.org/web', commit: 'a'.repeat(40) };
const byContract = (terms: object, change: Changes = {}): Changes => ({
  ...change,
  app: { images: { web: { reference: 'r/web:1', repository: 'r/web' } } as never, ...change.app },
  context: {
    contracts: {
      web: { file: 'schemas/contracts/web.yaml', ...shape.parse({ tag: '1', source, ...terms }) },
    },
  },
});
const starts = { entrypoint: ['/start'], command: ['serve'] };
const configMap = (text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\ndata: { app.conf: ${JSON.stringify(text)} }\n---\n`;
const mounted = (text: string, more = ''): string =>
  configMap(text) +
  contracted(
    `volumeMounts: [{ name: settings, mountPath: /etc/web }]${more}`,
    '{ name: settings, configMap: { name: settings } }',
  );
const readsFile = (schema: object, more: object = {}) =>
  byContract({
    ...starts,
    files: { '/etc/web/app.conf': { content: { format: 'properties', schema } } },
    ...more,
  });
/** HOCON takes this out of the environment. */
const secret = `password = \${PASSWORD}`;
const account = (annotation: string): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default, annotations: { ${annotation} } }\n---\n`;

law('contract-broken', [
  ['no contract says nothing', contracted('env: [{ name: ANY, value: a }]'), []],
  ['what runs by itself', contracted(''), [], byContract(starts)],
  ['nothing runs by itself', contracted(''), ['starts nothing by itself'], byContract({})],
  ['other arguments', contracted('args: [migrate]'), [], byContract(starts)],
  [
    'another program',
    contracted('command: [/begin]'),
    ['started with /begin, which the image does not know (/start; /start serve)'],
    byContract(starts),
  ],
  [
    'another way in',
    contracted('command: [node], args: [app.js, --fast]'),
    [],
    byContract({ ...starts, commands: [['node', 'app.js']] }),
  ],
  [
    'another user',
    contracted('securityContext: { runAsUser: 7 }'),
    ['only runs as 5'],
    byContract({ ...starts, user: 5 }),
  ],
  [
    'a variable that nothing reads',
    contracted('env: [{ name: LOG_LEVL, value: a }]'),
    ['sets LOG_LEVL, which the image does not read; did it mean LOG_LEVEL?'],
    byContract({ ...starts, variables: { LOG_LEVEL: {} } }),
  ],
  [
    'a variable by its beginning',
    contracted('env: [{ name: WEB_COLOR, value: a }]'),
    [],
    byContract({ ...starts, variables: { 'WEB_*': {} } }),
  ],
  [
    'a variable that another is made with',
    contracted('env: [{ name: KEY, value: a }, { name: URL, value: "h?$(KEY)" }]'),
    [],
    byContract({ ...starts, variables: { URL: {} } }),
  ],
  [
    'a variable that is made with one that nobody sets',
    contracted('env: [{ name: URL, value: "h?$(KEY)" }]'),
    ['refers to the variable KEY'],
    byContract({ ...starts, variables: { URL: {} } }),
  ],
  [
    'a dollar that Kubernetes leaves alone',
    contracted('env: [{ name: URL, value: "h?$$(KEY)" }]'),
    [],
    byContract({ ...starts, variables: { URL: {} } }),
  ],
  [
    'a variable that is needed',
    contracted(''),
    ['does not set URL, which the image needs'],
    byContract({ ...starts, variables: { URL: { required: true, default: 'localhost' } } }),
  ],
  [
    'variables from a ConfigMap',
    configMap('a') + contracted('envFrom: [{ configMapRef: { name: settings }, prefix: WEB_ }]'),
    ['sets WEB_app.conf'],
    byContract({ ...starts, variables: { URL: {} } }),
  ],
  [
    'variables from where nobody can see',
    contracted('envFrom: [{ secretRef: { name: made-elsewhere } }]'),
    [],
    byContract({ ...starts, variables: { URL: { required: true } } }),
  ],
  [
    'a port that nobody listens on',
    contracted('ports: [{ name: http, containerPort: 81 }]'),
    ['declares port 81; the image listens on 80'],
    byContract({ ...starts, ports: { http: { number: 80 } } }),
  ],
  [
    'a port that a variable moves',
    contracted('ports: [{ name: http, containerPort: 81 }], env: [{ name: PORT, value: "81" }]'),
    [],
    byContract({ ...starts, variables: { PORT: {} }, ports: { http: { number: 80, variable: 'PORT' } } }),
  ],
  [
    'a probe of a path that is not answered',
    contracted(
      'ports: [{ name: http, containerPort: 80 }], livenessProbe: { httpGet: { path: /healthz, port: http } }',
    ),
    ['asked for /healthz on port 80, which the image does not answer (/health)'],
    byContract({ ...starts, ports: { http: { number: 80, paths: ['/health'] } } }),
  ],
  [
    'a probe of a path with a question',
    contracted('livenessProbe: { httpGet: { path: "/health?full", port: 80 } }'),
    [],
    byContract({ ...starts, ports: { http: { number: 80, paths: ['/health'] } } }),
  ],
  [
    'a probe of another port',
    contracted('readinessProbe: { tcpSocket: { port: 82 } }'),
    ['is asked on port 82'],
    byContract({ ...starts, ports: { http: { number: 80 } } }),
  ],
  [
    'a monitor that asks for a path that is not answered',
    `${contracted('ports: [{ name: http, containerPort: 80 }]')}apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: web }
spec: { selector: { matchLabels: { app: web } }, podMetricsEndpoints: [{ port: http }] }
`,
    ['asked for /metrics on port 80'],
    byContract({ ...starts, ports: { http: { number: 80, paths: ['/health'] } } }),
  ],
  ['settings as they are read', mounted('a.b = "c"'), [], readsFile({ type: 'object' })],
  [
    'a setting that nothing reads',
    mounted('topics = 5'),
    ['/etc/web/app.conf, where topics is read by nothing'],
    readsFile({ type: 'object', properties: { topic: {} }, additionalProperties: false }),
  ],
  [
    'a setting that is needed',
    mounted('# nothing'),
    ['where topic is missing'],
    readsFile({ type: 'object', required: ['topic'] }),
  ],
  [
    'a setting of another type',
    mounted('topic = five'),
    ['where topic must be integer'],
    readsFile({ type: 'object', properties: { topic: { type: 'integer' } } }),
  ],
  ['no settings at all', mounted('a {'), ['line 1 is not key = value'], readsFile({ type: 'object' })],
  [
    'a setting that names a variable',
    mounted(secret, ', env: [{ name: PASSWORD, value: a }]'),
    [],
    readsFile({ type: 'object' }),
  ],
  [
    'a setting that names a variable that nobody sets',
    mounted(secret),
    ['refers to the variable PASSWORD'],
    readsFile({ type: 'object' }),
  ],
  [
    'a file that nothing reads',
    mounted('a'),
    ['/etc/web/app.conf, which the image does not read'],
    byContract(starts),
  ],
  [
    'a file that a variable names',
    mounted('a', ', env: [{ name: SETTINGS, value: /etc/web }]'),
    [],
    byContract({ ...starts, variables: { SETTINGS: {} } }),
  ],
  [
    'a file that is needed',
    contracted(''),
    ['has no file /etc/web/app.conf'],
    byContract({ ...starts, files: { '/etc/web/app.conf': { required: true } } }),
  ],
  [
    'a file that may lie in a volume that nobody can see into',
    contracted(
      'volumeMounts: [{ name: more, mountPath: /etc }]',
      '{ name: more, persistentVolumeClaim: { claimName: a } }',
    ),
    [],
    byContract({ ...starts, files: { '/etc/web/app.conf': { required: true } } }),
  ],
  [
    'a folder to write into',
    contracted('securityContext: { readOnlyRootFilesystem: true }'),
    ['cannot write to /data'],
    byContract({ ...starts, writes: ['/data'] }),
  ],
  [
    'a volume to write into',
    contracted(
      'securityContext: { readOnlyRootFilesystem: true }, volumeMounts: [{ name: d, mountPath: /data }]',
      '{ name: d, emptyDir: {} }',
    ),
    [],
    byContract({ ...starts, writes: ['/data/cache'] }),
  ],
  [
    'an identity that nothing takes',
    account("eks.amazonaws.com/role-arn: 'arn:aws:iam::1:role/web'") + contracted(''),
    ['gets AWS_ROLE_ARN by the identity', 'gets AWS_WEB_IDENTITY_TOKEN_FILE by the identity'],
    byContract(starts),
  ],
]);

const job = (fields = '', container = ''): string => `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: job }
spec:
  image: r/web:1
  serviceAccount: default
  flinkConfiguration: { state.checkpoints.dir: s3://state/job, s3.endpoint: http://store${fields} }
  podTemplate: { spec: { containers: [{ name: flink-main-container, env: [{ name: AWS_REGION, value: a }]${container} }] } }
  taskManager: { podTemplate: { spec: { containers: [{ name: flink-main-container, livenessProbe: { tcpSocket: { port: 6122 } } }] } } }
  job: { jarURI: 'local:///opt/job.jar', entryClass: org.example.Job, args: [--settings, /etc/job.conf] }
---
`;
/** An image of Flink as it is, and as its next version will be: another plugin, and no script to start it by. */
const presto = {
  entrypoint: ['/docker-entrypoint.sh'],
  ports: { rpc: { number: 6122 } },
  jars: { '/opt/job.jar': { 'org.example.Job': { '--settings': { required: true } } } },
  filesystems: {
    's3-fs-presto': {
      schemes: ['s3', 's3p'],
      keys: ['s3.endpoint', 'presto.s3.*'],
      variables: ['AWS_REGION', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
    },
  },
};
const { entrypoint: _, ...rest } = presto;
const hadoop = {
  ...rest,
  filesystems: {
    's3-fs-hadoop': { schemes: ['s3', 's3a'], keys: ['s3.endpoint'], variables: ['AWS_REGION'] },
  },
};
const identity = account("eks.amazonaws.com/role-arn: 'arn:aws:iam::1:role/job'");

law('contract-broken', [
  ['a job and its image', identity + job(), [], byContract(presto)],
  [
    'the next image, without its script and with the other plugin',
    identity + job(', presto.s3.sse.enabled: "true"').replace('s3://', 's3p://'),
    // Of JobManager and TaskManager alike.
    [
      ...Array.from({ length: 2 }, () => [
        'started with /docker-entrypoint.sh, which the image does not know (it starts nothing)',
        'gets AWS_ROLE_ARN',
        'gets AWS_WEB_IDENTITY_TOKEN_FILE',
        'opens s3p://, for which the image has no plugin (s3-fs-hadoop)',
        'sets presto.s3.sse.enabled, which no plugin of the image reads (s3-fs-hadoop)',
      ]).flat(),
    ],
    byContract(hadoop),
  ],
  [
    'no plugin at all',
    job(),
    ['opens s3://', 'sets s3.endpoint', 'opens s3://', 'sets s3.endpoint'],
    byContract({ ...presto, filesystems: {}, variables: { AWS_REGION: {} } }),
  ],
  [
    'a container that runs before, and has no part in the job',
    job().replace('{ spec: {', '{ spec: { initContainers: [{ name: copy, image: r/web:1 }],'),
    ['opens s3://', 'sets s3.endpoint', 'opens s3://', 'sets s3.endpoint'],
    byContract({ ...presto, filesystems: {}, variables: { AWS_REGION: {} } }),
  ],
  [
    'another jar',
    job().replace('job.jar', 'jobs.jar'),
    ['the jar /opt/jobs.jar', 'the jar /opt/jobs.jar'],
    byContract(presto),
  ],
  [
    'another class',
    job().replace('example.Job', 'example.Task'),
    ['starts org.example.Task', 'starts org.example.Task'],
    byContract(presto),
  ],
  [
    'another argument',
    job().replace('--settings', '--config'),
    [
      'the argument --config',
      'does not give org.example.Job the argument --settings',
      'the argument --config',
      'does not give org.example.Job the argument --settings',
    ],
    byContract(presto),
  ],
  ['another port', job().replace('6122', '6100'), ['is asked on port 6100'], byContract(presto)],
]);

law('no-contract', [
  [
    'an image of others',
    contracted(''),
    [],
    { app: { images: { web: { reference: 'r/web:1', repository: 'r/web' } } as never } },
  ],
  [
    'one of ours',
    contracted(''),
    ['runs the image "web", which has no contract'],
    {
      app: { images: { web: { reference: 'r/web:1', repository: 'r/web' } } as never },
      context: { platform: { ownImages: ['r/'] } as never },
    },
  ],
  [
    'one of ours by way of a mirror',
    contracted(''),
    ['runs the image "web"'],
    {
      app: { images: { web: { reference: 'm/r/web:1', repository: 'm/r/web' } } as never },
      context: { platform: { ownImages: ['r/'] } as never },
      environment: { registryMirror: 'm' },
    },
  ],
  [
    'one of ours with a contract',
    contracted(''),
    [],
    {
      ...byContract(starts),
      context: {
        ...byContract(starts).context,
        platform: { ownImages: ['r/'] } as never,
      },
    },
  ],
]);
