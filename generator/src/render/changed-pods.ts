import { isObject, manifestsOf } from '../verify/manifest.ts';
import type { ObjectChange } from './changed-objects.ts';

/**
 * Objects whose pods are replaced: both sides have one, and the template of its pods differs in anything, labels that
 * name the version included. What operators make of their resources nobody can say here.
 */
export const replacedPods = (changes: readonly ObjectChange[]): string[] =>
  changes
    .filter(({ before, after }) => {
      const [was, is] = [templateIn(before), templateIn(after)];
      return was !== null && is !== null && was !== is;
    })
    .map(({ object }) => object);

function templateIn(text: string | null): string | null {
  const [manifest] = text === null ? [] : manifestsOf(text);
  const spec = manifest?.object.spec;
  if (!manifest || !['Deployment', 'StatefulSet', 'DaemonSet'].includes(manifest.kind)) return null;
  return isObject(spec) && isObject(spec.template) ? JSON.stringify(spec.template) : null;
}
