import { statedIdentities } from '../../model/cloud-names.ts';
import { type Check, finding } from './check.ts';

/**
 * The cloud trusts one ServiceAccount with an identity: the one that is called like the app, as PLAN.md says. Without
 * the annotation, or under another name, it is refused at run time, by every call.
 */
export const identitiesAreCarried: Check = (rendered) => {
  const { app, environment, manifests } = rendered;
  const identity = statedIdentities(environment.cloud).get(app.name);
  if (identity === undefined || identity === 'none' || environment.cloud.kind === 'local') return [];
  const carried = manifests.some(
    ({ kind, name, namespace = app.namespace, annotations }) =>
      kind === 'ServiceAccount' &&
      name === app.name &&
      namespace === app.namespace &&
      Object.values(annotations).includes(identity),
  );
  if (carried) return [];
  const message = `has the identity ${identity}, which no ServiceAccount "${app.name}" in "${app.namespace}" carries`;
  const hint = `call the chart's ServiceAccount "${app.name}" and give it identity.annotations, or take the identity from the environment`;
  return [finding('lost-identity', rendered, null, message, hint)];
};
