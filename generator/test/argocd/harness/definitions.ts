import { join } from 'node:path';
import type { Model } from '../../../src/model/model.ts';
import { isBuiltIn } from '../../../src/verify/checks/scope.ts';
import { manifestsOf } from '../../../src/verify/manifest.ts';
import type { Programs } from '../../../src/verify/programs.ts';
import { temporaryFolder, write } from '../../../testing/folder.ts';

/**
 * Definitions that let anything pass, for the custom kinds that our own charts make: for a machine that can reach
 * nobody's real ones. Read from the renders of all environments, so that a new kind needs no list.
 */
export async function standInDefinitions(
  model: Model,
  root: string,
  programs: Programs,
): Promise<Map<string, string[]>> {
  const kinds = new Map<string, string>();
  const apps = model.environments.flatMap((environment) =>
    environment.apps.map((app) => ({ app, environment })),
  );
  const charts = apps.flatMap(({ app, environment }) => {
    const own =
      app.chart.kind === 'first-party'
        ? [{ app, environment, chart: app.chart.path, values: app.values }]
        : [];
    const companion =
      app.companion && model.companion
        ? [{ app, environment, chart: model.companion.path, values: app.companion }]
        : [];
    return [...own, ...companion];
  });
  // Nothing is generated yet where this is asked.
  const folder = temporaryFolder();
  const rendered = await programs.inParallel(charts, ({ app, environment, chart, values }) => {
    const file = `${environment.name}-${app.name}-${chart.replaceAll('/', '-')}.json`;
    write(folder, { [file]: JSON.stringify(values) });
    return programs.render({
      chart: join(root, chart),
      release: app.name,
      namespace: app.namespace,
      values: join(folder, file),
      kubernetesVersion: environment.destination.kubernetesVersion,
    });
  });
  for (const result of rendered) {
    if (!result.ok) throw new Error(result.message);
    for (const { apiVersion, group, kind } of manifestsOf(result.text)) {
      if (!isBuiltIn(group))
        kinds.set(`${apiVersion}/${kind}`, definition(group, apiVersion.slice(group.length + 1), kind));
    }
  }
  const byGroup = new Map<string, string[]>();
  for (const [key, text] of kinds) {
    const group = key.slice(0, key.indexOf('/'));
    byGroup.set(group, [...(byGroup.get(group) ?? []), text]);
  }
  return byGroup;
}

/** For a group whose kinds only charts of others make: something that its app can bring. */
export const placeholder = (group: string): string => definition(group, 'v1', 'Placeholder');

function definition(group: string, version: string, kind: string): string {
  const plural = `${kind.toLowerCase()}s`;
  const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const schema = { type: 'object', properties: { spec: open, status: open } };
  return `${JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      // What the server asks of every group that is named like one of Kubernetes' own.
      ...(/\.(k8s|kubernetes)\.io$/.test(group) && {
        annotations: { 'api-approved.kubernetes.io': 'unapproved, for tests' },
      }),
    },
    spec: {
      group,
      scope: /^Cluster[A-Z]/.test(kind) ? 'Cluster' : 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: schema },
        },
      ],
    },
  })}\n`;
}
