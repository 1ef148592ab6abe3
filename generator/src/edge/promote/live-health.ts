import type { EnvironmentModel } from '../../model/model.ts';
import type { UnhealthyApps } from '../../promote/plan/request.ts';
import { applicationsOf } from '../live/ask-kubectl.ts';

/** Asks an Argo CD by kubectl which Applications of an environment are not well. */
export async function unhealthyIn(
  environment: Pick<EnvironmentModel, 'name' | 'formerly' | 'argocdNamespace'>,
  labelDomains: readonly string[],
  context: string,
): Promise<UnhealthyApps> {
  const applications = await applicationsOf(environment, labelDomains, context);
  const unhealthy = applications.flatMap(({ app, health, sync }): [string, string][] => {
    const isWell = health === 'Healthy' && sync === 'Synced';
    return app === null || isWell ? [] : [[app, `it is ${health || 'Unknown'} and ${sync || 'Unknown'}`]];
  });
  return Object.fromEntries(unhealthy);
}
