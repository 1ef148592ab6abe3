import { isGated, sourcesIn } from '../candidates/application.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { argocd, revisionPlaceholder } from '../candidates/resource-names.ts';
import { inOrder, type PlanNode } from '../plan/plan.ts';
import type { Pin } from './pins.ts';
import type { Running, RunningApp } from './running.ts';

/**
 * What runs in a pinned environment: each Application as its commit has it, but for the target revision, which is that
 * commit, and the wave, which is computed on what really runs together. The pins must have no conflicts.
 */
export function compose(pins: readonly Pin[], from: string): Running {
  const byName = new Map(pins.map((pin) => [pin.candidate.node.name, pin]));
  const apps = inOrder(pins.map(({ candidate }) => candidate.node)).flatMap((node) => {
    const pin = byName.get(node.name);
    return pin ? [runningAt(pin, node)] : [];
  });
  return { apps, from };
}

function runningAt({ commit, candidate: { application, texts } }: Pin, node: PlanNode): RunningApp {
  const { metadata } = application;
  const annotations = { ...metadata.annotations, ...(isGated(node) && { [argocd.wave]: String(node.wave) }) };
  return {
    node,
    application: at(commit, { ...application, metadata: { ...metadata, annotations } }),
    text: pinnedText(texts.application, commit, node.wave),
    commit,
  };
}

const at = <T>(commit: string, value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll(revisionPlaceholder, commit)) as T;

const waveLine = new RegExp(`^( +${argocd.wave.replaceAll('.', '\\.')}: )"-?\\d+"$`, 'm');

/** Edited as text, so that everything else stays byte by byte what was reviewed. */
export function pinnedText(text: string, commit: string, wave: number): string {
  return text.replaceAll(revisionPlaceholder, commit).replace(waveLine, `$1"${wave}"`);
}

/**
 * Whether a candidate can be given a commit and a wave: all that it takes from a repository comes from the revision or
 * from a commit, never from a branch, and no other template is left for whoever deploys it to fill in.
 */
export const isComposable = ({ node, application, texts }: Candidate): boolean =>
  (!isGated(node) || waveLine.test(texts.application)) &&
  sourcesIn(application).every(
    ({ chart, targetRevision = '' }) =>
      chart !== undefined || targetRevision === revisionPlaceholder || isCommit.test(targetRevision),
  ) &&
  !texts.application.replaceAll(revisionPlaceholder, '').includes('{{');

const isCommit = /^[0-9a-f]{40,64}$/;
