import type { EnvironmentModel, Model } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';

/** A namespace that may go with an environment, and the apps that were in it. */
export interface OwnNamespace {
  readonly name: string;
  readonly apps: readonly string[];
}

/**
 * The namespaces that the Applications of an environment make and that nobody else is known to use. Use is not
 * ownership: definitions are only installed by way of a namespace, and whoever scrapes metrics lives where it lives.
 */
export function ownNamespaces(
  gone: readonly PlanNode[],
  kept: readonly PlanNode[],
  { name, destination }: EnvironmentModel,
  { platform, environments }: Model,
): OwnNamespace[] {
  const used = new Set([
    'default',
    ...Object.values(platform.argocd).map(({ namespace }) => namespace),
    ...(platform.scraper ? [platform.scraper.namespace] : []),
    ...kept.flatMap(({ namespaces }) => namespaces),
    ...environments
      .filter((other) => other.name !== name && other.destination.name === destination.name)
      .flatMap(({ apps }) => apps.flatMap(({ namespaces }) => namespaces)),
  ]);
  const makers = gone.filter(({ layer }) => layer !== 'crds');
  return [...new Set(makers.map(({ namespace }) => namespace))]
    .filter((namespace) => !used.has(namespace) && !namespace.startsWith('kube-'))
    .sort()
    .map((namespace) => ({
      name: namespace,
      apps: makers
        .filter((node) => node.namespace === namespace)
        .map((node) => node.name)
        .sort(),
    }));
}

/** The environment's cluster is Argo CD's own. */
const sameCluster = `CLUSTER_CONTEXT="\${CLUSTER_CONTEXT:-\${ARGOCD_CONTEXT:-}}"`;

/**
 * Deletes these namespaces on the cluster of the environment, each only if it is what we know it to be: ours by its
 * label, the target of no Application any more, and with nothing in it but what our releases left. What cannot be asked
 * ends the script.
 */
export function namespaceSteps(
  namespaces: readonly OwnNamespace[],
  { destination }: EnvironmentModel,
  platform: string,
): string {
  if (namespaces.length === 0) return '';
  const inCluster = destination.name === 'in-cluster';
  const steps = namespaces.map(({ name, apps }) => `clear_namespace ${name} ${apps.join(' ')}`);
  return `${inCluster ? `${sameCluster}\n` : ''}cluster() { kubectl \${CLUSTER_CONTEXT:+--context "$CLUSTER_CONTEXT"} "$@"; }
# What is in a namespace and owned by nothing else in it: kind, name, the Helm release that it says it is of.
contents() {
  kinds=$(cluster api-resources --verbs=list --namespaced --output name)
  kinds=$(printf '%s\\n' "$kinds" | grep -v -e '^events' -e '^endpoints' -e '^leases\\.' -e '\\.metrics\\.k8s\\.io$' | paste -s -d , -)
  cluster get "$kinds" --namespace "$1" --output 'go-template={{range .items}}{{if not .metadata.ownerReferences}}{{.kind}}/{{.metadata.name}} {{with .metadata.labels}}{{index . "app.kubernetes.io/instance"}}{{end}}{{"\\n"}}{{end}}{{end}}'
}
# clear_namespace NAMESPACE APP…: deletes it if these apps are all that was ever in it.
clear_namespace() {
  namespace=$1
  shift
  found=$(cluster get namespace "$namespace" --ignore-not-found --output 'jsonpath={.metadata.name} {.metadata.labels.app\\.kubernetes\\.io/part-of}')
  [ -n "$found" ] || return 0
  if [ "$found" != "$namespace ${platform}" ]; then
    echo "the namespace $namespace stays: it is not labeled as part of ${platform}"
    return 0
  fi
  targets=$(argocd get applications.argoproj.io --output 'jsonpath={range .items[*]}{.spec.destination.namespace} {.metadata.name}{"\\n"}{end}')
  targets=$(printf '%s\\n' "$targets" | sed -n "s|^$namespace |Application/|p")
  others=$(contents "$namespace")
  others=$(printf '%s\\n' "$others" | grep -v -e '^$' -e '^ConfigMap/kube-root-ca.crt ' -e '^ConfigMap/openshift-service-ca.crt ' -e '^ServiceAccount/default ' || true)
  for app in "$@"; do
    others=$(printf '%s\\n' "$others" | grep -v -e '^$' -e " $app\\$" -e " $app-companion\\$" || true)
  done
  if [ -n "$targets$others" ]; then
    echo "the namespace $namespace stays: these in it are not known to be of its apps ($*):"
    printf '%s\\n' "$targets" "$others" | sed -n 's/^\\([^ ]\\{1,\\}\\).*/  \\1/p'
    echo "  if all of it may go: kubectl delete namespace $namespace"
    return 0
  fi
  cluster delete namespace "$namespace"
}

${
  inCluster
    ? steps.join('\n')
    : `if [ -n "\${CLUSTER_CONTEXT:-}" ]; then
  ${steps.join('\n  ')}
else
  echo 'The namespaces of ${destination.name} stay, with the volumes in them: run this again with CLUSTER_CONTEXT, its context in kubectl'
fi`
}
`;
}
