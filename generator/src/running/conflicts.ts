import type { Candidate } from '../candidates/candidate.ts';
import { layerIndex } from '../definition/layer.ts';
import { circlesOf } from '../model/circles.ts';
import type { PlannedApp } from '../plan/plan.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { entryOf } from '../problem/entry-of.ts';
import type { Pin } from './pins.ts';
import { portsBetween } from './ports.ts';

/** Why two apps cannot run together from the commits that they run from. */
export interface Conflict {
  readonly code: ProblemCode;
  /** The app that would not work, and the one that it has this from. */
  readonly app: string;
  readonly other: string;
  readonly message: string;
}

/** What does not fit together in a set of apps that may come from different commits. */
export function conflictsIn(pins: readonly Pin[]): Conflict[] {
  const nodes = pins.map(({ candidate }) => candidate.node);
  const byName = new Map(pins.map((pin) => [pin.candidate.node.name, pin]));
  const pairs = pins.flatMap((pin) => {
    const { dependsOn, consumes, uses } = pin.candidate.node;
    const others = [...new Set([...Object.keys(consumes), ...uses])].flatMap(
      (name) => byName.get(name) ?? [],
    );
    return [
      ...dependsOn.flatMap((name) =>
        dependencyConflicts(pin.candidate.node, name, byName.get(name)?.candidate.node),
      ),
      ...others.flatMap((other) => [...outputConflicts(pin, other), ...portConflicts(pin, other)]),
    ];
  });
  const circles = circlesOf(nodes).map(([app = '', other = app, ...rest]): Conflict => {
    const message = `apps depend on each other: ${[app, other, ...rest, app].join(' → ')}`;
    return { code: 'cycle', app, other, message };
  });
  return [...pairs, ...circles, ...clusterConflicts(pins.map(({ candidate }) => candidate))];
}

function dependencyConflicts(node: PlannedApp, name: string, needed: PlannedApp | undefined): Conflict[] {
  const conflict = (code: ProblemCode, message: string): Conflict[] => [
    { code, app: node.name, other: name, message },
  ];
  if (!needed)
    return conflict('missing-dependency', `"${node.name}" depends on "${name}", which does not run`);
  if (layerIndex(needed.layer) <= layerIndex(node.layer)) return [];
  return conflict(
    'later-layer',
    `"${node.name}" (${node.layer}) depends on "${name}" (${needed.layer}), which comes up later`,
  );
}

/** What the reader was made for must be what the other provides where it comes from. */
function outputConflicts({ candidate: { node: reader }, beside }: Pin, provider: Pin): Conflict[] {
  const { name, provides } = provider.candidate.node;
  const then = entryOf(beside, name)?.node.provides;
  return (entryOf(reader.consumes, name) ?? [])
    .filter((path) => !same(entryOf(then, path), entryOf(provides, path)))
    .map((path) => {
      const is =
        entryOf(provides, path) === undefined ? 'which has no such output' : 'where it is another one';
      const message = `"${reader.name}" reads ${path} of "${name}", ${is}`;
      return { code: 'unprovided', app: reader.name, other: name, message };
    });
}

/** Ports that the reader was made to connect to, and that the other opens to nobody of this name. */
function portConflicts({ candidate: { node: reader }, beside }: Pin, target: Pin): Conflict[] {
  const { node } = target.candidate;
  const open = portsBetween(entryOf(target.beside, reader.name)?.node, node);
  const ports = portsBetween(reader, entryOf(beside, node.name)?.node).filter((port) => !open.includes(port));
  if (ports.length === 0) return [];
  const message = `"${reader.name}" connects to port ${ports.join(', ')} of "${node.name}", which does not let it in`;
  return [{ code: 'unprovided', app: reader.name, other: node.name, message }];
}

/** One environment is one cluster, and one set of projects in one Argo CD. */
function clusterConflicts(candidates: readonly Candidate[]): Conflict[] {
  const [first] = candidates;
  if (!first) return [];
  const projects = new Map<string, Candidate>();
  return candidates.flatMap((candidate) => {
    const ofLayer = projects.get(candidate.node.layer) ?? candidate;
    projects.set(candidate.node.layer, ofLayer);
    const [other, what] =
      locationOf(first) !== locationOf(candidate)
        ? [first, `${locationOf(candidate)}, and "${first.node.name}" to ${locationOf(first)}`]
        : [
            ofLayer,
            `the project ${projectOf(candidate)}, and "${ofLayer.node.name}" to ${projectOf(ofLayer)}`,
          ];
    if (locationOf(first) === locationOf(candidate) && projectOf(ofLayer) === projectOf(candidate)) return [];
    const message = `"${candidate.node.name}" is deployed to ${what}`;
    return [{ code: 'divided-environment', app: candidate.node.name, other: other.node.name, message }];
  });
}

const locationOf = ({ application: { spec, metadata } }: Candidate): string =>
  `the cluster ${spec.destination.name} by the Argo CD in ${metadata.namespace}`;
const projectOf = ({ application }: Candidate): string => application.spec.project;

/** Plain data, whatever order its keys stand in. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
