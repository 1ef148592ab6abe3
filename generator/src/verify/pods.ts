import type { PlainObject } from '../definition/plain.ts';
import { containersOf, isObject, type Manifest } from './manifest.ts';
import { operandPods, portsIn } from './operands.ts';
import type { RenderedApp } from './rendered.ts';
import { type Labels, labelsIn } from './selector.ts';

/** Pods of one template. */
export interface Pods {
  /** What creates them. */
  readonly owner: Manifest;
  readonly namespace: string;
  readonly labels: Labels;
  readonly ports: Readonly<Record<string, number>>;
  /** Null where an operator creates them, so that nobody can look inside. */
  readonly spec: PlainObject | null;
  /** How many there are at least, where something scales them; null where an operator or the nodes of the cluster decide. */
  readonly replicas: number | null;
  /** Whether they are meant to run until somebody stops them. */
  readonly longRunning: boolean;
}

const longRunning = ['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'];

/** All pods of an app, those included that an operator is known to create. */
export function podsOf({
  app,
  manifests,
}: Pick<RenderedApp, 'manifests'> & { readonly app: { readonly namespace: string } }): Pods[] {
  return manifests.flatMap((owner): Pods[] => {
    const namespace = owner.namespace ?? app.namespace;
    const template = templateOf(owner);
    if (template === null)
      return (operandPods(owner) ?? []).map((pods) => ({
        ...pods,
        owner,
        namespace,
        spec: null,
        replicas: null,
        longRunning: true,
      }));
    const spec = isObject(template.spec) ? template.spec : {};
    return [
      {
        owner,
        namespace,
        labels: labelsIn(template.metadata),
        ports: portsIn(containersOf(spec)),
        spec,
        replicas: replicasOf(owner, manifests),
        longRunning: longRunning.includes(owner.kind),
      },
    ];
  });
}

/** The pod template of a built-in workload, or the pod itself. */
function templateOf({ group, kind, object }: Manifest): PlainObject | null {
  if (group === '' && kind === 'Pod') return object;
  if (!['apps', 'batch'].includes(group)) return null;
  const spec = isObject(object.spec) ? object.spec : {};
  const job = isObject(spec.jobTemplate) && isObject(spec.jobTemplate.spec) ? spec.jobTemplate.spec : spec;
  return isObject(job.template) ? job.template : null;
}

function replicasOf({ kind, name, object }: Manifest, all: readonly Manifest[]): number | null {
  if (kind === 'DaemonSet') return null;
  const scaler = all.find(
    (manifest) => manifest.kind === 'HorizontalPodAutoscaler' && isScaled(manifest, kind, name),
  );
  if (scaler && isObject(scaler.object.spec)) return Number(scaler.object.spec.minReplicas ?? 1);
  const spec = isObject(object.spec) ? object.spec : {};
  return typeof spec.replicas === 'number' ? spec.replicas : 1;
}

function isScaled({ object: { spec } }: Manifest, kind: string, name: string): boolean {
  const target = isObject(spec) ? spec.scaleTargetRef : undefined;
  return isObject(target) && target.kind === kind && target.name === name;
}

/** Containers of a pod that run until it ends: its sidecars included, what runs before them left out. */
export function runningContainers(spec: PlainObject): PlainObject[] {
  const before = Array.isArray(spec.initContainers) ? spec.initContainers.filter(isObject) : [];
  const sidecars = before.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...containersOf({ containers: spec.containers ?? [] }), ...sidecars];
}

/** The ServiceAccount of pods, where the app renders it. */
export function accountOf({ spec, namespace }: Pods, { app, manifests }: RenderedApp): Manifest | undefined {
  const wanted = String(spec?.serviceAccountName ?? 'default');
  return manifests.find(
    (manifest) =>
      manifest.group === '' &&
      manifest.kind === 'ServiceAccount' &&
      manifest.name === wanted &&
      (manifest.namespace ?? app.namespace) === namespace,
  );
}
