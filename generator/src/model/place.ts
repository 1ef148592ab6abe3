import type { CallSite } from '../definition/call-site.ts';
import type { Place } from '../problem/problem.ts';

/** Where a definition stands, relative to the root; `otherwise` where the stack did not say. */
export function placeOf(root: string, site: CallSite | undefined, otherwise: string): Place {
  if (site === undefined) return { file: otherwise };
  return { file: relative(root, site.url), line: site.line };
}

/** A `file:` URL below the root as a path with forward slashes; others stay whole. */
export function relative(root: string, url: string): string {
  return url.startsWith(root) ? decodeURIComponent(url.slice(root.length)) : url;
}
