import { isGated } from '../candidates/application.ts';
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

/** Whether a candidate's text can be given another wave. */
export const takesWave = ({ node, texts }: Candidate): boolean =>
  !isGated(node) || waveLine.test(texts.application);
