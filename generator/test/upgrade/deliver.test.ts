import { describe, expect, test } from 'vitest';
import { claimOf, isTrue, sealed } from '../../src/edge/checkout/seal.ts';
import type { PullRequest } from '../../src/forge/forge.ts';
import type { Branch } from '../../src/forge/workspace.ts';
import { strayBranches } from '../../src/upgrade/deliver/close-superseded.ts';
import { besidePeople } from '../../src/upgrade/deliver/held.ts';
import { requestDraft } from '../../src/upgrade/deliver/request-draft.ts';
import { requestsOf } from '../../src/upgrade/deliver/requests.ts';
import { targetsIn, targetsMark, withTargets } from '../../src/upgrade/deliver/targets-mark.ts';
import { image, proposalOf } from './proposals.ts';

const pull = (number: number, state: PullRequest['state'], over: Partial<PullRequest> = {}): PullRequest => ({
  number,
  url: `https://git.example.org/${number}`,
  state,
  head: 'upgrade/api',
  commit: `c${number}`,
  title: '',
  body: targetsMark(`api ${number}`),
  labels: [],
  automerge: null,
  ...over,
});
const branch: Branch = { name: 'upgrade/api', commit: 'c1', isFree: true };
const api = proposalOf(image('api', '1.0.0'), '1.1.0');
const none = { proposals: [], closings: [] };

describe('what a pull request moves to', () => {
  test('is in a line of its text, on top, once', () => {
    const text = withTargets(`${targetsMark('old 1')}\nWhy.`, 'images.yaml: api 1.1.0');
    expect(text).toBe('<!-- upgrade: images.yaml: api 1.1.0 -->\nWhy.');
    expect(targetsIn(text)).toBe('images.yaml: api 1.1.0');
    expect(targetsIn('Why.')).toBeNull();
  });

  test.each(['a --> b', '$& $1', 'a &gt; b', '-->'])('whatever is in it: %s', (targets) => {
    expect(targetsIn(withTargets('Why -->', targets))).toBe(targets);
    expect(targetsMark(targets).match(/-->/g)).toHaveLength(1);
  });
});

test('requests: of our branches, with what they move to, in the order of the forge', () => {
  const all = [
    pull(4, 'open'),
    pull(3, 'closed', { labels: ['Superseded'] }),
    pull(2, 'open', { head: 'upgrade/mine', body: 'Mine.' }),
    pull(1, 'merged', { head: 'other/api' }),
  ];
  expect(requestsOf(all)).toEqual([
    {
      unit: 'api',
      number: 4,
      url: 'https://git.example.org/4',
      state: 'open',
      superseded: false,
      targets: 'api 4',
    },
    {
      unit: 'api',
      number: 3,
      url: 'https://git.example.org/3',
      state: 'closed',
      superseded: true,
      targets: 'api 3',
    },
  ]);
});

describe('stray branches', () => {
  const isStray = (
    plan: Parameters<typeof strayBranches>[0],
    pulls: PullRequest[],
    over: Partial<Branch> = {},
  ) => strayBranches(plan, [{ ...branch, ...over }], pulls).length === 1;
  const closing = { request: { ...requestsOf([pull(1, 'open')])[0] } as never, why: '' };

  test('are those whose pull request was merged, superseded, or closed just now', () => {
    expect(isStray(none, [pull(1, 'merged')])).toBe(true);
    expect(isStray(none, [pull(1, 'closed', { labels: ['superseded'] })])).toBe(true);
    expect(isStray({ proposals: [], closings: [closing] }, [pull(1, 'open')])).toBe(true);
    expect(isStray({ proposals: [api], closings: [closing] }, [pull(1, 'open')])).toBe(true);
  });

  test('are none that are needed, open, without a pull request, closed by a person, or have the work of one', () => {
    expect(isStray({ proposals: [api], closings: [] }, [pull(1, 'merged')])).toBe(false);
    expect(isStray(none, [])).toBe(false);
    expect(isStray(none, [pull(2, 'open'), pull(1, 'merged')])).toBe(false);
    expect(isStray(none, [pull(2, 'closed'), pull(1, 'merged')])).toBe(false);
    expect(isStray(none, [pull(1, 'merged')], { isFree: false, commit: 'other' })).toBe(false);
    expect(isStray(none, [pull(1, 'merged')], { isFree: false, commit: 'c1' })).toBe(true);
  });
});

test('what would touch the work of a person is held, and not closed', () => {
  const request = requestsOf([pull(1, 'open')])[0];
  if (!request) throw new Error('it is one');
  const plan = { proposals: [api], closings: [{ request, why: '' }], holds: [], alarms: [], failures: [] };
  expect(besidePeople(plan, [branch], [pull(1, 'open')])).toEqual(plan);
  const beside = besidePeople(plan, [{ ...branch, isFree: false }], [pull(1, 'open')]);
  expect(beside).toMatchObject({
    proposals: [],
    closings: [],
    holds: [{ version: '1.1.0', reason: 'commit' }],
  });
});

test('labels say how large the largest step is, and that data is kept', () => {
  const settings = { mainBranch: 'main', reviewers: [], merge: 'squash' } as const;
  const words = { title: 'Upgrade', body: '' };
  const { labels, withoutLabels } = requestDraft(
    proposalOf(image('api', '1.0.0'), '2.0.0', { size: 'major', keepsData: true }),
    words,
    settings,
  );
  expect(labels).toEqual(['upgrade', 'major', 'data']);
  expect(withoutLabels).toEqual(['pin', 'patch', 'minor', 'superseded']);
});

describe('the seal of a commit', () => {
  const trailer = 'Made-by: npm run upgrade';
  const ann = 'Ann <ann@example.org>';
  const content = {
    change: '+a',
    parents: ['a1'],
    message: 'Upgrade api\n\n- api: 1 to 2\n',
    committer: ann,
  };
  const message = sealed(content, trailer);
  const holds = (text: string, { change = '+a', parent = 'a1', committer = ann } = {}): boolean => {
    const commit = `tree t1\nparent ${parent}\nauthor A <a@example.org> 1 +0000\ncommitter ${committer} 1 +0000\n\n${text}`;
    const claim = claimOf(commit, trailer);
    return claim !== null && isTrue(claim, change);
  };

  test('holds for what was made, also without a text below the title', () => {
    expect(holds(message)).toBe(true);
    expect(holds(sealed({ ...content, message: 'Upgrade' }, trailer))).toBe(true);
  });

  test('is broken by another change or text, by another line at the end, and by who amends it', () => {
    expect(holds(message, { change: '+b' })).toBe(false);
    expect(holds(message.replace('api', 'web'))).toBe(false);
    expect(holds(`${message}Signed-off-by: A <a@example.org>\n`)).toBe(false);
    expect(holds(message, { committer: 'Bob <bob@example.org>' })).toBe(false);
  });

  test('holds where a forge brings the same change along to another commit', () => {
    expect(holds(message, { parent: 'b2', committer: 'Forge <forge@example.org>' })).toBe(true);
  });

  test('is needed: who made it can be written by anybody', () => {
    expect(holds(`Promote\n\n${trailer}\n`)).toBe(false);
    expect(holds('Upgrade api\n')).toBe(false);
  });
});
