import type { LiveApplication, ManagedObject } from './live-application.ts';

/**
 * The app that a pod belongs to. Controllers name pods after what they make them for, whatever lies between: the longest
 * name of an object in the pod's namespace that the pod's name begins with tells whose it is.
 */
export function ownerOf(
  pod: Pick<ManagedObject, 'namespace' | 'name'>,
  applications: readonly LiveApplication[],
): string | null {
  const owners = applications.flatMap(({ app, objects }) =>
    objects
      .filter(({ namespace, name }) => namespace === pod.namespace && `${pod.name}-`.startsWith(`${name}-`))
      .map(({ name }) => ({ app, length: name.length })),
  );
  return owners.sort((a, b) => b.length - a.length)[0]?.app ?? null;
}
