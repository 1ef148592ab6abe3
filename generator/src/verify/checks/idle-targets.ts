import type { Plain } from '../../definition/plain.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { podsChosen, selectorOf } from '../cluster.ts';
import { mapsIn } from '../manifest.ts';
import { type Pods, runningContainers } from '../pods.ts';
import { type Check, finding } from './check.ts';

/** A Service that chooses no pod, or sends requests to a port that no container has, answers nobody. */
export const servicesReachPods: Check = (rendered, { clusters }) => {
  const cluster = clusters.get(rendered.environment);
  return rendered.manifests.flatMap((manifest) => {
    const selector = manifest.group === '' && manifest.kind === 'Service' ? selectorOf(manifest) : null;
    const namespace = manifest.namespace ?? rendered.app.namespace;
    if (cluster === undefined || selector === null || !cluster.isWhole(namespace)) return [];
    const behind = podsChosen(selector, namespace, cluster.pods);
    if (behind.length === 0) {
      const what = `chooses no pod in the namespace ${namespace}`;
      return [finding('idle-service', rendered, manifest, what, 'give it the labels of the pods')];
    }
    const { ports } = manifest.object.spec as { ports?: Plain };
    return mapsIn(ports)
      .map(({ port, targetPort = port }) => targetPort ?? null)
      .filter((target) => !behind.some((pods) => listens(pods, target)))
      .map((target) =>
        finding(
          'idle-service',
          rendered,
          manifest,
          `sends requests to the port ${String(target)}, which no container behind it has`,
        ),
      );
  });
};

/** Whether pods have a port, as far as they say. What an operator makes has more than can be seen. */
function listens({ ports, spec }: Pods, target: Plain): boolean {
  if (typeof target === 'string') return entryOf(ports, target) !== undefined;
  if (spec === null) return true;
  // A container need not say where it listens: one that says nothing may do so anywhere.
  return runningContainers(spec).some((container) => {
    const declared = mapsIn(container.ports);
    return declared.length === 0 || declared.some(({ containerPort }) => containerPort === target);
  });
}
