// Written by `npm run generate` from schemas/upstream/trino.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  nameOverride?: unknown;
  fullnameOverride?: unknown;
  coordinatorNameOverride?: unknown;
  workerNameOverride?: unknown;
  image?: {
    registry?: string;
    repository?: string;
    tag?: string;
    digest?: string;
    useRepositoryAsSoleImageReference?: boolean;
    pullPolicy?: string;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  server?: {
    workers?: number;
    node?: {
      environment?: string;
      dataDir?: string;
      pluginDir?: string;
    };
    log?: {
      trino?: {
        level?: string;
      };
    };
    config?: {
      path?: string;
      https?: {
        enabled?: boolean;
        port?: number | string;
        keystore?: {
          path?: string;
        };
      };
      authenticationType?: string;
      query?: {
        maxMemory?: string;
      };
    };
    exchangeManager?: {
      [k: string]: unknown;
    };
    workerExtraConfig?: string;
    coordinatorExtraConfig?: string;
    autoscaling?: {
      enabled?: boolean;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number;
      targetMemoryUtilizationPercentage?: number;
      behavior?: {
        [k: string]: unknown;
      };
    };
    keda?: {
      enabled?: boolean;
      pollingInterval?: number;
      cooldownPeriod?: number;
      initialCooldownPeriod?: number;
      minReplicaCount?: number;
      maxReplicaCount?: number;
      fallback?: {
        [k: string]: unknown;
      };
      advanced?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
      annotations?: {
        [k: string]: string;
      };
    };
    server?: {
      [k: string]: unknown;
    };
    additionalConfigProperties?: string[];
    additionalExchangeManagerProperties?: string[];
  };
  accessControl?: {
    [k: string]: unknown;
  };
  headerAuthenticator?: {
    [k: string]: unknown;
  };
  resourceGroups?: {
    [k: string]: unknown;
  };
  additionalNodeProperties?: unknown[];
  additionalConfigProperties?: unknown[];
  additionalLogProperties?: unknown[];
  additionalExchangeManagerProperties?: unknown[];
  sessionProperties?: {
    [k: string]: unknown;
  };
  eventListenerProperties?: unknown[];
  catalogs?: {
    [k: string]: string | null;
  };
  additionalCatalogs?: {
    [k: string]: unknown;
  };
  env?: kubernetes.EnvVar[];
  envFrom?: kubernetes.EnvFromSource[];
  initContainers?: {
    [k: string]: unknown;
  };
  sidecarContainers?: {
    [k: string]: unknown;
  };
  securityContext?: kubernetes.AnySecurityContext;
  containerSecurityContext?: kubernetes.SecurityContext;
  shareProcessNamespace?: {
    coordinator?: boolean;
    worker?: boolean;
  };
  service?: {
    annotations?: {
      [k: string]: string;
    };
    type?: string;
    port?: number | string;
    nodePort?: string | number;
  };
  auth?: {
    [k: string]: unknown;
  };
  serviceAccount?: {
    create?: boolean;
    name?: string;
    annotations?: {
      [k: string]: string;
    };
  };
  configMounts?: unknown[];
  secretMounts?: unknown[];
  coordinator?: {
    deployment?: {
      annotations?: {
        [k: string]: string;
      };
      progressDeadlineSeconds?: number;
      revisionHistoryLimit?: number;
      strategy?: kubernetes.UpdateStrategy;
    };
    jvm?: {
      maxHeapSize?: string;
      minHeapSize?: unknown;
      maxHeapPercent?: unknown;
      initialHeapPercent?: unknown;
      gcMethod?: {
        type?: string;
        g1?: {
          heapRegionSize?: string;
        };
      };
    };
    config?: {
      memory?: {
        heapHeadroomPerNode?: string;
      };
      nodeScheduler?: {
        includeCoordinator?: boolean;
      };
      query?: {
        maxMemoryPerNode?: string;
      };
    };
    additionalJVMConfig?: unknown[];
    additionalExposedPorts?: {
      [k: string]: unknown;
    };
    resources?: kubernetes.ResourceRequirements;
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    lifecycle?: kubernetes.Lifecycle;
    terminationGracePeriodSeconds?: number;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: kubernetes.Affinity;
    additionalConfigFiles?: {
      [k: string]: unknown;
    };
    additionalVolumes?: kubernetes.Volume[];
    additionalVolumeMounts?: kubernetes.VolumeMount[];
    priorityClassName?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    configMounts?: unknown[];
    secretMounts?: unknown[];
  };
  worker?: {
    deployment?: {
      annotations?: {
        [k: string]: string;
      };
      progressDeadlineSeconds?: number;
      revisionHistoryLimit?: number;
      strategy?: kubernetes.UpdateStrategy;
    };
    jvm?: {
      maxHeapSize?: string;
      minHeapSize?: unknown;
      maxHeapPercent?: unknown;
      initialHeapPercent?: unknown;
      gcMethod?: {
        type?: string;
        g1?: {
          heapRegionSize?: string;
        };
      };
    };
    config?: {
      memory?: {
        heapHeadroomPerNode?: string;
      };
      query?: {
        maxMemoryPerNode?: string;
      };
    };
    additionalJVMConfig?: unknown[];
    additionalExposedPorts?: {
      [k: string]: unknown;
    };
    resources?: kubernetes.ResourceRequirements;
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    lifecycle?: kubernetes.Lifecycle;
    gracefulShutdown?: {
      enabled?: boolean;
      gracePeriodSeconds?: number;
    };
    terminationGracePeriodSeconds?: number;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: kubernetes.Affinity;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    additionalConfigFiles?: {
      [k: string]: unknown;
    };
    additionalVolumes?: kubernetes.Volume[];
    additionalVolumeMounts?: kubernetes.VolumeMount[];
    priorityClassName?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    configMounts?: unknown[];
    secretMounts?: unknown[];
  };
  kafka?: {
    mountPath?: string;
    tableDescriptions?: {
      [k: string]: unknown;
    };
  };
  jmx?: {
    enabled?: boolean;
    registryPort?: number | string;
    serverPort?: number | string;
    exporter?: {
      enabled?: boolean;
      image?: string;
      pullPolicy?: string;
      port?: number | string;
      configProperties?: string;
      securityContext?: kubernetes.AnySecurityContext;
      resources?: kubernetes.ResourceRequirements;
    };
    coordinator?: {
      [k: string]: unknown;
    };
    worker?: {
      [k: string]: unknown;
    };
  };
  serviceMonitor?: {
    enabled?: boolean;
    apiVersion?: string;
    labels?: {
      prometheus?: string;
    };
    interval?: string;
    scrapeTimeout?: string;
    coordinator?: {
      [k: string]: unknown;
    };
    worker?: {
      [k: string]: unknown;
    };
  };
  commonLabels?: {
    [k: string]: string;
  };
  ingress?: {
    enabled?: boolean;
    className?: string;
    annotations?: {
      [k: string]: string;
    };
    hosts?: unknown[];
    tls?: unknown[];
  };
  gateway?: {
    enabled?: boolean;
    annotations?: {
      [k: string]: string;
    };
    parentRefs?: unknown[];
    hostnames?: unknown[];
    rules?: unknown[];
  };
  networkPolicy?: {
    enabled?: boolean;
    ingress?: unknown[];
    egress?: unknown[];
  };
  type?: string;
  properties?: string;
  sessionPropertiesConfig?: string;
  global?: {
    [k: string]: unknown;
  };
}
