import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesIn, read } from '../../support/folder.ts';
import { repository } from '../../support/program.ts';

const folder = join(repository, 'charts');
const charts = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const applications = charts.filter((name) => name !== 'platform');

/** The templates of a chart, without the library that lies in it as a link. */
const templates = (chart: string): [string, string][] =>
  Object.entries(filesIn(join(folder, chart, 'templates')));

/** Charts as they are written, before anything is rendered. */
describe.each(charts)('the chart %s', (chart) => {
  test('asks neither the cluster nor chance, so every render is the same', () => {
    const asking =
      /\b(lookup|randAlpha\w*|randNumeric|randAscii|randBytes|gen(CA|SelfSigned|Signed|PrivateKey)\w*|now|uuidv4|htpasswd|bcrypt|getHostByName)\b|\.Capabilities\b/;
    const expressions = templates(chart).flatMap(([path, text]) =>
      [...text.replaceAll(/\{\{-?\s*\/\*.*?\*\/\s*-?\}\}/gs, '').matchAll(/\{\{.*?\}\}/gs)].map(
        ([expression]) => `${path}: ${expression}`,
      ),
    );
    expect(expressions.filter((expression) => asking.test(expression))).toEqual([]);
    expect(expressions).not.toEqual([]);
  });

  test('names nothing after the release, which Argo CD chooses', () => {
    expect(templates(chart).filter(([, text]) => /\.Release\.Name\b/.test(text))).toEqual([]);
  });

  test('begins the name of every template of its own with its own name', () => {
    const defined = templates(chart).flatMap(([, text]) =>
      [...text.matchAll(/\{\{-?\s*define "([^"]+)"/g)].map(([, name]) => String(name)),
    );
    expect(defined.filter((name) => !name.startsWith(`${chart}.`))).toEqual([]);
  });
});

describe.each(applications)('the chart %s', (chart) => {
  test('brings the library as a link that Git keeps', () => {
    expect(readlinkSync(join(folder, chart, 'charts/platform'))).toBe('../../platform');
  });

  test('says what it depends on, so that Helm takes the library in', () => {
    const { dependencies } = parse(read(folder, `${chart}/Chart.yaml`));
    expect(dependencies).toEqual([{ name: 'platform', version: '0.1.0', repository: 'file://../platform' }]);
  });
});
