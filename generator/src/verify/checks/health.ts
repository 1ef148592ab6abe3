import argocd from '../argocd-health.gen.json' with { type: 'json' };
import type { Manifest } from '../manifest.ts';
import { type Check, finding } from './check.ts';
import { isBuiltIn } from './scope.ts';

/** Kinds of which nothing is ever reported: they do what they do as soon as they exist. */
const passive = new Set([
  // Read by Prometheus and its operator.
  'monitoring.coreos.com/ServiceMonitor',
  'monitoring.coreos.com/PodMonitor',
  'monitoring.coreos.com/Probe',
  'monitoring.coreos.com/PrometheusRule',
  'monitoring.coreos.com/AlertmanagerConfig',
  'monitoring.coreos.com/ScrapeConfig',
  // Recipes; the ExternalSecret that uses one says whether it worked.
  'generators.external-secrets.io/Password',
  'generators.external-secrets.io/UUID',
]);

/** Kinds, and whole groups as `*.example.org/*`, that Argo CD itself can judge. */
const judged = argocd.kinds.map(
  (kind) => new RegExp(`^${kind.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`),
);

/**
 * A custom kind without a health check counts as healthy at once, so that the next wave would start too early. In the
 * last layer nothing waits.
 */
export const kindsAreJudged: Check = (rendered, { healthChecks }) => {
  const { layer } = rendered.app;
  if (layer === 'crds' || layer === 'operations') return [];
  const own = new Set(Object.keys(healthChecks).map((key) => key.replace('_', '/')));
  const kinds = new Map(
    rendered.manifests
      .filter(({ group }) => !isBuiltIn(group))
      .map((manifest) => [kindOf(manifest), manifest] as const)
      .filter(
        ([kind]) => !own.has(kind) && !passive.has(kind) && !judged.some((pattern) => pattern.test(kind)),
      ),
  );
  return [...kinds].map(([kind, manifest]) =>
    finding(
      'unjudged-kind',
      rendered,
      manifest,
      `is of the kind ${kind}, for which Argo CD has no health check, so later waves would not wait for it`,
      `write apps/health/${manifest.group}_${manifest.kind}.lua`,
    ),
  );
};

const kindOf = ({ group, kind }: Manifest): string => `${group}/${kind}`;
