// Written by `npm run generate` from schemas/upstream/flink-kubernetes-operator.schema.json. Do not edit.

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
export type Spread = {
  maxSkew: number;
  topologyKey: string;
  whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  labelSelector: {
    matchLabels: Strings;
  };
}[];
export type Port = number;

export interface Values {
  /**
   * Where it looks for jobs, and has rights; all of the cluster if empty. They must exist.
   */
  watchNamespaces?: string[];
  image?: {
    /**
     * With the registry.
     */
    repository?: string;
    /**
     * May end in @sha256:….
     */
    tag?: string;
  };
  imagePullSecrets?: References;
  /**
   * More than one needs leader election in defaultConfiguration.
   */
  replicas?: number;
  strategy?: {
    /**
     * Without leader election only Recreate keeps two from working at once.
     */
    type: 'Recreate' | 'RollingUpdate';
  };
  rbac?: {
    jobRole?: Created;
    jobRoleBinding?: Created;
  };
  /**
   * The ServiceAccount that jobs run as.
   */
  jobServiceAccount?: {
    create?: boolean;
    name?: string;
  };
  operatorPod?: {
    labels?: Strings;
    resources?: Resources;
    webhook?: {
      resources?: Resources;
    };
    nodeSelector?: Strings;
    tolerations?: Tolerations;
    topologySpreadConstraints?: Spread;
  };
  /**
   * Instead of the volume for artifacts that the chart would make.
   */
  operatorVolumes?: {
    create: boolean;
    data: {
      name: string;
      emptyDir: {
        sizeLimit?: string;
      };
    }[];
  };
  /**
   * Into the container of the operator; the webhook's mounts are fixed.
   */
  operatorVolumeMounts?: {
    create: boolean;
    data: {
      name: string;
      mountPath: string;
    }[];
  };
  podSecurityContext?: PodSecurity;
  operatorSecurityContext?: ContainerSecurity;
  webhookSecurityContext?: ContainerSecurity;
  webhook?: {
    /**
     * Needs cert-manager.
     */
    create?: boolean;
    keystore?: {
      /**
       * The one that everybody knows.
       */
      useDefaultPassword: false;
      passwordSecretRef?: {
        name: string;
        key: string;
      };
    };
  };
  defaultConfiguration?: {
    /**
     * Keeps what the chart configures itself.
     */
    append?: boolean;
    /**
     * Lines of configuration, of the operator and of every job.
     */
    'flink-conf.yaml'?: string;
  };
  jvmArgs?: {
    operator?: string;
    webhook?: string;
  };
  metrics?: {
    /**
     * Opens the port; the configuration must serve it.
     */
    port?: number;
  };
  operatorHealth?: {
    port?: Port;
    livenessProbe?: Probe;
    startupProbe?: Probe;
  };
}
export interface Created {
  create?: boolean;
}
export interface Strings {
  [k: string]: string;
}
export interface Resources {
  requests?: Quantities;
  limits?: Quantities;
}
export interface Quantities {
  cpu?: string;
  memory?: string;
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
export interface ContainerSecurity {
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  capabilities?: {
    drop: 'ALL'[];
  };
}
export interface Probe {
  initialDelaySeconds?: number;
  periodSeconds?: number;
  failureThreshold?: number;
}
