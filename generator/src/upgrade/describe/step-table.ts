import { code, inert, table } from '../../text/markdown.ts';
import type { Step } from '../choice.ts';
import type { DescribedUpgrade } from './facts-of-upgrade.ts';
import { chartForges, type ReleaseLink, releaseLinks } from './release-links.ts';
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
  const tagged = (urls: readonly string[]): ReleaseLink[] => releaseLinks(urls, { ...versions, tags: true });
  const named = (urls: readonly string[], to = version): ReleaseLink[] =>
    releaseLinks(urls, { ...versions, to, tags: false });
  switch (subject.kind) {
    case 'git':
      return tagged([subject.repository]);
    case 'tool':
      return named([subject.entry.releases?.git ?? '']);
    case 'image':
      return named(facts.origins[subject.id] ?? []).slice(0, most);
    case 'chart': {
      const self = effect.kind === 'changed' ? effect.charts[subject.key] : undefined;
      const [charts, programs] = [chartForges(subject.repository), self?.homes ?? []];
      const all = [...named(charts), ...named(programs, self?.appVersion ?? version)];
      return [...new Map(all.toReversed().map((link) => [link.name, link])).values()]
        .toReversed()
        .slice(0, most);
    }
  }
}

const linkText = ({ name, notes, compare }: ReleaseLink): string =>
  `[${name}](${notes})${compare === null ? '' : ` ([changes](${compare}))`}`;

const short = (digest: string): string => digest.slice(0, 'sha256:'.length + 12);
