import type { Check } from './check.ts';
import { imagesAreClosed } from './images.ts';
import { kindsAreBrought } from './kinds.ts';
import { permissionsAreExact } from './permissions.ts';
import { podsAreAdmitted } from './pod-security.ts';
import { secretsStayOut } from './secrets.ts';
import { nothingWaitsForEver } from './waits.ts';
import { endpointsAreServed, hostsAreRead } from './wiring.ts';

/** Everything that is looked at in each rendered app. */
export const checks: readonly Check[] = [
  imagesAreClosed,
  secretsStayOut,
  permissionsAreExact,
  kindsAreBrought,
  nothingWaitsForEver,
  podsAreAdmitted,
  hostsAreRead,
  endpointsAreServed,
];
