import type { Endpoint, Output } from '../../definition/output.ts';
import { hostsIn } from '../../model/routes.ts';
import type { NamedAddress } from '../addresses.ts';
import { type Cluster, podsChosen } from '../cluster.ts';
import { answerOf, type HostAnswer } from '../host-answer.ts';
import { isObject, type Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';
import { routedHosts } from './entrances.ts';
import { answersIn } from './served-addresses.ts';

/** A host that a render names must be an output that the app reads or provides, or the policy keeps it from there. */
export const hostsAreRead: Check = (rendered, { clusters }) => {
  const cluster = clusters.get(rendered.environment);
  if (cluster === undefined) return [];
  const known = [...endpointsIn(Object.values(rendered.app.provides)), ...readBy(rendered)];
  return rendered.manifests.flatMap((manifest) => {
    const faults = answersIn(manifest, rendered, cluster)
      .filter(({ address, answer }) => isThere(address, answer) && !isOwn(answer, rendered))
      .flatMap(({ address }) => strangeness(address, known));
    return [...new Set(faults)].map((what) =>
      finding('undeclared-use', rendered, manifest, what, 'take it from of(app)'),
    );
  });
};

/** What of an address the app does not know from an output. */
function strangeness({ host, port }: NamedAddress, known: readonly Endpoint[]): string[] {
  const same = known.filter((endpoint) => shorten(endpoint.host) === shorten(host));
  if (same.length === 0) return [`names the host ${host}, which it reads from no app`];
  return port === null || same.some((endpoint) => endpoint.port === port)
    ? []
    : [
        `names port ${port} of ${host}, of which it reads only ${same.map((endpoint) => endpoint.port).join(', ')}`,
      ];
}

/** An endpoint that an app provides must be served: by a Service with its port, which chooses the pods that it says. */
export const endpointsAreServed: Check = (rendered, { clusters }) =>
  Object.entries(rendered.app.provides).flatMap(([path, output]) => {
    if (output.kind !== 'endpoint') return [];
    const absent = absence(output, rendered, clusters.get(rendered.environment));
    if (absent !== null)
      return [finding('unserved-address', rendered, null, `provides "${path}" at ${output.host}, ${absent}`)];
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

/** Why nobody answers at an endpoint; null where somebody does or nobody can tell. */
function absence(
  { host, port, pods }: Endpoint,
  { app }: RenderedApp,
  cluster: Cluster | undefined,
): string | null {
  if (cluster === undefined) return null;
  const answer = answerOf(host, app.namespace, true, cluster);
  if (answer.kind === 'nobody') return 'which nothing serves';
  if (answer.kind !== 'served' || answer.by.owner.kind === 'Service' || answer.by.ports === null) return null;
  // An operator asks its pods, and not the Service in front of them.
  const asked = podsChosen(pods, answer.by.namespace, cluster.pods).flatMap((own) =>
    Object.values(own.ports),
  );
  return [...answer.by.ports, ...asked].includes(port) ? null : `which has no port ${port}`;
}

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

const endpointsIn = (outputs: readonly Output[]): Endpoint[] =>
  outputs.filter((output) => output.kind === 'endpoint');

const readBy = ({ app }: RenderedApp): Endpoint[] =>
  Object.values(app.consumes).flatMap((outputs) => endpointsIn(Object.values(outputs)));

/** `a.b`, of `a.b.svc`, `a.b.svc.cluster.local` and `pod-0.a.b.svc.cluster.local`. */
function shorten(name: string): string {
  const [short = name] = name.split('.svc');
  return short.split('.').slice(-2).join('.');
}

/** What nobody serves is said once, and not that it is not read either. */
const isThere = ({ port }: NamedAddress, answer: HostAnswer): boolean =>
  answer.kind === 'unseen' ||
  (answer.kind === 'served' && (port === null || (answer.by.ports?.includes(port) ?? true)));

/** Hosts inside the app's own namespaces are its own affair. */
const isOwn = (answer: HostAnswer, { app }: RenderedApp): boolean =>
  answer.kind === 'served'
    ? app.namespaces.includes(answer.by.namespace)
    : answer.kind === 'unseen' && app.namespaces.includes(answer.namespace);
