import type { PlainObject } from '../../definition/plain.ts';
import { applicationIn, type LiveApplication, type ManagedObject } from '../../live/live-application.ts';
import { lastingName } from '../../model/check-environments.ts';
import type { EnvironmentModel } from '../../model/model.ts';
import { ExternalError } from '../../problem/errors.ts';
import { mapsIn } from '../../verify/manifest.ts';
import { run } from '../process.ts';

/**
 * The Applications of an environment, its root among them, as its Argo CD has them.
 * @param labelDomains in front of the labels that they may have: an Application has one of them
 * @param context of kubectl, for the cluster that Argo CD runs in
 */
export async function applicationsOf(
  environment: Pick<EnvironmentModel, 'name' | 'formerly' | 'argocdNamespace'>,
  labelDomains: readonly string[],
  context: string,
): Promise<LiveApplication[]> {
  const found: LiveApplication[] = [];
  for (const domain of new Set(labelDomains)) found.push(...(await labeled(environment, domain, context)));
  return [...new Map(found.map((application) => [application.name, application])).values()];
}

async function labeled(
  environment: Pick<EnvironmentModel, 'name' | 'formerly' | 'argocdNamespace'>,
  labelDomain: string,
  context: string,
): Promise<LiveApplication[]> {
  const { name, argocdNamespace } = environment;
  const selector = `${labelDomain}/environment=${lastingName(environment)}`;
  const asked = ['get', 'applications.argoproj.io', '-l', selector, '-o', 'json'];
  const answer = await ask(['--context', context, '--namespace', argocdNamespace, ...asked]);
  if ('refusal' in answer) {
    const message = `kubectl cannot tell how ${name} is: ${answer.refusal}`;
    throw new ExternalError('kubectl', message, 'kubectl config get-contexts lists what --live may name', {
      retry: true,
    });
  }
  return answer.items.map((item) => applicationIn(item, labelDomain));
}

/** What kubectl showed of some objects, and what it could not show, with its reason. */
export interface Shown {
  readonly objects: readonly PlainObject[];
  readonly refusals: readonly string[];
}

/** Kinds that have no state of their own to be unwell in. */
const stateless = [
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
  'NetworkPolicy',
];

/** Objects of an app that can be unwell, and the pods of the namespaces that they are in. */
export async function objectsOf(objects: readonly ManagedObject[], context: string): Promise<Shown> {
  const judged = objects.filter(({ kind }) => !stateless.includes(kind));
  const sets = Map.groupBy(judged, (object) => `${kindOf(object)} ${object.namespace}`);
  const calls = [...sets.values()].flatMap((set) => {
    const [first] = set;
    return first ? [[...within(first.namespace), kindOf(first), ...set.map(({ name }) => name)]] : [];
  });
  const namespaces = [...new Set(objects.map(({ namespace }) => namespace))].filter((name) => name !== '');
  const pods = namespaces.map((namespace) => [...within(namespace), 'pods']);
  const answers = await Promise.all(
    [...calls, ...pods].map((call) =>
      ask(['--context', context, 'get', '--ignore-not-found', '-o', 'json', ...call]),
    ),
  );
  return {
    objects: answers.flatMap((answer) => ('items' in answer ? answer.items : [])),
    refusals: [...new Set(answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal] : [])))],
  };
}

const within = (namespace: string): string[] => (namespace === '' ? [] : ['--namespace', namespace]);

/** A kind as kubectl takes it: with version and group, or alone in the core group. */
const kindOf = ({ kind, version, group }: ManagedObject): string =>
  group === '' ? kind.toLowerCase() : `${kind.toLowerCase()}.${version}.${group}`;

type Answer = { readonly items: readonly PlainObject[] } | { readonly refusal: string };

async function ask(args: readonly string[]): Promise<Answer> {
  const ended = await run('kubectl', args);
  if (ended === null) return { refusal: 'it is not installed' };
  if (ended.code !== 0) return { refusal: ended.stderr.trim() };
  return itemsIn(ended.stdout);
}

/** kubectl shows one object as it is, several as a list, and none as nothing. */
function itemsIn(stdout: string): Answer {
  if (stdout.trim() === '') return { items: [] };
  try {
    const answer = JSON.parse(stdout) as PlainObject;
    return { items: answer.kind === 'List' || 'items' in answer ? mapsIn(answer.items) : [answer] };
  } catch {
    return { refusal: `it gave no JSON: ${stdout.slice(0, 200)}` };
  }
}
