// Written by `npm run generate` from schemas/upstream/cert-manager.schema.json. Do not edit.

export type References = {
  name: string;
}[];
export type Replicas = number;
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

export interface Values {
  global?: {
    imagePullSecrets?: References;
    nodeSelector?: Strings;
    logLevel?: number;
    revisionHistoryLimit?: number;
    leaderElection?: {
      /**
       * Where the leases are, and the Roles for them; kube-system if left out.
       */
      namespace?: string;
    };
  };
  crds?: {
    enabled?: boolean;
    /**
     * Helm leaves them when it uninstalls.
     */
    keep?: boolean;
  };
  /**
   * In front of every image that has no repository of its own.
   */
  imageRegistry?: string;
  /**
   * Between the registry and the image's name.
   */
  imageNamespace?: string;
  image?: Image;
  replicaCount?: Replicas;
  podDisruptionBudget?: DisruptionBudget;
  resources?: Resources;
  livenessProbe?: {
    enabled?: boolean;
    initialDelaySeconds?: number;
    periodSeconds?: number;
    timeoutSeconds?: number;
    failureThreshold?: number;
  };
  nodeSelector?: Strings;
  tolerations?: Tolerations;
  topologySpreadConstraints?: Spread;
  /**
   * Only one of the two monitors may be enabled.
   */
  prometheus?: {
    enabled?: boolean;
    servicemonitor?: Monitor;
    podmonitor?: Monitor;
  };
  webhook?: {
    image?: Image;
    replicaCount?: Replicas;
    podDisruptionBudget?: DisruptionBudget;
    resources?: Resources;
    livenessProbe?: Probe;
    readinessProbe?: Probe;
    nodeSelector?: Strings;
    tolerations?: Tolerations;
    topologySpreadConstraints?: Spread;
    /**
     * Port of the pods.
     */
    securePort?: number;
  };
  /**
   * Writes certificate authorities into webhooks.
   */
  cainjector?: {
    image?: Image;
    replicaCount?: Replicas;
    podDisruptionBudget?: DisruptionBudget;
    resources?: Resources;
    nodeSelector?: Strings;
    tolerations?: Tolerations;
    topologySpreadConstraints?: Spread;
  };
  /**
   * Answers HTTP challenges, in pods that the controller starts.
   */
  acmesolver?: {
    image?: Image;
  };
  /**
   * A Helm hook that waits for the webhook.
   */
  startupapicheck?: {
    enabled?: boolean;
    image?: Image;
  };
}
export interface Strings {
  [k: string]: string;
}
export interface Image {
  /**
   * With the registry; wins over name.
   */
  repository?: string;
  /**
   * Below imageRegistry and imageNamespace.
   */
  name?: string;
  tag?: string;
  /**
   * sha256:…, or empty.
   */
  digest?: string;
}
export interface DisruptionBudget {
  enabled?: boolean;
  maxUnavailable?: number;
}
export interface Resources {
  requests?: Quantities;
  limits?: Quantities;
}
export interface Quantities {
  cpu?: string;
  memory?: string;
}
export interface Monitor {
  enabled?: boolean;
  interval?: string;
  labels?: Strings;
}
export interface Probe {
  initialDelaySeconds?: number;
  periodSeconds?: number;
  timeoutSeconds?: number;
  failureThreshold?: number;
}
