// Written by `npm run generate` from schemas/upstream/azure-metrics-exporter.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  nameOverride?: string;
  fullnameOverride?: string;
  namespaceOverride?: string;
  image?: {
    registry?: string;
    repository?: string;
    tag?: string;
    sha?: string;
    pullPolicy?: string;
  };
  replicas?: number;
  minReadySeconds?: number;
  terminationGracePeriodSeconds?: number;
  env?: {
    [k: string]: unknown;
  };
  extraEnv?: kubernetes.EnvVar[];
  secretsEnableTemplateFunctions?: boolean;
  secrets?: {
    [k: string]: unknown;
  };
  resources?: kubernetes.ResourceRequirements;
  nodeSelector?: {
    'kubernetes.io/os'?: string;
  };
  affinity?: kubernetes.Affinity;
  tolerations?: kubernetes.Toleration[];
  restartPolicy?: string;
  priorityClassName?: string;
  config?: string;
  startupProbe?: kubernetes.Probe;
  livenessProbe?: kubernetes.Probe;
  readinessProbe?: kubernetes.Probe;
  serviceAccount?: {
    create?: boolean;
    name?: string;
    labels?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
  };
  strategy?: kubernetes.UpdateStrategy;
  podLabels?: {
    [k: string]: string;
  };
  podAnnotations?: {
    [k: string]: string;
  };
  securityContext?: kubernetes.AnySecurityContext;
  containerSecurityContext?: kubernetes.SecurityContext;
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  service?: {
    type?: string;
    port?: number | string;
    targetPort?: number | string;
    appProtocol?: string;
    nodePort?: unknown;
    portName?: string;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
  };
  netpol?: {
    enabled?: boolean;
    policyTypes?: string[];
    ingress?: unknown[];
    egress?: {
      ports?: {
        port?: number | string;
        protocol?: string;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    }[];
  };
  prometheus?: {
    monitor?: {
      enabled?: boolean;
      jobLabel?: string;
      additionalAnnotations?: {
        [k: string]: string;
      };
      additionalLabels?: {
        [k: string]: string;
      };
      scheme?: string;
      basicAuth?: {
        [k: string]: unknown;
      };
      bearerTokenFile?: unknown;
      tlsConfig?: {
        [k: string]: unknown;
      };
      proxyUrl?: string;
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      interval?: string;
      scrapeTimeout?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      namespaceSelector?: {
        [k: string]: unknown;
      };
    };
    metricProbes?: {
      jobLabel?: string;
      scheme?: string;
      path?: string;
      basicAuth?: {
        [k: string]: unknown;
      };
      bearerTokenFile?: unknown;
      tlsConfig?: {
        [k: string]: unknown;
      };
      proxyUrl?: string;
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      interval?: string;
      scrapeTimeout?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      params?: {
        [k: string]: unknown;
      };
      probes?: unknown[];
    };
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
    updatePolicy?: {
      updateMode?: string;
    };
    recommenders?: {
      name?: string;
      [k: string]: unknown;
    }[];
    controlledValues?: string;
  };
  releaseLabel?: unknown;
  global?: {
    [k: string]: unknown;
  };
}
