import type { EnvironmentModel } from './model.ts';

/** API groups whose CRDs an environment has: those that its apps bring, and those that are in the cluster. */
export function kindsOf({ apps, existing }: Pick<EnvironmentModel, 'apps' | 'existing'>): string[] {
  const outputs = apps.flatMap((app) => Object.values(app.provides));
  const brought = outputs.flatMap((output) => (output.kind === 'kinds' ? output.groups : []));
  return [...new Set([...brought, ...existing.kinds])];
}
