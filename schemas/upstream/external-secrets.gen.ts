// Written by `npm run generate` from schemas/upstream/external-secrets.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  global?: {
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    affinity?: kubernetes.Affinity;
    hostAliases?: kubernetes.HostAlias[];
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    repository?: string;
    compatibility?: {
      openshift?: {
        adaptSecurityContext?: string;
      };
    };
  };
  replicaCount?: number;
  'bitwarden-sdk-server'?: {
    replicaCount?: number;
    image?: {
      repository?: string;
      pullPolicy?: string;
      tag?: string;
      tls?: {
        enabled?: boolean;
        secretName?: string;
        volumes?: kubernetes.Volume[];
        volumeMounts?: kubernetes.VolumeMount[];
      };
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    nameOverride?: string;
    fullnameOverride?: string;
    namespaceOverride?: string;
    extraEnv?: {
      [k: string]: unknown;
    };
    commonLabels?: {
      [k: string]: string;
    };
    serviceAccount?: {
      create?: boolean;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      name?: string;
    };
    podDnsPolicy?: string;
    podDnsConfig?: {
      [k: string]: unknown;
    };
    podLabels?: {
      [k: string]: string;
    };
    deploymentLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    deploymentAnnotations?: {
      [k: string]: string;
    };
    podSecurityContext?: kubernetes.PodSecurityContext;
    securityContext?: kubernetes.AnySecurityContext;
    service?: {
      type?: string;
      port?: number | string;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
    };
    ingress?: {
      enabled?: boolean;
      className?: string;
      annotations?: {
        [k: string]: string;
      };
      hosts?: {
        host?: string;
        paths?: {
          path?: string;
          pathType?: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      }[];
      tls?: unknown[];
    };
    resources?: kubernetes.ResourceRequirements;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: kubernetes.Affinity;
    enabled?: boolean;
  };
  revisionHistoryLimit?: number;
  image?: {
    repository?: string;
    pullPolicy?: string;
    tag?: string;
    flavour?: string;
  };
  installCRDs?: boolean;
  crds?: {
    createClusterExternalSecret?: boolean;
    createClusterSecretStore?: boolean;
    createSecretStore?: boolean;
    createClusterGenerator?: boolean;
    createClusterPushSecret?: boolean;
    createPushSecret?: boolean;
    annotations?: {
      [k: string]: string;
    };
    conversion?: {
      enabled?: boolean;
    };
    unsafeServeV1Beta1?: boolean;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  nameOverride?: string;
  fullnameOverride?: string;
  namespaceOverride?: string;
  commonLabels?: {
    [k: string]: string;
  };
  leaderElect?: boolean;
  leaderElectionID?: string;
  leaderElectionLeaseDuration?: string;
  leaderElectionRenewDeadline?: string;
  leaderElectionRetryPeriod?: string;
  controllerClass?: string;
  extendedMetricLabels?: boolean;
  scopedNamespace?: string;
  scopedRBAC?: boolean;
  openshiftFinalizers?: boolean;
  systemAuthDelegator?: boolean;
  processClusterExternalSecret?: boolean;
  processClusterPushSecret?: boolean;
  processClusterStore?: boolean;
  processSecretStore?: boolean;
  storeRequeueInterval?: string;
  processClusterGenerator?: boolean;
  processPushSecret?: boolean;
  genericTargets?: {
    enabled?: boolean;
    resources?: unknown[];
  };
  createOperator?: boolean;
  enableHTTP2?: boolean;
  vault?: {
    enableTokenCache?: boolean;
    tokenCacheSize?: number;
  };
  concurrent?: number;
  log?: {
    level?: string;
    timeEncoding?: string;
  };
  service?: {
    ipFamilyPolicy?: string;
    ipFamilies?: unknown[];
  };
  serviceAccount?: {
    create?: boolean;
    automount?: boolean;
    annotations?: {
      [k: string]: string;
    };
    extraLabels?: {
      [k: string]: string;
    };
    name?: string;
  };
  rbac?: {
    create?: boolean;
    serviceAccountTokenCreate?: boolean;
    servicebindings?: {
      create?: boolean;
    };
    aggregateToView?: boolean;
    aggregateToEdit?: boolean;
    aggregateToAdmin?: boolean;
  };
  extraEnv?: kubernetes.EnvVar[];
  extraArgs?: {
    [k: string]: unknown;
  };
  extraVolumes?: kubernetes.Volume[];
  extraObjects?: unknown[];
  extraVolumeMounts?: kubernetes.VolumeMount[];
  extraInitContainers?: kubernetes.Container[];
  extraContainers?: kubernetes.Container[];
  deploymentAnnotations?: {
    [k: string]: string;
  };
  strategy?: kubernetes.UpdateStrategy;
  podAnnotations?: {
    [k: string]: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  podSecurityContext?: {
    enabled?: boolean;
    fsGroup?: number;
  };
  securityContext?: {
    allowPrivilegeEscalation?: boolean;
    capabilities?: {
      drop?: string[];
    };
    enabled?: boolean;
    readOnlyRootFilesystem?: boolean;
    runAsNonRoot?: boolean;
    runAsUser?: number;
    seccompProfile?: {
      type?: string;
    };
  };
  resources?: kubernetes.ResourceRequirements;
  serviceMonitor?: {
    enabled?: boolean;
    renderMode?: 'skipIfMissing' | 'failIfMissing' | 'alwaysRender';
    namespace?: string;
    additionalLabels?: {
      [k: string]: string;
    };
    interval?: string;
    scrapeTimeout?: string;
    honorLabels?: boolean;
    metricRelabelings?: unknown[];
    relabelings?: unknown[];
  };
  metrics?: {
    listen?: {
      port?: number;
      auth?: {
        enabled?: boolean;
      };
      secure?: {
        enabled?: boolean;
        certDir?: string;
        certFile?: string;
        keyFile?: string;
      };
    };
    service?: {
      enabled?: boolean;
      port?: number;
      annotations?: {
        [k: string]: string;
      };
    };
  };
  grafanaDashboard?: {
    enabled?: boolean;
    sidecarLabel?: string;
    sidecarLabelValue?: string;
    annotations?: {
      [k: string]: string;
    };
    extraLabels?: {
      [k: string]: string;
    };
  };
  livenessProbe?: {
    enabled?: boolean;
    spec?: {
      address?: string;
      port?: number;
      timeoutSeconds?: number;
      failureThreshold?: number;
      periodSeconds?: number;
      successThreshold?: number;
      initialDelaySeconds?: number;
      httpGet?: {
        port?: string | number;
        path?: string;
      };
    };
  };
  readinessProbe?: {
    enabled?: boolean;
    spec?: {
      timeoutSeconds?: number;
      failureThreshold?: number;
      periodSeconds?: number;
      successThreshold?: number;
      initialDelaySeconds?: number;
      httpGet?: {
        port?: string | number;
        path?: string;
      };
    };
  };
  nodeSelector?: {
    [k: string]: string;
  };
  tolerations?: kubernetes.Toleration[];
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  affinity?: kubernetes.Affinity;
  priorityClassName?: string;
  schedulerName?: string;
  runtimeClassName?: string;
  podDisruptionBudget?: {
    enabled?: boolean;
    minAvailable?: number | string;
    nameOverride?: string;
    maxUnavailable?: string | number;
  };
  hostNetwork?: boolean;
  hostUsers?: boolean | null;
  networkPolicy?: {
    enabled?: boolean;
    ingress?: {
      ports?: {
        port?: string | number;
        protocol?: string;
      }[];
    }[];
    egress?: unknown[];
  };
  webhook?: {
    annotations?: {
      [k: string]: string;
    };
    create?: boolean;
    certCheckInterval?: string;
    lookaheadInterval?: string;
    replicaCount?: number;
    log?: {
      level?: string;
      timeEncoding?: string;
    };
    revisionHistoryLimit?: number;
    certDir?: string;
    failurePolicy?: string;
    hostNetwork?: boolean;
    hostUsers?: boolean | null;
    networkPolicy?: {
      enabled?: boolean;
      ingress?: {
        ports?: {
          port?: string | number;
          protocol?: string;
        }[];
      }[];
      egress?: unknown[];
    };
    image?: {
      repository?: string;
      pullPolicy?: string;
      tag?: string;
      flavour?: string;
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    port?: number;
    serviceAccount?: {
      create?: boolean;
      automount?: boolean;
      annotations?: {
        [k: string]: string;
      };
      extraLabels?: {
        [k: string]: string;
      };
      name?: string;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    hostAliases?: kubernetes.HostAlias[];
    certManager?: {
      enabled?: boolean;
      addInjectorAnnotations?: boolean;
      cert?: {
        create?: boolean;
        issuerRef?: {
          group?: string;
          kind?: string;
          name?: string;
        };
        duration?: string;
        revisionHistoryLimit?: number;
        renewBefore?: string;
        privateKey?: {
          [k: string]: unknown;
        };
        signatureAlgorithm?: string;
        annotations?: {
          [k: string]: string;
        };
      };
    };
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    affinity?: kubernetes.Affinity;
    strategy?: kubernetes.UpdateStrategy;
    priorityClassName?: string;
    schedulerName?: string;
    runtimeClassName?: string;
    podDisruptionBudget?: {
      enabled?: boolean;
      minAvailable?: number | string;
      nameOverride?: string;
      maxUnavailable?: string | number;
    };
    metrics?: {
      listen?: {
        port?: number;
        auth?: {
          enabled?: boolean;
        };
        secure?: {
          enabled?: boolean;
          certDir?: string;
          certFile?: string;
          keyFile?: string;
        };
      };
      service?: {
        enabled?: boolean;
        port?: number;
        annotations?: {
          [k: string]: string;
        };
      };
    };
    livenessProbe?: {
      enabled?: boolean;
      port?: string | number;
      timeoutSeconds?: number;
      failureThreshold?: number;
      periodSeconds?: number;
      successThreshold?: number;
      initialDelaySeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      address?: string;
      port?: string | number;
      timeoutSeconds?: number;
      failureThreshold?: number;
      periodSeconds?: number;
      successThreshold?: number;
      initialDelaySeconds?: number;
    };
    startupProbe?: {
      enabled?: boolean;
      initialDelaySeconds?: number;
      periodSeconds?: number;
      failureThreshold?: number;
    };
    extraEnv?: kubernetes.EnvVar[];
    extraArgs?: {
      [k: string]: unknown;
    };
    extraInitContainers?: kubernetes.Container[];
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    secretAnnotations?: {
      [k: string]: string;
    };
    deploymentAnnotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    podSecurityContext?: {
      enabled?: boolean;
    };
    securityContext?: {
      allowPrivilegeEscalation?: boolean;
      capabilities?: {
        drop?: string[];
      };
      enabled?: boolean;
      readOnlyRootFilesystem?: boolean;
      runAsNonRoot?: boolean;
      runAsUser?: number;
      seccompProfile?: {
        type?: string;
      };
    };
    resources?: kubernetes.ResourceRequirements;
    service?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      loadBalancerIP?: string;
    };
  };
  certController?: {
    create?: boolean;
    requeueInterval?: string;
    replicaCount?: number;
    enablePartialCache?: boolean;
    log?: {
      level?: string;
      timeEncoding?: string;
    };
    revisionHistoryLimit?: number;
    image?: {
      repository?: string;
      pullPolicy?: string;
      tag?: string;
      flavour?: string;
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    rbac?: {
      create?: boolean;
    };
    serviceAccount?: {
      create?: boolean;
      automount?: boolean;
      annotations?: {
        [k: string]: string;
      };
      extraLabels?: {
        [k: string]: string;
      };
      name?: string;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    hostAliases?: kubernetes.HostAlias[];
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    affinity?: kubernetes.Affinity;
    strategy?: kubernetes.UpdateStrategy;
    hostNetwork?: boolean;
    hostUsers?: boolean | null;
    networkPolicy?: {
      enabled?: boolean;
      ingress?: {
        ports?: {
          port?: string | number;
          protocol?: string;
        }[];
      }[];
      egress?: unknown[];
    };
    priorityClassName?: string;
    schedulerName?: string;
    runtimeClassName?: string;
    podDisruptionBudget?: {
      enabled?: boolean;
      minAvailable?: number | string;
      nameOverride?: string;
      maxUnavailable?: string | number;
    };
    metrics?: {
      listen?: {
        port?: number;
        auth?: {
          enabled?: boolean;
        };
        secure?: {
          enabled?: boolean;
          certDir?: string;
          certFile?: string;
          keyFile?: string;
        };
      };
      service?: {
        enabled?: boolean;
        port?: number;
        annotations?: {
          [k: string]: string;
        };
      };
    };
    livenessProbe?: {
      enabled?: boolean;
      port?: string | number;
      timeoutSeconds?: number;
      failureThreshold?: number;
      periodSeconds?: number;
      successThreshold?: number;
      initialDelaySeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      address?: string;
      port?: string | number;
      timeoutSeconds?: number;
      failureThreshold?: number;
      periodSeconds?: number;
      successThreshold?: number;
      initialDelaySeconds?: number;
    };
    startupProbe?: {
      enabled?: boolean;
      initialDelaySeconds?: number;
      periodSeconds?: number;
      failureThreshold?: number;
    };
    extraEnv?: kubernetes.EnvVar[];
    extraArgs?: {
      [k: string]: unknown;
    };
    extraInitContainers?: kubernetes.Container[];
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    deploymentAnnotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    podSecurityContext?: {
      enabled?: boolean;
    };
    securityContext?: {
      allowPrivilegeEscalation?: boolean;
      capabilities?: {
        drop?: string[];
      };
      enabled?: boolean;
      readOnlyRootFilesystem?: boolean;
      runAsNonRoot?: boolean;
      runAsUser?: number;
      seccompProfile?: {
        type?: string;
      };
    };
    resources?: kubernetes.ResourceRequirements;
  };
  dnsPolicy?: string;
  dnsConfig?: kubernetes.PodDNSConfig;
  hostAliases?: kubernetes.HostAlias[];
  podSpecExtra?: {
    [k: string]: unknown;
  };
}
