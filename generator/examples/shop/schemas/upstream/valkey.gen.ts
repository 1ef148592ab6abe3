// Written by `npm run generate` from schemas/upstream/valkey.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  global?: {
    imageRegistry?: string;
    imagePullSecrets?: kubernetes.ImagePullSecret[];
  };
  image?: {
    registry?: string;
    repository?: string;
    pullPolicy?: string;
    tag?: string;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  nameOverride?: string;
  fullnameOverride?: string;
  clusterDomain?: string;
  serviceAccount?: {
    create?: boolean;
    automount?: boolean;
    annotations?: {
      [k: string]: string;
    };
    name?: string;
  };
  podAnnotations?: {
    [k: string]: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  workloadAnnotations?: {
    [k: string]: string;
  };
  commonLabels?: {
    [k: string]: string;
  };
  podSecurityContext?: kubernetes.PodSecurityContext;
  priorityClassName?: string;
  runtimeClassName?: string;
  securityContext?: kubernetes.AnySecurityContext;
  service?: {
    type?: string;
    port?: number;
    annotations?: {
      [k: string]: string;
    };
    nodePort?: number;
    clusterIP?: string;
    loadBalancerClass?: string;
    loadBalancerSourceRanges?: unknown[];
    appProtocol?: string;
  };
  networkPolicy?: {
    [k: string]: unknown;
  };
  resources?: kubernetes.ResourceRequirements;
  initResources?: kubernetes.ResourceRequirements;
  startupProbe?: {
    enabled?: boolean;
    initialDelaySeconds?: number;
    periodSeconds?: number;
    timeoutSeconds?: number;
    failureThreshold?: number;
    customProbe?: {
      [k: string]: unknown;
    };
  };
  livenessProbe?: {
    enabled?: boolean;
    initialDelaySeconds?: number;
    periodSeconds?: number;
    timeoutSeconds?: number;
    failureThreshold?: number;
    customProbe?: {
      [k: string]: unknown;
    };
  };
  readinessProbe?: {
    enabled?: boolean;
    initialDelaySeconds?: number;
    periodSeconds?: number;
    timeoutSeconds?: number;
    failureThreshold?: number;
    successThreshold?: number;
    customProbe?: {
      [k: string]: unknown;
    };
  };
  extraInitContainers?: kubernetes.Container[];
  extraContainers?: kubernetes.Container[];
  dataStorage?: {
    enabled?: boolean;
    persistentVolumeClaimName?: string;
    subPath?: string;
    volumeName?: string;
    requestedSize?: string;
    className?: string;
    accessModes?: string[];
    keepPvc?: boolean;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    hostPath?: string;
  };
  extraValkeySecrets?: unknown[];
  extraValkeyConfigs?: unknown[];
  extraSecretValkeyConfigs?: boolean;
  extraVolumes?: kubernetes.Volume[];
  extraVolumeMounts?: kubernetes.VolumeMount[];
  valkeyConfig?: string;
  auth?: {
    enabled?: boolean;
    usersExistingSecret?: string;
    aclUsers?: {
      [k: string]: unknown;
    };
    aclConfig?: string;
    default?: {
      [k: string]: unknown;
    };
  };
  replica?: {
    enabled?: boolean;
    replicas?: number;
    replicationUser?: string;
    disklessSync?: boolean;
    minReplicasToWrite?: number;
    minReplicasMaxLag?: number;
    service?: {
      enabled?: boolean;
      type?: string;
      port?: number;
      annotations?: {
        [k: string]: string;
      };
      nodePort?: number;
      clusterIP?: string;
      appProtocol?: string;
      loadBalancerClass?: string;
      loadBalancerSourceRanges?: unknown[];
    };
    persistence?: {
      size?: string;
      storageClass?: string;
      accessModes?: string[];
    };
    persistentVolumeClaimRetentionPolicy?: {
      [k: string]: unknown;
    };
  };
  tls?: {
    enabled?: boolean;
    existingSecret?: string;
    serverPublicKey?: string;
    serverKey?: string;
    caPublicKey?: string;
    dhParamKey?: string;
    requireClientCertificate?: boolean;
  };
  nodeSelector?: {
    [k: string]: string;
  };
  tolerations?: kubernetes.Toleration[];
  affinity?: kubernetes.Affinity;
  deploymentStrategy?: 'RollingUpdate' | 'Recreate';
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  podDisruptionBudget?: {
    enabled?: boolean;
    minAvailable?: number | string | null;
    maxUnavailable?: number | string | null;
    unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow' | '' | null;
  };
  valkeyLogLevel?: string;
  env?: {
    [k: string]: unknown;
  };
  metrics?: {
    enabled?: boolean;
    exporter?: {
      command?: unknown[];
      args?: unknown[];
      port?: number;
      image?: {
        registry?: string;
        repository?: string;
        pullPolicy?: string;
        tag?: string;
      };
      resources?: kubernetes.ResourceRequirements;
      extraVolumeMounts?: kubernetes.VolumeMount[];
      extraExporterSecrets?: unknown[];
      extraEnvs?: {
        [k: string]: unknown;
      };
      securityContext?: kubernetes.AnySecurityContext;
    };
    service?: {
      enabled?: boolean;
      type?: string;
      ports?: {
        http?: number;
      };
      annotations?: {
        [k: string]: string;
      };
      extraLabels?: {
        [k: string]: string;
      };
      appProtocol?: string;
    };
    serviceMonitor?: {
      enabled?: boolean;
      port?: string;
      extraLabels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      interval?: string;
      scrapeTimeout?: string;
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      honorLabels?: boolean;
      additionalLabels?: {
        [k: string]: string;
      };
      podTargetLabels?: unknown[];
      sampleLimit?: boolean;
      targetLimit?: boolean;
    };
    podMonitor?: {
      enabled?: boolean;
      port?: string;
      extraLabels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      interval?: string;
      scrapeTimeout?: string;
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      honorLabels?: boolean;
      additionalLabels?: {
        [k: string]: string;
      };
      podTargetLabels?: unknown[];
      sampleLimit?: boolean;
      targetLimit?: boolean;
    };
    prometheusRule?: {
      enabled?: boolean;
      extraLabels?: {
        [k: string]: string;
      };
      extraAnnotations?: {
        [k: string]: string;
      };
      rules?: unknown[];
    };
  };
}
