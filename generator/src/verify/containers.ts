import type { Plain, PlainObject } from '../definition/plain.ts';
import { entryOf } from '../problem/entry-of.ts';
import { operatedContainers } from './flink-containers.ts';
import { containersOf, isObject, type Manifest, mapIn } from './manifest.ts';
import { accountOf, type Pods, podsOf } from './pods.ts';
import type { RenderedApp } from './rendered.ts';
import type { Mount, OperatorPart, RunContainer } from './run-container.ts';

/** Every container of an app whose pod template can be read. */
export function containersIn(rendered: RenderedApp): RunContainer[] {
  const added: Readonly<Record<string, OperatorPart>> = {};
  const templates = podsOf(rendered).flatMap((pods) =>
    pods.spec === null ? [] : [{ pods, spec: pods.spec, added }],
  );
  const operated = rendered.manifests.flatMap((owner) =>
    operatedContainers(owner).map((pod) => ({ pods: podsFor(owner, pod.spec, rendered), ...pod })),
  );
  return [...templates, ...operated].flatMap(({ pods, spec, added }) =>
    containersOf(spec).map((container) =>
      containerOf(container, pods, spec, added[String(container.name)] ?? nothing, rendered),
    ),
  );
}

const nothing: OperatorPart = { jar: null, configuration: {} };

const podsFor = (owner: Manifest, spec: PlainObject, { app }: RenderedApp): Pods => ({
  owner,
  namespace: owner.namespace ?? app.namespace,
  labels: {},
  ports: {},
  spec,
  replicas: null,
  longRunning: true,
});

function containerOf(
  container: PlainObject,
  pods: Pods,
  spec: PlainObject,
  added: OperatorPart,
  rendered: RenderedApp,
): RunContainer {
  const security = { ...mapIn(spec.securityContext), ...mapIn(container.securityContext) };
  const sources = list(container.envFrom).map((source) => variablesFrom(source, rendered));
  const own = list(container.env).map(({ name, value, valueFrom }) => [
    String(name),
    valueFrom === undefined ? String(value ?? '') : null,
  ]);
  return {
    owner: pods.owner,
    name: String(container.name),
    image: String(container.image ?? ''),
    command: Array.isArray(container.command) ? container.command.map(String) : null,
    args: Array.isArray(container.args) ? container.args.map(String) : [],
    user: typeof security.runAsUser === 'number' ? security.runAsUser : null,
    readOnly: security.readOnlyRootFilesystem === true,
    variables: { ...Object.assign({}, ...sources.map((source) => source ?? {})), ...Object.fromEntries(own) },
    identity: identityVariables(pods, rendered),
    moreVariables: sources.includes(null),
    ports: Object.fromEntries(
      list(container.ports).map(({ name, containerPort }) => [String(name), Number(containerPort)]),
    ),
    probes: ['startupProbe', 'readinessProbe', 'livenessProbe'].flatMap((probe) =>
      isObject(container[probe]) ? [container[probe]] : [],
    ),
    mounts: list(container.volumeMounts).map((mount) => mountOf(mount, spec, rendered)),
    ...added,
  };
}

/** Null where nobody can see here what is in there. */
function variablesFrom(source: PlainObject, rendered: RenderedApp): Record<string, string | null> | null {
  const name = mapIn(source.configMapRef ?? source.secretRef).name;
  const found = source.configMapRef ? configMap(name, rendered) : secretKeys(name, rendered);
  if (found === null) return null;
  const prefix = String(source.prefix ?? '');
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [prefix + key, value]));
}

function mountOf(mount: PlainObject, spec: PlainObject, rendered: RenderedApp): Mount {
  const volume = list(spec.volumes).find(({ name }) => name === mount.name) ?? {};
  const all = filesIn(volume, rendered);
  const path = String(mount.mountPath).replace(/(?<=.)\/$/, '');
  const readable = isObject(volume.configMap) || isObject(volume.secret);
  const writable = !readable && mount.readOnly !== true;
  if (typeof mount.subPath !== 'string' || all === null) return { path, writable, files: all };
  return { path, writable, files: { '': entryOf(all, mount.subPath) ?? null } };
}

function filesIn(volume: PlainObject, rendered: RenderedApp): Record<string, string | null> | null {
  const source = mapIn(volume.configMap ?? volume.secret);
  if (!isObject(volume.configMap) && !isObject(volume.secret))
    return volume.emptyDir === undefined ? null : {};
  const all = isObject(volume.configMap)
    ? configMap(source.name, rendered)
    : secretKeys(source.secretName, rendered);
  if (all === null || !Array.isArray(source.items)) return all;
  return Object.fromEntries(
    source.items.filter(isObject).map(({ key, path }) => [String(path), entryOf(all, String(key)) ?? null]),
  );
}

function configMap(name: Plain | undefined, { manifests }: RenderedApp): Record<string, string> | null {
  const found = manifests.find((manifest) => manifest.kind === 'ConfigMap' && manifest.name === name);
  return found ? (mapIn(found.object.data) as Record<string, string>) : null;
}

function secretKeys(name: Plain | undefined, { app }: RenderedApp): Record<string, null> | null {
  const found = app.secrets?.find((secret) => secret.name === name);
  if (!found) return null;
  return Object.fromEntries(Object.keys({ ...found.keys, ...found.text }).map((key) => [key, null]));
}

/** What webhooks of clouds put into every container of a pod that has an identity. */
function identityVariables(pods: Pods, rendered: RenderedApp): string[] {
  const annotations = accountOf(pods, rendered)?.annotations ?? {};
  if (annotations['eks.amazonaws.com/role-arn']) return ['AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'];
  if (annotations['azure.workload.identity/client-id'])
    return ['AZURE_CLIENT_ID', 'AZURE_FEDERATED_TOKEN_FILE'];
  return [];
}

const list = (value: Plain | undefined): PlainObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
