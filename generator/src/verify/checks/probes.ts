import type { PlainObject } from '../../definition/plain.ts';
import { isObject } from '../manifest.ts';
import { type Pods, podsOf, runningContainers } from '../pods.ts';
import type { RenderedApp } from '../rendered.ts';
import { selects } from '../selector.ts';
import { type Check, finding } from './check.ts';

/** Without probes a container that hangs is never restarted, and one that is not ready yet is sent requests. */
export const containersAreProbed: Check = (rendered) =>
  podsOf(rendered)
    .filter(({ longRunning }) => longRunning)
    .flatMap((pods) => {
      const hidden = isServedOnHiddenPort(pods, rendered);
      return runningContainers(pods.spec ?? {}).flatMap((container) => {
        const missing = missingProbes(container, hidden);
        if (missing.length === 0) return [];
        const name = String(container.name);
        const what = `runs the container ${name} without ${missing.join(' and ')}`;
        const found = finding('no-probe', rendered, pods.owner, what, 'set them in the values');
        return [{ ...found, container: name }];
      });
    });

/** Every container can hang; only those that listen are sent requests. */
function missingProbes(container: PlainObject, hidden: boolean): string[] {
  const ports = Array.isArray(container.ports) ? container.ports.length : 0;
  const wanted = ['livenessProbe', ...(ports > 0 || hidden ? ['readinessProbe'] : [])];
  return wanted.filter((probe) => !isObject(container[probe]));
}

/** Whether a Service sends requests to a port that no container says it has: one that says nothing listens there. */
function isServedOnHiddenPort({ namespace, labels, spec }: Pods, { app, manifests }: RenderedApp): boolean {
  const known = runningContainers(spec ?? {})
    .flatMap(({ ports }) => (Array.isArray(ports) ? ports.filter(isObject) : []))
    .flatMap(({ name, containerPort }) => [name, containerPort]);
  return manifests.some((manifest) => {
    const service = manifest.object.spec;
    if (manifest.kind !== 'Service' || manifest.group !== '' || !isObject(service)) return false;
    if ((manifest.namespace ?? app.namespace) !== namespace || !isObject(service.selector)) return false;
    if (!selects({ matchLabels: service.selector }, labels)) return false;
    const ports = Array.isArray(service.ports) ? service.ports.filter(isObject) : [];
    return ports.some(({ port, targetPort }) => !known.includes(targetPort ?? port));
  });
}
