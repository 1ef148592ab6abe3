import { argocd, revisionPlaceholder } from '../../emit/names.ts';
import type { Running, RunningApp } from '../../emit/running.ts';
import { waves } from '../../plan/waves.ts';
import type { PinnedCandidate } from './candidate.ts';

/** An app, and the commit that it runs from. */
export interface Pin {
  readonly commit: string;
  readonly candidate: PinnedCandidate;
}

/**
 * What runs in a pinned environment: each Application as its commit has it, but for the target revision, which is that
 * commit, and the wave, which is computed on what really runs together. The pins must have no conflicts.
 */
export function compose(pins: readonly Pin[], from: string): Running {
  const places = waves(pins.map(({ candidate }) => candidate.node));
  const apps = pins
    .map((pin) => running(pin, places.get(pin.candidate.node.name)?.wave ?? 0))
    .sort((a, b) => a.node.wave - b.node.wave || (a.node.name < b.node.name ? -1 : 1));
  return { plan: { nodes: apps.map(({ node }) => node), places }, apps, from };
}

function running({ commit, candidate }: Pin, wave: number): RunningApp {
  const { node, object } = candidate;
  const annotations = { ...object.metadata.annotations, [argocd.wave]: String(wave) };
  return {
    node: { ...node, wave },
    application: at(commit, { ...object, metadata: { ...object.metadata, annotations } }),
    text: pinnedText(candidate.application, commit, wave),
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

/** Whether a candidate's text has the wave where it is looked for. */
export const hasWave = (text: string): boolean => waveLine.test(text);
