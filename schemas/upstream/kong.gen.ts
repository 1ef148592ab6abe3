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
    global?: {
      imageRegistry?: string;
      imagePullSecrets?: kubernetes.ImagePullSecret[];
      storageClass?: string;
      postgresql?: {
        auth?: {
          postgresPassword?: string;
          username?: string;
          password?: string;
          database?: string;
          existingSecret?: string;
          secretKeys?: {
            adminPasswordKey?: string;
            userPasswordKey?: string;
            replicationPasswordKey?: string;
          };
        };
        service?: {
          ports?: {
            postgresql?: string;
          };
        };
      };
    };
    kubeVersion?: string;
    nameOverride?: string;
    fullnameOverride?: string;
    clusterDomain?: string;
    extraDeploy?: unknown[];
    commonLabels?: {
      [k: string]: string;
    };
    commonAnnotations?: {
      [k: string]: string;
    };
    diagnosticMode?: {
      enabled?: boolean;
      command?: string[];
      args?: string[];
    };
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      digest?: string;
      pullPolicy?: string;
      pullSecrets?: kubernetes.ImagePullSecret[];
      debug?: boolean;
    };
    auth?: {
      enablePostgresUser?: boolean;
      postgresPassword?: string;
      username?: string;
      password?: string;
      database?: string;
      replicationUsername?: string;
      replicationPassword?: string;
      existingSecret?: string;
      secretKeys?: {
        adminPasswordKey?: string;
        userPasswordKey?: string;
        replicationPasswordKey?: string;
      };
      usePasswordFiles?: boolean;
    };
    architecture?: string;
    replication?: {
      synchronousCommit?: string;
      numSynchronousReplicas?: number;
      applicationName?: string;
      enabled?: boolean;
      readReplicas?: number;
    };
    containerPorts?: {
      postgresql?: number;
    };
    audit?: {
      logHostname?: boolean;
      logConnections?: boolean;
      logDisconnections?: boolean;
      pgAuditLog?: string;
      pgAuditLogCatalog?: string;
      clientMinMessages?: string;
      logLinePrefix?: string;
      logTimezone?: string;
    };
    ldap?: {
      enabled?: boolean;
      server?: string;
      port?: string | number;
      prefix?: string;
      suffix?: string;
      basedn?: string;
      binddn?: string;
      bindpw?: string;
      searchAttribute?: string;
      searchFilter?: string;
      scheme?: string;
      tls?: {
        enabled?: boolean;
      };
      uri?: string;
      baseDN?: unknown;
      bindDN?: unknown;
      bind_password?: unknown;
      search_attr?: unknown;
      search_filter?: unknown;
      url?: unknown;
    };
    postgresqlDataDir?: string;
    postgresqlSharedPreloadLibraries?: string;
    shmVolume?: {
      enabled?: boolean;
      sizeLimit?: string | number;
    };
    tls?: {
      enabled?: boolean;
      autoGenerated?: boolean;
      preferServerCiphers?: boolean;
      certificatesSecret?: string;
      certFilename?: string;
      certKeyFilename?: string;
      certCAFilename?: string;
      crlFilename?: string;
    };
    primary?: {
      name?: string;
      configuration?: string;
      pgHbaConfiguration?: string;
      existingConfigmap?: string;
      extendedConfiguration?: string;
      existingExtendedConfigmap?: string;
      initdb?: {
        args?: string;
        postgresqlWalDir?: string;
        scripts?: {
          [k: string]: unknown;
        };
        scriptsConfigMap?: string;
        scriptsSecret?: string;
        user?: string;
        password?: string;
      };
      standby?: {
        enabled?: boolean;
        primaryHost?: string;
        primaryPort?: string | number;
      };
      extraEnvVars?: kubernetes.EnvVar[];
      extraEnvVarsCM?: string;
      extraEnvVarsSecret?: string;
      command?: unknown[];
      args?: unknown[];
      livenessProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      readinessProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      startupProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      customLivenessProbe?: {
        [k: string]: unknown;
      };
      customReadinessProbe?: {
        [k: string]: unknown;
      };
      customStartupProbe?: {
        [k: string]: unknown;
      };
      lifecycleHooks?: kubernetes.Lifecycle;
      resources?: kubernetes.ResourceRequirements;
      podSecurityContext?: {
        enabled?: boolean;
        fsGroup?: number;
        runAsNonRoot?: boolean;
        seccompProfile?: {
          type?: string;
        };
      };
      containerSecurityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsNonRoot?: boolean;
        seccompProfile?: {
          type?: string;
        };
        allowPrivilegeEscalation?: boolean;
        capabilities?: {
          drop?: string[];
        };
      };
      hostAliases?: kubernetes.HostAlias[];
      hostNetwork?: boolean;
      hostIPC?: boolean;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      podLabels?: {
        [k: string]: string;
      };
      podAnnotations?: {
        [k: string]: string;
      };
      podAffinityPreset?: string;
      podAntiAffinityPreset?: string;
      nodeAffinityPreset?: {
        type?: string;
        key?: string;
        values?: unknown[];
      };
      affinity?: kubernetes.Affinity;
      nodeSelector?: {
        [k: string]: string;
      };
      tolerations?: kubernetes.Toleration[];
      topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
      priorityClassName?: string;
      schedulerName?: string;
      terminationGracePeriodSeconds?: string | number;
      updateStrategy?: kubernetes.UpdateStrategy;
      extraVolumeMounts?: kubernetes.VolumeMount[];
      extraVolumes?: kubernetes.Volume[];
      sidecars?: kubernetes.Container[];
      initContainers?: kubernetes.Container[];
      extraPodSpec?: {
        [k: string]: unknown;
      };
      service?: {
        type?: string;
        ports?: {
          postgresql?: number;
        };
        nodePorts?: {
          postgresql?: string;
        };
        clusterIP?: string;
        annotations?: {
          [k: string]: string;
        };
        loadBalancerIP?: string;
        externalTrafficPolicy?: string;
        loadBalancerSourceRanges?: unknown[];
        extraPorts?: unknown[];
        sessionAffinity?: string;
        sessionAffinityConfig?: {
          [k: string]: unknown;
        };
      };
      persistence?: {
        enabled?: boolean;
        existingClaim?: string;
        mountPath?: string;
        subPath?: string;
        storageClass?: string;
        accessModes?: string[];
        size?: string;
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        selector?: {
          [k: string]: unknown;
        };
        dataSource?: {
          [k: string]: unknown;
        };
      };
    };
    readReplicas?: {
      name?: string;
      replicaCount?: number;
      extendedConfiguration?: string;
      extraEnvVars?: kubernetes.EnvVar[];
      extraEnvVarsCM?: string;
      extraEnvVarsSecret?: string;
      command?: unknown[];
      args?: unknown[];
      livenessProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      readinessProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      startupProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      customLivenessProbe?: {
        [k: string]: unknown;
      };
      customReadinessProbe?: {
        [k: string]: unknown;
      };
      customStartupProbe?: {
        [k: string]: unknown;
      };
      lifecycleHooks?: kubernetes.Lifecycle;
      resources?: kubernetes.ResourceRequirements;
      podSecurityContext?: {
        enabled?: boolean;
        fsGroup?: number;
      };
      containerSecurityContext?: {
        enabled?: boolean;
        runAsUser?: number;
      };
      hostAliases?: kubernetes.HostAlias[];
      hostNetwork?: boolean;
      hostIPC?: boolean;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      podLabels?: {
        [k: string]: string;
      };
      podAnnotations?: {
        [k: string]: string;
      };
      podAffinityPreset?: string;
      podAntiAffinityPreset?: string;
      nodeAffinityPreset?: {
        type?: string;
        key?: string;
        values?: unknown[];
      };
      affinity?: kubernetes.Affinity;
      nodeSelector?: {
        [k: string]: string;
      };
      tolerations?: kubernetes.Toleration[];
      topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
      priorityClassName?: string;
      schedulerName?: string;
      terminationGracePeriodSeconds?: string | number;
      updateStrategy?: kubernetes.UpdateStrategy;
      extraVolumeMounts?: kubernetes.VolumeMount[];
      extraVolumes?: kubernetes.Volume[];
      sidecars?: kubernetes.Container[];
      initContainers?: kubernetes.Container[];
      extraPodSpec?: {
        [k: string]: unknown;
      };
      service?: {
        type?: string;
        ports?: {
          postgresql?: number;
        };
        nodePorts?: {
          postgresql?: string;
        };
        clusterIP?: string;
        annotations?: {
          [k: string]: string;
        };
        loadBalancerIP?: string;
        externalTrafficPolicy?: string;
        loadBalancerSourceRanges?: unknown[];
        extraPorts?: unknown[];
        sessionAffinity?: string;
        sessionAffinityConfig?: {
          [k: string]: unknown;
        };
      };
      persistence?: {
        enabled?: boolean;
        existingClaim?: string;
        mountPath?: string;
        subPath?: string;
        storageClass?: string;
        accessModes?: string[];
        size?: string;
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        selector?: {
          [k: string]: unknown;
        };
        dataSource?: {
          [k: string]: unknown;
        };
      };
    };
    networkPolicy?: {
      enabled?: boolean;
      metrics?: {
        enabled?: boolean;
        namespaceSelector?: {
          [k: string]: unknown;
        };
        podSelector?: {
          [k: string]: unknown;
        };
      };
      ingressRules?: {
        primaryAccessOnlyFrom?: {
          enabled?: boolean;
          namespaceSelector?: {
            [k: string]: unknown;
          };
          podSelector?: {
            [k: string]: unknown;
          };
          customRules?: {
            [k: string]: unknown;
          };
        };
        readReplicasAccessOnlyFrom?: {
          enabled?: boolean;
          namespaceSelector?: {
            [k: string]: unknown;
          };
          podSelector?: {
            [k: string]: unknown;
          };
          customRules?: {
            [k: string]: unknown;
          };
        };
      };
      egressRules?: {
        denyConnectionsToExternal?: boolean;
        customRules?: {
          [k: string]: unknown;
        };
      };
    };
    volumePermissions?: {
      enabled?: boolean;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        digest?: string;
        pullPolicy?: string;
        pullSecrets?: kubernetes.ImagePullSecret[];
      };
      resources?: kubernetes.ResourceRequirements;
      containerSecurityContext?: kubernetes.SecurityContext;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      automountServiceAccountToken?: boolean;
      annotations?: {
        [k: string]: string;
      };
    };
    rbac?: {
      create?: boolean;
      rules?: unknown[];
    };
    psp?: {
      create?: boolean;
    };
    metrics?: {
      enabled?: boolean;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        digest?: string;
        pullPolicy?: string;
        pullSecrets?: kubernetes.ImagePullSecret[];
      };
      customMetrics?: {
        [k: string]: unknown;
      };
      extraEnvVars?: kubernetes.EnvVar[];
      containerSecurityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsNonRoot?: boolean;
      };
      livenessProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      readinessProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      startupProbe?: {
        enabled?: boolean;
        initialDelaySeconds?: number;
        periodSeconds?: number;
        timeoutSeconds?: number;
        failureThreshold?: number;
        successThreshold?: number;
      };
      customLivenessProbe?: {
        [k: string]: unknown;
      };
      customReadinessProbe?: {
        [k: string]: unknown;
      };
      customStartupProbe?: {
        [k: string]: unknown;
      };
      containerPorts?: {
        metrics?: number;
      };
      resources?: kubernetes.ResourceRequirements;
      service?: {
        ports?: {
          metrics?: number;
        };
        clusterIP?: string;
        sessionAffinity?: string;
        annotations?: {
          'prometheus.io/scrape'?: string;
          'prometheus.io/port'?: string;
        };
        Values?: string;
      };
      serviceMonitor?: {
        enabled?: boolean;
        namespace?: string;
        interval?: string;
        scrapeTimeout?: string;
        labels?: {
          [k: string]: string;
        };
        selector?: {
          [k: string]: unknown;
        };
        relabelings?: unknown[];
        metricRelabelings?: unknown[];
        honorLabels?: boolean;
        jobLabel?: string;
      };
      prometheusRule?: {
        enabled?: boolean;
        namespace?: string;
        labels?: {
          [k: string]: string;
        };
        rules?: unknown[];
      };
    };
    persistence?: {
      size?: string;
    };
    resources?: kubernetes.ResourceRequirements;
    common?: {
      exampleValue?: string;
      architecture?: unknown;
      auth?: {
        existingSecret?: unknown;
        [k: string]: unknown;
      };
      cassandra?: {
        dbUser?: {
          existingSecret?: unknown;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      dbUser?: {
        existingSecret?: unknown;
        [k: string]: unknown;
      };
      dependency?: unknown;
      enabled?: unknown;
      existingSecret?: unknown;
      extraMatchLabels?: unknown;
      fullnameOverride?: unknown;
      global?: unknown;
      ingress?: unknown;
      kubeVersion?: unknown;
      mariadb?: {
        architecture?: unknown;
        [k: string]: unknown;
      };
      mongodb?: {
        architecture?: unknown;
        [k: string]: unknown;
      };
      mysql?: {
        architecture?: unknown;
        [k: string]: unknown;
      };
      nameOverride?: unknown;
      namespaceOverride?: unknown;
      path?: {
        to?: {
          the?: {
            Value?: unknown;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      postgresql?: {
        enabled?: unknown;
        [k: string]: unknown;
      };
      redis?: {
        enabled?: unknown;
        [k: string]: unknown;
      };
      replication?: {
        enabled?: unknown;
        [k: string]: unknown;
      };
    };
    enabled?: boolean;
    service?: {
      ports?: {
        postgresql?: string;
      };
    };
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
