import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { layers } from '../../src/definition/layer.ts';
import { read } from '../../testing/folder.ts';
import type { Thing } from './harness/api.ts';
import { onePerWave, upgrade } from './harness/changes.ts';
import { broken, type Edge } from './harness/order.ts';
import { describe, type Platform, platformOn } from './harness/platform.ts';
import { artefact } from './harness/proof.ts';
import { isWell } from './harness/record.ts';
import { until } from './harness/running.ts';
import { makeStage, type StageOptions } from './harness/stage.ts';
import { proof } from './harness/world.ts';

/**
 * What others do, and what we were tempted to do, on the same platform: each breaks the order somewhere. If one of
 * these tests ever fails, Argo CD has become better, and decision 0001 may be written anew.
 */
const found: string[] = [];

function note(
  alternative: string,
  moment: string,
  edges: readonly Edge[],
  unwell: readonly string[],
): string[] {
  const wrong = broken(edges);
  const cells = [alternative, moment, `${wrong.length} of ${edges.length}`, wrong.slice(0, 3).join('; ')];
  found.push(`| ${[...cells, unwell.join('; ') || 'none'].join(' | ')} |`);
  artefact(
    'alternatives.md',
    `| alternative | moment | edges that broke | for example | never got well |\n| --- | --- | --- | --- | --- |\n${found.join('\n')}\n`,
  );
  return wrong;
}

async function onStage(
  name: string,
  options: StageOptions,
  work: (platform: Platform) => Promise<void>,
): Promise<void> {
  const stage = await makeStage(name, options);
  try {
    await work(platformOn(stage, proof, await stage.world.push('first')));
  } finally {
    await stage.close();
  }
}

/** The Applications of the platform, following the branch by themselves. */
function applications({ stage, environment }: Platform): Thing[] {
  const { tree, model } = stage.world;
  const folder = `environments/${environment}/generated/candidate/applications`;
  return readdirSync(`${tree}/${folder}`).map((name) => {
    const text = read(tree, `${folder}/${name}`).replaceAll(
      '"{{ .Values.revision }}"',
      `refs/heads/${model.platform.branch}`,
    );
    const application = parse(text) as Thing;
    return { ...application, spec: { ...application.spec, project: 'default' } };
  });
}

const anything: Thing = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'default', namespace: 'argocd' },
  spec: {
    sourceRepos: ['*'],
    destinations: [{ server: '*', name: '*', namespace: '*' }],
    clusterResourceWhitelist: [{ group: '*', kind: '*' }],
  },
};

/** An ApplicationSet that makes these Applications as they are. */
function setOf(name: string, list: readonly Thing[], wave: number, strategy?: unknown): Thing {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace: 'argocd', annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } },
    spec: {
      goTemplate: true,
      generators: [
        {
          list: {
            elements: list.map(({ metadata, spec }) => ({
              name: metadata.name,
              namespace: spec.destination.namespace,
              patch: { metadata: { labels: metadata.labels, annotations: metadata.annotations }, spec },
            })),
          },
        },
      ],
      ...(strategy !== undefined && { strategy }),
      template: {
        metadata: { name: '{{ .name }}' },
        spec: { project: 'default', destination: { name: 'in-cluster', namespace: '{{ .namespace }}' } },
      },
      templatePatch: '{{ toJson .patch }}',
    },
  };
}

const layerOf = ({ metadata }: Thing): string =>
  Object.entries(metadata.labels ?? {}).find(([key]) => key.endsWith('/layer'))?.[1] ?? '';

/** Waits until all apps are Synced and Healthy at a commit; says which are not after five minutes, and why. */
async function unwellAt(platform: Platform, commit: string): Promise<string[]> {
  const unwell = (): string[] =>
    platform
      .plan()
      .map(({ name }) => name)
      .filter((name) => {
        const sight = platform.sight(name);
        const { revision: one, revisions = [one] } = sight?.object.status?.sync ?? {};
        const target = platform.at(commit)(name);
        return !sight || !isWell(sight) || (target !== null && !revisions.includes(target));
      });
  await until('', () => unwell().length === 0, { seconds: 300, every: 250 }).catch(() => undefined);
  return unwell().map((name) => `${name} (${describe(platform.sight(name))})`);
}

