import type { CallSite } from '../definition/call-site.ts';
import type { SourceLocation } from '../problem/problem.ts';

/** Where a definition stands, relative to the root; `otherwise` where the stack did not say. */
export function locationOf(root: string, site: CallSite | undefined, otherwise: string): SourceLocation {
  if (site === undefined) return { file: otherwise };
  return { file: relative(root, site.url), line: site.line };
}

/** A `file:` URL below the root as a path with forward slashes; others stay whole. */
export function relative(root: string, url: string): string {
  return url.startsWith(root) ? decodeURIComponent(url.slice(root.length)) : url;
}
