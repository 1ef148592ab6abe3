import { code, inert, table } from '../../text/markdown.ts';
import type { Step } from '../choice.ts';
import type { DescribedUpgrade } from './facts-of-upgrade.ts';
import { type ReleaseLink, releaseLinks } from './release-links.ts';
import { inOrder } from './upgrade-title.ts';

/** Most links for one entry: charts name every project that they have ever touched. */
const most = 3;

/** What moves: from where, to where, how old that is, and where it is described. */
export function stepTable(described: DescribedUpgrade): string {
  const rows = inOrder(described.proposal).map((step) => [
    inert(step.subject.id),
    code(step.subject.current),
    step.size === 'pin' ? code(short(step.digest ?? '')) : `**${code(step.version)}**`,
    step.size,
    ageOf(step),
    linksOf(step, described).map(linkText).join(', '),
  ]);
  return table(['entry', 'from', 'to', 'step', 'age', 'release notes'], rows);
}

/** `first seen 2026-11-24, released 2026-11-20`: days, so that the text stays the same from run to run. */
function ageOf({ firstSeen, released }: Step): string {
  const seen = firstSeen === null ? [] : [`first seen ${firstSeen}`];
  return [...seen, ...(released === null ? [] : [`released ${released.slice(0, 10)}`])].join(', ');
}

function linksOf({ subject, version, size }: Step, { effect, facts }: DescribedUpgrade): ReleaseLink[] {
  if (size === 'pin') return [];
  const versions = { from: subject.current, to: version };
  if (subject.kind === 'git') return releaseLinks([subject.repository], { ...versions, tags: true });
  const homes = effect.kind === 'changed' && subject.kind === 'chart' ? effect.homes[subject.key] : undefined;
  const releases = subject.kind === 'tool' ? [subject.entry.releases?.git ?? ''] : [];
  const urls = [...(facts.origins[subject.id] ?? []), ...(homes ?? []), ...releases];
  return releaseLinks(urls, { ...versions, tags: false }).slice(0, most);
}

const linkText = ({ name, notes, compare }: ReleaseLink): string =>
  `[${name}](${notes})${compare === null ? '' : ` ([changes](${compare}))`}`;

const short = (digest: string): string => digest.slice(0, 'sha256:'.length + 12);
