import type { Handler, Handlers } from './handlers.ts';
import { checkLength } from './pulls.ts';
import {
  type Comment,
  type IssueOf,
  invalid,
  nextNumber,
  type Pull,
  pullNumbered,
  Refusal,
  type World,
} from './world.ts';

const addLabels: Handler = ({ world, values, body }) => {
  const pull = pullNumbered(world, values[2] ?? '');
  const { labels = [] } = body as { labels?: readonly string[] };
  for (const name of namedIn(world, labels)) pull.labels.add(name);
  return { status: 200, body: shownLabels(world, pull.labels) };
};

const removeLabel: Handler = ({ world, values }) => {
  const { labels } = pullNumbered(world, values[2] ?? '');
  const found = [...labels].find((each) => each.toLowerCase() === values[3]?.toLowerCase());
  if (found === undefined) throw new Refusal(404, 'Label does not exist');
  labels.delete(found);
  return { status: 200, body: shownLabels(world, labels) };
};

/** GitHub makes a label that it does not have, and tells labels apart without their case. */
function namedIn(world: World, labels: readonly string[]): string[] {
  for (const name of labels) checkLength('Label', 'name', name, 50);
  return labels.map((name) => {
    const known = [...world.labels.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    if (!world.labels.has(known)) world.labels.set(known, { color: 'ededed' });
    return known;
  });
}

const shownLabels = (world: World, labels: Iterable<string>): { name: string; color: string }[] =>
  [...labels].map((name) => ({ name, color: world.labels.get(name)?.color ?? '' }));

/** Pull requests are issues, too. */
const list: Handler = ({ world, query }) => {
  const { state = 'open', labels = '' } = query as Record<string, string>;
  const wanted = labels.toLowerCase().split(',').filter(Boolean);
  const hasAll = (of: ReadonlySet<string>): boolean =>
    wanted.every((name) => [...of].some((label) => label.toLowerCase() === name));
  const found = [...world.pulls, ...world.issues]
    .filter((issue) => (state === 'all' || issue.state === state) && hasAll(issue.labels))
    .sort((a, b) => b.number - a.number);
  return { status: 200, body: found.map((issue) => shownIssue(world, issue)) };
};

const create: Handler = ({ world, body, user }) => {
  const {
    title,
    body: text = null,
    labels = [],
  } = body as { title: string; body?: string; labels?: string[] };
  checkIssue(title, text);
  const issue: IssueOf = {
    number: nextNumber(world),
    author: user,
    labels: new Set(namedIn(world, labels)),
    title,
    body: text,
    state: 'open',
  };
  world.issues.push(issue);
  return { status: 201, body: shownIssue(world, issue) };
};

const update: Handler = ({ world, values, body }) => {
  const issue = world.issues.find(({ number }) => number === Number(values[2]));
  if (!issue) throw new Refusal(404, 'Not Found');
  const { title = issue.title, body: text = issue.body, state = issue.state } = body as Partial<IssueOf>;
  checkIssue(title, text);
  Object.assign(issue, { title, body: text, state });
  return { status: 200, body: shownIssue(world, issue) };
};

function checkIssue(title: string, body: string | null): void {
  checkLength('Issue', 'title', title, 256);
  checkLength('Issue', 'body', body ?? '', 65_536);
}

function shownIssue(world: World, issue: Pull | IssueOf): object {
  const { owner, repo } = world.rules;
  const isPull = 'head' in issue;
  const url = `https://github.example.org/${owner}/${repo}/${isPull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    number: issue.number,
    html_url: url,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: { login: issue.author },
    labels: shownLabels(world, issue.labels),
    ...(isPull && { pull_request: { url, html_url: url, diff_url: url, patch_url: url } }),
  };
}

const listComments: Handler = ({ world, values }) => {
  const { number } = pullNumbered(world, values[2] ?? '');
  return { status: 200, body: world.comments.filter(({ pull }) => pull === number).map(shown) };
};

const createComment: Handler = ({ world, values, body, user }) => {
  const { number } = pullNumbered(world, values[2] ?? '');
  const comment = { id: world.nextId(), pull: number, author: user, body: textOf(body) };
  world.comments.push(comment);
  return { status: 201, body: shown(comment) };
};

const updateComment: Handler = ({ world, values, body }) => {
  const comment = commentOf(world, values[2]);
  comment.body = textOf(body);
  return { status: 200, body: shown(comment) };
};

const deleteComment: Handler = ({ world, values }) => {
  world.comments.splice(world.comments.indexOf(commentOf(world, values[2])), 1);
  return { status: 204 };
};

export const issues: Handlers = {
  'issues/add-labels': addLabels,
  'issues/remove-label': removeLabel,
  'issues/list-for-repo': list,
  'issues/create': create,
  'issues/update': update,
  'issues/list-comments': listComments,
  'issues/create-comment': createComment,
  'issues/update-comment': updateComment,
  'issues/delete-comment': deleteComment,
};

function textOf(body: unknown): string {
  const { body: text = '' } = body as { body?: string };
  if (text.trim() === '') throw invalid({ resource: 'IssueComment', field: 'body', code: 'missing_field' });
  checkLength('IssueComment', 'body', text, 65_536);
  return text;
}

function commentOf({ comments }: World, id: string | undefined): Comment {
  const found = comments.find((each) => each.id === Number(id));
  if (found) return found;
  throw new Refusal(404, 'Not Found');
}

const shown = ({ id, author, body }: Comment): object => ({ id, body, user: { login: author } });
