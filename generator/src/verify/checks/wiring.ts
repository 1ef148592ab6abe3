import type { Endpoint, Output } from '../../definition/output.ts';
import { hostsIn } from '../../model/routes.ts';
import { isObject, type Manifest, walk } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';
import { routedHosts } from './entrances.ts';

const host = /\b[a-z0-9-]+\.[a-z0-9-]+\.svc(?:\.cluster\.local)?\b/g;

/** A host that a render names must be an output that the app reads or provides, or the policy keeps it from there. */
export const hostsAreRead: Check = (rendered) => {
  const known = new Set(
    [...endpoints(Object.values(rendered.app.provides)), ...readBy(rendered)].map(shorten),
  );
  return rendered.manifests.flatMap((manifest) =>
    [...new Set(hostsNamedIn(manifest))]
      .filter((name) => !known.has(shorten(name)) && !isOwn(name, rendered))
      .map((name) =>
        finding(
          'undeclared-use',
          rendered,
          manifest,
          `names the host ${name}, which it reads from no app`,
          'take it from of(app)',
        ),
      ),
  );
};

/** A Service that is rendered must have the port that the app's endpoint says, and choose the pods that it says. */
export const endpointsAreServed: Check = (rendered) =>
  Object.entries(rendered.app.provides).flatMap(([path, output]) => {
    if (output.kind !== 'endpoint') return [];
    const service = rendered.manifests.find(
      ({ kind, group, name }) =>
        kind === 'Service' && group === '' && output.host.startsWith(`${name}.${rendered.app.namespace}.`),
    );
    return service
      ? mismatches(service, output).map((what) =>
          finding('undeclared-use', rendered, service, `does not serve the output "${path}": ${what}`),
        )
      : [];
  });

/** Where an environment exposes anything, a public host of an app must have a route. */
export const hostsAreRouted: Check = (rendered) => {
  if (rendered.environment.exposure === null) return [];
  const routed = rendered.manifests.flatMap(routedHosts);
  return hostsIn(rendered.app.provides)
    .filter(([, { host }]) => !routed.includes(host))
    .map(([path, { host: name }]) =>
      finding('undeclared-use', rendered, null, `provides "${path}", and renders no route to ${name}`),
    );
};

function mismatches({ object }: Manifest, { port, pods }: Endpoint): string[] {
  const spec = isObject(object.spec) ? object.spec : {};
  const ports = Array.isArray(spec.ports) ? spec.ports.filter(isObject) : [];
  const selector = isObject(spec.selector) ? spec.selector : {};
  const strangers = Object.entries(pods).filter(
    ([key, value]) => Object.hasOwn(selector, key) && selector[key] !== value,
  );
  return [
    ...(ports.some((servicePort) => servicePort.port === port) ? [] : [`it has no port ${port}`]),
    ...strangers.map(([key]) => `it chooses pods by another ${key}`),
  ];
}

const endpoints = (outputs: readonly Output[]): string[] =>
  outputs.flatMap((output) => (output.kind === 'endpoint' ? [output.host] : []));

const readBy = ({ app }: RenderedApp): string[] =>
  Object.values(app.consumes).flatMap((outputs) => endpoints(Object.values(outputs)));

/** `a.b`, of `a.b.svc` and `a.b.svc.cluster.local`. */
const shorten = (name: string): string => name.split('.').slice(0, 2).join('.');

/** Hosts inside the app's own namespaces are its own affair; the API server is everybody's. */
const isOwn = (name: string, { app }: RenderedApp): boolean =>
  app.namespaces.includes(name.split('.')[1] ?? '') || shorten(name) === 'kubernetes.default';

function hostsNamedIn(manifest: Manifest): string[] {
  if (manifest.kind === 'CustomResourceDefinition') return [];
  return [...walk(manifest.object)].flatMap(([value]) =>
    typeof value === 'string' ? [...value.matchAll(host)].map(([match]) => match) : [],
  );
}
