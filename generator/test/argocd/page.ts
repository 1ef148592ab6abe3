import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { toolNamed } from '../../src/edge/tools/catalog.ts';

/** What vitest writes of a run, as far as it is read here. */
interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly duration?: number;
    }[];
  }[];
}

/** Writes down what a whole run has shown, from what its tests left in a folder. */
export function writePage(folder: string, target: string): void {
  const part = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim() : 'Not run.';
  const results = readdirSync(folder)
    .filter((name) => /^results-\d+\.json$/.test(name))
    .sort()
    .flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Results).testResults);
  const programs = (['argocd', 'kube-apiserver', 'etcd', 'helm', 'kustomize'] as const)
    .map((name) => `${name} ${toolNamed(name).version}`)
    .join(', ');
  const tests = results.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status, duration = 0 }) => {
      const seconds = status === 'passed' ? Math.round(duration / 1000) : status;
      return `| ${basename(name, '.test.ts')} | ${title} | ${seconds} |`;
    }),
  );
  writeFileSync(
    target,
    `# Results on Argo CD

Written by \`npm run test:argocd -- --all\` on ${new Date().toISOString().slice(0, 10)}: ${programs}; Node ${process.versions.node}, ${cpus().length} processors.
Argo CD's own controllers and Kubernetes' own API server, Jobs and garbage collection included; kubelets and operators
are stood in for by what walks each object through its operator's phases.

| file | what it shows | seconds |
| --- | --- | --- |
${tests.join('\n')}

## Install

![The order of an install](install-order.svg)

${part('install.md')}

## Waiting

${part('waits.md')}

${part('retries.md')}

## The alternatives

The same platform, ordered as others order theirs. An edge is a dependency of the plan at one sync of the app that
depends; it breaks when that app begins to sync before the other is Synced and Healthy.

${part('alternatives.md')}

## Scale

${part('scale.md')}

## What stood in for others

${part('stand-ins.md')}
`,
  );
}
