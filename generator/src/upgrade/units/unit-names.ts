import type { Subject } from '../subject.ts';

/** What the pull request that pins digests is called. */
export const pinUnit = 'digests';

const longest = 63;

/** Which entry keeps its key as the name where several have the same. */
const rank: Readonly<Record<Subject['kind'], number>> = { chart: 0, git: 1, image: 2, tool: 3 };

/**
 * A name for each family of entries: its group's, else the key of its first. Where two would have the same, a group
 * goes before a chart, a chart before an image, an image before a program; the later one says what it is, as in
 * `kong-image`.
 */
export function namesOf(families: readonly (readonly Subject[])[]): string[] {
  const wanted = families.map((members, i) => {
    const group = members.find(({ policy }) => policy.group !== undefined)?.policy.group;
    const [first] = members;
    return {
      i,
      name: group ?? first?.key ?? '',
      kind: first?.kind ?? 'image',
      rank: group === undefined ? 1 + rank[first?.kind ?? 'image'] : 0,
    };
  });
  const taken = new Set([pinUnit]);
  const names: string[] = families.map(() => '');
  for (const { i, name, kind } of wanted.sort((a, b) => a.rank - b.rank || a.i - b.i)) {
    const free = spellings(name, kind).find((spelling) => !taken.has(spelling)) ?? name;
    taken.add(free);
    names[i] = free;
  }
  return names;
}

/** A name, and what stands in for it where it is taken: at most as many families have the same as there are files. */
const spellings = (name: string, kind: string): string[] =>
  ['', `-${kind}`, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `-${kind}-${number}`)].map(
    (end) => `${name.slice(0, longest - end.length)}${end}`,
  );
