/**
 * Files of tests, in the order in which they run. Those of a story share one platform; stories run side by side, for
 * they mostly wait. The first one installs from nothing; the others find the definitions of custom kinds there.
 */
export const stories: readonly (readonly string[])[] = [
  ['install', 'upgrade', 'promotion', 'drift', 'faults', 'outages'],
  ['sick', 'retries', 'removal'],
  ['acceptance', 'waits', 'alternatives', 'scale'],
];

/** What takes long comes with `--all`. */
export const long: readonly string[] = ['retries', 'outages', 'waits', 'alternatives', 'scale'];

export const fileOf = (name: string): string => `generator/test/argocd/${name}.test.ts`;
