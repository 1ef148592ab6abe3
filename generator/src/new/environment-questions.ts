import { sizes } from '../definition/size.ts';
import { type Answers, answer, type Question, type RepositoryState } from './question.ts';

const clouds = ['aws', 'azure', 'gcp', 'local'];
const on = (...is: readonly string[]) => ({ flag: 'cloud', is });

/** What is asked about a new environment. */
export const environmentQuestions: readonly Question[] = [
  { flag: 'description', value: 'TEXT', what: 'who it is for, in one line' },
  { flag: 'cloud', value: 'CLOUD', what: `where it runs: ${clouds.join(', ')}`, choices: clouds },
  { flag: 'domain', value: 'HOST', what: 'its domain; hosts are made below it' },
  {
    flag: 'size',
    value: 'SIZE',
    what: `what it is made for: ${sizes.join(', ')}`,
    choices: sizes,
    otherwise: () => ['small'],
  },
  { flag: 'promotes-from', value: 'ENV', what: 'the environment that promotions come from', otherwise: none },
  { flag: 'region', value: 'REGION', what: 'region of the cloud', when: on('aws', 'azure', 'gcp') },
  { flag: 'account-id', value: 'ID', what: 'AWS account, 12 digits', when: on('aws') },
  { flag: 'subscription-id', value: 'UUID', what: 'Azure subscription', when: on('azure') },
  { flag: 'tenant-id', value: 'UUID', what: 'Azure tenant', when: on('azure') },
  { flag: 'storage-account', value: 'NAME', what: 'Azure storage account', when: on('azure') },
  { flag: 'vault-url', value: 'URL', what: 'Azure key vault', when: on('azure') },
  { flag: 'project', value: 'ID', what: 'Google Cloud project', when: on('gcp') },
  {
    flag: 'cluster-name',
    value: 'NAME',
    what: 'name of the GKE cluster',
    when: on('gcp'),
    otherwise: ({ name = [] }) => name,
  },
  {
    flag: 'cluster-location',
    value: 'PLACE',
    what: 'region or zone of the GKE cluster',
    when: on('gcp'),
    otherwise: ({ region = [] }) => region,
  },
  {
    flag: 'object-store',
    value: 'URL',
    what: 'object store that speaks S3; an app of the platform where it is left out',
    when: on('local'),
    otherwise: none,
  },
  {
    flag: 'bucket',
    value: 'PURPOSE=NAME',
    what: 'what a bucket is called there; made from the names where it is left out',
    many: true,
    quiet: true,
    otherwise: none,
  },
  {
    flag: 'identity',
    value: 'APP=ID',
    what: 'identity of an app towards the cloud',
    many: true,
    quiet: true,
    when: on('aws', 'azure', 'gcp'),
    otherwise: none,
  },
  {
    flag: 'storage-class',
    value: 'NAME',
    what: 'storage class; else the default of the cluster',
    quiet: true,
    otherwise: none,
  },
  {
    flag: 'argocd',
    value: 'NAME',
    what: 'the Argo CD in environments/platform.ts that deploys it',
    quiet: true,
    otherwise: argocd,
  },
  {
    flag: 'destination',
    value: 'NAME',
    what: 'name of its cluster in Argo CD; else its own name',
    quiet: true,
    otherwise: ({ name = [] }) => name,
  },
  {
    flag: 'kubernetes-version',
    value: 'MINOR',
    what: "minor version of its cluster; else that of the other environments' newest",
    quiet: true,
    otherwise: (_, { model }) => [
      newest(model.environments.map((environment) => environment.destination.kubernetesVersion)),
    ],
  },
  {
    flag: 'secret-prefix',
    value: 'TEXT',
    what: 'in front of every name in the secret store',
    quiet: true,
    otherwise: secretPrefix,
  },
  {
    flag: 'namespace-prefix',
    value: 'TEXT',
    what: 'in front of every namespace, to share a cluster',
    quiet: true,
    otherwise: none,
  },
];

function none(): readonly string[] {
  return [];
}

/** That of the environment before it, else of the first that has the same kind of cloud, else any. */
function argocd(answers: Answers, { model }: RepositoryState): readonly string[] {
  const before = model.environments.find(({ name }) => name === answer(answers, 'promotes-from'));
  const alike = model.environments.find(({ cloud }) => cloud.kind === answer(answers, 'cloud'));
  const any = Object.keys(model.platform.argocd).slice(0, 1);
  const found = before ?? alike;
  return found === undefined ? any : [found.argocd];
}

/** Key vault and Secret Manager permit no slash in a name. */
function secretPrefix(answers: Answers, { model }: RepositoryState): readonly string[] {
  const name = answer(answers, 'name');
  switch (answer(answers, 'cloud')) {
    case 'aws':
      return [`${model.platform.name}/${name}/`];
    case 'azure':
    case 'gcp':
      return [`${model.platform.name}-${name}-`];
    default:
      return [];
  }
}

/** Where there is no other environment, a version that this program was made with. */
function newest(versions: readonly string[]): string {
  const minor = (version: string): number => Number(version.split('.')[1]);
  return [...versions].sort((a, b) => minor(b) - minor(a))[0] ?? '1.34';
}
