import type { Automerge, PullRequest } from '../../forge/forge.ts';

/** A pull request as lists and answers give it, as far as we look. */
export interface Given {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly title: string;
  readonly body: string | null;
  readonly merged_at?: string | null;
  readonly user: { readonly login: string } | null;
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly full_name: string } | null;
  };
  readonly base: { readonly ref: string; readonly repo: { readonly full_name: string } };
  readonly labels: readonly { readonly name: string }[];
  readonly auto_merge: {
    readonly merge_method: 'merge' | 'squash' | 'rebase';
    readonly enabled_by: { readonly login: string } | null;
  } | null;
}

/** A branch of the same name in a fork is not ours. A repository that was renamed is itself still. */
export const isOwn = ({ head, base }: Given): boolean => head.repo?.full_name === base.repo.full_name;

export const pullRequest = (given: Given): PullRequest => ({
  number: given.number,
  url: given.html_url,
  state: given.merged_at != null ? 'merged' : given.state === 'open' ? 'open' : 'closed',
  head: given.head.ref,
  commit: given.head.sha,
  title: given.title,
  body: given.body ?? '',
  labels: given.labels.map(({ name }) => name),
  automerge: automergeOf(given),
});

function automergeOf({ auto_merge: wanted, user }: Given): Automerge | null {
  if (wanted === null) return null;
  const byAuthor = user !== null && wanted.enabled_by?.login === user.login;
  return { method: wanted.merge_method, byAuthor };
}
