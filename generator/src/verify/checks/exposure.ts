import type { PlainObject } from '../../definition/plain.ts';
import { containersOf, isObject, type Manifest, podSpecs } from '../manifest.ts';
import { type Check, finding } from './check.ts';

/** What makes an app reachable from outside the cluster must have been asked for. */
export const nothingIsExposed: Check = (rendered) =>
  rendered.manifests.flatMap((manifest) =>
    exposures(manifest).map((what) =>
      finding('exposed', rendered, manifest, what, 'switch it off in the values, or say why in exceptions'),
    ),
  );

function exposures(manifest: Manifest): string[] {
  const { group, kind, object } = manifest;
  const spec = isObject(object.spec) ? object.spec : {};
  if (group === '' && kind === 'Service') return ofService(spec);
  if (isEntrance(manifest)) return ['lets requests in from outside the cluster'];
  return podSpecs(manifest).flatMap(ofPod);
}

const isEntrance = ({ group, kind }: Manifest): boolean =>
  (group === 'networking.k8s.io' && kind === 'Ingress') ||
  (group === 'gateway.networking.k8s.io' && /(Route|Gateway)$/.test(kind)) ||
  (group === 'route.openshift.io' && kind === 'Route') ||
  (/traefik|istio|konghq|projectcontour/.test(group) &&
    /(Route|Gateway|Ingress\w*|HTTPProxy|VirtualService)$/.test(kind));

function ofService({ type, externalIPs }: PlainObject): string[] {
  return [
    ...(type === 'LoadBalancer' || type === 'NodePort' ? [`is of the type ${type}`] : []),
    ...(Array.isArray(externalIPs) && externalIPs.length > 0 ? ['has external addresses'] : []),
  ];
}

function ofPod(pod: PlainObject): string[] {
  const ports = containersOf(pod).flatMap(({ ports }) =>
    Array.isArray(ports) ? ports.filter(isObject) : [],
  );
  return [
    ...(pod.hostNetwork === true ? ['uses the network of its node'] : []),
    ...ports.flatMap(({ hostPort }) =>
      typeof hostPort === 'number' ? [`takes port ${hostPort} of its node`] : [],
    ),
  ];
}
