import type { Handler, Handlers } from './handlers.ts';
import { checkLength } from './pulls.ts';
import { type Comment, invalid, pullNumbered, Refusal, type World } from './world.ts';

const addLabels: Handler = ({ world, values, body }) => {
  const pull = pullNumbered(world, values[2] ?? '');
  const { labels = [] } = body as { labels?: readonly string[] };
  for (const name of labels) checkLength('Label', 'name', name, 50);
  for (const name of labels) {
    // GitHub makes a label that it does not have, and tells labels apart without their case.
    const known = [...world.labels.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    if (!world.labels.has(known)) world.labels.set(known, { color: 'ededed' });
    pull.labels.add(known);
  }
  const all = [...pull.labels].map((name) => ({ name, color: world.labels.get(name)?.color }));
  return { status: 200, body: all };
};

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
