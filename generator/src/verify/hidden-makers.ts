import { isBuiltIn } from './checks/scope.ts';
import type { Manifest } from './manifest.ts';
import { operandNames } from './operand-names.ts';
import { operandPods } from './operands.ts';

/** Groups whose resources no pod and no Service stands behind. */
const withoutPods =
  /(^|\.)(external-secrets\.io|cert-manager\.io|gateway\.networking\.k8s\.io|barmancloud\.cnpg\.io|configuration\.konghq\.com|velero\.io)$/;

/** An operator that is not known may create pods and Services that nobody can see here. */
export const mayHide = (manifest: Manifest): boolean =>
  !isBuiltIn(manifest.group) &&
  !withoutPods.test(manifest.group) &&
  operandNames(manifest) === null &&
  operandPods(manifest) === null;
