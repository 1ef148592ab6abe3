import { argocd, namesOf } from '../candidates/resource-names.ts';
import type { Release } from '../definition/release.ts';
import { lastingName } from '../model/check-environments.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { yaml } from '../text/yaml.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';
import { asTemplate } from './go-template.ts';
import { applicationSetGuards, guarded, inCluster, rootSyncPolicy } from './root.ts';
import { rootFolder } from './root-chart.ts';

/** The ApplicationSet of an environment, which makes its root; of a sample, or before a release, it makes none. */
export function environmentSet(environment: EnvironmentModel, model: Model): File {
  const names = namesOf(model);
  const { goTemplate, goTemplateOptions, syncPolicy } = applicationSetGuards;
  const elements =
    environment.release === null || environment.sample
      ? []
      : [
          {
            environment: lastingName(environment),
            path: rootFolder(environment),
            branch: rootBranch(environment.release, model.platform.branch),
          },
        ];
  const set = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: names.root(environment),
      namespace: environment.argocdNamespace,
      annotations: guarded('0'),
      finalizers: [argocd.finalizer],
    },
    spec: {
      goTemplate,
      goTemplateOptions,
      generators: [{ list: { elements } }],
      syncPolicy,
      template: {
        metadata: {
          name: names.root({ name: '{{ .environment }}', formerly: [] }),
          labels: { [names.key('environment')]: '{{ .environment }}' },
          annotations: { [argocd.compareOptions]: 'ServerSideDiff=true' },
        },
        spec: {
          project: names.bootstrap,
          source: {
            repoURL: asTemplate(model.platform.repository),
            targetRevision: 'refs/heads/{{ .branch }}',
            path: '{{ .path }}',
            helm: {
              releaseName: '{{ .environment }}',
              // As text: a commit id of digits only would else become a number.
              parameters: [{ name: 'revision', value: '$ARGOCD_APP_REVISION', forceString: true }],
            },
          },
          destination: inCluster(environment.argocdNamespace),
          syncPolicy: rootSyncPolicy,
        },
      },
    },
  };
  return [`${paths.environment(environment)}/applicationset.yaml`, yaml(set, environment.location.file)];
}

/** The root of a pinned environment tracks the branch on which its pins are moved. */
const rootBranch = (release: Release, main: string): string =>
  release.kind === 'following' ? release.branch : main;
