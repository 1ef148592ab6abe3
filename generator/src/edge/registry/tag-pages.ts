import { z } from 'zod';
import type { SourceAnswer } from '../../upgrade/sources.ts';
import type { WebAnswer } from '../web/web.ts';

const tagList = z.object({ tags: z.array(z.string()).nullish() });

export const mostTags = 100_000;
const mostPages = 1000;

/**
 * All tags of a repository, page by page (OCI distribution specification 1.1, "Content Discovery").
 *
 * @param first URL of the first page
 * @param where how the repository is named to people
 */
export async function allTags(
  first: string,
  where: string,
  page: (url: string) => Promise<SourceAnswer<WebAnswer>>,
): Promise<SourceAnswer<readonly string[]>> {
  const tags = new Set<string>();
  const seen = new Set<string>();
  let url: string | null = first;
  while (url !== null) {
    seen.add(url);
    const answer: SourceAnswer<WebAnswer> = await page(url);
    if (answer.kind !== 'found') return answer;
    const listed = tagsIn(answer.value.body);
    if (listed === null) return failed(`the tags of ${where} are no list of tags`);
    const before = tags.size;
    for (const tag of listed) tags.add(tag);
    if (tags.size > mostTags || seen.size > mostPages)
      return failed(`${where} has more than ${mostTags} tags`);
    const next: string | null | undefined = nextPage(answer.value.headers.get('link'), url);
    if (next === undefined) return failed(`the tags of ${where} go on at another host`);
    if (next !== null && seen.has(next)) {
      // Some registries list everything whatever they are asked: a page that has nothing new is the end of that.
      if (tags.size === before) break;
      return failed(`the tags of ${where} go in a circle`);
    }
    url = next;
  }
  return { kind: 'found', value: [...tags] };
}

const failed = (why: string): SourceAnswer<never> => ({ kind: 'failed', why });

function tagsIn(body: Buffer): readonly string[] | null {
  try {
    const read = tagList.safeParse(JSON.parse(body.toString('utf8')));
    return read.success ? (read.data.tags ?? []) : null;
  } catch {
    return null;
  }
}

/**
 * Where a list goes on, by `Link` with `rel=next` (RFC 8288); null at its end. Registries behind a proxy may believe that
 * they are asked without TLS, so the origin stays the one that was asked. Undefined: another host.
 */
export function nextPage(link: string | null, url: string): string | null | undefined {
  const target = [...(link ?? '').matchAll(/<([^>]*)>([^<]*)/g)].find(([, , parameters = '']) =>
    /;\s*rel\s*=\s*"?(?:[^"]*\s)?next\b/i.test(parameters),
  )?.[1];
  if (target === undefined) return null;
  const next = URL.parse(target, url);
  const here = new URL(url);
  if (next === null || next.hostname !== here.hostname) return undefined;
  return `${here.origin}${next.pathname}${next.search}`;
}
