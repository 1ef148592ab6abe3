import { expect, test } from 'vitest';
import { chart, chosen, digestOf, folder, image, tool, unit } from './choosing.ts';
import { seenOn } from './seen-on.ts';

const web = (policy: object = {}) => [unit([image('web', '1.2.3', policy)])];

test.each<[policy: object, tags: string, steps: string[], holds: string[]]>([
  [{}, '1.2.4 1.3.0 1.2.9', ['web 1.3.0 minor'], []],
  [
    {},
    '1.3.0 2.0.0 2.1.0',
    ['web 1.3.0 minor'],
    ['web 2.1.0 policy: a major step, and its policy allows minor'],
  ],
  [
    { update: 'patch' },
    '1.2.4 1.3.0',
    ['web 1.2.4 patch'],
    ['web 1.3.0 policy: a minor step, and its policy allows patch'],
  ],
  [{ update: 'major' }, '1.2.4 2.0.0', ['web 2.0.0 major'], []],
  [{ update: 'none' }, '1.2.4 2.0.0', [], []],
  [{ versions: '>=1 <1.3' }, '1.2.4 1.3.0', ['web 1.2.4 patch'], ['web 1.3.0 policy: outside of >=1 <1.3']],
  [{}, '1.3.0-rc.1', [], []],
  [{ prerelease: true }, '1.3.0-rc.1 1.3.0-rc.2', ['web 1.3.0-rc.2 minor'], []],
  [{ tags: '^1\\.2\\.\\d+$' }, '1.2.4 1.3.0', ['web 1.2.4 patch'], []],
  [{}, '1.2.2 1.1.9 latest', [], []],
  [
    { ignore: [{ versions: '1.3.0', reason: 'it loses messages' }] },
    '1.2.4 1.3.0',
    ['web 1.2.4 patch'],
    ['web 1.3.0 ignored: it loses messages'],
  ],
  [
    { ignore: [{ versions: '>=1.2.4', reason: 'we move first', until: '2026-03-21' }] },
    '1.2.4 1.3.0',
    [],
    ['web 1.3.0 ignored: we move first until 2026-03-21'],
  ],
  [{ ignore: [{ versions: '1.3.0', reason: 'r', until: '2026-03-20' }] }, '1.3.0', ['web 1.3.0 minor'], []],
])('policy %j, of %s', async (policy, tags, steps, holds) => {
  expect(await chosen(web(policy), { has: { web: tags } })).toMatchObject({ steps, holds });
});

test('where the newest is too young, the newest that is old enough is taken', async () => {
  const seen = seenOn({ 'images.yaml: web': { '1.3.1': '2026-03-18' } });
  const found = await chosen(web(), { has: { web: '1.3.0 1.3.1' } }, { seen });
  expect(found).toMatchObject({
    steps: ['web 1.3.0 minor'],
    holds: ['web 1.3.1 cooldown: first seen on 2026-03-18 until 2026-03-21'],
  });
  const sooner = await chosen(web({ cooldown: 2 }), { has: { web: '1.3.0 1.3.1' } }, { seen });
  expect(sooner.steps).toEqual(['web 1.3.1 minor']);
});

test('what would run another program is held, and an older version is tried', async () => {
  const facts = {
    '1.2.3': { entrypoint: ['/web'] },
    '1.3.0': { entrypoint: ['/meter'] },
    '1.2.4': { entrypoint: ['/web'] },
  };
  expect(await chosen(web(), { has: { web: '1.2.4 1.3.0' }, facts })).toMatchObject({
    steps: ['web 1.2.4 patch'],
    holds: ['web 1.3.0 identity: it started web, and starts meter'],
  });
});

test('an image that cannot be compared with the present one is not taken', async () => {
  for (const digest of [digestOf('1.2.3'), null]) {
    const units = [unit([image('web', '1.2.3', {}, digest)])];
    const { steps, holds } = await chosen(units, { has: { web: '1.2.3 1.3.0' }, silent: ['web@1.2.3'] });
    expect(holds).toEqual(['web 1.3.0 unreachable: web@1.2.3 did not answer']);
    expect(steps).toEqual(digest === null ? ['web 1.2.3 pin'] : []);
  }
  const gone = await chosen(web(), { has: { web: '1.2.3 1.3.0' }, gone: ['web@1.2.3'] });
  expect(gone.steps).toEqual(['web 1.3.0 minor']);
});