/** Upgrades an app of each wave; the last ones are looked at first. */
async function upgraded(platform: Platform): Promise<[edges: Edge[], unwell: string[]]> {
  const { stage } = platform;
  const apps = onePerWave(platform);
  const after = stage.record.mark();
  upgrade(platform, ...apps);
  const commit = await stage.world.push('upgrade one app of each wave');
  await platform.refresh(...[...apps].reverse());
  await until('the first app moves', () => platform.edges({ after }).length > 0, { seconds: 120 });
  await platform.refresh(...[...apps].reverse());
  const unwell = await unwellAt(platform, commit);
  return [platform.edges({ after }), unwell];
}

test('ApplicationSets of layers in waves: everything begins at once', async () => {
  await onStage('layers', {}, async (platform) => {
    const { stage } = platform;
    const all = applications(platform);
    for (const [i, layer] of layers.entries()) {
      const set = setOf(
        `layer-${layer}`,
        all.filter((each) => layerOf(each) === layer),
        i,
      );
      stage.world.write({ [`layers/${i}-${layer}.yaml`]: stringify(set) });
    }
    const commit = await stage.world.push('layers');
    await stage.cluster.api.apply(anything);
    await stage.cluster.api.apply({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'layers', namespace: 'argocd' },
      spec: {
        project: 'default',
        source: { repoURL: stage.world.url, targetRevision: 'main', path: 'layers' },
        destination: { name: 'in-cluster', namespace: 'argocd' },
        syncPolicy: { automated: { selfHeal: true } },
      },
    });
    const title = 'layer ApplicationSets with sync-waves';
    const unwell = await unwellAt(platform, commit);
    expect(note(title, 'install', platform.edges(), unwell)).not.toEqual([]);
    expect(note(title, 'upgrade', ...(await upgraded(platform)))).not.toEqual([]);
  });
});

test('RollingSync: layers on install, and on an upgrade whoever is looked at first', async () => {
  const env = { ARGOCD_APPLICATIONSET_CONTROLLER_ENABLE_PROGRESSIVE_SYNCS: 'true' };
  await onStage('rolling', { env }, async (platform) => {
    const { stage } = platform;
    const [key = ''] = Object.keys(applications(platform)[0]?.metadata.labels ?? {}).filter((each) =>
      each.endsWith('/layer'),
    );
    const steps = layers.map((layer) => ({ matchExpressions: [{ key, operator: 'In', values: [layer] }] }));
    await stage.cluster.api.apply(anything);
    await stage.cluster.api.apply(
      setOf('rolling', applications(platform), 0, { type: 'RollingSync', rollingSync: { steps } }),
    );
    const unwell = await unwellAt(platform, platform.installed);
    note('RollingSync by layer', 'install', platform.edges(), unwell);
    expect(note('RollingSync by layer', 'upgrade', ...(await upgraded(platform)))).not.toEqual([]);
  });
});

const plainCheck = `local health = (obj.status or {}).health or {}
return { status = health.status or "Progressing", message = health.message or "" }
`;

test('the health check that looks at health alone lets stale children pass', async () => {
  await onStage('plain-check', {}, async (platform) => {
    const { stage, environment } = platform;
    const { world } = stage;
    const file = `environments/generated/bootstrap/${environment}/argocd-cm.yaml`;
    const plain = (): void => {
      const settings = parse(read(world.tree, file)) as { data: Record<string, string> };
      settings.data['resource.customizations.health.argoproj.io_Application'] = plainCheck;
      world.write({ [file]: stringify(settings) });
    };
    plain();
    const first = await world.pushAsIs('the plain check');
    await stage.bootstrap(environment);
    await platform.settled(first);
    note('the plain health check', 'install', platform.edges(), []);

    const apps = onePerWave(platform);
    const after = stage.record.mark();
    upgrade(platform, ...apps);
    await world.generate();
    plain();
    const commit = await world.pushAsIs('upgrade one app of each wave');
    await platform.refresh(undefined);
    await platform.settled(commit);
    const edges = platform.edges({ after, target: platform.at(commit) });
    expect(note('the plain health check', 'upgrade', edges, [])).not.toEqual([]);
  });
});
