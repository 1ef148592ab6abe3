import type { Cloud } from '../definition/cloud.ts';
import type { Model } from './model.ts';

/**
 * What is no mistake in itself, and most likely one together: things that were right in the sample that a platform began
 * as. Nothing of an environment that is still a sample, for it deploys nothing. `remote` is the URL that this clone
 * came from; null where it came from nowhere, or from a folder.
 */
export function notesOf({ platform, environments }: Model, remote: string | null): string[] {
  const deployed = environments.filter(({ sample }) => !sample);
  const origin = remote === null ? null : placeOf(remote);
  const elsewhere = deployed.length > 0 && origin !== null && origin !== placeOf(platform.repository);
  return [
    ...(elsewhere
      ? [
          `Argo CD reads ${platform.repository} (environments/platform.ts), and this clone came from ${origin}`,
        ]
      : []),
    ...deployed.flatMap(({ name, cloud, location }) =>
      nobodys(cloud).map((id) => `${name} is in the account ${id}, which is an example (${location.file})`),
    ),
  ];
}

/** Host and path of a git URL in any of its spellings, without who logs in; null for a folder. */
function placeOf(url: string): string | null {
  const [, host, path] =
    url.match(/^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/i) ??
    url.match(/^(?:[^/@:]+@)?([^/:]{2,}):(?!\/\/)\/?(.+)$/) ??
    [];
  if (host === undefined || path === undefined) return null;
  return `${host.toLowerCase()}/${path.replace(/\/+$/, '').replace(/\.git$/, '')}`;
}

/** Ids of accounts that stand in documentation: one digit throughout, or digits in a row. */
function nobodys(cloud: Cloud): string[] {
  const ids = Object.entries(cloud).flatMap(([key, value]) =>
    /^(accountId|subscriptionId|tenantId)$/.test(key) && typeof value === 'string' ? [value] : [],
  );
  return ids.filter((id) => /^(.)\1*$/.test(id.replaceAll('-', '')) || id === '123456789012');
}
