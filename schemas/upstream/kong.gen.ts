// Written by `npm run generate` from schemas/upstream/kong.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  deployment?: {
    kong?: {
      enabled?: boolean;
      initContainers?: {
        clearStalePid?: {
          enabled?: boolean;
          image?: {
            [k: string]: unknown;
          };
          command?: string[];
        };
      };
    };
    revisionHistoryLimit?: number;
    serviceAccount?: {
      create?: boolean;
      automountServiceAccountToken?: boolean;
      annotations?: unknown;
      name?: unknown;
    };
    test?: {
      enabled?: boolean;
    };
    daemonset?: boolean;
    hostNetwork?: boolean;
    hostname?: string;
    prefixDir?: {
      sizeLimit?: string;
    };
    tmpDir?: {
      sizeLimit?: string;
    };
    minReadySeconds?: number;
    sidecarContainers?: kubernetes.Container[];
    initContainers?: kubernetes.Container[];
    hostAliases?: kubernetes.HostAlias[];
    userDefinedVolumes?: {
      name?: string;
      emptyDir?: {
        [k: string]: unknown;
      };
      [k: string]: unknown;
    }[];
    userDefinedVolumeMounts?: {
      name?: string;
      mountPath?: string;
      [k: string]: unknown;
    }[];
  };
  env?: {
    database?: string;
    router_flavor?: string;
    nginx_worker_processes?: string;
    proxy_access_log?: string;
    admin_access_log?: string;
    admin_gui_access_log?: string;
    portal_api_access_log?: string;
    proxy_error_log?: string;
    admin_error_log?: string;
    admin_gui_error_log?: string;
    portal_api_error_log?: string;
    prefix?: string;
    headers?: string;
    nginx_http_client_max_body_size?: string;
    untrusted_lua_sandbox_requires?: string;
  };
  envFrom?: kubernetes.EnvFromSource[];
  extraLabels?: {
    [k: string]: string;
  };
  image?: {
    repository?: string;
    tag?: string;
    effectiveSemver?: unknown;
    pullPolicy?: string;
    pullSecrets?: string[];
  };
  admin?: {
    enabled?: boolean;
    type?: string;
    loadBalancerClass?: unknown;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    http?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: unknown[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    tls?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: string[];
      client?: {
        caBundle?: string;
        secretName?: string;
      };
      overrideServiceTargetPort?: number | string;
      nodePort?: number | string;
      hostPort?: unknown;
    };
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      hostname?: unknown;
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      pathType?: string;
      tls?: string;
    };
  };
  status?: {
    enabled?: boolean;
    http?: {
      enabled?: boolean;
      containerPort?: number | string;
      parameters?: unknown[];
      hostPort?: unknown;
    };
    tls?: {
      enabled?: boolean;
      containerPort?: number | string;
      parameters?: unknown[];
      hostPort?: unknown;
    };
  };
  clusterCaSecretName?: string;
  cluster?: {
    enabled?: boolean;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    tls?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: unknown[];
      hostPort?: unknown;
    };
    type?: string;
    loadBalancerClass?: unknown;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      hostname?: unknown;
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      pathType?: string;
      tls?: string;
    };
  };
  proxy?: {
    enabled?: boolean;
    type?: string;
    loadBalancerClass?: string;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    loadBalancerSourceRanges?: unknown[];
    nameOverride?: string;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      'enable-metrics'?: string;
    };
    http?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: unknown[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    tls?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: string[];
      appProtocol?: string;
      overrideServiceTargetPort?: number | string;
      nodePort?: number | string;
      hostPort?: unknown;
    };
    stream?: unknown[];
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      hostname?: unknown;
      path?: string;
      pathType?: string;
      hosts?: unknown[];
      tls?: string;
    };
    loadBalancerIP?: unknown;
    externalTrafficPolicy?: 'Cluster' | 'Local';
    externalIPs?: string[];
  };
  udpProxy?: {
    enabled?: boolean;
    type?: string;
    loadBalancerClass?: unknown;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    stream?: unknown[];
    loadBalancerIP?: unknown;
  };
  plugins?: {
    [k: string]: unknown;
  };
  secretVolumes?: unknown[];
  migrations?: {
    preUpgrade?: boolean;
    postUpgrade?: boolean;
    annotations?: {
      'sidecar.istio.io/inject'?: boolean;
    };
    jobAnnotations?: {
      [k: string]: string;
    };
    backoffLimit?: unknown;
    ttlSecondsAfterFinished?: unknown;
    resources?: kubernetes.ResourceRequirements;
    sidecarContainers?: kubernetes.Container[];
    waitContainer?: {
      [k: string]: unknown;
    };
    init?: unknown;
  };
  dblessConfig?: {
    configMap?: string;
    secret?: string;
    config?: string;
    sidecarContainers?: kubernetes.Container[];
    nameOverride?: unknown;
  };
  ingressController?: {
    enabled?: boolean;
    image?: {
      repository?: string;
      tag?: string;
      effectiveSemver?: unknown;
      pullSecrets?: kubernetes.ImagePullSecret[];
    };
    args?: unknown[];
    gatewayDiscovery?: {
      enabled?: boolean;
      generateAdminApiService?: boolean;
      adminApiService?: {
        namespace?: string;
        name?: string;
      };
    };
    watchNamespaces?: unknown[];
    env?: {
      kong_admin_tls_skip_verify?: boolean;
      feature_gates?: unknown;
      anonymous_reports?: boolean;
    };
    envFrom?: kubernetes.EnvFromSource[];
    admissionWebhook?: {
      matchPolicy?: string;
      enabled?: boolean;
      filterSecrets?: boolean;
      failurePolicy?: string;
      port?: number | string;
      certificate?: {
        provided?: boolean;
        caBundle?: unknown;
        secretName?: unknown;
      };
      namespaceSelector?: {
        [k: string]: unknown;
      };
      objectSelector?: {
        matchExpressions?: {
          key?: string;
          operator?: string;
          values?: string[];
          [k: string]: unknown;
        }[];
        matchLabels?: unknown;
      };
      service?: {
        labels?: {
          [k: string]: string;
        };
      };
      secretName?: string;
      timeoutSeconds?: number;
      address?: unknown;
      annotations?: unknown;
      matchConditions?: unknown;
    };
    ingressClass?: string;
    createIngressClass?: boolean;
    ingressClassAnnotations?: {
      [k: string]: string;
    };
    rbac?: {
      create?: boolean;
      enableClusterRoles?: boolean;
      gatewayAPI?: {
        enabled?: boolean;
      };
    };
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    resources?: kubernetes.ResourceRequirements;
    konnect?: {
      enabled?: boolean;
      runtimeGroupID?: string;
      controlPlaneID?: string;
      apiHostname?: string;
      tlsClientCertSecretName?: string;
      license?: {
        enabled?: boolean;
      };
    };
    adminApi?: {
      tls?: {
        client?: {
          enabled?: boolean;
          certProvided?: boolean;
          secretName?: string;
          caSecretName?: string;
        };
      };
    };
    customEnv?: {
      [k: string]: unknown;
    };
    userDefinedVolumeMounts?: {
      name?: string;
      mountPath?: string;
      [k: string]: unknown;
    }[];
    installCRDs?: unknown;
    labels?: unknown;
    serviceAccount?: unknown;
  };
  postgresql?: {
    enabled?: boolean;
    auth?: {
      username?: string;
      database?: string;
    };
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
    };
    service?: {
      ports?: {
        postgresql?: string;
      };
    };
    primary?: {
      annotations?: {
        'ignore-check.kube-linter.io/no-read-only-root-fs'?: string;
      };
      podSecurityContext?: kubernetes.PodSecurityContext;
      containerSecurityContext?: kubernetes.SecurityContext;
    };
    nameOverride?: unknown;
  };
  certificates?: {
    enabled?: boolean;
    renewBefore?: string;
    duration?: string;
    issuer?: string;
    clusterIssuer?: string;
    proxy?: {
      enabled?: boolean;
      issuer?: string;
      clusterIssuer?: string;
      commonName?: string;
      dnsNames?: unknown[];
    };
    admin?: {
      enabled?: boolean;
      issuer?: string;
      clusterIssuer?: string;
      commonName?: string;
      dnsNames?: unknown[];
    };
    manager?: {
      enabled?: boolean;
      issuer?: string;
      clusterIssuer?: string;
      commonName?: string;
      dnsNames?: unknown[];
    };
    portal?: {
      enabled?: boolean;
      issuer?: string;
      clusterIssuer?: string;
      commonName?: string;
      dnsNames?: unknown[];
    };
    cluster?: {
      enabled?: boolean;
      issuer?: string;
      clusterIssuer?: string;
      commonName?: string;
      dnsNames?: unknown[];
    };
    privateKey?: unknown;
    subject?: unknown;
  };
  waitImage?: {
    enabled?: boolean;
    pullPolicy?: string;
    repository?: string;
    tag?: number;
    unifiedRepoTag?: unknown;
  };
  updateStrategy?: kubernetes.UpdateStrategy;
  resources?: kubernetes.ResourceRequirements;
  initContainerResources?: kubernetes.ResourceRequirements;
  readinessProbe?: kubernetes.Probe;
  livenessProbe?: kubernetes.Probe;
  lifecycle?: kubernetes.Lifecycle;
  terminationGracePeriodSeconds?: number;
  tolerations?: kubernetes.Toleration[];
  nodeSelector?: {
    [k: string]: string;
  };
  podAnnotations?: {
    'kuma.io/gateway'?: string;
    'traffic.sidecar.istio.io/includeInboundPorts'?: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  replicaCount?: number;
  deploymentAnnotations?: {
    [k: string]: string;
  };
  autoscaling?: {
    enabled?: boolean;
    minReplicas?: number;
    maxReplicas?: number;
    annotations?: {
      [k: string]: string;
    };
    behavior?: {
      [k: string]: unknown;
    };
    targetCPUUtilizationPercentage?: unknown;
    metrics?: {
      type?: string;
      resource?: {
        name?: string;
        target?: {
          type?: string;
          averageUtilization?: number;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      [k: string]: unknown;
    }[];
  };
  podDisruptionBudget?: {
    enabled?: boolean;
    unhealthyPodEvictionPolicy?: string;
    maxUnavailable?: string | number;
    minAvailable?: string | number;
  };
  podSecurityPolicy?: {
    enabled?: boolean;
    labels?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    spec?: {
      privileged?: boolean;
      fsGroup?: {
        rule?: string;
      };
      runAsUser?: {
        rule?: string;
      };
      runAsGroup?: {
        rule?: string;
      };
      seLinux?: {
        rule?: string;
      };
      supplementalGroups?: {
        rule?: string;
      };
      volumes?: string[];
      allowPrivilegeEscalation?: boolean;
      hostNetwork?: boolean;
      hostIPC?: boolean;
      hostPID?: boolean;
      readOnlyRootFilesystem?: boolean;
    };
  };
  priorityClassName?: string;
  securityContext?: kubernetes.AnySecurityContext;
  containerSecurityContext?: {
    enabled?: boolean;
    readOnlyRootFilesystem?: boolean;
    allowPrivilegeEscalation?: boolean;
    runAsUser?: number;
    runAsGroup?: number;
    runAsNonRoot?: boolean;
    seccompProfile?: {
      type?: string;
    };
    capabilities?: {
      drop?: string[];
    };
  };
  serviceMonitor?: {
    enabled?: boolean;
    trustCRDsExist?: boolean;
    interval?: string;
    namespace?: string;
    labels?: {
      [k: string]: string;
    };
    targetLabels?: string[];
    honorLabels?: boolean;
    metricRelabelings?: unknown[];
    relabelings?: unknown[];
  };
  enterprise?: {
    enabled?: boolean;
    vitals?: {
      enabled?: boolean;
    };
    portal?: {
      enabled?: boolean;
    };
    rbac?: {
      enabled?: boolean;
      admin_gui_auth?: string;
      session_conf_secret?: string;
      admin_gui_auth_conf_secret?: string;
    };
    smtp?: {
      enabled?: boolean;
      portal_emails_from?: string;
      portal_emails_reply_to?: string;
      admin_emails_from?: string;
      admin_emails_reply_to?: string;
      smtp_admin_emails?: string;
      smtp_host?: string;
      smtp_port?: number;
      smtp_auth_type?: string;
      smtp_ssl?: string;
      smtp_starttls?: boolean;
      auth?: {
        smtp_username?: string;
        smtp_password_secret?: string;
      };
    };
    license_secret?: string;
  };
  manager?: {
    enabled?: boolean;
    type?: string;
    loadBalancerClass?: unknown;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    http?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: unknown[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    tls?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: string[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      hostname?: unknown;
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      pathType?: string;
      tls?: string;
    };
  };
  portal?: {
    enabled?: boolean;
    type?: string;
    loadBalancerClass?: unknown;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    http?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: unknown[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    tls?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: string[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      hostname?: unknown;
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      pathType?: string;
      tls?: string;
    };
  };
  portalapi?: {
    enabled?: boolean;
    type?: string;
    loadBalancerClass?: unknown;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    http?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: unknown[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    tls?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: string[];
      nodePort?: number | string;
      hostPort?: unknown;
    };
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      hostname?: unknown;
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      pathType?: string;
      tls?: string;
    };
  };
  clustertelemetry?: {
    enabled?: boolean;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    tls?: {
      enabled?: boolean;
      servicePort?: number | string;
      containerPort?: number | string;
      parameters?: unknown[];
      hostPort?: unknown;
    };
    type?: string;
    loadBalancerClass?: unknown;
    ipFamilyPolicy?: unknown;
    ipFamilies?: unknown[];
    trafficDistribution?: unknown;
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      hostname?: unknown;
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      pathType?: string;
      tls?: string;
    };
  };
  extraConfigMaps?: unknown[];
  extraSecrets?: unknown[];
  extraObjects?: unknown[];
  namespace?: string;
  customEnv?: {
    [k: string]: unknown;
  };
  startupProbe?: kubernetes.Probe;
  affinity?: kubernetes.Affinity;
  topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  dnsPolicy?: string;
  dnsConfig?: kubernetes.PodDNSConfig;
  demo?: unknown;
  fullnameOverride?: unknown;
  nameOverride?: unknown;
  global?: {
    [k: string]: unknown;
  };
}
