// Written by `npm run generate` from schemas/upstream/prometheus-pushgateway.schema.json. Do not edit.

export type References = {
  name: string;
}[];
export type Tolerations = {
  key?: string;
  operator?: 'Exists' | 'Equal';
  value?: string;
  effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  tolerationSeconds?: number;
}[];

export interface Values {
  global?: {
    /**
     * In front of the repository; wins over image.registry.
     */
    imageRegistry?: string;
    imagePullSecrets?: References;
  };
  image?: {
    /**
     * In front of the repository.
     */
    registry?: string;
    /**
     * With the registry, unless that is given apart.
     */
    repository?: string;
    /**
     * May end in @sha256:….
     */
    tag?: string;
  };
  /**
   * What is pushed to one pod is unknown to the others.
   */
  replicaCount?: number;
  runAsStatefulSet?: boolean;
  resources?: Resources;
  nodeSelector?: Strings;
  tolerations?: Tolerations;
  automountServiceAccountToken?: boolean;
  securityContext?: PodSecurity;
  containerSecurityContext?: ContainerSecurity;
  extraArgs?: string[];
  liveness?: Probed;
  readiness?: Probed;
  /**
   * Made as soon as it is given.
   */
  podDisruptionBudget?: {
    maxUnavailable?: number;
  };
  /**
   * Mounted whether enabled or not; only a claim survives the pod.
   */
  persistentVolume?: {
    enabled?: boolean;
    mountPath?: string;
    size?: string;
    /**
     * The default of the cluster if left out.
     */
    storageClass?: string;
  };
  serviceMonitor?: {
    enabled?: boolean;
    /**
     * monitoring if left out, wherever the rest is.
     */
    namespace?: string;
    /**
     * Keeps the job and instance that were pushed.
     */
    honorLabels?: boolean;
    additionalLabels?: Strings;
  };
  webConfiguration?: {
    /**
     * A Secret with the key web-config.yaml: users and TLS.
     */
    existingSecret?: {
      name: string;
    };
  };
}
export interface Resources {
  requests?: Quantities;
  limits?: Quantities;
}
export interface Quantities {
  cpu?: string;
  memory?: string;
}
export interface Strings {
  [k: string]: string;
}
/**
 * Of the pod.
 */
export interface PodSecurity {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  runAsGroup?: number;
  fsGroup?: number;
  seccompProfile?: {
    type: 'RuntimeDefault';
  };
}
export interface ContainerSecurity {
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  capabilities?: {
    drop: 'ALL'[];
  };
}
export interface Probed {
  enabled?: boolean;
  probe?: {
    initialDelaySeconds?: number;
    periodSeconds?: number;
    timeoutSeconds?: number;
    failureThreshold?: number;
  };
}
