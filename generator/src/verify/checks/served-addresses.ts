import { spellingHint } from '../../problem/nearest.ts';
import { addressesIn, type NamedAddress, pairsIn } from '../addresses.ts';
import type { Cluster } from '../cluster.ts';
import { answerOf, type HostAnswer } from '../host-answer.ts';
import { type Manifest, walk } from '../manifest.ts';
import { mapsOf } from '../named-values.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';

/** A host that nothing serves, or a port that its Service does not have, is found out when the program starts. */
export const addressesAreServed: Check = (rendered, { clusters }) => {
  const cluster = clusters.get(rendered.environment);
  if (cluster === undefined) return [];
  return rendered.manifests.flatMap((manifest) => {
    const faults = answersIn(manifest, rendered, cluster).flatMap((named) => faultOf(named, cluster));
    const unique = new Map(faults.map((fault) => [fault.what, fault]));
    return [...unique.values()].map(({ what, hint }) =>
      finding('unserved-address', rendered, manifest, what, hint),
    );
  });
};

/** An address that an object names, and who answers there. */
export interface AnsweredAddress {
  readonly address: NamedAddress;
  readonly answer: HostAnswer;
}

/** Every address inside the cluster that an object names, wherever it stands. */
export function answersIn(manifest: Manifest, { app }: RenderedApp, cluster: Cluster): AnsweredAddress[] {
  if (manifest.kind === 'CustomResourceDefinition') return [];
  const namespace = manifest.namespace ?? app.namespace;
  const pairs = [...mapsOf(manifest)].flatMap(pairsIn);
  const paired = new Set(pairs.map(({ host }) => host));
  const texts = [...walk(manifest.object)].flatMap(([value]) => (typeof value === 'string' ? [value] : []));
  const named = texts
    .flatMap(addressesIn)
    // The port that stands beside a host counts, and not the usual one.
    .map((address) => (address.usual && paired.has(address.host) ? { ...address, port: null } : address));
  return [
    ...pairs.map((address) => ({ address, answer: answerOf(address.host, namespace, true, cluster) })),
    ...named.map((address) => ({
      address,
      answer: answerOf(address.host, namespace, isCertain(address), cluster),
    })),
  ].filter(({ answer }) => answer.kind !== 'elsewhere');
}

/** Whether a short name is surely that of a host: with its port, or in a URL of a program that listens. */
const isCertain = ({ port }: NamedAddress): boolean => port !== null;

function faultOf({ address, answer }: AnsweredAddress, cluster: Cluster): { what: string; hint?: string }[] {
  const { host, port } = address;
  if (answer.kind === 'served') {
    const { ports } = answer.by;
    if (port === null || ports === null || ports.includes(port)) return [];
    const has =
      ports.length === 0 ? 'no port' : `only ${[...new Set(ports)].sort((a, b) => a - b).join(', ')}`;
    return [{ what: `names port ${port} of ${host}, which has ${has}`, hint: 'take it from of(app)' }];
  }
  if (answer.kind !== 'nobody') return [];
  const { name, namespace } = answer;
  const what = `names the host ${host}, which nothing serves`;
  if (!cluster.namespaces.has(namespace))
    return [{ what, hint: `no app of the environment writes into the namespace ${namespace}` }];
  const hint = spellingHint(`${name}.${namespace}`, cluster.served.keys()) ?? 'take it from of(app)';
  return [{ what, hint }];
}