test('what is not signed is refused, and not pinned either', async () => {
  const policy = { signature: { key: 'keys/web.pub' } };
  const world = { has: { web: '1.2.4 1.3.0' }, unsigned: ['1.3.0', '1.2.3'] };
  expect(await chosen(web(policy), world)).toMatchObject({
    steps: ['web 1.2.4 patch'],
    holds: ['web 1.3.0 signature: no web!'],
  });
  const unpinned = [unit([image('web', '1.2.3', policy, null)])];
  expect(await chosen(unpinned, { unsigned: ['1.2.3'] })).toMatchObject({
    steps: [],
    holds: ['web 1.2.3 signature: no web!'],
  });
});

test('an image without a digest gets it, with its next version or with the one that stands there', async () => {
  const units = [unit([image('web', '1.2.3', {}, null)]), unit([image('meter', '3.0.0', {}, null)])];
  const { choices, steps } = await chosen(units, { has: { web: '1.3.0', meter: '3.0.0' } });
  expect(steps).toEqual(['web 1.3.0 minor', 'meter 3.0.0 pin']);
  expect(choices.flatMap((choice) => choice.steps.map(({ digest }) => digest))).toEqual([
    digestOf('1.3.0'),
    digestOf('3.0.0'),
  ]);
});

test('deprecated versions of a chart are left out', async () => {
  const charts = {
    web: [{ version: '1.2.3' }, { version: '1.2.4' }, { version: '1.3.0', deprecated: true }],
  };
  expect((await chosen([unit([chart('web', '1.2.3')])], { charts })).steps).toEqual(['web 1.2.4 patch']);
});

test('who does not answer spoils nobody else', async () => {
  const units = [
    unit([image('web', '1.2.3')]),
    unit([image('meter', '3.0.0')]),
    unit([chart('db', '1.0.0')]),
  ];
  const { choices, steps } = await chosen(units, {
    has: { meter: '3.1.0', web: '1.3.0', db: '1.1.0' },
    silent: ['web', 'db'],
  });
  expect(steps).toEqual(['meter 3.1.0 minor']);
  expect(choices.map(({ failures, alarms }) => [failures, alarms])).toEqual([
    [['images.yaml: web: web did not answer'], []],
    [[], []],
    [['charts/upstream.yaml: db: db did not answer'], []],
  ]);
});

test('programs that a person must raise are held once, for the newest version', async () => {
  const units = [
    unit([tool('argocd', '3.5.1', { go: { package: 'p', module: 'argocd' } })]),
    unit([tool('helm', '4.2.0')]),
  ];
  const { steps, holds } = await chosen(units, { has: { argocd: '3.5.2 3.6.0', helm: '4.3.0' } });
  expect(steps).toEqual(['helm 4.3.0 minor']);
  expect(holds).toHaveLength(1);
  expect(holds[0]).toMatch(/^argocd 3\.6\.0 manual: .*npm run raise -- argocd 3\.6\.0/);
});

const runBy = ['dev', 'prod'].map((environment) => ({ app: 'web', environment, wave: 1, keepsData: false }));

test('moved and vanished tags are alarms that say who runs them and what would save them', async () => {
  const alarmsIn = async (world: object, mirrors: readonly string[] = []) =>
    (await chosen([unit([image('web', '1.2.3')], { runBy })], world, { mirrors })).choices.flatMap(
      ({ alarms }) => alarms.map(({ kind, detail, hint }) => `${kind}: ${detail}; ${hint}`),
    );
  expect(await alarmsIn({})).toEqual([]);
  const [moved] = await alarmsIn({ digests: { '1.2.3': digestOf('other') } });
  expect(moved).toContain(
    `means ${digestOf('other')} now, and ${digestOf('1.2.3')} was pinned; runs in web (dev, prod)`,
  );
  const [gone] = await alarmsIn({ gone: ['1.2.3'] });
  expect(gone).toMatch(/^vanished: registry\.example\.org\/web:1\.2\.3 is gone .*registryMirror/);
  const [saved] = await alarmsIn({ gone: ['1.2.3'] }, ['mirror.example.org']);
  expect(saved).toContain(`mirror.example.org/registry.example.org/web:1.2.3@${digestOf('1.2.3')};`);
});

test('a chart that is not listed any more and a tag of Git that was moved are alarms too', async () => {
  const moved = { ...folder('crds', 'v1.0.0'), revision: 'f'.repeat(40) };
  const { choices } = await chosen(
    [unit([chart('db', 'v1.0.0')]), unit([chart('web', '1.0.0')]), unit([moved])],
    {
      charts: { db: [{ version: '1.0.0' }], web: [{ version: '1.1.0' }] },
      has: { crds: 'v1.0.0' },
    },
  );
  expect(
    choices.flatMap(({ alarms }) => alarms.map(({ kind, subject }) => `${kind} ${subject.key}`)),
  ).toEqual(['vanished web', 'moved crds']);
});
