// Written by `npm run generate` from schemas/upstream/cert-manager.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  global?: {
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    nodeSelector?: {
      [k: string]: string;
    };
    commonLabels?: {
      [k: string]: string;
    };
    priorityClassName?: string;
    rbac?: {
      create?: boolean;
      aggregateClusterRoles?: boolean;
    };
    podSecurityPolicy?: {
      enabled?: boolean;
      useAppArmor?: boolean;
    };
    logLevel?: number;
    leaderElection?: {
      namespace?: string;
      leaseDuration?: string;
      renewDeadline?: string;
      retryPeriod?: string;
    };
    runtimeClassName?: string;
    hostUsers?: boolean;
    revisionHistoryLimit?: number;
  };
  installCRDs?: boolean;
  crds?: {
    enabled?: boolean;
    keep?: boolean;
  };
  replicaCount?: number;
  strategy?: kubernetes.UpdateStrategy;
  podDisruptionBudget?: {
    enabled?: boolean;
    maxUnavailable?: unknown;
    minAvailable?: unknown;
    unhealthyPodEvictionPolicy?: string;
  };
  featureGates?: string;
  maxConcurrentChallenges?: number;
  imageRegistry?: string;
  imageNamespace?: string;
  image?: {
    name?: string;
    repository?: string;
    pullPolicy?: string;
    digest?: string;
    registry?: string;
    tag?: string;
  };
  clusterResourceNamespace?: string;
  namespace?: string;
  serviceAccount?: {
    create?: boolean;
    automountServiceAccountToken?: boolean;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    name?: string;
  };
  enableCertificateOwnerRef?: boolean;
  config?: {
    [k: string]: unknown;
  };
  dns01RecursiveNameservers?: string;
  dns01RecursiveNameserversOnly?: boolean;
  disableAutoApproval?: boolean;
  approveSignerNames?: string[];
  extraArgs?: unknown[];
  extraContainers?: kubernetes.Container[];
  extraEnv?: kubernetes.EnvVar[];
  resources?: kubernetes.ResourceRequirements;
  securityContext?: kubernetes.AnySecurityContext;
  containerSecurityContext?: kubernetes.SecurityContext;
  volumes?: kubernetes.Volume[];
  volumeMounts?: kubernetes.VolumeMount[];
  podLabels?: {
    [k: string]: string;
  };
  hostAliases?: kubernetes.HostAlias[];
  nodeSelector?: {
    'kubernetes.io/os'?: string;
  };
  networkPolicy?: {
    enabled?: boolean;
    ingress?: {
      ports?: {
        port?: string | number;
        protocol?: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    }[];
    egress?: {
      ports?: {
        port?: number | string;
        protocol?: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    }[];
  };
  ingressShim?: {
    defaultIssuerGroup?: string;
    defaultIssuerKind?: string;
    defaultIssuerName?: string;
  };
  affinity?: kubernetes.Affinity;
  runtimeClassName?: string;
  tolerations?: kubernetes.Toleration[];
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  livenessProbe?: {
    enabled?: boolean;
    initialDelaySeconds?: number;
    periodSeconds?: number;
    timeoutSeconds?: number;
    successThreshold?: number;
    failureThreshold?: number;
  };
  enableServiceLinks?: boolean;
  prometheus?: {
    enabled?: boolean;
    servicemonitor?: {
      enabled?: boolean;
      prometheusInstance?: string;
      interval?: string;
      scrapeTimeout?: string;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      honorLabels?: boolean;
      endpointAdditionalProperties?: {
        [k: string]: unknown;
      };
      namespace?: string;
    };
    podmonitor?: {
      enabled?: boolean;
      prometheusInstance?: string;
      interval?: string;
      scrapeTimeout?: string;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      honorLabels?: boolean;
      endpointAdditionalProperties?: {
        [k: string]: unknown;
      };
      namespace?: string;
    };
  };
  webhook?: {
    replicaCount?: number;
    timeoutSeconds?: number;
    config?: {
      [k: string]: unknown;
    };
    strategy?: kubernetes.UpdateStrategy;
    securityContext?: kubernetes.AnySecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    podDisruptionBudget?: {
      enabled?: boolean;
      maxUnavailable?: unknown;
      minAvailable?: unknown;
      unhealthyPodEvictionPolicy?: string;
    };
    validatingWebhookConfiguration?: {
      namespaceSelector?: {
        matchExpressions?: {
          key?: string;
          operator?: string;
          values?: string[];
          [k: string]: unknown;
        }[];
      };
    };
    mutatingWebhookConfiguration?: {
      namespaceSelector?: {
        [k: string]: unknown;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    featureGates?: string;
    resources?: kubernetes.ResourceRequirements;
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    nodeSelector?: {
      'kubernetes.io/os'?: string;
    };
    affinity?: kubernetes.Affinity;
    runtimeClassName?: string;
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    podLabels?: {
      [k: string]: string;
    };
    serviceLabels?: {
      [k: string]: string;
    };
    serviceIPFamilyPolicy?: string;
    serviceIPFamilies?: unknown[];
    image?: {
      name?: string;
      repository?: string;
      pullPolicy?: string;
      digest?: string;
      registry?: string;
      tag?: string;
    };
    serviceAccount?: {
      create?: boolean;
      automountServiceAccountToken?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      name?: string;
    };
    securePort?: number;
    hostNetwork?: boolean;
    serviceType?: string;
    url?: {
      [k: string]: unknown;
    };
    networkPolicy?: {
      enabled?: boolean;
      ingress?: {
        ports?: {
          port?: string | number;
          protocol?: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      }[];
      egress?: {
        ports?: {
          port?: number | string;
          protocol?: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      }[];
    };
    volumes?: kubernetes.Volume[];
    volumeMounts?: kubernetes.VolumeMount[];
    enableServiceLinks?: boolean;
    enableClientVerification?: boolean;
    clientCAFile?: string;
    apiserverClientCertSubjects?: string;
    automountServiceAccountToken?: boolean;
    deploymentAnnotations?: {
      [k: string]: string;
    };
    loadBalancerIP?: string;
    mutatingWebhookConfigurationAnnotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    validatingWebhookConfigurationAnnotations?: {
      [k: string]: string;
    };
  };
  cainjector?: {
    enabled?: boolean;
    replicaCount?: number;
    config?: {
      [k: string]: unknown;
    };
    strategy?: kubernetes.UpdateStrategy;
    securityContext?: kubernetes.AnySecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    networkPolicy?: {
      enabled?: boolean;
      ingress?: {
        ports?: {
          port?: string | number;
          protocol?: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      }[];
      egress?: {
        ports?: {
          port?: number | string;
          protocol?: string;
          [k: string]: unknown;
        }[];
        [k: string]: unknown;
      }[];
    };
    podDisruptionBudget?: {
      enabled?: boolean;
      maxUnavailable?: unknown;
      minAvailable?: unknown;
      unhealthyPodEvictionPolicy?: string;
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    featureGates?: string;
    resources?: kubernetes.ResourceRequirements;
    nodeSelector?: {
      'kubernetes.io/os'?: string;
    };
    affinity?: kubernetes.Affinity;
    runtimeClassName?: string;
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    podLabels?: {
      [k: string]: string;
    };
    serviceLabels?: {
      [k: string]: string;
    };
    image?: {
      name?: string;
      repository?: string;
      pullPolicy?: string;
      digest?: string;
      registry?: string;
      tag?: string;
    };
    serviceAccount?: {
      create?: boolean;
      automountServiceAccountToken?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      name?: string;
    };
    volumes?: kubernetes.Volume[];
    volumeMounts?: kubernetes.VolumeMount[];
    enableServiceLinks?: boolean;
    automountServiceAccountToken?: boolean;
    deploymentAnnotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
  };
  acmesolver?: {
    image?: {
      name?: string;
      repository?: string;
      pullPolicy?: string;
      digest?: string;
      registry?: string;
      tag?: string;
    };
    runtimeClassName?: string;
  };
  startupapicheck?: {
    enabled?: boolean;
    securityContext?: kubernetes.AnySecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    timeout?: string;
    backoffLimit?: number;
    jobAnnotations?: {
      'helm.sh/hook'?: string;
      'helm.sh/hook-weight'?: string;
      'helm.sh/hook-delete-policy'?: string;
    };
    extraArgs?: string[];
    extraEnv?: kubernetes.EnvVar[];
    resources?: kubernetes.ResourceRequirements;
    nodeSelector?: {
      'kubernetes.io/os'?: string;
    };
    affinity?: kubernetes.Affinity;
    runtimeClassName?: string;
    tolerations?: kubernetes.Toleration[];
    podLabels?: {
      [k: string]: string;
    };
    image?: {
      name?: string;
      repository?: string;
      pullPolicy?: string;
      digest?: string;
      registry?: string;
      tag?: string;
    };
    rbac?: {
      annotations?: {
        'helm.sh/hook'?: string;
        'helm.sh/hook-weight'?: string;
        'helm.sh/hook-delete-policy'?: string;
      };
    };
    serviceAccount?: {
      create?: boolean;
      annotations?: {
        'helm.sh/hook'?: string;
        'helm.sh/hook-weight'?: string;
        'helm.sh/hook-delete-policy'?: string;
      };
      automountServiceAccountToken?: boolean;
      labels?: {
        [k: string]: string;
      };
      name?: string;
    };
    volumes?: kubernetes.Volume[];
    volumeMounts?: kubernetes.VolumeMount[];
    enableServiceLinks?: boolean;
    automountServiceAccountToken?: boolean;
    podAnnotations?: {
      [k: string]: string;
    };
    ttlSecondsAfterFinished?: unknown;
  };
  extraObjects?: unknown[];
  creator?: string;
  enabled?: boolean;
  automountServiceAccountToken?: boolean;
  deploymentAnnotations?: {
    [k: string]: string;
  };
  fullnameOverride?: string;
  http_proxy?: string;
  https_proxy?: string;
  nameOverride?: string;
  no_proxy?: string;
  podAnnotations?: {
    [k: string]: string;
  };
  podDnsConfig?: {
    [k: string]: unknown;
  };
  podDnsPolicy?: string;
  serviceAnnotations?: {
    [k: string]: string;
  };
  serviceIPFamilies?: unknown[];
  serviceIPFamilyPolicy?: string;
  serviceLabels?: {
    [k: string]: string;
  };
}
