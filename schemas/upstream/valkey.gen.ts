// Written by `npm run generate` from schemas/upstream/valkey.schema.json. Do not edit.

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
     * In front of every repository; wins over image.registry.
     */
    imageRegistry?: string;
    imagePullSecrets?: References;
  };
  image?: {
    registry?: string;
    repository?: string;
    /**
     * May end in @sha256:….
     */
    tag?: string;
  };
  fullnameOverride?: string;
  serviceAccount?: {
    create?: boolean;
    automount?: boolean;
    annotations?: Strings;
    name?: string;
  };
  workloadAnnotations?: Strings1;
  podLabels?: Strings;
  podSecurityContext?: PodSecurity;
  securityContext?: ContainerSecurity;
  service?: {
    type?: 'ClusterIP';
    port?: number;
  };
  resources?: Resources;
  initResources?: Resources;
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe1;
  /**
   * Volume of a single node, which is a Deployment; none unless it is switched on.
   */
  dataStorage?: {
    enabled?: boolean;
    requestedSize?: string;
    className?: string;
    keepPvc?: boolean;
  };
  /**
   * Lines of valkey.conf.
   */
  valkeyConfig?: string;
  auth?: {
    enabled?: boolean;
    /**
     * Name of a Secret with a password for each user.
     */
    usersExistingSecret?: string;
    aclUsers?: {
      [k: string]: {
        permissions: string;
        /**
         * Key in the Secret; the user's name if left out.
         */
        passwordKey?: string;
      };
    };
  };
  /**
   * A StatefulSet of a primary and its replicas.
   */
  replica?: {
    enabled?: boolean;
    /**
     * Beside the primary.
     */
    replicas?: number;
    /**
     * Of the replicas, for reading.
     */
    service?: {
      enabled?: boolean;
    };
    persistence?: {
      size: string;
      /**
       * The default of the cluster if left out.
       */
      storageClass?: string;
    };
  };
  nodeSelector?: Strings;
  tolerations?: Tolerations;
  topologySpreadConstraints?: Spread[];
  podDisruptionBudget?: {
    enabled?: boolean;
    minAvailable?: number | null;
    maxUnavailable?: number;
  };
  metrics?: {
    enabled?: boolean;
    exporter?: {
      image?: {
        registry?: string;
        repository?: string;
        /**
         * May end in @sha256:….
         */
        tag?: string;
      };
      resources?: Resources;
      securityContext?: ContainerSecurity1;
    };
    service?: {
      enabled?: boolean;
    };
    serviceMonitor?: {
      enabled?: boolean;
      interval?: string;
      extraLabels?: Strings;
    };
    podMonitor?: {
      enabled?: boolean;
      interval?: string;
      extraLabels?: Strings;
    };
  };
}
export interface Strings {
  [k: string]: string;
}
/**
 * Of the StatefulSet or Deployment.
 */
export interface Strings1 {
  [k: string]: string;
}
export interface PodSecurity {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  runAsGroup?: number;
  fsGroup?: number;
  seccompProfile?: {
    type: 'RuntimeDefault';
  };
}
/**
 * Of every container but the exporter's.
 */
export interface ContainerSecurity {
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  capabilities?: {
    drop: 'ALL'[];
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
export interface Probe {
  enabled?: boolean;
  initialDelaySeconds?: number;
  periodSeconds?: number;
  timeoutSeconds?: number;
  failureThreshold?: number;
}
/**
 * Off unless it is switched on.
 */
export interface Probe1 {
  enabled?: boolean;
  initialDelaySeconds?: number;
  periodSeconds?: number;
  timeoutSeconds?: number;
  failureThreshold?: number;
}
export interface Spread {
  maxSkew: number;
  topologyKey: string;
  whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  labelSelector?: {
    matchLabels?: Strings;
  };
}
export interface ContainerSecurity1 {
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  capabilities?: {
    drop: 'ALL'[];
  };
}
