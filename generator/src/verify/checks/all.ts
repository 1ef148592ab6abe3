import { probesCanFail } from './blind-probes.ts';
import type { Check } from './check.ts';
import { definitionsComeFirst } from './crd-layer.ts';
import { kindsAreBrought } from './custom-kinds.ts';
import { nodesCanBeDrained } from './disruption.ts';
import { nothingIsExposed } from './entrances.ts';
import { kindsAreJudged } from './health.ts';
import { identitiesAreCarried } from './identities.ts';
import { servicesReachPods } from './idle-targets.ts';
import { contractsAreKept, imagesHaveContracts } from './image-contracts.ts';
import { linksAreMade } from './linked-objects.ts';
import { monitorsFindMetrics } from './monitors.ts';
import { dataIsMade } from './named-data.ts';
import { namesAreMade } from './named-objects.ts';
import { policiesSelectPods } from './network-policy.ts';
import { namesFit } from './object-names.ts';
import { addressesAreSound } from './odd-addresses.ts';
import { pathsFollowTheGraph } from './open-paths.ts';
import { permissionsAreExact } from './permissions.ts';
import { imagesAreClosed } from './pinned-images.ts';
import { secretsStayOut } from './plain-secrets.ts';
import { podsCarryNoVersion } from './pod-labels.ts';
import { podsAreAdmitted } from './pod-security.ts';
import { containersAreProbed } from './probes.ts';
import { imagesCanBePulled } from './pull-secrets.ts';
import { memoryAddsUp } from './resources.ts';
import { rightsAreNarrow } from './rights.ts';
import { filesystemsAreReadOnly } from './root-filesystem.ts';
import { monitorsAreSelected } from './selected-monitors.ts';
import { addressesAreServed } from './served-addresses.ts';
import { sizesAreTrue } from './sizes.ts';
import { dataComesBack, volumesAreKept } from './stored-data.ts';
import { outputsAreMade } from './stray-outputs.ts';
import { tokensAreNeeded } from './tokens.ts';
import { nothingWaitsForEver } from './waits.ts';
import { endpointsAreServed, hostsAreRead, hostsAreRouted } from './wiring.ts';

/** Everything that is looked at in each rendered app. */
export const checks: readonly Check[] = [
  imagesAreClosed,
  imagesCanBePulled,
  imagesHaveContracts,
  contractsAreKept,
  secretsStayOut,
  namesAreMade,
  linksAreMade,
  dataIsMade,
  outputsAreMade,
  namesFit,
  permissionsAreExact,
  rightsAreNarrow,
  tokensAreNeeded,
  identitiesAreCarried,
  kindsAreBrought,
  kindsAreJudged,
  definitionsComeFirst,
  nothingWaitsForEver,
  podsAreAdmitted,
  filesystemsAreReadOnly,
  podsCarryNoVersion,
  containersAreProbed,
  probesCanFail,
  memoryAddsUp,
  sizesAreTrue,
  nodesCanBeDrained,
  volumesAreKept,
  dataComesBack,
  policiesSelectPods,
  pathsFollowTheGraph,
  nothingIsExposed,
  servicesReachPods,
  addressesAreServed,
  addressesAreSound,
  hostsAreRead,
  endpointsAreServed,
  hostsAreRouted,
  monitorsFindMetrics,
  monitorsAreSelected,
];
