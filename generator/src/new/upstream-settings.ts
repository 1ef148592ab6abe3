import type { Plain, PlainObject } from '../definition/plain.ts';
import { at } from '../upstream/apply-additions.ts';

/** Something that nearly every chart lets one set, where this chart does. */
export interface SettingExample {
  /** First key of the values. */
  readonly key: string;
  /** Its value in a definition: data, or an expression where it is a text. */
  readonly value: Plain | { readonly expression: string };
}

/**
 * What of image, security and resources an app should tell its chart, in the words of that chart. `schema` is that of the chart's
 * values; null where the chart could not be had.
 */
export function settingsFor(
  image: string | null,
  user: number,
  schema: PlainObject | null,
): SettingExample[] {
  const has = (...path: string[]): boolean => at(schema, path) !== null && schema !== null;
  const container = ['containerSecurityContext', 'securityContext'].find((key) => has(key));
  const pod = ['podSecurityContext', 'securityContext'].find((key) => has(key) && key !== container);
  const split = has('image', 'registry') && has('image', 'repository');
  return [
    // Of a chart that nobody has seen, only what nearly all of them have is taken to be there.
    ...(image !== null && (schema === null || has('image', 'repository')) ? [imageSetting(split)] : []),
    ...(has('imagePullSecrets') ? [pullSecrets] : []),
    // Of one alone, nobody can say from its name whether it is of the pod or of the container.
    ...(pod !== undefined && container !== undefined
      ? [podSecurity(pod, user), containerSecurity(container)]
      : []),
    ...(has('resources') ? [resources] : []),
    ...tokenSetting(has),
  ];
}

const imageSetting = (split: boolean): SettingExample => ({
  key: 'image',
  value: {
    expression: split
      ? '{ registry, repository: path, tag: tagAndDigest }'
      : '{ repository, tag: tagAndDigest }',
  },
});

const pullSecrets: SettingExample = { key: 'imagePullSecrets', value: { expression: 'imagePullSecrets' } };

const podSecurity = (key: string, user: number): SettingExample => ({
  key,
  value: {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    seccompProfile: { type: 'RuntimeDefault' },
  },
});

const containerSecurity = (key: string): SettingExample => ({
  key,
  value: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
});

/** A beginning that fits most small programs; what it needs shows when it runs. */
const resources: SettingExample = {
  key: 'resources',
  value: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
};

/** Few programs call the Kubernetes API; those that do say so in `network`. */
function tokenSetting(has: (...path: string[]) => boolean): SettingExample[] {
  const key = 'automountServiceAccountToken';
  if (has(key)) return [{ key, value: false }];
  const nested = [key, 'automount'].find((name) => has('serviceAccount', name));
  return nested === undefined ? [] : [{ key: 'serviceAccount', value: { [nested]: false } }];
}
