// Written by `npm run generate` from schemas/upstream/cloudnative-pg.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  replicaCount?: number;
  image?: {
    repository?: string;
    pullPolicy?: string;
    tag?: string;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  nameOverride?: string;
  fullnameOverride?: string;
  namespaceOverride?: string;
  hostNetwork?: boolean;
  dnsPolicy?: string;
  updateStrategy?: kubernetes.UpdateStrategy;
  crds?: {
    create?: boolean;
  };
  webhook?: {
    port?: number;
    mutating?: {
      create?: boolean;
      failurePolicy?: string;
    };
    validating?: {
      create?: boolean;
      failurePolicy?: string;
    };
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
  };
  config?: {
    create?: boolean;
    name?: string;
    secret?: boolean;
    clusterWide?: boolean;
    data?: {
      [k: string]: unknown;
    };
    maxConcurrentReconciles?: number;
    WATCH_NAMESPACE?: string;
  };
  additionalArgs?: unknown[];
  additionalEnv?: unknown[];
  serviceAccount?: {
    create?: boolean;
    name?: string;
  };
  rbac?: {
    create?: boolean;
    aggregateClusterRoles?: boolean;
    annotations?: unknown;
  };
  commonAnnotations?: {
    [k: string]: string;
  };
  podAnnotations?: {
    [k: string]: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  containerSecurityContext?: kubernetes.SecurityContext;
  podSecurityContext?: kubernetes.PodSecurityContext;
  priorityClassName?: string;
  service?: {
    type?: string;
    name?: string;
    port?: number;
    ipFamilyPolicy?: string;
    ipFamilies?: unknown[];
  };
  resources?: kubernetes.ResourceRequirements;
  nodeSelector?: {
    [k: string]: string;
  };
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  tolerations?: kubernetes.Toleration[];
  affinity?: kubernetes.Affinity;
  monitoring?: {
    nameOverride?: string;
    fullnameOverride?: string;
    grafanaDashboard?: {
      namespace?: string;
      configMapName?: string;
      sidecarLabel?: string;
      sidecarLabelValue?: string;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      create?: boolean;
    };
    podMonitorEnabled?: boolean;
    podMonitorMetricRelabelings?: unknown[];
    podMonitorRelabelings?: unknown[];
    podMonitorAdditionalLabels?: {
      [k: string]: string;
    };
  };
  monitoringQueriesConfigMap?: {
    name?: string;
    queries?: string;
  };
  global?: {
    [k: string]: unknown;
  };
}
