// Written by `npm run generate` from schemas/upstream/prometheus-pushgateway.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  global?: {
    imageRegistry?: string;
    imagePullSecrets?: kubernetes.ImagePullSecret[];
  };
  nameOverride?: string;
  fullnameOverride?: string;
  namespaceOverride?: string;
  image?: {
    registry?: string;
    repository?: string;
    tag?: string;
    pullPolicy?: string;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  service?: {
    type?: string;
    port?: number | string;
    targetPort?: number | string;
    portName?: string;
    clusterIP?: string;
    ipDualStack?: {
      enabled?: boolean;
      ipFamilies?: string[];
      ipFamilyPolicy?: string;
    };
    loadBalancerIP?: string;
    loadBalancerSourceRanges?: unknown[];
    nodePort?: number | string;
  };
  automountServiceAccountToken?: boolean;
  deploymentAnnotations?: {
    [k: string]: string;
  };
  podAnnotations?: {
    [k: string]: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  serviceAnnotations?: {
    [k: string]: string;
  };
  serviceLabels?: {
    [k: string]: string;
  };
  serviceAccountLabels?: {
    [k: string]: string;
  };
  persistentVolumeLabels?: {
    [k: string]: string;
  };
  extraVars?: unknown[];
  extraArgs?: unknown[];
  extraInitContainers?: kubernetes.Container[];
  extraContainers?: kubernetes.Container[];
  resources?: kubernetes.ResourceRequirements;
  webConfiguration?: {
    [k: string]: unknown;
  };
  liveness?: {
    enabled?: boolean;
    probe?: {
      httpGet?: {
        path?: string;
        port?: number | string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      timeoutSeconds?: number;
    };
  };
  readiness?: {
    enabled?: boolean;
    probe?: {
      httpGet?: {
        path?: string;
        port?: number | string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      timeoutSeconds?: number;
    };
  };
  serviceAccount?: {
    create?: boolean;
    name?: unknown;
    annotations?: unknown;
  };
  ingress?: {
    enabled?: boolean;
    className?: string;
    path?: string;
    pathType?: string;
    extraPaths?: unknown[];
    annotations?: {
      [k: string]: string;
    };
    hosts?: string[];
    tls?: {
      secretName?: string;
      hosts?: string[];
      [k: string]: unknown;
    }[];
  };
  route?: {
    main?: {
      enabled?: boolean;
      apiVersion?: string;
      kind?: string;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      parentRefs?: unknown[];
      hostnames?: unknown[];
      additionalRules?: unknown[];
      filters?: unknown[];
      matches?: {
        path?: {
          type?: string;
          value?: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      httpsRedirect?: boolean;
    };
  };
  tolerations?: kubernetes.Toleration[];
  nodeSelector?: {
    [k: string]: string;
  };
  replicaCount?: number;
  hostAliases?: kubernetes.HostAlias[];
  runAsStatefulSet?: boolean;
  securityContext?: kubernetes.AnySecurityContext;
  containerSecurityContext?: kubernetes.SecurityContext;
  affinity?: kubernetes.Affinity;
  podAntiAffinity?: string;
  podAntiAffinityTopologyKey?: string;
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  serviceMonitor?: {
    enabled?: boolean;
    namespace?: string;
    telemetryPath?: string;
    interval?: string;
    scheme?: string;
    basicAuth?: {
      [k: string]: unknown;
    };
    bearerTokenFile?: string;
    tlsConfig?: {
      [k: string]: unknown;
    };
    scrapeTimeout?: string;
    additionalLabels?: {
      [k: string]: string;
    };
    honorLabels?: boolean;
    metricRelabelings?: unknown[];
    relabelings?: unknown[];
  };
  podDisruptionBudget?: {
    [k: string]: unknown;
  };
  priorityClassName?: unknown;
  strategy?: kubernetes.UpdateStrategy;
  persistentVolume?: {
    enabled?: boolean;
    accessModes?: string[];
    annotations?: {
      [k: string]: string;
    };
    existingClaim?: string;
    mountPath?: string;
    size?: string;
    subPath?: string;
    emptyDir?: {
      [k: string]: unknown;
    };
    storageClass?: string;
  };
  extraVolumes?: kubernetes.Volume[];
  extraVolumeMounts?: kubernetes.VolumeMount[];
  networkPolicy?: {
    [k: string]: unknown;
  };
  extraManifests?: unknown[];
  lifecycle?: kubernetes.Lifecycle;
}
