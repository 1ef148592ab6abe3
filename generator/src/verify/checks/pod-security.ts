import type { Plain, PlainObject } from '../../definition/plain.ts';
import { containersOf, isObject, type Manifest, mapIn, podSpecs } from '../manifest.ts';
import { type Check, finding } from './check.ts';

/**
 * Pods of an app whose namespace enforces the Pod Security Standard `restricted` must meet it, or they are never
 * admitted and the app never comes up. Only what the standard asks; see the documentation of Kubernetes.
 */
export const podsAreAdmitted: Check = (rendered) => {
  if (rendered.app.podSecurity.level !== 'restricted') return [];
  return rendered.manifests
    .filter((manifest) => !isCustom(manifest))
    .flatMap((manifest) =>
      podSpecs(manifest).flatMap((pod) => {
        const found = violations(pod);
        const message = `would not be admitted: ${found.join('; ')}`;
        return found.length === 0 ? [] : [finding('pod-security', rendered, manifest, message, advice)];
      }),
    );
};

const advice =
  "set the securityContext in the chart's values; or where the app cannot do without, podSecurity: { level: 'baseline', reason: '…' }";

/** What an operator makes of a template in a custom resource cannot be seen from here. */
const isCustom = ({ group }: Manifest): boolean => !['', 'apps', 'batch'].includes(group);

function violations(pod: PlainObject): string[] {
  const context = mapIn(pod.securityContext);
  const host = ['hostNetwork', 'hostPID', 'hostIPC'].filter((key) => pod[key] === true);
  const volumes = (Array.isArray(pod.volumes) ? pod.volumes.filter(isObject) : []).filter(
    ({ hostPath }) => hostPath !== undefined,
  );
  return [
    ...host.map((key) => `${key} is on`),
    ...volumes.map(({ name }) => `volume ${String(name)} is a hostPath`),
    ...containersOf(pod).flatMap((container) => containerViolations(container, context)),
  ];
}

function containerViolations(container: PlainObject, pod: PlainObject): string[] {
  const own = mapIn(container.securityContext);
  const setting = (key: string): Plain | undefined => own[key] ?? pod[key];
  const dropped = mapIn(own.capabilities).drop;
  const profile = mapIn(setting('seccompProfile') ?? null).type;
  const tests: readonly (readonly [boolean, string])[] = [
    [setting('runAsNonRoot') === true, 'runAsNonRoot is not true'],
    [setting('runAsUser') !== 0, 'runAsUser is 0'],
    [own.allowPrivilegeEscalation === false, 'allowPrivilegeEscalation is not false'],
    [own.privileged !== true, 'privileged is on'],
    [Array.isArray(dropped) && dropped.includes('ALL'), 'capabilities.drop lacks ALL'],
    [profile === 'RuntimeDefault' || profile === 'Localhost', 'seccompProfile is not RuntimeDefault'],
  ];
  return tests.filter(([holds]) => !holds).map(([, what]) => `container ${String(container.name)}: ${what}`);
}
