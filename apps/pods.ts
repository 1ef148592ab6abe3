// What third-party charts are told about their pods, where they leave it to us.

/** Prefers another node for each pod, and never keeps one from starting. */
export const spread = {
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'ScheduleAnyway',
} as const;

/** {@link spread} for charts that do not add the label selector themselves. */
export const spreadOf = (matchLabels: Record<string, string>) => ({
  ...spread,
  labelSelector: { matchLabels },
});

/** A pod that Pod Security admits as `restricted`, with the user that its image is made for. */
export const restrictedPod = (user: number) => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  seccompProfile: { type: 'RuntimeDefault' as const },
});

export const restrictedContainer = () => ({
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL' as const] },
});

/** Resources of a container that is its pod: it requests what the size says, and ends at `limit`. */
export const resourcesOf = ({ cpu, memory }: { cpu: string; memory: string }, limit: string = memory) => ({
  requests: { cpu, memory },
  limits: { memory: limit },
});
