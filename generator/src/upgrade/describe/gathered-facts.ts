import type { UpgradeProposal } from '../upgrade-plan.ts';
import type { UpgradeTools } from '../upgrade-tools.ts';
import type { UpgradeFacts } from './facts-of-upgrade.ts';

/** Labels in which an image says where its sources are, the most exact first. */
const labels = [
  'org.opencontainers.image.source',
  'org.opencontainers.image.url',
  'org.label-schema.vcs-url',
];

/** What the new images say of where they come from. All that is asked here was answered before. */
export async function gatheredFacts(
  { steps }: UpgradeProposal,
  { sources }: Pick<UpgradeTools, 'sources'>,
): Promise<UpgradeFacts> {
  const origins = await Promise.all(
    steps.map(async ({ subject, digest }) => {
      if (subject.kind !== 'image' || digest === null) return [subject.id, []] as const;
      const answer = await sources.image(subject.repository, digest);
      const given = answer.kind === 'found' ? answer.value.labels : {};
      return [subject.id, labels.flatMap((label) => given[label] ?? [])] as const;
    }),
  );
  return { origins: Object.fromEntries(origins) };
}
