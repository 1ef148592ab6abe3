import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isBuiltIn } from '../../src/verify/checks/scope.ts';
import { read } from '../support/folder.ts';
import { checkedKinds, explained, healthCheck } from '../support/health.ts';
import { repository } from '../support/program.ts';
import { appsIn, environments, hasChart, planOf, rendered } from '../support/render.ts';

/** Kinds of the groups that we use for which Argo CD 3.5 brings a check that serves. */
const broughtByArgoCd = [
  'cert-manager.io_Certificate',
  'cert-manager.io_Issuer',
  'external-secrets.io_ClusterSecretStore',
  'external-secrets.io_ExternalSecret',
  'kafka.strimzi.io_KafkaTopic',
  'kafka.strimzi.io_KafkaUser',
];

/** Kinds that nothing can be said about: they count as healthy as soon as they exist. */
const withoutCheck: Readonly<Record<string, string>> = {
  'generators.external-secrets.io_Password':
    'a recipe; the ExternalSecret that uses it says whether it worked',
  'monitoring.coreos.com_PodMonitor': 'read by Prometheus, which reports nothing back',
  'monitoring.coreos.com_ServiceMonitor': 'read by Prometheus, which reports nothing back',
};

/** Custom kinds that apps create before the operations layer, where nothing waits for anything. */
async function gatedKinds(ofOurs: boolean): Promise<Set<string>> {
  const kinds = new Set<string>();
  for (const environment of environments) {
    for (const app of appsIn(environment)) {
      const { layer, chart } = planOf(app, environment);
      if (layer === 'crds' || layer === 'operations' || (chart.kind === 'first-party') !== ofOurs) continue;
      if (!ofOurs && !(await hasChart(app))) continue;
      for (const { group, kind } of await rendered(app, environment))
        if (!isBuiltIn(group)) kinds.add(`${group}_${kind}`);
    }
  }
  return kinds;
}

const judgedSomehow = [...checkedKinds, ...broughtByArgoCd, ...Object.keys(withoutCheck)];

test('every custom kind that a wave may wait for is judged, or is known not to be', async () => {
  const kinds = await gatedKinds(true);
  expect([...kinds].filter((kind) => !judgedSomehow.includes(kind))).toEqual([]);
  const ours = checkedKinds.filter((kind) => kind !== 'argoproj.io_Application');
  expect(ours.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('so is every kind that charts of others create, as far as they can be had', async ({ skip }) => {
  const kinds = await gatedKinds(false);
  if (kinds.size === 0) skip('none of the charts could be had');
  expect([...kinds].filter((kind) => !judgedSomehow.includes(kind))).toEqual([]);
});

test('no kind is on two lists', () => {
  expect(judgedSomehow).toEqual([...new Set(judgedSomehow)]);
});

const files = readdirSync(join(repository, 'environments/health'));

test.each(files)('%s begins by saying what each of its verdicts means', (file) => {
  const lua = healthCheck(file.replace(/\.lua$/, ''));
  const given = lua.matchAll(/"(Healthy|Progressing|Degraded|Suspended)"/g);
  expect(explained(lua)).toEqual(new Set([...given].map(([, verdict]) => verdict)));
});

test.each(files)('%s is what every Argo CD is given', (file) => {
  const lua = read(repository, `environments/health/${file}`).trim();
  for (const instance of readdirSync(join(repository, 'environments/generated/bootstrap'))) {
    const given = read(repository, `environments/generated/bootstrap/${instance}/argocd-cm.yaml`);
    expect(given.replaceAll(/^ {4}/gm, '')).toContain(lua);
  }
});
