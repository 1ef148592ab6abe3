/** How two tags of one image relate. `other`: they name different variants, or no versions. */
export type TagOrder = 'same' | 'newer' | 'older' | 'other';

/** How `next` relates to `current`, where both are written alike but for their numbers. */
export function tagOrder(current: string, next: string): TagOrder {
  if (current === next) return 'same';
  const [a, b] = [partsOf(current), partsOf(next)];
  if (a.rest !== b.rest) return 'other';
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let i = 0; i < length; i++) {
    const step = (b.numbers[i] ?? 0) - (a.numbers[i] ?? 0);
    if (step !== 0) return step > 0 ? 'newer' : 'older';
  }
  return 'other';
}

/** The numbers of a tag, and what is between them; the version in front may have more or fewer numbers. */
function partsOf(tag: string): { readonly numbers: readonly number[]; readonly rest: string } {
  const [, version = '', rest = ''] = tag.match(/^v?(\d+(?:\.\d+)*)?(.*)$/s) ?? [];
  const padded = version === '' ? [] : [...version.split('.'), '0', '0', '0'].slice(0, 4);
  const numbers = [...padded, ...(rest.match(/\d+/g) ?? [])].map(Number);
  return { numbers, rest: rest.replaceAll(/\d+/g, '#') };
}
