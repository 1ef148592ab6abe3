import { expect, test } from 'vitest';
import { broughtVersion, moduleEdits, needsCommit } from '../../src/upgrade/tool/module-edits.ts';

const replaced = (path: string, place: string) => {
  const [to = '', version] = place.split('@');
  return { Old: { Path: path }, New: version === undefined ? { Path: to } : { Path: to, Version: version } };
};
const ours = {
  Go: '1.25',
  Replace: [replaced('k8s.io/api', 'k8s.io/api@v0.36.1'), replaced('a/old', 'a/old@v1.0.0')],
};
const commit = 'c'.repeat(40);

test('a module of ours replaces what the program’s own replaces, and what lies in its folders by a version', () => {
  const theirs = {
    Go: '1.27.0',
    Godebug: [{ Key: 'default', Value: 'go1.27' }],
    Require: [{ Path: 'k8s.io/api' }, { Path: 'a/engine' }, { Path: 'a/client' }],
    Replace: [
      replaced('k8s.io/api', './staging/src/k8s.io/api'),
      replaced('a/engine', './engine'),
      replaced('a/client', '../client'),
      replaced('a/forbidden', './FORBIDDEN'),
      replaced('b/yaml', 'c/yaml@v2.4.0'),
    ],
  };
  expect(needsCommit(theirs)).toBe(true);
  expect(moduleEdits(ours, theirs, 'a/program', '1.37.2', commit)).toEqual([
    '-dropreplace=k8s.io/api',
    '-dropreplace=a/old',
    '-replace=k8s.io/api=k8s.io/api@v0.37.2',
    `-replace=a/engine=a/engine@${commit}`,
    '-replace=b/yaml=c/yaml@v2.4.0',
    '-go=1.27.0',
    '-godebug=default=go1.27',
    '-require=a/program@v1.37.2',
  ]);
});

test('a program without replacements is raised alone, and no commit is asked for', () => {
  const theirs = { Go: '1.25', Require: null, Replace: null };
  expect(needsCommit(theirs)).toBe(false);
  expect(moduleEdits({ Go: '1.25' }, theirs, 'a/program', '3.6.8', '')).toEqual([
    '-go=1.25',
    '-require=a/program@v3.6.8',
  ]);
});

test('what a program brings stands in what it installs while it is built', () => {
  const installed = '#!/bin/sh\n# helm4_version=0.0.0\nhelm4_version=4.3.0\nkustomize5_version=5.9.0\n';
  expect(broughtVersion(installed, 'helm')).toBe('4.3.0');
  expect(broughtVersion(installed, 'kustomize')).toBe('5.9.0');
  expect(broughtVersion(installed, 'kubectl')).toBeNull();
  expect(broughtVersion('', 'helm')).toBeNull();
});
