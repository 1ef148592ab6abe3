import type { EnvironmentDefinition } from '../definition/environment.ts';
import type { Plain, PlainObject } from '../definition/plain.ts';
import { resolve } from '../model/resolve.ts';
import { hostsIn } from '../model/routes.ts';
import type { WrittenEnvironment } from '../model/written.ts';
import { gathering, type Problem, problem, type Result } from '../problem/problem.ts';
import type { NewFiles } from './planned-files.ts';
import { type Answers, answer, type RepositoryState } from './question.ts';
import { block, identifier } from './source-text.ts';

/** The two files of a new environment, once the repository would hold together with it. */
export function planEnvironment(answers: Answers, state: RepositoryState): Result<NewFiles> {
  const name = answer(answers, 'name');
  const folder = `environments/${name}`;
  const { problems, result } = gathering();
  problems.push(...malformedPairs(answers, `${folder}/environment.ts`));
  const release = `# yaml-language-server: $schema=../../schemas/definitions/release.schema.json\nfollow: ${state.model.platform.branch}\n`;
  const attempt = (sample: boolean) => {
    const definition = definitionOf(answers, state, sample);
    const added: WrittenEnvironment = {
      folder: name,
      environment: { kind: 'environment', definition, site: undefined },
      release: { file: `${folder}/release.yaml`, text: release },
    };
    const { written } = state;
    return { definition, resolved: resolve({ ...written, environments: [...written.environments, added] }) };
  };
  const deployed = attempt(false);
  const { definition, resolved } = lacksIdentities(deployed.resolved) ? attempt(true) : deployed;
  if (!resolved.ok) problems.push(...resolved.problems);
  return result({
    create: new Map([
      [`${folder}/environment.ts`, sourceOf(name, definition)],
      [`${folder}/release.yaml`, release],
    ]),
    edit: new Map(),
  });
}

/** Identities are most often made once it is known what needs them: until then the environment is a sample. */
const lacksIdentities = (resolved: Result<unknown>): boolean =>
  !resolved.ok && resolved.problems.some(({ code }) => code === 'no-identity');

const sampleNote =
  '  // Goes when its apps have their identities in the cloud: until then nothing is deployed.\n';

const sourceOf = (name: string, definition: PlainObject): string =>
  plainSource(name, definition).replace(/^ {2}sample: true,$/m, (line) => sampleNote + line);

const plainSource = (name: string, definition: PlainObject): string =>
  `import { defineEnvironment } from '#generator';\n\nexport const ${identifier(name, 'Environment')} = defineEnvironment(${block(definition, '')});\n`;

/** As a person would write it: what has a default is left out. */
function definitionOf(answers: Answers, state: RepositoryState, sample: boolean): PlainObject {
  const text = (flag: string): string => answer(answers, flag);
  const maybe = (key: string, flag: string): PlainObject =>
    answers[flag] === undefined ? {} : { [key]: text(flag) };
  const definition = {
    name: text('name'),
    description: text('description'),
    ...(sample && { sample }),
    argocd: text('argocd'),
    ...maybe('promotesFrom', 'promotes-from'),
    destination: { name: text('destination'), kubernetesVersion: text('kubernetes-version') },
    cloud: cloudOf(answers, state),
    domain: text('domain'),
    size: text('size'),
    ...surroundings(answers, state),
    ...maybe('secretPrefix', 'secret-prefix'),
    ...maybe('namespacePrefix', 'namespace-prefix'),
  } satisfies Partial<Record<keyof EnvironmentDefinition, Plain>>;
  return definition;
}

/** What the clusters of the platform have, as the environment says that is most like this one. */
function surroundings(answers: Answers, { model }: RepositoryState): PlainObject {
  const { environments } = model;
  const alike =
    environments.find(({ name }) => name === answer(answers, 'promotes-from')) ??
    environments.find(({ cloud }) => cloud.kind === answer(answers, 'cloud')) ??
    environments[0];
  const { secretStore = null, kinds = [] } = alike?.existing ?? {};
  const hasHosts = alike?.apps.some(({ provides }) => hostsIn(provides).length > 0) ?? false;
  return {
    // Which gateway there is, and who asks for a login, only a person knows.
    ...(hasHosts && { exposure: 'none' }),
    ...((secretStore !== null || kinds.length > 0) && {
      existing: {
        ...(secretStore !== null && { secretStore }),
        ...(kinds.length > 0 && { kinds: [...kinds] }),
      },
    }),
  };
}

function cloudOf(answers: Answers, state: RepositoryState): PlainObject {
  const kind = answer(answers, 'cloud');
  const identities = pairsOf(answers, 'identity');
  return {
    kind,
    ...own(kind, (flag) => answer(answers, flag)),
    ...(answers['storage-class'] && { storageClass: answer(answers, 'storage-class') }),
    buckets: { ...bucketsOf(kind, answers, state), ...pairsOf(answers, 'bucket') },
    ...(Object.keys(identities).length > 0 && { identities }),
  };
}

/** What only one kind of cloud has. */
function own(kind: string, text: (flag: string) => string): PlainObject {
  const region = text('region');
  switch (kind) {
    case 'aws':
      return { region, accountId: text('account-id') };
    case 'azure':
      return {
        region,
        subscriptionId: text('subscription-id'),
        tenantId: text('tenant-id'),
        storageAccount: text('storage-account'),
        vaultUrl: text('vault-url'),
      };
    case 'gcp':
      return {
        region,
        project: text('project'),
        cluster: { name: text('cluster-name'), location: text('cluster-location') },
      };
    default:
      return text('object-store') === ''
        ? {}
        : { objectStore: { endpoint: text('object-store'), region: 'us-east-1' } };
  }
}

/** Names that nobody else has: buckets of AWS and Google share one world, containers of Azure are in an account. */
function bucketsOf(kind: string, answers: Answers, { model }: RepositoryState): Record<string, string> {
  const parts = [model.platform.name, answer(answers, 'name'), answer(answers, 'account-id')];
  const owner = kind === 'gcp' ? [answer(answers, 'project'), answer(answers, 'name')] : parts;
  const front = kind === 'azure' ? [] : owner.filter((part) => part !== '');
  return Object.fromEntries(
    model.platform.buckets.map((purpose) => [purpose, [...front, purpose].join('-')]),
  );
}

const pair = /^([^=]+)=(.+)$/;

const pairsOf = (answers: Answers, flag: string): Record<string, string> =>
  Object.fromEntries(
    (answers[flag] ?? []).flatMap((text) => {
      const [, left, right] = text.match(pair) ?? [];
      return left === undefined || right === undefined ? [] : [[left, right]];
    }),
  );

const malformedPairs = (answers: Answers, file: string): Problem[] =>
  ['bucket', 'identity'].flatMap((flag) =>
    (answers[flag] ?? [])
      .filter((text) => !pair.test(text))
      .map((text) => {
        const message = `--${flag} ${text}: must be two names with = between them`;
        return problem('bad-shape', { file }, message);
      }),
  );
