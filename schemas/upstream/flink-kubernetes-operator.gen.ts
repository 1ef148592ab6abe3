// Written by `npm run generate` from schemas/upstream/flink-kubernetes-operator.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  watchNamespaces?: unknown[];
  image?: {
    repository?: string;
    pullPolicy?: string;
    tag?: string;
    digest?: string;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  replicas?: number;
  strategy?: kubernetes.UpdateStrategy;
  rbac?: {
    create?: boolean;
    nodesRule?: {
      create?: boolean;
    };
    operatorRole?: {
      create?: boolean;
      name?: string;
    };
    operatorRoleBinding?: {
      create?: boolean;
      name?: string;
    };
    jobRole?: {
      create?: boolean;
      name?: string;
    };
    jobRoleBinding?: {
      create?: boolean;
      name?: string;
    };
  };
  operatorPod?: {
    priorityClassName?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    env?: kubernetes.EnvVar[];
    dnsPolicy?: string;
    dnsConfig?: kubernetes.PodDNSConfig;
    envFrom?: kubernetes.EnvFromSource[];
    nodeSelector?: {
      [k: string]: string;
    };
    affinity?: kubernetes.Affinity;
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    resources?: kubernetes.ResourceRequirements;
    webhook?: {
      resources?: kubernetes.ResourceRequirements;
      container?: {
        env?: kubernetes.EnvVar[];
      };
    };
    initContainers?: kubernetes.Container[];
    sidecarContainers?: kubernetes.Container[];
  };
  operatorServiceAccount?: {
    create?: boolean;
    annotations?: {
      [k: string]: string;
    };
    name?: string;
  };
  jobServiceAccount?: {
    create?: boolean;
    annotations?: {
      'helm.sh/resource-policy'?: string;
    };
    name?: string;
  };
  operatorVolumeMounts?: {
    create?: boolean;
    data?: {
      name?: string;
      mountPath?: string;
      [k: string]: unknown;
    }[];
  };
  operatorVolumes?: {
    create?: boolean;
    data?: {
      name?: string;
      hostPath?: {
        path?: string;
        type?: string;
        [k: string]: unknown;
      };
      [k: string]: unknown;
    }[];
  };
  podSecurityContext?: kubernetes.PodSecurityContext;
  operatorSecurityContext?: kubernetes.AnySecurityContext;
  webhookSecurityContext?: kubernetes.AnySecurityContext;
  webhook?: {
    create?: boolean;
    keystore?: {
      useDefaultPassword?: boolean;
      passwordSecretRef?: unknown;
      name?: string;
    };
    serviceLabels?: {
      [k: string]: string;
    };
    validator?: {
      [k: string]: unknown;
    };
    mutator?: {
      [k: string]: unknown;
    };
  };
  defaultConfiguration?: {
    create?: boolean;
    append?: boolean;
    'flink-conf.yaml'?: string;
    'log4j-operator.properties'?: string;
    'log4j-console.properties'?: string;
    'logback-operator.xml'?: unknown;
    'logback-console.xml'?: unknown;
  };
  logging?: {
    framework?: string;
  };
  metrics?: {
    port?: unknown;
  };
  nameOverride?: string;
  fullnameOverride?: string;
  jvmArgs?: {
    webhook?: string;
    operator?: string;
  };
  operatorHealth?: {
    port?: number | string;
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
  };
  postStart?: {
    [k: string]: unknown;
  };
  tls?: {
    create?: boolean;
    secretName?: string;
    secretKeyRef?: {
      name?: string;
      key?: string;
    };
  };
  global?: {
    [k: string]: unknown;
  };
}
