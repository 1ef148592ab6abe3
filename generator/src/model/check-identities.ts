import type { Cloud } from '../definition/cloud.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { statedIdentities } from './cloud-names.ts';
import type { Evaluated } from './evaluate-app.ts';
import type { Scope } from './resolve-environment.ts';

/**
 * Whoever reads a bucket or keeps the secrets of a cloud is somebody there: without an identity its pods are refused,
 * and every later wave waits for them. That an app needs none, for it has keys, is said and not guessed.
 */
export function checkIdentities(evaluated: readonly Evaluated[], scope: Scope): Problem[] {
  const { environment, store, context } = scope;
  const { cloud } = context;
  if (environment.sample || cloud.kind === 'local') return [];
  const stated = statedIdentities(cloud);
  const example = exampleOf(cloud);
  return evaluated
    .filter(({ app, problems }) => problems.length === 0 && !stated.has(app.name))
    .flatMap(({ app, readings }) => {
      const buckets = [...readings.buckets.keys()].map((purpose) => `the bucket "${purpose}"`);
      const needs = [...buckets, ...(app === store ? ['the secrets'] : [])];
      if (needs.length === 0) return [];
      const message = `"${app.name}" needs ${needs.join(' and ')} of the cloud, and has no identity there`;
      const hint = `add to cloud.identities: '${app.name}': '${example}'; or 'none' where it needs none`;
      return [problem('no-identity', inside(environment.location, 'cloud.identities'), message, hint)];
    });
}

function exampleOf(cloud: Exclude<Cloud, { kind: 'local' }>): string {
  switch (cloud.kind) {
    case 'aws':
      return `arn:aws:iam::${cloud.accountId}:role/<its role>`;
    case 'azure':
      return '<client id of its managed identity>';
    case 'gcp':
      return `<its service account>@${cloud.project}.iam.gserviceaccount.com`;
  }
}
