import { describe, expect, test } from 'vitest';
import { type ChartOrigin, chartIdentityOf } from '../../src/upgrade/identity/chart-identity.ts';
import { identityOf } from '../../src/upgrade/identity/image-identity.ts';
import {
  describeRepositoryChange,
  repositoriesChanged,
} from '../../src/upgrade/identity/repositories-changed.ts';
import type { ImageFacts } from '../../src/upgrade/sources.ts';

const image = (
  facts: Partial<ImageFacts> & { source?: string; title?: string; url?: string } = {},
): ImageFacts => {
  const { source, title, url, ...rest } = facts;
  const said = { source, title, url };
  return {
    platforms: ['linux/amd64'],
    created: null,
    labels: Object.fromEntries(
      Object.entries(said).flatMap(([key, value]) =>
        value === undefined ? [] : [[`org.opencontainers.image.${key}`, value]],
      ),
    ),
    entrypoint: [],
    command: [],
    ...rest,
  };
};
const starting = (...entrypoint: string[]) => image({ entrypoint });

describe('a program stays the same', () => {
  test.each([
    ['nothing is said', image(), image()],
    ['its path moves', starting('/bin/prometheus'), starting('/usr/local/bin/prometheus')],
    ['an option comes', starting('/server'), starting('/server', '--web')],
    ['a starter comes in front', starting('/exporter'), starting('/sbin/tini', '-g', '--', '/exporter')],
    ['a wrapper comes in front', starting('/exporter'), starting('/wrap', '/exporter')],
    ['a script stands in for it', starting('/exporter'), starting('/docker-entrypoint.sh')],
    ['a script is called something else', starting('/entrypoint.sh'), starting('/run.sh')],
    ['it was a shell with a line', starting('/bin/sh', '-c', 'a'), starting('/bin/sh', '-c', 'b')],
    ['it always was a bare one', starting('python3'), starting('bash')],
    [
      'its sources are spelled in another way',
      image({ source: 'https://github.com/Example/Program.git' }),
      image({ source: 'http://www.github.com/example/program/tree/main/server/' }),
    ],
    [
      'it is called something else and comes from the same sources',
      image({ source: 'https://github.com/example/program', title: 'Program' }),
      image({ source: 'https://github.com/example/program', title: 'The program' }),
    ],
    ['its title has its version', image({ title: 'Kafka 4.2' }), image({ title: 'kafka-4.3' })],
    [
      'a platform that no cluster has goes',
      image({ platforms: ['linux/amd64', 'linux/s390x'] }),
      image({ platforms: ['linux/amd64', 'linux/arm64'] }),
    ],
  ])('where %s', (_, before, after) => {
    expect(identityOf(before, after)).toEqual([]);
  });
});

describe('another program', () => {
  test.each([
    [
      starting('/redis_exporter'),
      starting('/postgres_exporter'),
      'it started redis_exporter, and starts postgres_exporter',
    ],
    [
      starting('/dataset-api'),
      image({ command: ['python3'] }),
      'it started dataset-api, and starts a bare python3',
    ],
    [
      starting('docker-entrypoint.sh', 'server'),
      starting('/bin/bash'),
      'it started a program, and starts a bare bash',
    ],
    [starting('/server'), image(), 'it started server, and starts nothing'],
    [
      image({ source: 'https://github.com/example/one' }),
      image({ source: 'https://github.com/example/two' }),
      'its sources were github.com/example/one, and are github.com/example/two',
    ],
    [
      image({ source: 'https://github.com/old/one' }),
      image({ source: 'https://github.com/new/one' }),
      'its sources moved from github.com/old/one to github.com/new/one',
    ],
    [image({ title: 'redis' }), image({ title: 'ubuntu' }), 'it was called redis, and is called ubuntu'],
    [
      image({ url: 'https://one.example.org' }),
      image({ url: 'https://two.example.org' }),
      'its pages were one.example.org, and are two.example.org',
    ],
    [
      image({ platforms: ['linux/amd64', 'linux/arm64/v8'] }),
      image({ platforms: ['linux/amd64'] }),
      'it no longer runs on linux/arm64',
    ],
  ])('%#', (before, after, reason) => {
    expect(identityOf(before, after)).toEqual([reason]);
  });
});

const chart = (origin: Partial<ChartOrigin>): ChartOrigin => ({
  name: 'program',
  home: null,
  sources: [],
  ...origin,
});

test.each([
  [chart({}), chart({ home: 'https://program.example.org' }), []],
  [
    chart({ sources: ['https://github.com/example/charts', 'https://github.com/example/program'] }),
    chart({ sources: ['https://github.com/example/program/'], home: 'https://example.org' }),
    [],
  ],
  [chart({}), chart({ name: 'other' }), ['it was called program, and is called other']],
  [
    chart({ home: 'https://github.com/old/charts' }),
    chart({ sources: ['https://github.com/new/charts'] }),
    ['its sources moved from github.com/old/charts to github.com/new/charts'],
  ],
])('a chart is the same while it has a name and any source in common: %#', (before, after, reasons) => {
  expect(chartIdentityOf(before, after)).toEqual(reasons);
});

test('a repository that moved is one change, and versions are none', () => {
  const before = [
    'docker.io/velero/velero:v1.18.1',
    'docker.io/library/busybox',
    'registry.example.org:5000/cache/a:1@sha256:0',
    'quay.io/example/gone:1.0.0',
  ];
  const after = [
    'ghcr.io/vmware-tanzu/velero:v1.19.0',
    'docker.io/library/busybox:1.37.0',
    'registry.example.org:5000/cache/a:2',
    'quay.io/example/new',
  ];
  expect(repositoriesChanged(before, after).map(describeRepositoryChange)).toEqual([
    'docker.io/velero/velero moved to ghcr.io/vmware-tanzu/velero',
    'quay.io/example/gone went',
    'quay.io/example/new came',
  ]);
  expect(repositoriesChanged(before, before)).toEqual([]);
});
