// Written by `npm run generate` from schemas/upstream/loki.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  kubeVersionOverride?: string;
  global?: {
    imageRegistry?: string | null;
    image?: {
      registry?: string | null;
    };
    priorityClassName?: string | null;
    clusterDomain?: string;
    dnsService?: string;
    dnsNamespace?: string;
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    podAnnotations?: unknown;
  };
  nameOverride?: string;
  fullnameOverride?: string;
  namespaceOverride?: string;
  imagePullSecrets?: kubernetes.ImagePullSecret[];
  deploymentMode?: string;
  commonLabels?: {
    [k: string]: string;
  };
  defaults?: {
    goSettings?: {
      goMemLimitFactor?: number;
      gogc?: number;
    };
    dnsConfig?: kubernetes.PodDNSConfig;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    priorityClassName?: string | null;
    podSecurityContext?: kubernetes.PodSecurityContext;
    terminationGracePeriodSeconds?: number;
    command?: string | null;
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    containerSecurityContext?: kubernetes.SecurityContext;
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    automountServiceAccountToken?: boolean;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    enableServiceLinks?: boolean;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      trafficDistribution?: string;
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      publishNotReadyAddresses?: boolean;
    };
    kedaAutoscaling?: {
      prometheusAddress?: string;
      unsafeSsl?: boolean;
      ignoreNullValues?: boolean;
      customHeaders?: string;
      pollingInterval?: number;
      cooldownPeriod?: number;
      authentication?: {
        enabled?: boolean;
        authModes?: string;
        secretTargetRef?: unknown[];
      };
    };
    statefulSetRecreateJob?: {
      patchPVC?: boolean;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
      };
    };
    resources?: kubernetes.ResourceRequirements;
  };
  loki?: {
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string | null;
      digest?: string | null;
      pullPolicy?: string;
    };
    annotations?: {
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
    revisionHistoryLimit?: number;
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    enableServiceLinks?: boolean;
    dnsConfig?: kubernetes.PodDNSConfig;
    configStorageType?: string;
    configObjectName?: string;
    generatedConfigObjectName?: string;
    config?: string;
    auth_enabled?: boolean;
    memberlistConfig?: {
      [k: string]: unknown;
    };
    extraMemberlistConfig?: {
      abort_if_cluster_join_fails?: boolean;
      advertise_port?: number;
      bind_port?: number;
      max_join_backoff?: string;
      max_join_retries?: number;
      min_join_backoff?: string;
      rejoin_interval?: string;
      [k: string]: unknown;
    };
    tenants?: unknown[];
    server?: {
      graceful_shutdown_timeout?: string;
      grpc_listen_port?: number;
      grpc_server_min_time_between_pings?: string;
      grpc_server_ping_without_stream_allowed?: boolean;
      grpc_server_max_concurrent_streams?: number;
      grpc_server_max_recv_msg_size?: number;
      grpc_server_max_send_msg_size?: number;
      http_listen_port?: number;
      http_server_idle_timeout?: string;
      http_server_read_timeout?: string;
      http_server_write_timeout?: string;
      log_level?: string;
      [k: string]: unknown;
    };
    service?: {
      trafficDistribution?: string;
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
    };
    limits_config?: {
      reject_old_samples?: boolean;
      reject_old_samples_max_age?: string;
      max_cache_freshness_per_query?: string;
      split_queries_by_interval?: string;
      query_timeout?: string;
      volume_enabled?: boolean;
      [k: string]: unknown;
    };
    runtimeConfig?: {
      [k: string]: unknown;
    };
    commonConfig?: {
      path_prefix?: string;
      replication_factor?: number;
      compactor_grpc_address?: string;
      [k: string]: unknown;
    };
    storage?: {
      type?: string;
      s3?: {
        s3?: unknown;
        endpoint?: unknown;
        region?: unknown;
        secretAccessKey?: unknown;
        accessKeyId?: unknown;
        signatureVersion?: unknown;
        s3ForcePathStyle?: boolean;
        insecure?: boolean;
        http_config?: {
          [k: string]: unknown;
        };
        backoff_config?: {
          [k: string]: unknown;
        };
        disable_dualstack?: boolean;
      };
      gcs?: {
        chunkBufferSize?: number;
        requestTimeout?: string;
        enableHttp2?: boolean;
      };
      azure?: {
        accountName?: unknown;
        accountKey?: unknown;
        connectionString?: unknown;
        useManagedIdentity?: boolean;
        useFederatedToken?: boolean;
        userAssignedId?: unknown;
        requestTimeout?: unknown;
        endpointSuffix?: unknown;
        chunkDelimiter?: unknown;
      };
      swift?: {
        auth_version?: unknown;
        auth_url?: unknown;
        internal?: unknown;
        username?: unknown;
        user_domain_name?: unknown;
        user_domain_id?: unknown;
        user_id?: unknown;
        password?: unknown;
        domain_id?: unknown;
        domain_name?: unknown;
        project_id?: unknown;
        project_name?: unknown;
        project_domain_id?: unknown;
        project_domain_name?: unknown;
        region_name?: unknown;
        container_name?: unknown;
        max_retries?: unknown;
        connect_timeout?: unknown;
        request_timeout?: unknown;
      };
      filesystem?: {
        chunks_directory?: string;
        rules_directory?: string;
      };
      use_thanos_objstore?: boolean;
      object_store?: {
        type?: string;
        storage_prefix?: unknown;
        s3?: {
          endpoint?: unknown;
          region?: unknown;
          access_key_id?: unknown;
          secret_access_key?: unknown;
          insecure?: boolean;
          sse?: {
            [k: string]: unknown;
          };
          http?: {
            [k: string]: unknown;
          };
        };
        gcs?: {
          bucket_name?: unknown;
          service_account?: unknown;
        };
        azure?: {
          account_name?: unknown;
          account_key?: unknown;
        };
      };
      [k: string]: unknown;
    };
    schemaConfig?: {
      [k: string]: unknown;
    };
    useTestSchema?: boolean;
    testSchemaConfig?: {
      configs?: {
        from?: string;
        store?: string;
        object_store?: string;
        schema?: string;
        index?: {
          prefix?: string;
          period?: string;
          [k: string]: unknown;
        };
        [k: string]: unknown;
      }[];
      [k: string]: unknown;
    };
    rulerConfig?: {
      wal?: {
        dir?: string;
      };
      [k: string]: unknown;
    };
    structuredConfig?: {
      [k: string]: unknown;
    };
    query_scheduler?: {
      [k: string]: unknown;
    };
    storage_config?: {
      boltdb_shipper?: {
        index_gateway_client?: {
          server_address?: string;
        };
      };
      tsdb_shipper?: {
        index_gateway_client?: {
          server_address?: string;
        };
      };
      bloom_shipper?: {
        working_directory?: string;
      };
      hedging?: {
        at?: string;
        max_per_second?: number;
        up_to?: number;
      };
      [k: string]: unknown;
    };
    compactor?: {
      [k: string]: unknown;
    };
    compactor_grpc_client?: {
      [k: string]: unknown;
    };
    pattern_ingester?: {
      enabled?: boolean;
      [k: string]: unknown;
    };
    analytics?: {
      [k: string]: unknown;
    };
    ui?: {
      enabled?: boolean;
      gateway?: {
        enabled?: boolean;
      };
      [k: string]: unknown;
    };
    query_range?: {
      [k: string]: unknown;
    };
    querier?: {
      [k: string]: unknown;
    };
    ingester?: {
      wal?: {
        flush_on_shutdown?: boolean;
      };
      [k: string]: unknown;
    };
    ingester_client?: {
      [k: string]: unknown;
    };
    block_builder?: {
      [k: string]: unknown;
    };
    index_gateway?: {
      mode?: string;
      [k: string]: unknown;
    };
    frontend?: {
      scheduler_address?: string;
      tail_proxy_url?: string;
      [k: string]: unknown;
    };
    frontend_worker?: {
      scheduler_address?: string;
      [k: string]: unknown;
    };
    distributor?: {
      [k: string]: unknown;
    };
    tracing?: {
      enabled?: boolean;
      [k: string]: unknown;
    };
    bloom_build?: {
      enabled?: boolean;
      builder?: {
        planner_address?: string;
      };
      [k: string]: unknown;
    };
    bloom_gateway?: {
      enabled?: boolean;
      client?: {
        addresses?: string;
      };
      [k: string]: unknown;
    };
    operational_config?: {
      [k: string]: unknown;
    };
    command?: unknown;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: unknown;
    nodeSelector?: unknown;
    priorityClassName?: unknown;
    resources?: kubernetes.ResourceRequirements;
    terminationGracePeriodSeconds?: unknown;
    tolerations?: kubernetes.Toleration[];
  };
  test?: {
    enabled?: boolean;
    canaryServiceAddress?: string;
    prometheusAddress?: string;
    timeout?: string;
    labels?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      digest?: string | null;
      pullPolicy?: string;
    };
    hostUsers?: boolean | null;
  };
  lokiCanary?: {
    enabled?: boolean;
    kind?: string;
    push?: boolean;
    lokiurl?: string | null;
    labelname?: string;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    revisionHistoryLimit?: number;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    dnsConfig?: kubernetes.PodDNSConfig;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: {
      [k: string]: unknown;
    } | null;
    automountServiceAccountToken?: boolean;
    priorityClassName?: string | null;
    hostUsers?: boolean | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string | null;
      digest?: string | null;
      pullPolicy?: string;
    };
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    updateStrategy?: kubernetes.UpdateStrategy;
    replicas?: number;
    tenant?: {
      name?: string;
      password?: string | null;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  serviceAccount?: {
    create?: boolean;
    name?: string | null;
    imagePullSecrets?: {
      name?: string;
    }[];
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    automountServiceAccountToken?: boolean;
  };
  rbac?: {
    sccEnabled?: boolean;
    sccAllowHostDirVolumePlugin?: boolean;
    namespaced?: boolean;
    useExistingRole?: unknown;
  };
  networkPolicy?: {
    enabled?: boolean;
    metrics?: {
      podSelector?: {
        [k: string]: unknown;
      };
      namespaceSelector?: {
        [k: string]: unknown;
      };
      cidrs?: unknown[];
    };
    ingress?: {
      podSelector?: {
        [k: string]: unknown;
      };
      namespaceSelector?: {
        [k: string]: unknown;
      };
    };
    alertmanager?: {
      port?: string | number;
      podSelector?: {
        [k: string]: unknown;
      };
      namespaceSelector?: {
        [k: string]: unknown;
      };
    };
    externalStorage?: {
      ports?: unknown[];
      cidrs?: unknown[];
    };
    discovery?: {
      port?: string | number | null;
      podSelector?: {
        [k: string]: unknown;
      };
      namespaceSelector?: {
        [k: string]: unknown;
      };
    };
    egressKubeApiserver?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    egressWorld?: {
      enabled?: unknown;
      [k: string]: unknown;
    };
    flavor?: unknown;
  };
  memberlist?: {
    service?: {
      publishNotReadyAddresses?: boolean;
      annotations?: {
        [k: string]: string;
      };
      name?: unknown;
    };
  };
  gateway?: {
    enabled?: boolean;
    replicas?: number;
    containerPort?: number;
    verboseLogging?: boolean;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      behavior?: {
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    deploymentStrategy?: kubernetes.UpdateStrategy;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      digest?: string | null;
      pullPolicy?: string;
    };
    priorityClassName?: string | null;
    annotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    lifecycle?: kubernetes.Lifecycle;
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    hostUsers?: boolean | null;
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    nodeSelector?: {
      [k: string]: string;
    };
    automountServiceAccountToken?: boolean;
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    service?: {
      port?: number;
      type?: string;
      clusterIP?: string | null;
      nodePort?: number | null;
      loadBalancerIP?: string | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    ingress?: {
      enabled?: boolean;
      ingressClassName?: string;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      hosts?: {
        host?: string;
        paths?: {
          path?: string;
        }[];
      }[];
      tls?: {
        hosts?: string[];
        secretName?: string;
      }[];
    };
    basicAuth?: {
      enabled?: boolean;
      username?: string | null;
      password?: string | null;
      htpasswd?: string;
      existingSecret?: string | null;
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
        hostnames?: unknown[];
        parentRefs?: unknown[];
        additionalRules?: unknown[];
        matches?: {
          path?: {
            type?: string;
            value?: string;
          };
        }[];
        filters?: unknown[];
        timeouts?: {
          [k: string]: unknown;
        };
      };
    };
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    nginxConfig?: {
      schema?: string;
      enableIPv6?: boolean;
      logFormat?: string;
      serverSnippet?: string;
      httpSnippet?: string;
      locationSnippet?: string;
      clientMaxBodySize?: string;
      ssl?: boolean;
      customReadUrl?: string | null;
      customWriteUrl?: string | null;
      customBackendUrl?: string | null;
      resolver?: string;
      file?: string;
    };
    metrics?: {
      enabled?: boolean;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        pullPolicy?: string;
      };
      resources?: kubernetes.ResourceRequirements;
      resizePolicy?: unknown[];
      containerSecurityContext?: kubernetes.SecurityContext;
      extraArgs?: unknown[];
      livenessProbe?: kubernetes.Probe;
      readinessProbe?: kubernetes.Probe;
      startupProbe?: kubernetes.Probe;
      service?: {
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
      };
    };
  };
  ingress?: {
    enabled?: boolean;
    ingressClassName?: string;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    paths?: {
      distributor?: string[];
      queryFrontend?: string[];
      ruler?: string[];
      compactor?: string[];
    };
    hosts?: string[];
    tls?: unknown[];
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
      hostnames?: unknown[];
      parentRefs?: unknown[];
      additionalRules?: unknown[];
      backendPort?: number | null;
      paths?: {
        distributor?: string[];
        queryFrontend?: string[];
        ruler?: string[];
        compactor?: string[];
      };
    };
  };
  migrate?: {
    fromDistributed?: {
      enabled?: boolean;
      memberlistService?: string;
    };
  };
  podDisruptionBudget?: {
    enabled?: boolean;
  };
  singleBinary?: {
    enabled?: boolean;
    kind?: string;
    replicas?: number | null;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    strategy?: kubernetes.UpdateStrategy;
    sidecar?: boolean;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      customMetrics?: unknown[];
      behavior?: {
        enabled?: boolean;
        scaleDown?: {
          [k: string]: unknown;
        };
        scaleUp?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    priorityClassName?: string | null;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    selectorLabels?: {
      [k: string]: string;
    };
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    targetModule?: string;
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    terminationGracePeriodSeconds?: number;
    hostUsers?: boolean | null;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    dnsConfig?: kubernetes.PodDNSConfig;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    podManagementPolicy?: string;
    persistence?: {
      whenScaled?: string;
      whenDeleted?: string;
      enableStatefulSetAutoDeletePVC?: boolean;
      enabled?: boolean;
      accessModes?: string[];
      size?: string;
      storageClass?: string | null;
      selector?: {
        [k: string]: unknown;
      } | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      dataVolumeParameters?: {
        [k: string]: unknown;
      };
    };
  };
  write?: {
    enabled?: boolean;
    kind?: string;
    fullnameOverride?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      behavior?: {
        scaleUp?: {
          policies?: {
            type?: string;
            value?: number;
            periodSeconds?: number;
            [k: string]: unknown;
          }[];
        };
        scaleDown?: {
          policies?: {
            type?: string;
            value?: number;
            periodSeconds?: number;
            [k: string]: unknown;
          }[];
          stabilizationWindowSeconds?: number;
        };
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    priorityClassName?: string | null;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    selectorLabels?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    lifecycle?: kubernetes.Lifecycle;
    initContainers?: string | unknown[] | null;
    extraContainers?: string | unknown[] | null;
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    extraVolumeClaimTemplates?: unknown[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    terminationGracePeriodSeconds?: number;
    hostUsers?: boolean | null;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    maxUnavailable?: string | number | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    podManagementPolicy?: string;
    persistence?: {
      volumeClaimsEnabled?: boolean;
      accessModes?: string[];
      dataVolumeParameters?: {
        emptyDir?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      whenScaled?: string;
      whenDeleted?: string;
      enableStatefulSetAutoDeletePVC?: boolean;
      size?: string;
      storageClass?: string | null;
      volumeAttributesClassName?: string | null;
      selector?: {
        [k: string]: unknown;
      } | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  read?: {
    enabled?: boolean;
    kind?: string;
    fullnameOverride?: string;
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      behavior?: {
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    priorityClassName?: string | null;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    selectorLabels?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    initContainers?: string | unknown[] | null;
    extraContainers?: string | unknown[] | null;
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    lifecycle?: kubernetes.Lifecycle;
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    terminationGracePeriodSeconds?: number;
    hostUsers?: boolean | null;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    maxUnavailable?: string | number | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    legacyReadTarget?: unknown;
  };
  backend?: {
    enabled?: boolean;
    kind?: string;
    fullnameOverride?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    sidecar?: boolean;
    automountServiceAccountToken?: boolean;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      behavior?: {
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    priorityClassName?: string | null;
    annotations?: {
      [k: string]: string;
    };
    labels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    selectorLabels?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
      publishNotReadyAddresses?: unknown;
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    initContainers?: string | unknown[] | null;
    extraContainers?: string | unknown[] | null;
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    terminationGracePeriodSeconds?: number;
    hostUsers?: boolean | null;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    maxUnavailable?: string | number | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    podManagementPolicy?: string;
    persistence?: {
      enabled?: boolean;
      volumeClaimsEnabled?: boolean;
      accessModes?: string[];
      dataVolumeParameters?: {
        emptyDir?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      whenScaled?: string;
      whenDeleted?: string;
      enableStatefulSetAutoDeletePVC?: boolean;
      size?: string;
      storageClass?: string | null;
      volumeAttributesClassName?: string | null;
      selector?: {
        [k: string]: unknown;
      } | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  ingester?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    strategy?: kubernetes.UpdateStrategy;
    podManagementPolicy?: string;
    replicas?: number | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      customMetrics?: unknown[];
      behavior?: {
        enabled?: boolean;
        scaleDown?: {
          [k: string]: unknown;
        };
        scaleUp?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
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
    priorityClassName?: string | null;
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    serviceType?: string;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    lifecycle?: kubernetes.Lifecycle;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    readinessProbe?: kubernetes.Probe;
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    updateStrategy?: kubernetes.UpdateStrategy;
    persistence?: {
      enabled?: boolean;
      inMemory?: boolean;
      claims?: {
        accessModes?: string[];
        name?: string;
        size?: string;
        storageClass?: string | null;
        volumeAttributesClassName?: string | null;
      }[];
      enableStatefulSetAutoDeletePVC?: boolean;
      whenDeleted?: string;
      whenScaled?: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    trafficDistribution?: string;
    zoneAwareReplication?: {
      enabled?: boolean;
      maxUnavailablePct?: number;
      zoneA?: {
        nodeSelector?: {
          [k: string]: unknown;
        } | null;
        extraAffinity?: {
          [k: string]: unknown;
        };
        annotations?: {
          [k: string]: string;
        };
        podAnnotations?: {
          [k: string]: string;
        };
        persistence?: {
          storageClass?: string | null;
        };
      };
      zoneB?: {
        nodeSelector?: {
          [k: string]: unknown;
        } | null;
        extraAffinity?: {
          [k: string]: unknown;
        };
        annotations?: {
          [k: string]: string;
        };
        podAnnotations?: {
          [k: string]: string;
        };
        persistence?: {
          storageClass?: string | null;
        };
      };
      zoneC?: {
        nodeSelector?: {
          [k: string]: unknown;
        } | null;
        extraAffinity?: {
          [k: string]: unknown;
        };
        annotations?: {
          [k: string]: string;
        };
        podAnnotations?: {
          [k: string]: string;
        };
        persistence?: {
          storageClass?: string | null;
        };
      };
      migration?: {
        enabled?: boolean;
        excludeDefaultZone?: boolean;
        readPath?: boolean;
        writePath?: boolean;
      };
    };
    rolloutGroupPrefix?: string | null;
    addIngesterNamePrefix?: boolean;
  };
  distributor?: {
    enabled?: boolean;
    replicas?: number | null;
    kind?: string;
    strategy?: kubernetes.UpdateStrategy;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      customMetrics?: unknown[];
      behavior?: {
        enabled?: boolean;
        scaleDown?: {
          [k: string]: unknown;
        };
        scaleUp?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    serviceType?: string;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    initContainers?: string | unknown[] | null;
    extraContainers?: string | unknown[] | null;
    shutdownDelay?: string | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    maxSurge?: string | number;
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    trafficDistribution?: string;
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  querier?: {
    enabled?: boolean;
    kind?: string;
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      customMetrics?: unknown[];
      behavior?: {
        enabled?: boolean;
        scaleDown?: {
          [k: string]: unknown;
        };
        scaleUp?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: {
        metadata?: {
          authModes?: string;
          customHeaders?: string;
          ignoreNullValues?: string;
          query?: string;
          serverAddress?: string;
          threshold?: string;
          unsafeSsl?: string;
        };
        name?: string;
        type?: string;
      }[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    serviceType?: string;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    maxSurge?: string | number;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    dnsConfig?: kubernetes.PodDNSConfig;
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    trafficDistribution?: string;
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  queryFrontend?: {
    enabled?: boolean;
    kind?: string;
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      customMetrics?: unknown[];
      behavior?: {
        enabled?: boolean;
        scaleDown?: {
          [k: string]: unknown;
        };
        scaleUp?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    serviceType?: string;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    initContainers?: string | unknown[] | null;
    extraContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    loadBalancer?: {
      enabled?: boolean;
    };
    trafficDistribution?: string;
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  queryScheduler?: {
    enabled?: boolean;
    kind?: string;
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    dnsConfig?: kubernetes.PodDNSConfig;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    serviceType?: string;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    initContainers?: string | unknown[] | null;
    extraContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    trafficDistribution?: string;
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  indexGateway?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number | null;
    joinMemberlist?: boolean;
    dnsConfig?: kubernetes.PodDNSConfig;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    serviceType?: string;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    lifecycle?: kubernetes.Lifecycle;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    persistence?: {
      enabled?: boolean;
      accessModes?: string[];
      dataVolumeParameters?: {
        emptyDir?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      size?: string;
      storageClass?: string | null;
      volumeAttributesClassName?: string | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      enableStatefulSetAutoDeletePVC?: boolean;
      whenDeleted?: string;
      whenScaled?: string;
    };
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    trafficDistribution?: string;
    strategy?: kubernetes.UpdateStrategy;
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  compactor?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    podManagementPolicy?: string;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    serviceType?: string;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    readinessProbe?: kubernetes.Probe;
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    persistence?: {
      enabled?: boolean;
      type?: string;
      storageClass?: string | null;
      accessModes?: string[];
      size?: string;
      volumeAttributesClassName?: string | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      selector?: {
        [k: string]: unknown;
      } | null;
      dataVolumeParameters?: {
        emptyDir?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
      claims?: {
        accessModes?: string[];
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        name?: string;
        size?: string;
        storageClass?: string | null;
        volumeAttributesClassName?: string | null;
      }[];
      enableStatefulSetAutoDeletePVC?: boolean;
      whenDeleted?: string;
      whenScaled?: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  bloomGateway?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    strategy?: kubernetes.UpdateStrategy;
    dnsConfig?: kubernetes.PodDNSConfig;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    readinessProbe?: kubernetes.Probe;
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    podManagementPolicy?: string;
    persistence?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      claims?: {
        accessModes?: string[];
        name?: string;
        size?: string;
        storageClass?: string | null;
        volumeAttributesClassName?: string | null;
      }[];
      enableStatefulSetAutoDeletePVC?: boolean;
      whenDeleted?: string;
      whenScaled?: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  bloomPlanner?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    strategy?: kubernetes.UpdateStrategy;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    readinessProbe?: kubernetes.Probe;
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    podManagementPolicy?: string;
    persistence?: {
      enabled?: boolean;
      claims?: {
        accessModes?: string[];
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        name?: string;
        size?: string;
        storageClass?: string | null;
        volumeAttributesClassName?: string | null;
      }[];
      enableStatefulSetAutoDeletePVC?: boolean;
      whenDeleted?: string;
      whenScaled?: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  bloomBuilder?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number | null;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPUUtilizationPercentage?: number | null;
      targetMemoryUtilizationPercentage?: number | null;
      customMetrics?: unknown[];
      behavior?: {
        enabled?: boolean;
        scaleDown?: {
          [k: string]: unknown;
        };
        scaleUp?: {
          [k: string]: unknown;
        };
        [k: string]: unknown;
      };
    };
    kedaAutoscaling?: {
      enabled?: boolean;
      pollingInterval?: number | null;
      minReplicas?: number;
      maxReplicas?: number;
      cooldownPeriod?: number | null;
      fallback?: {
        [k: string]: unknown;
      };
      behavior?: {
        [k: string]: unknown;
      };
      triggers?: unknown[];
    };
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    initContainers?: string | unknown[] | null;
    extraContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    strategy?: kubernetes.UpdateStrategy;
    persistence?: {
      enabled?: boolean;
      type?: string;
      accessModes?: string[];
      size?: string;
      storageClass?: string | null;
      volumeAttributesClassName?: string | null;
      selector?: {
        [k: string]: unknown;
      } | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  patternIngester?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    replicas?: number | null;
    strategy?: kubernetes.UpdateStrategy;
    dnsConfig?: kubernetes.PodDNSConfig;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    readinessProbe?: kubernetes.Probe;
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
    };
    persistence?: {
      enabled?: boolean;
      size?: string;
      storageClass?: string | null;
      claims?: {
        accessModes?: string[];
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        name?: string;
        size?: string;
        storageClass?: string | null;
        volumeAttributesClassName?: string | null;
      }[];
      enableStatefulSetAutoDeletePVC?: boolean;
      whenDeleted?: string;
      whenScaled?: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  ruler?: {
    enabled?: boolean;
    kind?: string;
    statefulSetRecreateJob?: {
      enabled?: boolean;
    };
    sidecar?: boolean;
    replicas?: number | null;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    dnsConfig?: kubernetes.PodDNSConfig;
    persistence?: {
      enabled?: boolean;
      accessModes?: string[];
      size?: string;
      storageClass?: string | null;
      volumeAttributesClassName?: string | null;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
    };
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    directories?: {
      [k: string]: unknown;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  overridesExporter?: {
    enabled?: boolean;
    kind?: string;
    replicas?: number | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    hostAliases?: kubernetes.HostAlias[];
    hostUsers?: boolean | null;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
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
    serviceLabels?: {
      [k: string]: string;
    };
    serviceAnnotations?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    initContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    maxUnavailable?: string | number | null;
    nodeSelector?: {
      [k: string]: string;
    };
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    appProtocol?: {
      grpc?: string;
      [k: string]: unknown;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  memcached?: {
    enabled?: boolean;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      pullPolicy?: string;
    };
    podSecurityContext?: kubernetes.PodSecurityContext;
    priorityClassName?: string | null;
    containerSecurityContext?: kubernetes.SecurityContext;
    readinessProbe?: kubernetes.Probe;
    livenessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  memcachedExporter?: {
    enabled?: boolean;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      pullPolicy?: string;
    };
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    containerSecurityContext?: kubernetes.SecurityContext;
    extraArgs?: {
      [k: string]: unknown;
    };
    livenessProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    startupProbe?: kubernetes.Probe;
  };
  resultsCache?: {
    enabled?: boolean;
    addresses?: string;
    defaultValidity?: string;
    timeout?: string;
    replicas?: number;
    port?: number;
    allocatedMemory?: number;
    allocatedCPU?: string;
    maxItemMemory?: number;
    connectionLimit?: number;
    writebackSizeLimit?: string;
    writebackBuffer?: number;
    writebackParallelism?: number;
    initContainers?: kubernetes.Container[];
    annotations?: {
      [k: string]: string;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    affinity?: {
      [k: string]: unknown;
    } | null;
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    maxUnavailable?: string | number | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    dnsConfig?: kubernetes.PodDNSConfig;
    priorityClassName?: string | null;
    hostUsers?: boolean | null;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podManagementPolicy?: string;
    terminationGracePeriodSeconds?: number;
    statefulStrategy?: {
      type?: string;
      [k: string]: unknown;
    };
    extraExtendedOptions?: string;
    extraArgs?: {
      [k: string]: unknown;
    };
    extraContainers?: unknown[] | null;
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
    };
    persistence?: {
      enabled?: boolean;
      storageSize?: string;
      storageClass?: string | null;
      volumeAttributesClassName?: string | null;
      mountPath?: string;
      labels?: {
        [k: string]: string;
      };
    };
  };
  chunksCache?: {
    suffix?: string;
    enabled?: boolean;
    addresses?: string;
    batchSize?: number;
    parallelism?: number;
    timeout?: string;
    defaultValidity?: string;
    replicas?: number;
    port?: number;
    allocatedMemory?: number;
    allocatedCPU?: string;
    maxItemMemory?: number;
    connectionLimit?: number;
    writebackSizeLimit?: string;
    writebackBuffer?: number;
    writebackParallelism?: number;
    initContainers?: kubernetes.Container[];
    annotations?: {
      [k: string]: string;
    };
    nodeSelector?: {
      [k: string]: string;
    };
    affinity?: {
      [k: string]: unknown;
    } | null;
    topologySpreadConstraints?: {
      [k: string]: unknown;
    }[];
    tolerations?: kubernetes.Toleration[];
    maxUnavailable?: string | number | null;
    podDisruptionBudget?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      minAvailable?: string | number | null;
      maxUnavailable?: string | number | null;
      unhealthyPodEvictionPolicy?: string | null;
    };
    dnsConfig?: kubernetes.PodDNSConfig;
    priorityClassName?: string | null;
    hostUsers?: boolean | null;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podManagementPolicy?: string;
    terminationGracePeriodSeconds?: number;
    statefulStrategy?: {
      type?: string;
      [k: string]: unknown;
    };
    extraExtendedOptions?: string;
    extraArgs?: {
      [k: string]: unknown;
    };
    extraContainers?: unknown[] | null;
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
    };
    persistence?: {
      enabled?: boolean;
      storageSize?: string;
      storageClass?: string | null;
      volumeAttributesClassName?: string | null;
      mountPath?: string;
      labels?: {
        [k: string]: string;
      };
    };
    l2?: {
      suffix?: string;
      l2ChunkCacheHandoff?: string;
      enabled?: boolean;
      addresses?: string;
      batchSize?: number;
      parallelism?: number;
      timeout?: string;
      defaultValidity?: string;
      replicas?: number;
      port?: number;
      allocatedMemory?: number;
      allocatedCPU?: string;
      maxItemMemory?: number;
      connectionLimit?: number;
      writebackSizeLimit?: string;
      writebackBuffer?: number;
      writebackParallelism?: number;
      initContainers?: kubernetes.Container[];
      annotations?: {
        [k: string]: string;
      };
      nodeSelector?: {
        [k: string]: string;
      };
      affinity?: kubernetes.Affinity;
      topologySpreadConstraints?: {
        [k: string]: unknown;
      }[];
      tolerations?: kubernetes.Toleration[];
      maxUnavailable?: string | number | null;
      podDisruptionBudget?: {
        enabled?: boolean;
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        maxUnavailable?: number | string;
      };
      dnsConfig?: kubernetes.PodDNSConfig;
      priorityClassName?: string | null;
      hostUsers?: boolean | null;
      podLabels?: {
        [k: string]: string;
      };
      podAnnotations?: {
        [k: string]: string;
      };
      podManagementPolicy?: string;
      terminationGracePeriodSeconds?: number;
      statefulStrategy?: {
        type?: string;
        [k: string]: unknown;
      };
      extraExtendedOptions?: string;
      extraArgs?: {
        [k: string]: unknown;
      };
      extraContainers?: unknown[] | null;
      extraVolumes?: kubernetes.Volume[];
      extraVolumeMounts?: kubernetes.VolumeMount[];
      resources?: kubernetes.ResourceRequirements;
      resizePolicy?: unknown[];
      service?: {
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
      };
      persistence?: {
        enabled?: boolean;
        storageSize?: string;
        storageClass?: string | null;
        volumeAttributesClassName?: string | null;
        mountPath?: string;
        labels?: {
          [k: string]: string;
        };
      };
    };
  };
  rollout_operator?: {
    global?: {
      commonLabels?: {
        [k: string]: string;
      };
    };
    revisionHistoryLimit?: number;
    image?: {
      repository?: string;
      registry?: string;
      pullPolicy?: string;
      tag?: string;
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    hostAliases?: kubernetes.HostAlias[];
    hostNetwork?: boolean;
    nameOverride?: string;
    fullnameOverride?: string;
    serviceAccount?: {
      create?: boolean;
      annotations?: {
        [k: string]: string;
      };
      name?: string;
    };
    crds?: {
      enabled?: boolean;
    };
    annotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    podSecurityContext?: kubernetes.PodSecurityContext;
    securityContext?: kubernetes.AnySecurityContext;
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    resources?: kubernetes.ResourceRequirements;
    minReadySeconds?: number;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: kubernetes.Affinity;
    priorityClassName?: string;
    serviceMonitor?: {
      enabled?: boolean;
      namespace?: unknown;
      namespaceSelector?: {
        [k: string]: unknown;
      };
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      interval?: unknown;
      scrapeTimeout?: unknown;
      relabelings?: unknown[];
    };
    webhooks?: {
      enabled?: boolean;
      timeoutSeconds?: number;
      failurePolicy?: string;
      selfSignedCertSecretName?: string;
      objectSelector?: {
        [k: string]: unknown;
      };
    };
    namespaceSelector?: {
      matchExpressions?: unknown[];
      matchLabels?: unknown;
    };
    enabled?: boolean;
  };
  ignoreMinioDeprecation?: boolean;
  minio?: {
    nameOverride?: string;
    fullnameOverride?: string;
    clusterDomain?: string;
    image?: {
      repository?: string;
      tag?: string;
      pullPolicy?: string;
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    mcImage?: {
      repository?: string;
      tag?: string;
      pullPolicy?: string;
    };
    mode?: string;
    additionalLabels?: {
      [k: string]: string;
    };
    additionalAnnotations?: {
      [k: string]: string;
    };
    ignoreChartChecksums?: boolean;
    extraArgs?: unknown[];
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraContainers?: kubernetes.Container[];
    minioAPIPort?: string | number;
    minioConsolePort?: string | number;
    deploymentUpdate?: {
      type?: string;
      maxUnavailable?: number | string;
      maxSurge?: string | number;
    };
    statefulSetUpdate?: {
      updateStrategy?: string;
    };
    priorityClassName?: string;
    runtimeClassName?: string;
    rootUser?: string;
    rootPassword?: string;
    existingSecret?: string;
    certsPath?: string;
    configPathmc?: string;
    mountPath?: string;
    bucketRoot?: string;
    drivesPerNode?: number;
    replicas?: number;
    pools?: number;
    tls?: {
      enabled?: boolean;
      certSecret?: string;
      publicCrt?: string;
      privateKey?: string;
    };
    trustedCertsSecret?: string;
    persistence?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      existingClaim?: string;
      storageClass?: string;
      volumeName?: string;
      accessMode?: string;
      size?: string;
      subPath?: string;
    };
    service?: {
      type?: string;
      clusterIP?: unknown;
      port?: string | number;
      nodePort?: number | string;
      loadBalancerIP?: unknown;
      externalIPs?: unknown[];
      annotations?: {
        [k: string]: string;
      };
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
    };
    ingress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      hosts?: string[];
      tls?: unknown[];
    };
    consoleService?: {
      type?: string;
      clusterIP?: unknown;
      port?: string | number;
      nodePort?: number | string;
      loadBalancerIP?: unknown;
      externalIPs?: unknown[];
      annotations?: {
        [k: string]: string;
      };
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
    };
    consoleIngress?: {
      enabled?: boolean;
      ingressClassName?: unknown;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      path?: string;
      hosts?: string[];
      tls?: unknown[];
    };
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: kubernetes.Affinity;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    securityContext?: {
      enabled?: boolean;
      runAsUser?: number;
      runAsGroup?: number;
      fsGroup?: number;
      fsGroupChangePolicy?: string;
    };
    containerSecurityContext?: kubernetes.SecurityContext;
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    resources?: kubernetes.ResourceRequirements;
    policies?: unknown[];
    makePolicyJob?: {
      securityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsGroup?: number;
      };
      resources?: kubernetes.ResourceRequirements;
      exitCommand?: string;
      containerSecurityContext?: kubernetes.SecurityContext;
    };
    users?: {
      accessKey?: string;
      secretKey?: string;
      policy?: string;
      [k: string]: unknown;
    }[];
    makeUserJob?: {
      securityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsGroup?: number;
      };
      resources?: kubernetes.ResourceRequirements;
      exitCommand?: string;
      containerSecurityContext?: kubernetes.SecurityContext;
    };
    svcaccts?: unknown[];
    makeServiceAccountJob?: {
      securityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsGroup?: number;
      };
      resources?: kubernetes.ResourceRequirements;
      exitCommand?: string;
      containerSecurityContext?: kubernetes.SecurityContext;
    };
    buckets?: unknown[];
    makeBucketJob?: {
      securityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsGroup?: number;
      };
      resources?: kubernetes.ResourceRequirements;
      exitCommand?: string;
      containerSecurityContext?: kubernetes.SecurityContext;
    };
    customCommands?: unknown;
    customCommandJob?: {
      securityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsGroup?: number;
      };
      resources?: kubernetes.ResourceRequirements;
      extraVolumes?: kubernetes.Volume[];
      extraVolumeMounts?: kubernetes.VolumeMount[];
      exitCommand?: string;
      containerSecurityContext?: kubernetes.SecurityContext;
    };
    postJob?: {
      podAnnotations?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      securityContext?: {
        enabled?: boolean;
        runAsUser?: number;
        runAsGroup?: number;
        fsGroup?: number;
      };
      nodeSelector?: {
        [k: string]: string;
      };
      tolerations?: kubernetes.Toleration[];
      affinity?: kubernetes.Affinity;
    };
    environment?: unknown;
    extraSecret?: unknown;
    oidc?: {
      enabled?: boolean;
      configUrl?: string;
      clientId?: string;
      clientSecret?: string;
      existingClientSecretName?: string;
      existingClientIdKey?: string;
      existingClientSecretKey?: string;
      claimName?: string;
      scopes?: string;
      redirectUri?: string;
      claimPrefix?: string;
      comment?: string;
      displayName?: string;
    };
    networkPolicy?: {
      enabled?: boolean;
      flavor?: string;
      allowExternal?: boolean;
      egress?: {
        enabled?: boolean;
        ports?: unknown[];
        to?: unknown[];
      };
      egressEntities?: string[];
    };
    podDisruptionBudget?: {
      enabled?: boolean;
      maxUnavailable?: number | string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
    };
    metrics?: {
      serviceMonitor?: {
        enabled?: boolean;
        includeNode?: boolean;
        public?: boolean;
        additionalLabels?: {
          [k: string]: string;
        };
        annotations?: {
          [k: string]: string;
        };
        relabelConfigs?: {
          [k: string]: unknown;
        };
        relabelConfigsCluster?: {
          [k: string]: unknown;
        };
        namespace?: unknown;
        interval?: unknown;
        scrapeTimeout?: unknown;
      };
    };
    etcd?: {
      endpoints?: unknown[];
      pathPrefix?: string;
      corednsPathPrefix?: string;
      clientCert?: string;
      clientCertKey?: string;
    };
    global?: unknown;
    enabled?: boolean;
    address?: unknown;
  };
  extraObjects?:
    | unknown[]
    | {
        [k: string]: unknown;
      }
    | string
    | null;
  sidecar?: {
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
      pullPolicy?: string;
    };
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    securityContext?: kubernetes.AnySecurityContext;
    skipTlsVerify?: boolean;
    disableX509StrictVerification?: boolean;
    enableUniqueFilenames?: boolean;
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        port?: string | number;
      };
      periodSeconds?: number;
      initialDelaySeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
      [k: string]: unknown;
    };
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        port?: string | number;
      };
      periodSeconds?: number;
      initialDelaySeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
      [k: string]: unknown;
    };
    startupProbe?: {
      enabled?: boolean;
      [k: string]: unknown;
    };
    rules?: {
      enabled?: boolean;
      label?: string;
      labelValue?: string;
      folder?: string;
      folderAnnotation?: string | null;
      searchNamespace?: string | null;
      watchMethod?: string;
      resource?: string;
      script?: string | null;
      watchServerTimeout?: number;
      watchClientTimeout?: number;
      logLevel?: string;
      healthPort?: number;
      sizeLimit?: unknown;
    };
  };
  monitoring?: {
    namespace?: string | null;
    appInstanceLabelName?: string;
    appInstanceLabelValue?: string;
    multiCluster?: {
      enabled?: boolean;
      clusterName?: string;
    };
    dashboards?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        grafana_dashboard?: string;
        [k: string]: string | undefined;
      };
      defaultDashboardsTimezone?: string;
      defaultDashboardsEditable?: boolean;
      defaultDashboardsInterval?: string;
      grafanaOperator?: {
        enabled?: boolean;
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        resyncPeriod?: string;
        folder?: string | null;
        folderUID?: string | null;
        folderRef?: string | null;
        instanceSelector?: {
          matchExpressions?: {
            key?: string;
            operator?: string;
            values?: string[];
          }[];
          matchLabels?: {
            [k: string]: string;
          };
        };
      };
    };
    rules?: {
      enabled?: boolean;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      additionalRuleLabels?: {
        [k: string]: string;
      };
      additionalRuleAnnotations?: {
        [k: string]: string;
      };
      additionalAggregationLabels?: unknown[];
    };
    alerts?: {
      enabled?: boolean;
      labels?: {
        [k: string]: string;
      };
      annotations?: {
        [k: string]: string;
      };
      disabled?: {
        [k: string]: unknown;
      };
      overrides?: {
        [k: string]: unknown;
      };
      keepFiringFor?: string;
      additionalRuleLabels?: {
        [k: string]: string;
      };
      additionalRuleAnnotations?: {
        [k: string]: string;
      };
      additionalAggregationLabels?: unknown[];
    };
    additionalPrometheusRules?: {
      [k: string]: unknown;
    };
    serviceMonitor?: {
      enabled?: boolean;
      namespaceSelector?: {
        [k: string]: unknown;
      };
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      interval?: string;
      scrapeTimeout?: string | null;
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      } | null;
      jobPrefix?: string;
    };
  };
  tableManager?: {
    enabled?: boolean;
    image?: {
      registry?: string | null;
      repository?: string | null;
      tag?: string | null;
    };
    command?: string | null;
    priorityClassName?: string | null;
    podLabels?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      type?: string;
      trafficDistribution?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        [k: string]: unknown;
      };
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      appProtocol?: {
        grpc?: string;
      };
    };
    extraArgs?: unknown[];
    extraEnv?: kubernetes.EnvVar[];
    extraEnvFrom?: kubernetes.EnvFromSource[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    resources?: kubernetes.ResourceRequirements;
    resizePolicy?: unknown[];
    extraContainers?: string | unknown[] | null;
    terminationGracePeriodSeconds?: number;
    hostUsers?: boolean | null;
    affinity?: {
      podAntiAffinity?: {
        requiredDuringSchedulingIgnoredDuringExecution?: {
          labelSelector?: {
            matchLabels?: {
              'app.kubernetes.io/component'?: string;
              'app.kubernetes.io/name'?: string;
              'app.kubernetes.io/instance'?: string;
              [k: string]: unknown;
            };
            [k: string]: unknown;
          };
          topologyKey?: string;
          [k: string]: unknown;
        }[];
      };
      [k: string]: unknown;
    } | null;
    dnsConfig?: kubernetes.PodDNSConfig;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    retention_deletes_enabled?: boolean;
    retention_period?: string | number;
    serviceAccount?: {
      create?: boolean;
      name?: string | null;
      imagePullSecrets?: {
        name?: string;
      }[];
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
  };
  annotations?: unknown;
  config?: unknown;
  serviceMonitor?: unknown;
}
