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
  'bad-upstream-schema': "a values schema that we keep of somebody else's chart does not fit that chart",
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
  'unknown-pin': 'an environment is pinned to a commit that does not exist',
  'stray-pin': 'an environment is pinned to a commit that no lasting branch holds',
  'bad-candidate':
    'a pinned commit has no candidate of the environment or the app, or one that cannot be read',
  'missing-dependency': 'an app depends on one that does not run at the pins of the environment',
  unprovided: 'at the pins of an environment, an app needs what the pin of another does not provide',
  'divided-environment': 'pins of one environment disagree about its cluster, its Argo CD or its projects',
  'data-removed': 'an Application that keeps data would go without the environment saying so',
  'render-failed': 'Helm refuses to render an app',
  'unstable-render': 'two renders of the same input differ',
  'invalid-manifest': 'a rendered object does not fit the schema of its kind',
  'stray-image': 'a render shows an image that images.yaml does not pin, or lacks one that the app takes',
  'no-pull-secret': 'a pod does not have the pull secrets that platform.ts names',
  'plain-secret': 'a render holds the content of a secret',
  'undeclared-permission':
    'a render needs rights that the app does not declare, or declares rights it does not need',
  'missing-kind': 'a render has a custom kind that no app of the environment brings',
  'shared-object': 'two apps of one cluster make the same object',
  'endless-wait': 'something in a render could hold up its sync for ever',
  'pod-security': 'a pod would not be admitted to its namespace',
  'unselected-pod': 'a network policy selects no pod of its app, or a pod is selected by none',
  'no-probe': 'a container that goes on running has no probe',
  'no-memory': 'a container does not say how much it needs, or what it says does not add up',
  'no-drain': 'a drain of a node would take an app down, or would wait for ever',
  'idle-monitor': 'a monitor finds no metrics, or is not let in to them',
  exposed: 'something lets requests in from outside that nobody asked for',
  'broad-right': 'an app would have rights on everything, on every Secret, or to give itself more',
  'needless-token': 'a pod holds a token of the Kubernetes API that its app does not call',
  'writable-root': 'a container can write into its own image',
  'restless-pod': 'pods would restart with every change of their chart',
  'lost-volume': 'an app has a volume and does not say that it keeps data',
  'stray-definition': 'a CRD is rendered outside the layer crds',
  'unjudged-kind': 'a wave would wait for a custom kind that no health check judges',
  'unused-exception': 'an app is excused from something that it does not do',
  'leads-out': 'a path or a symbolic link leads out of the places that may be written',
} as const;

/** The code of a {@link Problem}. */
export type ProblemCode = keyof typeof codes;
