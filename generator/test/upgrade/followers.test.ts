import { expect, test } from 'vitest';
import { chart, chosen, folder, image, unit } from './choosing.ts';
import { seenOn } from './seen-on.ts';

const operator = [
  chart('operator', '1.2.0'),
  folder('crds', 'v1.2.0', { follows: { chart: 'operator', as: 'v{version}' } }),
  image('server', '5.0.0', { follows: { chart: 'operator' } }),
  image('sidecar', '5.0.0', { follows: { image: 'server' } }),
  image('broker', '1.2.0-kafka-4.3.1', { follows: { chart: 'operator', as: '{version}-kafka-*' } }),
];
const releases = {
  operator: [
    { version: '1.2.0', appVersion: '5.0.0' },
    { version: '1.3.0', appVersion: '5.1.0' },
    { version: '1.4.0', appVersion: '5.2.0' },
  ],
};

test('what follows comes along: by version, by the version of the program, and by a part of its own', async () => {
  const { steps, holds, asked } = await chosen([unit(operator)], {
    charts: releases,
    has: {
      crds: 'v1.2.0 v1.3.0 v1.4.0',
      broker: '1.3.0-kafka-4.3.1 1.4.0-kafka-4.3.1 1.4.0-kafka-4.4.0 1.5.0-kafka-4.4.0',
    },
  });
  expect(steps).toEqual([
    'operator 1.4.0 minor',
    'crds v1.4.0 minor',
    'server 5.2.0 minor',
    'sidecar 5.2.0 minor',
    'broker 1.4.0-kafka-4.4.0 minor',
  ]);
  expect(holds).toEqual([]);
  expect(asked.filter((question) => question.startsWith('tags'))).toEqual(['tags broker']);
});

test('the next best version of the leader is taken where one that follows has none that fits', async () => {
  const { steps, holds } = await chosen([unit(operator)], {
    charts: releases,
    has: { crds: 'v1.2.0 v1.3.0', broker: '1.3.0-kafka-4.3.1 1.4.0-kafka-4.3.1' },
  });
  expect(steps[0]).toBe('operator 1.3.0 minor');
  expect(steps).toHaveLength(5);
  expect(holds).toEqual(['crds v1.4.0 follower: https://git.example.org/crds.git has no tag v1.4.0']);
});

test('the part that a follower chooses never goes down, and is as large a step as it is', async () => {
  const units = [unit([chart('operator', '1.2.0'), operator[4] as never])];
  const down = await chosen(units, { has: { operator: '1.3.0', broker: '1.3.0-kafka-4.2.0' } });
  expect(down).toMatchObject({
    steps: [],
    holds: ['operator 1.3.0 follower: broker has no version 1.3.0-kafka-* to follow with'],
  });
  const alone = await chosen(units, { has: { broker: '1.2.0-kafka-4.4.0 1.2.0-kafka-5.0.0' } });
  expect(alone.steps).toEqual(['broker 1.2.0-kafka-4.4.0 minor']);
});

test('a part that goes on from what is followed begins anew', async () => {
  const plugin = image('plugin', 'v1.14.3', {
    follows: { chart: 'velero', as: 'v1.{appVersion.minor-4}.*' },
  });
  const world = {
    charts: {
      velero: [
        { version: '12.1.0', appVersion: '1.18.1' },
        { version: '12.2.0', appVersion: '1.19.0' },
      ],
    },
    has: { plugin: 'v1.14.4 v1.15.0 v1.16.0' },
  };
  const { steps } = await chosen([unit([chart('velero', '12.1.0'), plugin])], world);
  expect(steps).toEqual(['velero 12.2.0 minor', 'plugin v1.15.0 minor']);
});

test('the choice of a follower waits, is ignored and is limited as any other', async () => {
  const broker = (policy: object) =>
    image('broker', '1.2.0-kafka-4.3.1', {
      follows: { chart: 'operator', as: '{version}-kafka-*' },
      ...policy,
    });
  const holdsOf = async (policy: object, day = '2026-01-01') => {
    const seen = seenOn({ 'images.yaml: broker': { '1.3.0-kafka-4.3.1': day } });
    const world = { has: { operator: '1.3.0', broker: '1.3.0-kafka-4.3.1' } };
    return (await chosen([unit([chart('operator', '1.2.0'), broker(policy)])], world, { seen })).holds;
  };
  expect(await holdsOf({})).toEqual([]);
  expect(await holdsOf({}, '2026-03-19')).toEqual([
    'operator 1.3.0 follower: broker 1.3.0-kafka-4.3.1 has to wait (first seen on 2026-03-19) until 2026-03-22',
  ]);
  const ignore = [{ versions: '1.3.0-kafka-4.3.1', reason: 'it is broken' }];
  expect(await holdsOf({ ignore })).toEqual([
    'operator 1.3.0 follower: broker 1.3.0-kafka-4.3.1 has to wait (it is broken)',
  ]);
  expect(await holdsOf({ tags: 'kafka-4\\.4' })).toEqual([
    'operator 1.3.0 follower: broker has no version 1.3.0-kafka-* to follow with',
  ]);
});

test('what a follower could come to while its leader stays, and does not, is said', async () => {
  const units = [unit([chart('operator', '1.2.0'), operator[4] as never])];
  const has = { broker: '1.2.0-kafka-4.3.2 1.2.0-kafka-4.4.0 1.2.0-kafka-5.0.0 1.3.0-kafka-4.5.0' };
  const seen = seenOn({ 'images.yaml: broker': { '1.2.0-kafka-4.4.0': '2026-03-19' } });
  expect(await chosen(units, { has }, { seen })).toMatchObject({
    steps: ['broker 1.2.0-kafka-4.3.2 patch'],
    holds: [
      'broker 1.2.0-kafka-5.0.0 policy: a major step, and its policy allows minor',
      'broker 1.2.0-kafka-4.4.0 cooldown: first seen on 2026-03-19 until 2026-03-22',
    ],
  });
});

test('while the leader stays, none of those that follow it waits for another', async () => {
  const follows = { follows: { chart: 'operator', as: '{version}-kafka-*' } };
  const keys = ['broker', 'mirror'];
  const units = [
    unit([chart('operator', '1.2.0'), ...keys.map((key) => image(key, '1.2.0-kafka-4.3.1', follows))]),
  ];
  const found = await chosen(units, {
    has: { broker: '1.2.0-kafka-4.4.0', mirror: '1.2.0-kafka-4.4.1' },
    facts: { '1.2.0-kafka-4.4.0': { entrypoint: ['/shell'] } },
  });
  expect(found).toMatchObject({
    steps: ['mirror 1.2.0-kafka-4.4.1 minor'],
    holds: ['broker 1.2.0-kafka-4.4.0 identity: it started program, and starts shell'],
  });
});

test('a follower that does not answer holds its leader, whose older versions are not tried', async () => {
  const units = [unit([chart('operator', '1.2.0'), operator[4] as never])];
  const world = { has: { operator: '1.3.0 1.4.0' }, silent: ['broker'] };
  expect(await chosen(units, world)).toMatchObject({
    steps: [],
    holds: ['operator 1.4.0 unreachable: broker did not answer'],
  });
});
