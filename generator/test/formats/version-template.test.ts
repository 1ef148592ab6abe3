import { expect, test } from 'vitest';
import { filled, fits, versionTemplate } from '../../src/definition/format/version-template.ts';

const leader = { version: 'v12.1.0', appVersion: '1.18.1' };

test.each([
  ['{version}', 'v12.1.0'],
  ['velero-{version}', 'velero-v12.1.0'],
  ['v{appVersion}-distroless', 'v1.18.1-distroless'],
  ['{version.major}.{version.minor}.*', '12.1.*'],
  ['v1.{appVersion.minor-4}.*', 'v1.14.*'],
  ['{appVersion.patch+9}', '10'],
])('%s is %s', (template, wanted) => {
  expect(filled(template, leader)).toBe(wanted);
});

test('what is not known, is no number or would be less than nothing is nothing', () => {
  expect(filled('{appVersion}', { ...leader, appVersion: null })).toBeNull();
  expect(filled('{version.minor}', { version: '480', appVersion: null })).toBeNull();
  expect(filled('{version.minor-2}', leader)).toBeNull();
});

test('a star stands for a number, and everything else for itself', () => {
  expect(fits('1.2.0-kafka-4.3.1', '1.2.0-kafka-*')).toBe(true);
  expect(fits('1.2.0-kafka-', '1.2.0-kafka-*')).toBe(false);
  expect(fits('1.2.0-kafka-4.3.1-amd64', '1.2.0-kafka-*')).toBe(false);
  expect(fits('v1.14.0-rc.1', 'v1.14.*')).toBe(false);
  expect(fits('1x2.0', '1.2.0')).toBe(false);
  expect(fits('1.2.0-rc.1', '1.2.0')).toBe(false);
});

test.each([
  ['v1.2.3', 'must have {version} in it'],
  ['{appVersion}', 'has {appVersion} in it, and an image has none'],
  ['{versions}', 'has braces that are no part of a version, as {version} or {version.major} are'],
  ['{version.build}', 'has braces that are no part of a version, as {version} or {version.major} are'],
  ['{version}-*', null],
])('%s as the version of an image: %s', (template, fault) => {
  expect(versionTemplate('version')(template)).toBe(fault);
});
