// Written by `npm run generate` from schemas/upstream/prometheus-node-exporter.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  image?: {
    registry?: string;
    repository?: string;
    tag?: string;
    distroless?: boolean;
    pullPolicy?: string;
    digest?: string;
    sha?: unknown;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  nameOverride?: string;
  fullnameOverride?: string;
  revisionHistoryLimit?: number;
  global?: {
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    imageRegistry?: string;
    global?: {
      [k: string]: unknown;
    };
  };
  kubeRBACProxy?: {
    enabled?: boolean;
    env?: {
      [k: string]: unknown;
    };
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
      pullPolicy?: string;
    };
    extraArgs?: unknown[];
    containerSecurityContext?: kubernetes.SecurityContext;
    port?: number | string;
    portName?: string;
    enableHostPort?: boolean;
    proxyEndpointsPort?: number | string;
    enableProxyEndpointsHostPort?: boolean;
    resources?: kubernetes.ResourceRequirements;
    extraVolumeMounts?: kubernetes.VolumeMount[];
    tls?: {
      enabled?: boolean;
      tlsClientAuth?: boolean;
    };
  };
  tlsSecret?: {
    enabled?: boolean;
    caItem?: string;
    certItem?: string;
    keyItem?: string;
    secretName?: string;
    volumeName?: string;
  };
  service?: {
    enabled?: boolean;
    type?: string;
    clusterIP?: string;
    port?: number | string;
    servicePort?: string | number;
    targetPort?: number | string;
    portName?: string;
    nodePort?: unknown;
    listenOnAllInterfaces?: boolean;
    annotations?: {
      'prometheus.io/scrape'?: string;
    };
    labels?: {
      [k: string]: string;
    };
    ipDualStack?: {
      enabled?: boolean;
      ipFamilies?: string[];
      ipFamilyPolicy?: string;
    };
    externalTrafficPolicy?: string;
    internalTrafficPolicy?: string;
  };
  networkPolicy?: {
    enabled?: boolean;
    ingress?: {}[];
  };
  env?: {
    [k: string]: unknown;
  };
  prometheus?: {
    monitor?: {
      enabled?: boolean;
      additionalLabels?: {
        [k: string]: string;
      };
      namespace?: string;
      jobLabel?: string;
      podTargetLabels?: unknown[];
      targetLabels?: unknown[];
      scheme?: string;
      basicAuth?: {
        [k: string]: unknown;
      };
      bearerTokenFile?: unknown;
      tlsConfig?: {
        [k: string]: unknown;
      };
      proxyUrl?: string;
      selectorOverride?: {
        [k: string]: unknown;
      };
      attachMetadata?: {
        node?: boolean;
      };
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      interval?: string;
      scrapeTimeout?: string;
      apiVersion?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
    };
    podMonitor?: {
      enabled?: boolean;
      namespace?: string;
      additionalLabels?: {
        [k: string]: string;
      };
      podTargetLabels?: unknown[];
      apiVersion?: string;
      selectorOverride?: {
        [k: string]: unknown;
      };
      attachMetadata?: {
        node?: boolean;
      };
      jobLabel?: string;
      scheme?: string;
      path?: string;
      basicAuth?: {
        [k: string]: unknown;
      };
      bearerTokenSecret?: {
        [k: string]: unknown;
      };
      tlsConfig?: {
        [k: string]: unknown;
      };
      authorization?: {
        [k: string]: unknown;
      };
      oauth2?: {
        [k: string]: unknown;
      };
      proxyUrl?: string;
      interval?: string;
      scrapeTimeout?: string;
      honorTimestamps?: boolean;
      honorLabels?: boolean;
      enableHttp2?: string;
      filterRunning?: string;
      followRedirects?: string;
      params?: {
        [k: string]: unknown;
      };
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
    };
  };
  updateStrategy?: kubernetes.UpdateStrategy;
  resources?: kubernetes.ResourceRequirements;
  restartPolicy?: unknown;
  serviceAccount?: {
    create?: boolean;
    name?: unknown;
    annotations?: {
      [k: string]: string;
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    automountServiceAccountToken?: boolean;
  };
  securityContext?: kubernetes.AnySecurityContext;
  containerSecurityContext?: kubernetes.SecurityContext;
  rbac?: {
    create?: boolean;
    useExistingRole?: unknown;
  };
  endpoints?: unknown[];
  hostNetwork?: boolean;
  hostUsers?: unknown;
  hostPID?: boolean;
  hostIPC?: boolean;
  hostRootFsMount?: {
    enabled?: boolean;
    mountPropagation?: string;
  };
  hostProcFsMount?: {
    mountPropagation?: string;
  };
  hostSysFsMount?: {
    mountPropagation?: string;
  };
  affinity?: kubernetes.Affinity;
  podAnnotations?: {
    'cluster-autoscaler.kubernetes.io/safe-to-evict'?: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  commonLabels?: {
    [k: string]: string;
  };
  daemonsetAnnotations?: {
    [k: string]: string;
  };
  releaseLabel?: boolean;
  dnsPolicy?: string;
  dnsConfig?: kubernetes.PodDNSConfig;
  nodeSelector?: {
    'kubernetes.io/os'?: string;
  };
  terminationGracePeriodSeconds?: unknown;
  tolerations?: kubernetes.Toleration[];
  terminationMessageParams?: {
    enabled?: boolean;
    terminationMessagePath?: string;
    terminationMessagePolicy?: string;
  };
  extraArgs?: unknown[];
  extraHostVolumeMounts?: unknown[];
  configmaps?: unknown[];
  secrets?: unknown[];
  namespaceOverride?: string;
  sidecars?: kubernetes.Container[];
  sidecarVolumeMount?: unknown[];
  sidecarHostVolumeMounts?: unknown[];
  extraInitContainers?: kubernetes.Container[];
  permissionInitContainer?: {
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
      pullPolicy?: string;
    };
    securityContext?: kubernetes.AnySecurityContext;
    fixes?: {
      rapl?: boolean;
      slabinfo?: boolean;
    };
    extraCommands?: unknown[];
  };
  livenessProbe?: {
    failureThreshold?: number;
    httpGet?: {
      httpHeaders?: unknown[];
      scheme?: string;
    };
    initialDelaySeconds?: number;
    periodSeconds?: number;
    successThreshold?: number;
    timeoutSeconds?: number;
  };
  readinessProbe?: {
    failureThreshold?: number;
    httpGet?: {
      httpHeaders?: unknown[];
      scheme?: string;
    };
    initialDelaySeconds?: number;
    periodSeconds?: number;
    successThreshold?: number;
    timeoutSeconds?: number;
  };
  verticalPodAutoscaler?: {
    enabled?: boolean;
    controlledResources?: unknown[];
    maxAllowed?: {
      [k: string]: unknown;
    };
    minAllowed?: {
      [k: string]: unknown;
    };
    recommenders?: {
      name?: string;
      [k: string]: unknown;
    }[];
    controlledValues?: string;
    updatePolicy?: unknown;
  };
  extraManifests?: unknown[];
  extraVolumes?: kubernetes.Volume[];
  extraVolumeMounts?: kubernetes.VolumeMount[];
  version?: string;
  priorityClassName?: string;
}
