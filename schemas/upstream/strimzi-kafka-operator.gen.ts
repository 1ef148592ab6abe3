// Written by `npm run generate` from schemas/upstream/strimzi-kafka-operator.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  replicas?: number;
  watchNamespaces?: unknown[];
  watchAnyNamespace?: boolean;
  defaultImageRegistry?: string;
  defaultImageRepository?: string;
  defaultImageTag?: string;
  image?: {
    registry?: string;
    repository?: string;
    name?: string;
    tag?: string;
    imagePullSecrets?: {
      name?: string;
      [k: string]: unknown;
    }[];
    imagePullPolicy?: unknown;
    operatorNamespaceLabels?: unknown;
  };
  logVolume?: string;
  logConfigMap?: string;
  logConfiguration?: string;
  logLevel?: string;
  fullReconciliationIntervalMs?: number;
  operationTimeoutMs?: number;
  kubernetesServiceDnsDomain?: string;
  featureGates?: string;
  tmpDirSizeLimit?: string;
  extraEnvs?: kubernetes.EnvVar[];
  tolerations?: kubernetes.Toleration[];
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  affinity?: kubernetes.Affinity;
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
  nodeSelector?: {
    [k: string]: string;
  };
  deploymentAnnotations?: {
    [k: string]: string;
  };
  deploymentLabels?: {
    [k: string]: string;
  };
  deploymentStrategy?: kubernetes.UpdateStrategy;
  priorityClassName?: string;
  hostUsers?: unknown;
  enableServiceLinks?: unknown;
  podSecurityContext?: kubernetes.PodSecurityContext;
  securityContext?: kubernetes.AnySecurityContext;
  rbac?: {
    create?: boolean;
  };
  serviceAccountCreate?: boolean;
  serviceAccount?: string;
  leaderElection?: {
    enable?: boolean;
  };
  podDisruptionBudget?: {
    enabled?: boolean;
    minAvailable?: number | string;
    maxUnavailable?: unknown;
    unhealthyPodEvictionPolicy?: string;
  };
  operatorNetworkPolicy?: {
    enabled?: boolean;
    ingress?: {
      ports?: {
        protocol?: string;
        port?: string | number;
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    }[];
    egress?: {}[];
  };
  dashboards?: {
    enabled?: boolean;
    namespace?: unknown;
    label?: string;
    labelValue?: string;
    annotations?: {
      [k: string]: string;
    };
    extraLabels?: {
      [k: string]: string;
    };
  };
  kafka?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tagPrefix?: string;
      tag?: string;
    };
  };
  kafkaConnect?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tagPrefix?: string;
      tag?: string;
    };
  };
  topicOperator?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tag?: string;
    };
  };
  userOperator?: {
    image?: {
      registry?: unknown;
      repository?: unknown;
      name?: string;
      tag?: string;
    };
  };
  kafkaInit?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tag?: string;
    };
  };
  kafkaBridge?: {
    image?: {
      registry?: string;
      repository?: unknown;
      name?: string;
      tag?: string;
    };
  };
  kafkaExporter?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tagPrefix?: string;
      tag?: string;
    };
  };
  kafkaMirrorMaker2?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tagPrefix?: string;
      tag?: string;
    };
  };
  cruiseControl?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tagPrefix?: string;
      tag?: string;
    };
  };
  kanikoExecutor?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tag?: string;
    };
  };
  buildah?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tag?: string;
    };
  };
  mavenBuilder?: {
    image?: {
      registry?: string;
      repository?: string;
      name?: string;
      tag?: string;
    };
  };
  resources?: kubernetes.ResourceRequirements;
  livenessProbe?: kubernetes.Probe;
  readinessProbe?: kubernetes.Probe;
  createGlobalResources?: boolean;
  createAggregateRoles?: boolean;
  labelsExclusionPattern?: string;
  generateNetworkPolicy?: boolean;
  connectBuildTimeoutMs?: number;
  generatePodDisruptionBudget?: boolean;
  defaultImageName?: unknown;
  fullnameOverride?: unknown;
  logLevelOverride?: unknown;
  nameOverride?: unknown;
  revisionHistoryLimit?: unknown;
  global?: {
    [k: string]: unknown;
  };
}
