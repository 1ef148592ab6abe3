import type { PlainObject } from '../../definition/plain.ts';
import { isObject } from '../manifest.ts';
import { podsOf, runningContainers } from '../pods.ts';
import { type Check, finding } from './check.ts';

/** Without probes a container that hangs is never restarted, and one that is not ready yet is sent requests. */
export const containersAreProbed: Check = (rendered) =>
  podsOf(rendered)
    .filter(({ longRunning }) => longRunning)
    .flatMap(({ owner, spec }) =>
      runningContainers(spec ?? {}).flatMap((container) => {
        const missing = missingProbes(container);
        if (missing.length === 0) return [];
        const what = `runs the container ${String(container.name)} without ${missing.join(' and ')}`;
        return [finding('no-probe', rendered, owner, what, 'set them in the values')];
      }),
    );

/** Every container can hang; only those that listen are sent requests. */
function missingProbes(container: PlainObject): string[] {
  const listens = Array.isArray(container.ports) && container.ports.length > 0;
  const wanted = ['livenessProbe', ...(listens ? ['readinessProbe'] : [])];
  return wanted.filter((probe) => !isObject(container[probe]));
}
