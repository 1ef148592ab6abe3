import type { Cloud } from '../definition/cloud.ts';
import type { EnvironmentModel } from '../model/model.ts';
import { callsFor, headings } from './calls.ts';
import { vaultOf } from './cloud-permissions.ts';
import type { Prerequisite, SecretPlace } from './prerequisite.ts';
import { quoted } from './quoted.ts';

/** Files of `shell/`, by name without ending. Given, because only `edge` reads files. */
export type ShellLibrary = Readonly<Record<ShellPart, string>>;

export const shellParts = [
  'common',
  'entrance',
  'secrets',
  'create',
  'cloud',
  'aws',
  'azure',
  'gcp',
  'local',
] as const;
export type ShellPart = (typeof shellParts)[number];

/**
 * A shell script that says of each prerequisite whether it is there, for `sh` of any system. It changes nothing, but for
 * secrets of random keys that are not there, where `createSecrets` asks for them.
 */
export function prerequisitesScript(
  environment: EnvironmentModel,
  needs: readonly Prerequisite[],
  library: ShellLibrary,
  { createSecrets }: { readonly createSecrets: boolean },
): string {
  const { name, cloud } = environment;
  const blocks = Object.entries(headings).flatMap(([heading, kinds]) => {
    const members = needs.filter(({ kind }) => kinds.includes(kind));
    if (members.length === 0) return [];
    return [[`heading ${quoted(heading)}`, ...members.flatMap(linesFor)].join('\n')];
  });
  const effect = createSecrets ? ', and makes the random secrets that are not there' : ' and changes nothing';
  return [
    `#!/bin/sh
# Looks at what ${name} needs from outside${effect}.
# Written by \`npm run prerequisites -- ${name}${createSecrets ? ' --create-secrets' : ''}\`.
# CLUSTER_CONTEXT and ARGOCD_CONTEXT name the kubectl contexts of its cluster and of the cluster of Argo CD, where they
# are not the current one. Exit codes: 0 all is there; 1 something is missing; 2 something could not be looked at.`,
    library.common,
    library.entrance,
    library.secrets,
    ...(cloud.kind === 'local' ? [] : [library.cloud]),
    library[cloud.kind],
    ...(createSecrets ? [library.create] : []),
    settingsOf(environment, needs, createSecrets),
    'contexts',
    ...blocks,
    'finish',
  ]
    .map((block) => `${block.trimEnd()}\n`)
    .join('\n');
}

const linesFor = (need: Prerequisite): string[] =>
  callsFor(need).map(([name, ...words]) => [name, ...words.map(quoted)].join(' '));

/** The variables that the functions read. */
function settingsOf(
  environment: EnvironmentModel,
  needs: readonly Prerequisite[],
  createSecrets: boolean,
): string {
  const place = needs.flatMap((need) => (need.kind === 'secret' ? [need.store] : []))[0];
  const variables: Readonly<Record<string, string>> = {
    argocd_namespace: environment.argocdNamespace,
    existing_store: place?.kind === 'existing' ? place.name : '',
    ...(createSecrets ? {} : { creating: '' }),
    ...cloudVariables(environment.cloud, place),
  };
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join('\n');
}

function cloudVariables(cloud: Cloud, place: SecretPlace | undefined): Readonly<Record<string, string>> {
  switch (cloud.kind) {
    case 'aws':
      return { account: cloud.accountId, region: cloud.region };
    case 'azure':
      return {
        subscription: cloud.subscriptionId,
        storage_account: cloud.storageAccount,
        vault: vaultOf(cloud.vaultUrl),
      };
    case 'gcp': {
      const { project, cluster } = cloud;
      return { project, cluster_name: cluster.name, cluster_location: cluster.location };
    }
    case 'local':
      return {
        object_store: cloud.objectStore?.endpoint ?? '',
        secret_namespace: place?.kind === 'namespace' ? place.namespace : '',
      };
  }
}
