import { type Layer, lastLayer, layers } from '../definition/layer.ts';
import type { EnvironmentModel } from '../model/model.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import { candidateSection, type Difference, pinnedStatus } from './difference-page.ts';
import { command, type File } from './files.ts';
import { code, count, list, sections, table } from './markdown.ts';
import { paths } from './names.ts';
import {
  dataSection,
  exceptionsSection,
  hostsSection,
  imagesSection,
  outsideSection,
  secretsSection,
} from './plan-page-sections.ts';
import { planPicture } from './plan-picture.ts';

/** What runs in an environment, in which order and why, for a person who reviews or takes over. */
export function planPage(
  environment: EnvironmentModel,
  plan: Plan,
  differences: readonly Difference[],
): File {
  const text = sections(
    `<!-- Written by \`${command}\` from ${environment.place.file}. Do not edit. -->`,
    `# ${environment.name}`,
    statusLine(environment),
    environment.description,
    summary(environment, plan),
    layerTable(plan),
    orderSection(environment, plan),
    edgesSection(plan),
    hostsSection(plan, environment.exposure !== null),
    outsideSection(plan),
    dataSection(plan),
    secretsSection(plan, environment),
    imagesSection(plan),
    exceptionsSection(plan),
    candidateSection(environment, differences),
  );
  return [`${paths.environment(environment)}/PLAN.md`, text];
}

function statusLine({ name, release, promotesFrom, sample, place }: EnvironmentModel): string {
  if (sample) {
    return `**${name} is a sample: this is what would run. Nothing is deployed while ${code(place.file)} says so.**`;
  }
  if (release === null) {
    return `**${name} was never released: nothing runs. What follows would run if it were released now.**`;
  }
  const pin = promotesFrom === null ? '' : ` The first promotion from ${promotesFrom} pins it.`;
  if (release.kind === 'pinned') return pinnedStatus(name, release, promotesFrom);
  return `**${name} follows ${code(release.branch)}: every commit there is deployed here.**${pin}`;
}

function summary(environment: EnvironmentModel, { nodes }: Plan): string {
  const { destination, cloud, size, argocd, excluded } = environment;
  const where = 'region' in cloud ? `${cloud.kind} ${cloud.region}` : 'own data centre';
  const waves = new Set(nodes.map((node) => node.wave)).size;
  const without = excluded.length === 0 ? '' : ` Left out here: ${list(excluded)}.`;
  return (
    `${count(nodes.length, 'app')} in ${count(waves, 'wave')} on the cluster ${code(destination.name)} ` +
    `(${where}, Kubernetes ${destination.kubernetesVersion}, size ${size}), deployed by the Argo CD ${code(argocd)}.${without}`
  );
}

function layerTable({ nodes }: Plan): string {
  const rows = layers.flatMap((layer) => {
    const members = nodes.filter((node) => node.layer === layer);
    const waves = [...new Set(members.map((node) => node.wave))];
    const names = list(members.map((node) => node.name));
    return members.length === 0 ? [] : [[layer, waves.join(', '), String(members.length), names]];
  });
  return rows.length === 0 ? '' : table(['layer', 'waves', 'apps', 'which'], rows);
}

function orderSection(environment: EnvironmentModel, plan: Plan): string {
  const intro =
    `A wave starts when everything in the waves before it has applied its current spec and is healthy. ` +
    `Layers follow each other; inside a layer an app comes one wave after the last app that it depends on. ` +
    `The layer ${lastLayer} comes last, has no order inside and holds back nothing.`;
  const parts = layers.flatMap((layer) => {
    const members = plan.nodes.filter((node) => node.layer === layer);
    return members.length === 0 ? [] : [`### ${layer}`, layerApps(layer, members, plan)];
  });
  const title = environment.release === null ? 'What would run, in order' : 'What runs, in order';
  return [`## ${title}`, intro, planPicture(plan), ...parts].join('\n\n');
}

function layerApps(layer: Layer, members: readonly PlanNode[], plan: Plan): string {
  return table(
    ['wave', 'app', 'what it does', 'chart', 'namespace', 'why here'],
    members.map((node) => [
      String(node.wave),
      `**${node.name}**`,
      node.description,
      `${node.chart.name} ${node.chart.version}`,
      code(node.namespace),
      reason(layer, node, plan),
    ]),
  );
}

function reason(layer: Layer, node: PlanNode, { nodes, places }: Plan): string {
  const after = places.get(node.name)?.after ?? [];
  if (after.length > 0) return `after ${list(after)}`;
  if (layer === lastLayer) return 'holds back nothing';
  const earlier = node.dependsOn.filter((name) => nodes.find((each) => each.name === name)?.layer !== layer);
  return earlier.length > 0 ? `its layer starts; needs ${list(earlier)} from before` : 'its layer starts';
}

function edgesSection({ nodes }: Plan): string {
  const rows = nodes
    .filter((node) => node.uses.length > 0 || Object.keys(node.consumes).length > 0)
    .map((node) => [`**${node.name}**`, list(node.dependsOn), list(node.uses), reads(node)]);
  if (rows.length === 0) return '';
  return ['## Who needs whom', table(['app', 'waits for', 'talks to, in any order', 'reads'], rows)].join(
    '\n\n',
  );
}

/** What an app reads of others, secrets left to their own section. */
function reads({ consumes }: PlanNode): string {
  return Object.entries(consumes)
    .flatMap(([app, outputs]) =>
      Object.keys(outputs)
        .filter((path) => !path.startsWith('secrets.'))
        .map((path) => code(`${app}.${path}`)),
    )
    .join(', ');
}
