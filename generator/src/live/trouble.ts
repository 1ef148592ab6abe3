import type { Plain, PlainObject } from '../definition/plain.ts';
import { isObject, mapIn, mapsIn } from '../verify/manifest.ts';

/**
 * What an object says is wrong with it, in lines for people; empty where it says nothing. Argo CD keeps its own verdicts
 * to itself, so this reads what controllers write: conditions, the states of containers, and words for an error.
 */
export function troubleOf(object: PlainObject): string[] {
  const [metadata, status] = [mapIn(object.metadata), mapIn(object.status)];
  return [...leaving(metadata), ...(object.kind === 'Pod' ? ofPod(status) : ofStatus(object, status))];
}

const textIn = (value: Plain | undefined): string => (typeof value === 'string' ? value : '');

function leaving({ deletionTimestamp, finalizers }: PlainObject): string[] {
  if (deletionTimestamp === undefined) return [];
  const held = Array.isArray(finalizers) ? finalizers.map(String) : [];
  return [`it is being deleted${held.length > 0 ? `, and waits for ${held.join(', ')}` : ''}`];
}

function ofPod(status: PlainObject): string[] {
  if (status.phase === 'Succeeded') return [];
  const containers = [...mapsIn(status.initContainerStatuses), ...mapsIn(status.containerStatuses)];
  const unscheduled = mapsIn(status.conditions).filter(
    ({ type, status: is }) => type === 'PodScheduled' && is === 'False',
  );
  const said = [
    ...(status.phase === 'Failed' ? [sentence('it failed', status.reason, status.message)] : []),
    ...unscheduled.map(({ message }) => sentence('no node takes it', undefined, message)),
    ...containers.flatMap(ofContainer),
  ];
  const unready = containers.filter(({ ready, state }) => ready !== true && 'running' in mapIn(state));
  if (said.length > 0) return said;
  return unready.map(({ name }) => `container ${textIn(name)} runs and is not ready`);
}

function ofContainer({ name, state, lastState, restartCount }: PlainObject): string[] {
  const { waiting, terminated } = mapIn(state);
  const ended = mapIn(terminated);
  const before = mapIn(mapIn(lastState).terminated);
  const who = `container ${textIn(name)}`;
  if (isObject(waiting)) {
    const last =
      before.exitCode === undefined
        ? ''
        : `; before, it ended with ${String(before.exitCode)} (${textIn(before.reason)})`;
    const times =
      typeof restartCount === 'number' && restartCount > 0 ? `, restarted ${restartCount} times` : '';
    return [`${sentence(`${who} waits`, waiting.reason, waiting.message)}${times}${last}`];
  }
  if (ended.exitCode === undefined || ended.exitCode === 0) return [];
  return [sentence(`${who} ended with ${String(ended.exitCode)}`, ended.reason, ended.message)];
}

/** Conditions that say, where they are true, that something is wrong. All others are wrong where they are false. */
const complaining = /fail|error|degraded|stalled|unhealthy|notready|pressure|unavailable|invalid/i;
/** Conditions that are false or true in the course of things, and say nothing about health. */
const neutral =
  /^(suspended|progressing|complete|completed|reconciling|issuing|upgradeable|paused|scalinglimited|filesystemresizepending|resizing|disruptionallowed)$/i;

function ofStatus(object: PlainObject, status: PlainObject): string[] {
  const conditions = mapsIn(status.conditions).flatMap(ofCondition);
  return [...conditions, ...wordsOf(status), ...countsOf(object, status), ...addressOf(object, status)];
}

function ofCondition({ type, status, reason, message }: PlainObject): string[] {
  const name = textIn(type);
  // A rollout that came to no end is the one thing that is wrong with it where it is false.
  if (name === 'Progressing' && status === 'False')
    return [sentence('its rollout came to no end', reason, message)];
  if (neutral.test(name)) return [];
  const wrong = complaining.test(name) ? status === 'True' : status === 'False' || status === 'Unknown';
  return wrong ? [sentence(`${name} is ${textIn(status)}`, reason, message)] : [];
}

/** What operators write in words of their own. */
function wordsOf(status: PlainObject): string[] {
  const errors = ['error', 'errorMessage', 'lastError', 'phaseReason', 'failureReason'].flatMap((key) => {
    const said = textIn(status[key]);
    return said === '' ? [] : [`${key}: ${said}`];
  });
  const states = ['phase', 'state', 'health', 'lifecycleState', 'jobManagerDeploymentStatus'].flatMap(
    (key) => {
      const said = textIn(status[key]);
      return /fail|error|pending|degraded|unhealthy|lost|missing|red|yellow/i.test(said)
        ? [`${key}: ${said}`]
        : [];
    },
  );
  const nested = mapIn(status.applicationState ?? status.jobStatus);
  const within = textIn(nested.errorMessage);
  return [...states, ...errors, ...(within === '' ? [] : [within])];
}

/** Workloads count their pods. */
function countsOf({ kind, spec }: PlainObject, status: PlainObject): string[] {
  const wanted = { Deployment: mapIn(spec).replicas, StatefulSet: mapIn(spec).replicas }[textIn(kind)];
  const all = kind === 'DaemonSet' ? status.desiredNumberScheduled : wanted;
  const ready = (kind === 'DaemonSet' ? status.numberReady : status.readyReplicas) ?? 0;
  return typeof all === 'number' && typeof ready === 'number' && ready < all
    ? [`${ready} of ${all} pods are ready`]
    : [];
}

function addressOf({ kind, spec }: PlainObject, status: PlainObject): string[] {
  const asks = kind === 'Ingress' || (kind === 'Service' && mapIn(spec).type === 'LoadBalancer');
  return asks && mapsIn(mapIn(status.loadBalancer).ingress).length === 0 ? ['it has no address yet'] : [];
}

function sentence(what: string, reason: Plain | undefined, message: Plain | undefined): string {
  const said = [textIn(reason), textIn(message)].filter((part) => part !== '');
  return [what, ...said].join(': ');
}
