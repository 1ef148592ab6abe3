import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import argocdHealth from '../generator/src/verify/argocd-health.gen.json' with { type: 'json' };
import tools from '../generator/tools.json' with { type: 'json' };

const text = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const found = (path: string, pattern: RegExp): string[] =>
  [...text(path).matchAll(pattern)].map(([, version = '']) => version);
const argocd = tools.argocd.version;

test('Argo CD is installed, read and proven at one version', () => {
  expect(found('README.md', /argo-cd\/v([\d.]+)\/manifests/g)).toEqual([argocd]);
  expect(argocdHealth.version).toBe(argocd);
  expect((parse(text('schemas/metrics/argocd.yaml')) as { version: string }).version).toBe(`v${argocd}`);
});

test('what was checked was checked with the programs of tools.json', () => {
  const { helm, kubectl } = tools;
  const server = tools['kube-apiserver'];
  expect(found('docs/checks.md', /kubectl (\d[\d.]*\d)/g)).toEqual([kubectl.version]);
  expect(found('docs/checks.md', /helm (\d[\d.]*\d)/g)).toEqual([helm.version]);
  expect(found('docs/checks.md', /API server (\d[\d.]*\d)/g)).toEqual([server.version]);
});
