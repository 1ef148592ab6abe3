/** One page of a list, and the header that leads to the others, as GitHub words it. */
export function pageOf(
  list: readonly unknown[],
  url: URL,
): { page: readonly unknown[]; headers: Record<string, string> } {
  const number = (name: string, otherwise: number): number => Number(url.searchParams.get(name) ?? otherwise);
  const size = Math.min(Math.max(number('per_page', 30), 1), 100);
  const page = Math.max(number('page', 1), 1);
  const last = Math.max(Math.ceil(list.length / size), 1);
  const link = (to: number, relation: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    page: list.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** The same for lists that have no numbers of pages, but places from which they go on. */
export function pageByCursor(list: readonly unknown[], url: URL): ReturnType<typeof pageOf> {
  const size = Math.min(Math.max(Number(url.searchParams.get('per_page') ?? 30), 1), 100);
  const ids = list.map((item) => `after-${(item as { id: number }).id}`);
  const from = ids.indexOf(url.searchParams.get('after') ?? '') + 1;
  const next = new URL(url);
  next.searchParams.set('after', ids[from + size - 1] ?? '');
  const hasMore = from + size < list.length;
  return {
    page: list.slice(from, from + size),
    headers: hasMore ? { link: `<${next}>; rel="next"` } : {},
  };
}
