// Written by `npm run generate` from schemas/upstream/velero.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  namespace?: {
    labels?: {
      [k: string]: unknown;
    };
  };
  image?: {
    repository?: string;
    tag?: string;
    pullPolicy?: string;
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    digest?: unknown;
  };
  nameOverride?: string;
  fullnameOverride?: string;
  annotations?: {
    [k: string]: unknown;
  };
  secretAnnotations?: {
    [k: string]: unknown;
  };
  labels?: {
    [k: string]: unknown;
  };
  podAnnotations?: {
    [k: string]: unknown;
  };
  podLabels?: {
    [k: string]: unknown;
  };
  resources?: kubernetes.ResourceRequirements;
  resizePolicy?: unknown[];
  hostAliases?: kubernetes.HostAlias[];
  upgradeJobResources?: kubernetes.ResourceRequirements;
  upgradeCRDsJob?: {
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraEnvVars?: kubernetes.EnvVar[];
    automountServiceAccountToken?: boolean;
  };
  dnsPolicy?: string;
  initContainers?: unknown[] | string | null;
  podSecurityContext?: kubernetes.PodSecurityContext;
  containerSecurityContext?: kubernetes.SecurityContext;
  lifecycle?: kubernetes.Lifecycle;
  priorityClassName?: string;
  runtimeClassName?: string;
  terminationGracePeriodSeconds?: number;
  livenessProbe?: kubernetes.Probe;
  readinessProbe?: kubernetes.Probe;
  tolerations?: kubernetes.Toleration[];
  affinity?: kubernetes.Affinity;
  nodeSelector?: {
    [k: string]: unknown;
  };
  dnsConfig?: kubernetes.PodDNSConfig;
  podDisruptionBudget?: {
    enabled?: boolean;
    minAvailable?: number | string;
    maxUnavailable?: string | number;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    unhealthyPodEvictionPolicy?: string;
  };
  extraVolumes?: kubernetes.Volume[];
  extraVolumeMounts?: kubernetes.VolumeMount[];
  extraObjects?: unknown[];
  metrics?: {
    enabled?: boolean;
    scrapeInterval?: string;
    scrapeTimeout?: string;
    service?: {
      annotations?: {
        [k: string]: unknown;
      };
      type?: string;
      labels?: {
        [k: string]: unknown;
      };
      nodePort?: unknown;
      externalTrafficPolicy?: string;
      internalTrafficPolicy?: string;
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
    };
    podAnnotations?: {
      'prometheus.io/scrape'?: string;
      'prometheus.io/port'?: string;
      'prometheus.io/path'?: string;
    };
    serviceMonitor?: {
      autodetect?: boolean;
      enabled?: boolean;
      annotations?: {
        [k: string]: unknown;
      };
      additionalLabels?: {
        [k: string]: unknown;
      };
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      namespace?: unknown;
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      };
    };
    nodeAgentPodMonitor?: {
      autodetect?: boolean;
      enabled?: boolean;
      annotations?: {
        [k: string]: unknown;
      };
      additionalLabels?: {
        [k: string]: unknown;
      };
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      namespace?: unknown;
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      };
    };
    prometheusRule?: {
      autodetect?: boolean;
      enabled?: boolean;
      additionalLabels?: {
        [k: string]: unknown;
      };
      spec?: unknown[];
      namespace?: string;
    };
  };
  kubectl?: {
    image?: {
      repository?: string;
      digest?: unknown;
      tag?: string;
    };
    containerSecurityContext?: kubernetes.SecurityContext;
    resources?: kubernetes.ResourceRequirements;
    annotations?: {
      [k: string]: unknown;
    };
    labels?: {
      [k: string]: unknown;
    };
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
  };
  upgradeCRDs?: boolean;
  cleanUpCRDs?: boolean;
  configuration?: {
    backupStorageLocation?: {
      name?: string | null;
      provider?: string;
      bucket?: string;
      caCert?: string | null;
      prefix?: string | null;
      default?: boolean | null;
      validationFrequency?: string | null;
      backupSyncPeriod?: string | null;
      accessMode?: string | null;
      credential?: {
        [k: string]: unknown;
      };
      config?: {
        [k: string]: unknown;
      };
      annotations?: {
        [k: string]: unknown;
      };
    }[];
    volumeSnapshotLocation?: {
      name?: string | null;
      provider?: string;
      credential?: {
        [k: string]: unknown;
      };
      config?: {
        [k: string]: unknown;
      };
      annotations?: {
        [k: string]: unknown;
      };
    }[];
    uploaderType?: unknown;
    backupSyncPeriod?: unknown;
    fsBackupTimeout?: unknown;
    clientBurst?: unknown;
    clientPageSize?: unknown;
    clientQPS?: unknown;
    defaultBackupStorageLocation?: unknown;
    defaultItemOperationTimeout?: unknown;
    defaultBackupTTL?: unknown;
    defaultVolumeSnapshotLocations?: unknown;
    disableControllers?: unknown;
    disableInformerCache?: boolean;
    garbageCollectionFrequency?: unknown;
    itemBlockWorkerCount?: unknown;
    logFormat?: unknown;
    logLevel?: unknown;
    metricsAddress?: unknown;
    pluginDir?: unknown;
    profilerAddress?: unknown;
    restoreOnlyMode?: unknown;
    restoreResourcePriorities?: unknown;
    storeValidationFrequency?: unknown;
    terminatingResourceTimeout?: unknown;
    defaultSnapshotMoveData?: unknown;
    features?: unknown;
    dataMoverPrepareTimeout?: unknown;
    repositoryMaintenanceJob?: {
      repositoryConfigData?: {
        name?: string;
        global?: {
          keepLatestMaintenanceJobs?: number;
          podResources?: {
            cpuRequest?: string;
            cpuLimit?: string;
            memoryRequest?: string;
            memoryLimit?: string;
          };
          priorityClassName?: string;
          loadAffinity?: {
            nodeSelector?: {
              [k: string]: unknown;
            };
          }[];
        };
        repositories?: {
          [k: string]: {
            podResources?: {
              cpuRequest?: string;
              cpuLimit?: string;
              memoryRequest?: string;
              memoryLimit?: string;
            };
            keepLatestMaintenanceJobs?: number;
            loadAffinity?: {
              nodeSelector?: {
                [k: string]: unknown;
              };
            }[];
          };
        };
      };
      requests?: {
        cpu?: string;
        memory?: string;
      } | null;
      limits?: {
        cpu?: string;
        memory?: string;
      } | null;
      latestJobsCount?: number;
    };
    namespace?: string | null;
    extraArgs?: unknown[];
    extraEnvVars?: kubernetes.EnvVar[];
    defaultVolumesToFsBackup?: unknown;
    defaultRepoMaintainFrequency?: unknown;
  };
  rbac?: {
    create?: boolean;
    clusterAdministrator?: boolean;
    clusterAdministratorName?: string;
  };
  serviceAccount?: {
    server?: {
      create?: boolean;
      name?: string | null;
      annotations?: {
        [k: string]: unknown;
      } | null;
      labels?: {
        [k: string]: unknown;
      } | null;
      imagePullSecrets?: string[];
      automountServiceAccountToken?: boolean;
    };
  };
  credentials?: {
    useSecret?: boolean;
    name?: string | null;
    existingSecret?: string | null;
    secretContents?: {
      [k: string]: unknown;
    };
    extraEnvVars?: {
      [k: string]: unknown;
    };
    extraSecretRef?: string;
  };
  backupsEnabled?: boolean;
  snapshotsEnabled?: boolean;
  deployNodeAgent?: boolean;
  nodeAgent?: {
    disableHostPath?: boolean;
    podVolumePath?: string;
    pluginVolumePath?: string;
    priorityClassName?: string;
    runtimeClassName?: string;
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    tolerations?: kubernetes.Toleration[];
    annotations?: {
      [k: string]: unknown;
    };
    labels?: {
      [k: string]: unknown;
    };
    podLabels?: {
      [k: string]: unknown;
    };
    useScratchEmptyDir?: boolean;
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraEnvVars?: kubernetes.EnvVar[];
    extraArgs?: unknown[];
    dnsPolicy?: string;
    hostAliases?: kubernetes.HostAlias[];
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    lifecycle?: kubernetes.Lifecycle;
    nodeSelector?: {
      [k: string]: unknown;
    };
    affinity?: kubernetes.Affinity;
    dnsConfig?: kubernetes.PodDNSConfig;
    updateStrategy?: kubernetes.UpdateStrategy;
    securityContext?: kubernetes.AnySecurityContext;
  };
  schedules?: {
    [k: string]: unknown;
  };
  configMaps?: {
    [k: string]: unknown;
  };
  revisionHistoryLimit?: number;
  securityContext?: kubernetes.AnySecurityContext;
  global?: {
    [k: string]: unknown;
  };
}
