// Written by `npm run generate` from schemas/upstream/spark-operator.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  nameOverride?: string;
  fullnameOverride?: string;
  commonLabels?: {
    [k: string]: string;
  };
  image?: {
    registry?: string;
    repository?: string;
    tag?: string;
    pullPolicy?: string;
    pullSecrets?: kubernetes.ImagePullSecret[];
  };
  hook?: {
    upgradeCrd?: boolean;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    affinity?: kubernetes.Affinity;
    tolerations?: kubernetes.Toleration[];
  };
  controller?: {
    replicas?: number;
    featureGates?: {
      name?: string;
      enabled?: boolean;
      [k: string]: unknown;
    }[];
    revisionHistoryLimit?: number;
    leaderElection?: {
      enable?: boolean;
      leaseDuration?: string;
      renewDeadline?: string;
      retryPeriod?: string;
    };
    workers?: number;
    logLevel?: string;
    logEncoder?: string;
    driverPodCreationGracePeriod?: string;
    maxTrackedExecutorPerApp?: number;
    kubeAPIQPS?: number;
    kubeAPIBurst?: number;
    scheduledSparkApplicationTimestampPrecision?: string;
    uiService?: {
      enable?: boolean;
    };
    uiIngress?: {
      enable?: boolean;
      urlFormat?: string;
      ingressClassName?: string;
      tls?: unknown[];
      annotations?: {
        [k: string]: string;
      };
    };
    batchScheduler?: {
      enable?: boolean;
      kubeSchedulerNames?: unknown[];
      default?: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      annotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    rbac?: {
      create?: boolean;
      annotations?: {
        [k: string]: string;
      };
    };
    labels?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    volumes?: kubernetes.Volume[];
    nodeSelector?: {
      [k: string]: string;
    };
    affinity?: kubernetes.Affinity;
    tolerations?: kubernetes.Toleration[];
    priorityClassName?: string;
    podSecurityContext?: kubernetes.PodSecurityContext;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    hostUsers?: unknown;
    env?: kubernetes.EnvVar[];
    envFrom?: kubernetes.EnvFromSource[];
    volumeMounts?: kubernetes.VolumeMount[];
    resources?: kubernetes.ResourceRequirements;
    securityContext?: kubernetes.AnySecurityContext;
    sidecars?: kubernetes.Container[];
    podDisruptionBudget?: {
      enable?: boolean;
      minAvailable?: number | string;
    };
    pprof?: {
      enable?: boolean;
      port?: number | string;
      portName?: string;
    };
    workqueueRateLimiter?: {
      bucketQPS?: number;
      bucketSize?: number;
      maxDelay?: {
        enable?: boolean;
        duration?: string;
      };
    };
  };
  webhook?: {
    enable?: boolean;
    replicas?: number;
    revisionHistoryLimit?: number;
    leaderElection?: {
      enable?: boolean;
    };
    logLevel?: string;
    logEncoder?: string;
    port?: number | string;
    portName?: string;
    failurePolicy?: string;
    timeoutSeconds?: number;
    kubeAPIQPS?: number;
    kubeAPIBurst?: number;
    resourceQuotaEnforcement?: {
      enable?: boolean;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      annotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    rbac?: {
      create?: boolean;
      annotations?: {
        [k: string]: string;
      };
    };
    labels?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    sidecars?: kubernetes.Container[];
    volumes?: kubernetes.Volume[];
    nodeSelector?: {
      [k: string]: string;
    };
    affinity?: kubernetes.Affinity;
    tolerations?: kubernetes.Toleration[];
    priorityClassName?: string;
    podSecurityContext?: kubernetes.PodSecurityContext;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    hostUsers?: unknown;
    env?: kubernetes.EnvVar[];
    envFrom?: kubernetes.EnvFromSource[];
    volumeMounts?: kubernetes.VolumeMount[];
    resources?: kubernetes.ResourceRequirements;
    securityContext?: kubernetes.AnySecurityContext;
    podDisruptionBudget?: {
      enable?: boolean;
      minAvailable?: number | string;
    };
  };
  spark?: {
    jobNamespaces?: string[];
    jobNamespaceSelector?: string;
    serviceAccount?: {
      create?: boolean;
      name?: string;
      annotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    rbac?: {
      create?: boolean;
      annotations?: {
        [k: string]: string;
      };
    };
  };
  prometheus?: {
    metrics?: {
      enable?: boolean;
      port?: number | string;
      portName?: string;
      endpoint?: string;
      prefix?: string;
      jobSubmitLatencyBuckets?: string;
      jobStartLatencyBuckets?: string;
      labels?: string;
    };
    podMonitor?: {
      create?: boolean;
      labels?: {
        [k: string]: string;
      };
      jobLabel?: string;
      podMetricsEndpoint?: {
        scheme?: string;
        interval?: string;
      };
    };
  };
  certManager?: {
    enable?: boolean;
    issuerRef?: {
      [k: string]: unknown;
    };
    duration?: string;
    renewBefore?: string;
  };
  global?: {
    [k: string]: unknown;
  };
}
