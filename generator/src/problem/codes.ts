/**
 * Every way in which an input can be wrong, with what it means.
 * Each code has a refused example under `generator/test/refused/<code>/`; a test holds the two lists together.
 */
export const codes = {
  'bad-shape':
    'a definition or a YAML file has a key that does not exist, lacks one, or holds the wrong type',
  'bad-yaml': 'a YAML file cannot be read: syntax, duplicate keys, too many aliases, or nothing in it',
  'bad-values': 'what an app would give to its chart is refused by the schema of that chart',
  'bad-chart': 'a chart folder, its Chart.yaml or its values schema is missing or wrong',
  'unknown-name': 'a name is used that nothing declares',
  'unused-name': 'a name is declared that nothing uses',
  'duplicate-name': 'two definitions have the same name',
  'name-clash': 'two Applications of one Argo CD instance would get the same name',
  'namespace-clash': 'two environments on one cluster, or an app and Argo CD itself, share a namespace',
  'floating-tag': 'an image has a tag that moves, so what runs is not what was reviewed',
  cycle: 'apps depend on each other in a circle',
  'later-layer': 'an app depends on an app of a later layer',
  'edge-in-operations': 'an app depends on one of the operations layer, which has no order inside',
  'excluded-dependency': 'an app depends on one that the environment excludes',
  'undeclared-use': 'an app reads from another that it neither depends on nor uses',
  'no-secret-store': 'an app needs a secret and no earlier app of the environment is the secret store',
  'definition-failed': 'the code of a definition threw an error or could not be loaded',
  'data-removed': 'an Application that keeps data would go without the environment saying so',
  'leads-out': 'a path or a symbolic link leads out of the places that may be written',
} as const;

/** The code of a {@link Problem}. */
export type ProblemCode = keyof typeof codes;
