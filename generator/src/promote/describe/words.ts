import type { Candidate } from '../../candidates/candidate.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { code } from '../../text/markdown.ts';
import type { Carried, Move, PromotionPlan } from '../plan/promotion-plan.ts';

const verbs = { promotion: 'Promote', rollback: 'Roll back', settings: 'Bring settings to' } as const;

/** `Promote kafka and 3 more to prod` */
export function titleOf({ kind, environment, moves, carried, emergency }: PromotionPlan): string {
  const prefix = emergency === null ? '' : 'Emergency: ';
  if (kind === 'settings') return `${prefix}${verbs[kind]} ${environment}`;
  const [first, second] = moves.map(({ app }) => app);
  const rest = moves.length - 1;
  const what =
    first === undefined
      ? 'its pins'
      : second === undefined
        ? first
        : `${first} and ${rest === 1 ? second : `${rest} more`}`;
  if (first === undefined && carried.length > 0)
    return `${prefix}Carry ${carried.length === 1 ? carried[0]?.app : `${carried.length} apps`} through ${environment} to ${later(carried)}`;
  const where = kind === 'rollback' ? 'in' : 'to';
  return first === undefined && kind === 'promotion'
    ? `${prefix}Pin ${environment}`
    : `${prefix}${verbs[kind]} ${what} ${where} ${environment}`;
}

/** Environments that something is carried to, as people name them. */
export const later = (carried: readonly Carried[]): string =>
  [...new Set(carried.flatMap(({ to }) => to))].join(' and ');

/** `1.2.0 → 1.3.0`, `new: 1.3.0`, `removed` */
export function versionOf({ from, to }: Move): string {
  const [before, after] = [from?.candidate.node.chart.version, to?.candidate.node.chart.version];
  if (after === undefined) return 'removed';
  if (before === undefined) return `new: ${after}`;
  return before === after ? after : `${before} → ${after}`;
}

/** What differs in kind: images by name, the Application, values, the wave, the chart. */
export function changesOf({ from, to }: Move): string[] {
  if (!from || !to) return [];
  const [before, after] = [from.candidate, to.candidate];
  const parts: [boolean, string][] = [
    [!sameImages(before, after), `images ${imageChanges(before, after).join(', ')}`],
    [before.texts.values !== after.texts.values, 'values'],
    [before.texts.companion !== after.texts.companion, 'companion'],
    [bare(before.texts.application) !== bare(after.texts.application), 'Application'],
    [before.node.layer !== after.node.layer, `layer ${before.node.layer} → ${after.node.layer}`],
  ];
  const found = parts.filter(([differs]) => differs).map(([, what]) => what);
  return found.length === 0 ? ['chart'] : found;
}

const bare = (text: string): string => text.replace(/sync-wave: .*/, '');

const sameImages = (before: Candidate, after: Candidate): boolean => imageChanges(before, after).length === 0;

function imageChanges({ node: before }: Candidate, { node: after }: Candidate): string[] {
  const names = [...new Set([...Object.keys(before.images), ...Object.keys(after.images)])].sort();
  return names
    .filter((name) => entryOf(before.images, name) !== entryOf(after.images, name))
    .map(
      (name) =>
        `${code(entryOf(before.images, name) ?? 'none')} → ${code(entryOf(after.images, name) ?? 'none')}`,
    );
}

export const short = (commit: string | undefined | null): string => commit?.slice(0, 12) ?? '–';
