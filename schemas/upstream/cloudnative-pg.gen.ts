// Written by `npm run generate` from schemas/upstream/cloudnative-pg.schema.json. Do not edit.

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
export type Port = number;

export interface Values {
  crds?: {
    create?: boolean;
  };
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
  replicaCount?: Replicas;
  resources?: Resources;
  nodeSelector?: Strings;
  tolerations?: Tolerations;
  topologySpreadConstraints?: Spread;
  config?: {
    /**
     * False: it sees its own namespace only, and needs rights nowhere else.
     */
    clusterWide?: boolean;
    data?: Strings1;
    maxConcurrentReconciles?: number;
  };
  webhook?: {
    port?: Port;
    livenessProbe?: Delay;
    readinessProbe?: Delay;
    startupProbe?: {
      failureThreshold?: number;
      periodSeconds?: number;
    };
  };
  monitoring?: {
    podMonitorEnabled?: boolean;
    podMonitorAdditionalLabels?: Strings;
    /**
     * A ConfigMap for the sidecar of Grafana.
     */
    grafanaDashboard?: {
      create?: boolean;
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
 * Settings of the operator, by the names of its manual.
 */
export interface Strings1 {
  [k: string]: string;
}
export interface Delay {
  initialDelaySeconds?: number;
}
