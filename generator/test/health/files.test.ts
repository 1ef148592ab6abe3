import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import argocd from '../../src/verify/argocd-health.gen.json' with { type: 'json' };
import { read } from '../../testing/folder.ts';
import { explained } from '../../testing/health.ts';
import { repository } from '../../testing/program.ts';

const folder = 'generator/health';
const files = readdirSync(join(repository, folder));

test.each(files)('%s begins by saying what each of its verdicts means', (file) => {
  const lua = read(repository, `${folder}/${file}`);
  const given = lua.matchAll(/"(Healthy|Progressing|Degraded|Suspended)"/g);
  expect(explained(lua)).toEqual(new Set([...given].map(([, verdict]) => verdict)));
});

test.each(files)('%s is judged by a test', (file) => {
  const tests = readdirSync(import.meta.dirname).map((name) => read(import.meta.dirname, name));
  expect(tests.some((text) => text.includes(`'${folder}/${file}'`))).toBe(true);
});

test('the kinds that Argo CD judges are those of the version that the proof runs', () => {
  expect(read(repository, 'generator/tools/argocd/go.mod')).toContain(
    `github.com/argoproj/argo-cd/v3 v${argocd.version}\n`,
  );
  expect(argocd.kinds.length).toBeGreaterThan(200);
});
