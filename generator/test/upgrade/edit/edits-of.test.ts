import { expect, test } from 'vitest';
import { upgradePolicy } from '../../../src/definition/shape/upgrade-policy-shape.ts';
import type { Step } from '../../../src/upgrade/choice.ts';
import { editFiles } from '../../../src/upgrade/edit/edit-files.ts';
import { editsOf } from '../../../src/upgrade/edit/edits-of.ts';
import type { Subject } from '../../../src/upgrade/subject.ts';

const digest = `sha256:${'b'.repeat(64)}`;
const commit = 'c'.repeat(40);
const policy = upgradePolicy.parse({});
const entry = (file: string, key: string) => ({
  id: `${file}: ${key}`,
  key,
  file,
  current: 'v1.0.0',
  policy,
});

const image: Subject = {
  ...entry('images.yaml', 'a'),
  kind: 'image',
  repository: 'docker.io/library/a',
  digest: null,
};
const chart: Subject = {
  ...entry('charts/upstream.yaml', 'a'),
  kind: 'chart',
  place: 'repository',
  repository: 'https://charts.example.org',
  chart: 'a',
};
const git: Subject = {
  ...entry('charts/upstream.yaml', 'a-crds'),
  kind: 'git',
  repository: 'https://git.example.org/a.git',
  revision: 'd'.repeat(40),
};
const step = (subject: Subject, more: Partial<Step> = {}): Step => ({
  subject,
  size: 'minor',
  version: 'v1.1.0',
  digest: null,
  revision: null,
  firstSeen: null,
  released: null,
  ...more,
});

const files: Readonly<Record<string, string>> = {
  'images.yaml': 'images:\n  a: { repository: docker.io/library/a, tag: v1.0.0, digest: null }\n',
  'charts/upstream.yaml': `charts:\n  a:\n    version: v1.0.0\n  a-crds:\n    revision: ${'d'.repeat(40)}\n    version: v1.0.0\n`,
};
const read = (file: string): string => files[file] ?? '';

test('a unit changes the version of each entry, with the digest or the commit that it means', () => {
  const steps = [step(image, { digest }), step(chart), step(git, { revision: commit })];
  const edited = editFiles(editsOf(steps), read);
  expect(edited).toEqual({
    ok: true,
    value: new Map([
      ['images.yaml', `images:\n  a: { repository: docker.io/library/a, tag: v1.1.0, digest: ${digest} }\n`],
      [
        'charts/upstream.yaml',
        `charts:\n  a:\n    version: v1.1.0\n  a-crds:\n    revision: ${commit}\n    version: v1.1.0\n`,
      ],
    ]),
  });
});

test('a tag without a digest loses the one of the tag before', () => {
  const pinned = read('images.yaml').replace('null', digest);
  expect(editFiles(editsOf([step(image)]), () => pinned)).toEqual({
    ok: true,
    value: new Map([['images.yaml', read('images.yaml').replace('v1.0.0', 'v1.1.0')]]),
  });
});

test('nothing is edited where one of the files cannot be, and every reason is told', () => {
  const steps = [step(image), step({ ...chart, key: 'b' }), step({ ...chart, key: 'c' })];
  const edited = editFiles(editsOf(steps), read);
  expect(edited.ok ? [] : edited.problems.map(({ message }) => message)).toEqual([
    'charts.b.version is not there',
    'charts.c.version is not there',
  ]);
});
