import { lastLayer, layers } from '../definition/layer.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { prerequisitesOf } from '../prerequisites/prerequisites.ts';
import { type EnvironmentState, shownPlan } from '../running/state.ts';
import { code, list, plain, sections, table } from '../text/markdown.ts';
import { notice } from '../text/notice.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';
import {
  beforeSection,
  exceptionsSection,
  hostsSection,
  outsideSection,
  requestsSection,
  secretsSection,
  statefulSection,
} from './plan-page-sections.ts';
import { releaseStatus } from './release-status.ts';
import { rootFolder } from './root-chart.ts';

/** What runs in an environment, in which order, and what it needs: for a person who reviews or takes over. */
export function planPage(state: EnvironmentState, model: Model): File {
  const { environment } = state;
  const nodes = shownPlan(state);
  const text = sections(
    `<!-- ${notice(environment.location.file)} -->`,
    `# ${environment.name}`,
    plain(environment.description),
    releaseStatus(environment),
    facts(environment),
    beforeSection(prerequisitesOf(state, model), environment.name),
    appsSection(nodes),
    requestsSection(nodes),
    hostsSection(nodes, environment.exposure !== null),
    outsideSection(nodes),
    statefulSection(nodes),
    secretsSection(nodes, environment),
    exceptionsSection(nodes),
  );
  return [`${paths.environment(environment)}/PLAN.md`, text];
}

function facts(environment: EnvironmentModel): string {
  const { destination, cloud, size, profile, argocd, domain, excluded } = environment;
  const images = `${basename(rootFolder(environment))}/images.yaml`;
  return table(
    ['', ''],
    [
      ['Cluster', code(destination.name)],
      ['Kubernetes', destination.kubernetesVersion],
      ['Cloud', cloud.kind === 'local' ? 'none, on-premises' : cloud.kind],
      ...(cloud.kind === 'local' ? [] : [['Region', cloud.region]]),
      ['Size', size],
      ...(profile === 'full' ? [] : [['Profile', profile]]),
      ['Domain', domain],
      ['Argo CD', code(argocd)],
      ['Images', `[${images}](${images})`],
      ...(excluded.length === 0 ? [] : [['Excluded apps', list(excluded)]]),
    ],
  );
}

/** The order and the dependencies, a table for each layer. */
function appsSection(nodes: readonly PlanNode[]): string {
  const title = '## Apps';
  if (nodes.length === 0) return [title, 'None yet: `npm run new -- app` adds one.'].join('\n\n');
  const intro =
    'A wave starts when every app of the earlier waves is synced and healthy. ' +
    `The layer \`${lastLayer}\` comes last and is non-blocking: nothing waits for its apps.`;
  const tables = layers.flatMap((layer) => {
    const members = nodes.filter((node) => node.layer === layer);
    return members.length === 0 ? [] : [`### ${layer}`, layerTable(members)];
  });
  return [title, intro, ...tables].join('\n\n');
}

const layerTable = (members: readonly PlanNode[]): string =>
  table(
    ['wave', 'app', 'description', 'chart', 'namespace', 'depends on', 'runtime peers'],
    members.map(({ wave, name, description, chart, namespace, dependsOn, uses }) => [
      String(wave),
      `**${name}**`,
      plain(description),
      plain(`${chart.name} ${chart.version}`),
      code(namespace),
      dependsOn.join(', '),
      uses.join(', '),
    ]),
  );

const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
