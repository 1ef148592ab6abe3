import type { PlainObject } from '../definition/plain.ts';
import type { AppModel, EnvironmentModel, Model } from '../model/model.ts';
import { type PlanNode, planOf } from '../plan/plan.ts';
import { spaced, yaml } from '../text/yaml.ts';
import { applicationOf, applicationText } from './application.ts';
import type { Candidate } from './candidate.ts';
import { planText } from './plan-file.ts';

/** What would run in an environment if it were promoted to this commit, in the order in which it comes up. */
export interface EnvironmentCandidates {
  readonly environment: EnvironmentModel;
  readonly plan: readonly PlanNode[];
  readonly candidates: readonly Candidate[];
}

/** The candidates of every environment. */
export const candidatesOf = (model: Model): EnvironmentCandidates[] =>
  model.environments.map((environment) => {
    const byName = new Map(environment.apps.map((app) => [app.name, app]));
    const plan = planOf(environment);
    const candidates = plan.flatMap((node) => {
      const app = byName.get(node.name);
      return app ? [candidateOf(app, node, environment, model)] : [];
    });
    return { environment, plan, candidates };
  });

function candidateOf(
  app: AppModel,
  { wave, ...node }: PlanNode,
  environment: EnvironmentModel,
  model: Model,
): Candidate {
  const application = applicationOf(app, wave, environment, model);
  const from = app.location.file;
  return {
    node,
    application,
    texts: {
      application: applicationText(application, from),
      plan: planText(node, from),
      values: app.values && valuesText(app.values, from),
      companion: app.companion && valuesText(app.companion, from),
    },
  };
}

/** What people wrote stands as they wrote it; of what was computed, a rule of the network policy is one line. */
const valuesText = (values: PlainObject, from: string): string =>
  spaced(
    yaml(
      values,
      from,
      [
        'network.pods',
        'network.ingress.*',
        'network.egress.*',
        'network.outside.*',
        'secrets.store',
        'secrets.list.*',
      ].map((path) => `platform.${path}`),
    ),
  );
