import { lastLayer, layers } from '../definition/layer.ts';
import { listingOrder } from '../definition/listing-order.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { Prerequisite } from '../prerequisites/prerequisite.ts';
import { prerequisitesOf } from '../prerequisites/prerequisites.ts';
import { prerequisiteRows } from '../prerequisites/rows.ts';
import { type EnvironmentState, shownPlan } from '../running/state.ts';
import { code, list, plain, sections, table } from '../text/markdown.ts';
import { notice } from '../text/notice.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';
import { appSection } from './app-section.ts';
import { releaseStatus } from './release-status.ts';
import { rootFolder } from './root-chart.ts';

/**
 * What runs in an environment, in which order, and what it needs: for a person who reviews or takes over. No line of it
 * is about several apps: it has neither sums nor numbers of waves, in which every two changes would meet.
 */
export function planPage(state: EnvironmentState, model: Model): File {
  const { environment } = state;
  const needs = prerequisitesOf(state, model);
  const text = sections(
    `<!-- ${notice(environment.location.file)} -->`,
    `# ${environment.name}`,
    plain(environment.description),
    releaseStatus(environment),
    facts(environment),
    beforeSection(needs, environment),
    appsSection(state, needs),
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

/** What has to be there before the environment can come up. */
function beforeSection(needs: readonly Prerequisite[], environment: EnvironmentModel): string {
  const intro =
    `Nothing here makes these; ${code(`npm run --silent prerequisites -- ${environment.name} | sh`)} adds them up and ` +
    'says which of them are there.';
  const rows = prerequisiteRows(needs);
  return [
    '## Before you begin',
    intro,
    table(['needed', 'which'], [...rows, ...secretRows(needs, environment)]),
  ].join('\n\n');
}

function secretRows(
  needs: readonly Prerequisite[],
  { cloud, existing }: Pick<EnvironmentModel, 'cloud' | 'existing'>,
): string[][] {
  if (!needs.some(({ kind }) => kind === 'secret')) return [];
  const place =
    existing.secretStore !== null
      ? `in the cluster's store ${code(existing.secretStore)}`
      : cloud.kind === 'local'
        ? 'as each app below says; random ones are generated in the cluster, a person supplies the others'
        : "in the cloud's secret store";
  return [
    [
      'Secrets',
      `${place}${place.startsWith('as') ? '' : ', as each app below says'}; no value is stored in Git`,
    ],
  ];
}

/** The apps of each layer, and what orders them. */
function appsSection(state: EnvironmentState, needs: readonly Prerequisite[]): string {
  const title = '## Apps';
  const nodes = [...shownPlan(state)].sort(listingOrder);
  if (nodes.length === 0) return [title, 'None yet: `npm run new -- app` adds one.'].join('\n\n');
  const intro =
    'A layer starts when every app of the layers before it is synced and healthy; inside a layer, an app starts when ' +
    'those that it depends on are. ' +
    `The layer \`${lastLayer}\` comes last and is non-blocking: nothing waits for its apps.`;
  const data =
    'Deleting the Application of a stateful app keeps its resources, and removing the app from Git is refused until ' +
    'the environment lists it as retired.';
  const identities = needs.filter((need) => need.kind === 'identity');
  const blocks = layers.flatMap((layer) => {
    const members = nodes.filter((node) => node.layer === layer);
    if (members.length === 0) return [];
    return [`### ${layer}`, ...members.map((node) => appSection(node, state.environment, identities))];
  });
  return [title, intro, ...(nodes.some(({ keepsData }) => keepsData) ? [data] : []), ...blocks].join('\n\n');
}

const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
