import type { Model } from '../model/model.ts';
import { type EnvironmentState, shownPlan } from '../running/state.ts';
import { argocdNeeds } from './argocd-needs.ts';
import { cloudNeeds } from './cloud-needs.ts';
import { clusterNeeds } from './cluster-needs.ts';
import { entranceNeeds } from './entrance-needs.ts';
import type { Prerequisite } from './prerequisite.ts';
import { secretNeeds } from './secret-needs.ts';

/** All that what runs in an environment needs from outside, in the order in which a person sees to it. */
export function prerequisitesOf(state: EnvironmentState, { platform }: Model): Prerequisite[] {
  const nodes = shownPlan(state);
  const { environment } = state;
  return [
    ...clusterNeeds(environment, nodes),
    ...cloudNeeds(environment, nodes),
    ...secretNeeds(environment, nodes),
    ...entranceNeeds(environment, nodes),
    ...argocdNeeds(environment, platform),
  ];
}
