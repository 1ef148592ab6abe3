import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read, repository } from '#testing';

/** Definitions and what they are made of; tests and what tests bring aside. */
const files = readdirSync(`${repository}/apps`, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('test/'),
);

const linesOf = (file: string): string[] =>
  read(`${repository}/apps`, file)
    .replaceAll(/^import .*?;$/gms, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

test('an app is easy to read: half of the files are under 80 lines, none is over 250', () => {
  const sizes = files.map((file) => ({ file, lines: read(`${repository}/apps`, file).split('\n').length }));
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sizes.filter(({ lines }) => lines > 250)).toEqual([]);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

test('no two files say the same: they share no six lines in a row', () => {
  const places = files.flatMap((file) => {
    const lines = linesOf(file);
    return lines.map((_, i) => ({ file, text: lines.slice(i, i + 6).join('\n') }));
  });
  const whole = places.filter(({ text }) => text.split('\n').length === 6);
  const shared = [...Map.groupBy(whole, ({ text }) => text)]
    .map(([text, at]) => ({ text, files: [...new Set(at.map(({ file }) => file))] }))
    .filter((repeated) => repeated.files.length > 1);
  expect(shared).toEqual([]);
});
