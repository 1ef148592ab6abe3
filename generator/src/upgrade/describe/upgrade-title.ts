import { count, list } from '../../text/markdown.ts';
import type { Step } from '../choice.ts';
import type { Subject } from '../subject.ts';
import type { UpgradeProposal } from '../upgrade-plan.ts';

const nouns: Readonly<Record<Subject['kind'], string>> = {
  image: 'image',
  chart: 'chart',
  git: 'git source',
  tool: 'program',
};

/** `Upgrade kafka: strimzi-kafka-operator 1.2.0 → 1.3.0, and 5 images` */
export function upgradeTitle({ unit, steps }: Pick<UpgradeProposal, 'unit' | 'steps'>): string {
  const moving = inOrder({ unit, steps }).filter(({ size }) => size !== 'pin');
  const [first, ...others] = moving;
  if (first === undefined) return pinTitle(steps);
  const { key, current } = first.subject;
  const name = key === unit.name ? '' : `${unit.name}: `;
  return `Upgrade ${name}${key} ${current} → ${first.version}${andOthers(others)}`;
}

/** Steps as their unit has them: what chooses before what follows. */
export function inOrder({ unit, steps }: Pick<UpgradeProposal, 'unit' | 'steps'>): Step[] {
  const ids = unit.subjects.map(({ id }) => id);
  return steps.toSorted((a, b) => ids.indexOf(a.subject.id) - ids.indexOf(b.subject.id));
}

function pinTitle(steps: readonly Step[]): string {
  const [first, second] = steps.map(({ subject }) => subject.key);
  return second === undefined
    ? `Pin ${first} to its digest`
    : `Pin ${count(steps.length, 'image')} to digests`;
}

function andOthers(others: readonly Step[]): string {
  if (others.length === 0) return '';
  const byKind = Map.groupBy(others, ({ subject }) => subject.kind);
  const [only] = others;
  if (others.length === 1 && only) return `, and ${only.subject.key} ${only.version}`;
  const counts = [...byKind].map(([kind, steps]) => count(steps.length, nouns[kind]));
  return `, ${counts.length === 1 ? 'and ' : ''}${list(counts)}`;
}
