/**
 * Files of tests, in the order in which they run. Those of a story share one platform; stories run side by side, for
 * they mostly wait. The first one installs from nothing; the others find the definitions of custom kinds there.
 */
export const stories: readonly (readonly string[])[] = [
  ['install', 'upgrade', 'promotion', 'drift', 'faults', 'outages'],
  ['unhealthy', 'retries', 'removal'],
  ['acceptance', 'prerequisites', 'waits', 'alternatives', 'scale'],
];

/** What takes long comes with `--all`. */
export const long: readonly string[] = ['retries', 'outages', 'waits', 'alternatives', 'scale'];

/**
 * What is told on somebody else's cluster, whose programs are not ours to stop. Where there are nodes, nobody stands in
 * for what runs on them: no pod fails on demand, and no image has a tag that a test made up.
 */
export const elsewhere = {
  withNodes: ['install', 'drift', 'removal'],
  withoutNodes: ['install', 'upgrade', 'promotion', 'drift', 'unhealthy', 'removal'],
} as const;

export const fileOf = (name: string): string => `generator/test/argocd/${name}.test.ts`;
