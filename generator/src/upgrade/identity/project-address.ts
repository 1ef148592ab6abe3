/**
 * Where a project is, in one spelling: host and path of a URL in lower case, without scheme, `www.`, `.git` and what leads
 * inside (`/tree/main/charts`), as in `github.com/example/program`.
 */
export function projectAddress(url: string): string {
  const bare = url
    .trim()
    .toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^git@([^:/]+):/, '$1/')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '');
  const inside = bare.replace(/(\/-)?\/(tree|blob|src|raw|releases|commit)\/.*$/, '');
  return inside.replace(/\/+$/, '').replace(/\.git$/, '');
}

/** What a project is called: the last part of its address. */
export const projectName = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

/** How to say that a project is elsewhere: one that kept its name has probably moved, and a person should know it. */
export const elsewhere = (what: string, before: string, after: string): string =>
  projectName(before) === projectName(after)
    ? `${what} moved from ${before} to ${after}`
    : `${what} were ${before}, and are ${after}`;
