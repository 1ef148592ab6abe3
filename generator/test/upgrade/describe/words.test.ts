import { describe, expect, test } from 'vitest';
import { upgradePolicy } from '../../../src/definition/shape/upgrade-policy-shape.ts';
import { fitted, limits } from '../../../src/edge/github/limits.ts';
import type { Step, StepSize } from '../../../src/upgrade/choice.ts';
import { chartForges, releaseLinks } from '../../../src/upgrade/describe/release-links.ts';
import { upgradeBody } from '../../../src/upgrade/describe/upgrade-body.ts';
import { upgradeTitle } from '../../../src/upgrade/describe/upgrade-title.ts';
import type { Effect, EnvironmentEffect } from '../../../src/upgrade/effect.ts';
import type { Subject } from '../../../src/upgrade/subject.ts';
import type { Unit } from '../../../src/upgrade/unit.ts';
import type { UpgradeProposal } from '../../../src/upgrade/upgrade-plan.ts';

const policy = upgradePolicy.parse({});
const follower = upgradePolicy.parse({ follows: { chart: 'strimzi-kafka-operator', as: '{version}' } });
const images = { file: 'images.yaml', digest: null, current: '1.2.0' } as const;

const operator: Subject = {
  kind: 'chart',
  id: 'charts/upstream.yaml: strimzi-kafka-operator',
  key: 'strimzi-kafka-operator',
  file: 'charts/upstream.yaml',
  place: 'oci',
  repository: 'quay.io/strimzi-helm',
  chart: 'strimzi-kafka-operator',
  current: '1.2.0',
  policy,
};
const image = (key: string): Subject => ({
  ...images,
  kind: 'image',
  id: `images.yaml: ${key}`,
  key,
  repository: `quay.io/strimzi/${key}`,
  policy: follower,
});
const crds: Subject = {
  kind: 'git',
  id: 'charts/upstream.yaml: strimzi-crds',
  key: 'strimzi-crds',
  file: 'charts/upstream.yaml',
  repository: 'https://github.com/strimzi/strimzi-kafka-operator.git',
  revision: 'a'.repeat(40),
  current: '1.2.0',
  policy: follower,
};
const step = (subject: Subject, version: string, size: StepSize = 'minor'): Step => ({
  subject,
  size,
  version,
  digest: subject.kind === 'image' ? `sha256:${'b'.repeat(64)}` : null,
  revision: subject.kind === 'git' ? 'c'.repeat(40) : null,
  firstSeen: size === 'pin' ? null : '2026-03-01',
  released: subject.kind === 'chart' ? '2026-02-27T10:00:00Z' : null,
});
const unit = (name: string, ...subjects: readonly Subject[]): Unit => ({
  name,
  subjects,
  keepsData: true,
  runBy: [
    { app: 'strimzi', environment: 'dev', wave: 2, keepsData: false },
    { app: 'kafka', environment: 'dev', wave: 5, keepsData: true },
    { app: 'kafka', environment: 'prod', wave: null, keepsData: true },
  ],
});
const proposal = (of: Unit, ...steps: readonly Step[]): UpgradeProposal => ({
  unit: of,
  branch: `upgrade/${of.name}`,
  steps,
  automerge: false,
});

describe('titles', () => {
  const kafka = unit('kafka', operator, image('kafka'), image('operator'), crds);
  const single = unit('strimzi-kafka-operator', operator);

  test.each<[string, UpgradeProposal]>([
    ['Upgrade strimzi-kafka-operator 1.2.0 → 1.3.0', proposal(single, step(operator, '1.3.0'))],
    [
      'Upgrade kafka: strimzi-kafka-operator 1.2.0 → 1.3.0, and operator 1.3.0',
      proposal(kafka, step(image('operator'), '1.3.0'), step(operator, '1.3.0')),
    ],
    [
      'Upgrade kafka: strimzi-kafka-operator 1.2.0 → 1.3.0, and 2 images',
      proposal(kafka, ...[image('kafka'), operator, image('operator')].map((it) => step(it, '1.3.0'))),
    ],
    [
      'Upgrade kafka: strimzi-kafka-operator 1.2.0 → 1.3.0, 2 images and 1 git source',
      proposal(kafka, ...[crds, image('kafka'), operator, image('operator')].map((it) => step(it, '1.3.0'))),
    ],
    [
      'Pin kafka to its digest',
      proposal(unit('kafka', image('kafka')), step(image('kafka'), '1.2.0', 'pin')),
    ],
    [
      'Pin 2 images to digests',
      proposal(
        unit('digests', image('kafka'), image('operator')),
        ...[image('kafka'), image('operator')].map((it) => step(it, '1.2.0', 'pin')),
      ),
    ],
  ])('%s', (title, of) => {
    expect(upgradeTitle(of)).toBe(title);
  });
});

