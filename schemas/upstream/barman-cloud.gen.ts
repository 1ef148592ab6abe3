// Written by `npm run generate` from schemas/upstream/barman-cloud.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  replicaCount?: number;
  image?: {
    registry?: string;
    repository?: string;
    pullPolicy?: string;
    tag?: string;
  };
  sidecarImage?: {
    registry?: string;
    repository?: string;
    tag?: string;
  };
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  nameOverride?: string;
  fullnameOverride?: string;
  namespaceOverride?: string;
  hostNetwork?: boolean;
  dnsPolicy?: string;
  updateStrategy?: kubernetes.UpdateStrategy;
  crds?: {
    create?: boolean;
  };
  additionalArgs?: unknown[];
  additionalEnv?: unknown[];
  serviceAccount?: {
    create?: boolean;
    name?: string;
  };
  rbac?: {
    create?: boolean;
  };
  commonAnnotations?: {
    [k: string]: string;
  };
  podAnnotations?: {
    [k: string]: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  containerSecurityContext?: kubernetes.SecurityContext;
  podSecurityContext?: kubernetes.PodSecurityContext;
  priorityClassName?: string;
  service?: {
    name?: string;
    port?: number;
    ipFamilyPolicy?: string;
    ipFamilies?: ('IPv4' | 'IPv6')[];
  };
  resources?: kubernetes.ResourceRequirements;
  nodeSelector?: {
    [k: string]: string;
  };
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  tolerations?: kubernetes.Toleration[];
  affinity?: kubernetes.Affinity;
  certificate?: {
    createClientCertificate?: boolean;
    createServerCertificate?: boolean;
    issuerName?: string;
    duration?: string;
    renewBefore?: string;
  };
  global?: {
    [k: string]: unknown;
  };
}