describe('links to release notes', () => {
  const links = (urls: readonly string[], tags = false) =>
    releaseLinks(urls, { from: 'v1.0', to: 'v1.1+a b', tags });

  test('lead to forges, however their addresses are written, each once', () => {
    expect(
      links([
        'https://github.com/acme/web.git',
        'git+https://github.com/acme/web/tree/main/charts',
        'http://gitlab.com/a/b/c',
      ]),
    ).toEqual([
      {
        name: 'acme/web',
        notes: 'https://github.com/acme/web/releases?q=v1.1%2Ba%20b&expanded=true',
        compare: null,
      },
      { name: 'a/b/c', notes: 'https://gitlab.com/a/b/c/-/releases', compare: null },
    ]);
  });

  test('compare tags where the versions are tags', () => {
    expect(links(['https://github.com/acme/web'], true)[0]?.compare).toBe(
      'https://github.com/acme/web/compare/v1.0...v1.1%2Ba%20b',
    );
  });

  test.each([
    'javascript:alert(1)',
    'https://github.com.example.org/acme/web',
    'https://github.com/acme',
    'https://github.com/acme/web)](https://example.org',
    'not an address',
    '',
  ])('nothing comes of %j', (url) => {
    expect(links([url])).toEqual([]);
  });

  test('charts that pages of GitHub serve are released where those pages are made', () => {
    expect(chartForges('https://grafana-community.github.io/helm-charts')).toEqual([
      'https://github.com/grafana-community/helm-charts',
    ]);
    expect(chartForges('quay.io/strimzi-helm')).toEqual([]);
  });
});

const environment = (name: string, more: Partial<EnvironmentEffect> = {}): EnvironmentEffect => ({
  environment: name,
  reachedBy: 'merge',
  objects: [
    { app: 'kafka', object: 'Kafka/kafka', change: 'changed' },
    { app: 'strimzi', object: 'Deployment/operator', change: 'changed' },
    { app: 'strimzi', object: 'ServiceAccount/operator', change: 'relabeled' },
  ],
  images: [
    {
      app: 'kafka',
      before: 'quay.io/strimzi/kafka:1.2.0',
      after: `quay.io/strimzi/kafka:1.3.0@sha256:${'b'.repeat(64)}`,
    },
  ],
  resources: [{ app: 'strimzi', container: 'Deployment/operator main', detail: 'requests cpu 200m → 300m' }],
  restarts: [{ app: 'strimzi', object: 'Deployment/operator' }],
  waves: [],
  diff: `--- before/kafka/Kafka/kafka.yaml\n+++ after/kafka/Kafka/kafka.yaml\n host: ${name}\n-image: 1.2.0\n+image: 1.3.0\n`,
  unreachable: [],
  ...more,
});

const effect: Effect = {
  kind: 'changed',
  environments: [environment('dev'), environment('prod', { reachedBy: 'promotion' }), environment('stage')],
  settings:
    'strimzi-kafka-operator 1.2.0 → 1.3.0: 2 changes\n  removed  a.b  (set by strimzi)\n  added    c: string\n',
  charts: {
    'strimzi-kafka-operator': {
      appVersion: '1.3.0',
      homes: ['https://strimzi.io/', 'https://github.com/strimzi/strimzi-kafka-operator'],
    },
  },
  findings: [
    {
      code: 'invalid-manifest',
      message: '`kafka`: @everybody <b>look</b>',
      location: { file: 'apps/kafka.ts' },
      environments: ['dev'],
    },
  ],
};
const facts = {
  origins: { 'images.yaml: kafka': ['https://github.com/strimzi/strimzi'] },
};

describe('the text of a pull request', () => {
  const kafka = unit('kafka', operator, image('kafka'), crds);
  const whole = proposal(kafka, ...[operator, image('kafka'), crds].map((it) => step(it, '1.3.0')));

  test('is this', async () => {
    const { title, body } = upgradeBody(whole, effect, facts);
    await expect(`# ${title}\n\n${body}`).toMatchFileSnapshot('upgrade-body.md');
    expect(upgradeBody(whole, structuredClone(effect), facts).body).toBe(body);
  });

  test('of what changes nothing that is applied says so', () => {
    const nothing: Effect = { kind: 'changed', environments: [], settings: '', charts: {}, findings: [] };
    expect(upgradeBody(whole, nothing, facts).body).toContain('Nothing that Argo CD applies changes.');
  });

  test('names what could not be rendered', () => {
    const part: Effect = {
      ...effect,
      environments: [environment('dev', { objects: [], diff: '', unreachable: ['kafka: no route to host'] })],
    };
    expect(upgradeBody(whole, part, facts).body).toContain(
      '**Not rendered**, because a chart could not be had:\n\n- kafka: no route to host',
    );
  });

  test('of samples promises no deployment', () => {
    const samples: Effect = {
      ...effect,
      environments: [environment('dev', { reachedBy: 'nothing' })],
    };
    const [first] = upgradeBody(whole, samples, facts).body.split('\n');
    expect(first).toBe('Merging this deploys nothing: dev is a sample.');
  });

  test('has all but the end of its diffs where a forge takes no more', () => {
    const line = `+${'x'.repeat(99)}\n`;
    const long: Effect = {
      ...effect,
      environments: [environment('dev', { diff: line.repeat(2000) })],
    };
    const { body } = upgradeBody(whole, long, facts);
    const taken = fitted(body);
    expect(body.length).toBeGreaterThan(limits.body);
    expect(taken.length).toBeLessThanOrEqual(limits.body);
    const start = body.indexOf('<details><summary>Diff of the manifests');
    expect(taken.slice(0, start)).toBe(body.slice(0, start));
    expect(taken).toMatch(/```\n\n<\/details>\n\n_Cut here: /);
  });
});
