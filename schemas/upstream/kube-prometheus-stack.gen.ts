// Written by `npm run generate` from schemas/upstream/kube-prometheus-stack.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  nameOverride?: string;
  namespaceOverride?: string;
  kubeTargetVersionOverride?: string;
  kubeVersionOverride?: string;
  fullnameOverride?: string;
  commonLabels?: {
    [k: string]: string;
  };
  crds?: {
    upgradeJob?: {
      enabled?: boolean;
      affinity?: kubernetes.Affinity;
      annotations?: unknown;
      automountServiceAccountToken?: unknown;
      containerSecurityContext?: kubernetes.SecurityContext;
      env?: kubernetes.EnvVar[];
      extraVolumeMounts?: kubernetes.VolumeMount[];
      extraVolumes?: kubernetes.Volume[];
      forceConflicts?: unknown;
      image?: {
        busybox?: {
          pullPolicy?: unknown;
          registry?: string;
          repository?: string;
          tag?: string;
          sha?: string;
          [k: string]: unknown;
        };
        kubectl?: {
          registry?: string;
          repository?: string;
          tag?: string;
          sha?: string;
          pullPolicy?: string;
        };
        [k: string]: unknown;
      };
      labels?: unknown;
      nodeSelector?: unknown;
      podAnnotations?: unknown;
      podLabels?: unknown;
      podSecurityContext?: kubernetes.PodSecurityContext;
      resources?: kubernetes.ResourceRequirements;
      serviceAccount?: {
        annotations?: unknown;
        create?: boolean;
        name?: string;
        labels?: {
          [k: string]: string;
        };
        automountServiceAccountToken?: boolean;
        [k: string]: unknown;
      };
      tolerations?: kubernetes.Toleration[];
      topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    };
    global?: {
      imagePullSecrets?: kubernetes.ImagePullSecret[];
      [k: string]: unknown;
    };
    enabled?: boolean;
  };
  customRules?: {
    [k: string]: unknown;
  };
  defaultRules?: {
    create?: boolean;
    rules?: {
      alertmanager?: boolean;
      etcd?: boolean;
      configReloaders?: boolean;
      general?: boolean;
      k8sContainerCpuUsageSecondsTotal?: boolean;
      k8sContainerMemoryCache?: boolean;
      k8sContainerMemoryRss?: boolean;
      k8sContainerMemorySwap?: boolean;
      k8sContainerResource?: boolean;
      k8sContainerMemoryWorkingSetBytes?: boolean;
      k8sPodOwner?: boolean;
      kubeApiserverAvailability?: boolean;
      kubeApiserverBurnrate?: boolean;
      kubeApiserverHistogram?: boolean;
      kubeApiserverSlos?: boolean;
      kubeControllerManager?: boolean;
      kubelet?: boolean;
      kubeProxy?: boolean;
      kubePrometheusGeneral?: boolean;
      kubePrometheusNodeRecording?: boolean;
      kubernetesApps?: boolean;
      kubernetesResources?: boolean;
      kubernetesStorage?: boolean;
      kubernetesSystem?: boolean;
      kubeSchedulerAlerting?: boolean;
      kubeSchedulerRecording?: boolean;
      kubeStateMetrics?: boolean;
      network?: boolean;
      node?: boolean;
      nodeExporterAlerting?: boolean;
      nodeExporterRecording?: boolean;
      prometheus?: boolean;
      prometheusOperator?: boolean;
      windows?: boolean;
      k8sContainerCpuLimits?: unknown;
      k8sContainerCpuRequests?: unknown;
      k8sContainerMemoryLimits?: unknown;
      k8sContainerMemoryRequests?: unknown;
    };
    appNamespacesOperator?: string;
    appNamespacesTarget?: string;
    keepFiringFor?: string;
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
    additionalRuleGroupLabels?: {
      alertmanager?: {
        [k: string]: unknown;
      };
      etcd?: {
        [k: string]: unknown;
      };
      configReloaders?: {
        [k: string]: unknown;
      };
      general?: {
        [k: string]: unknown;
      };
      k8sContainerCpuUsageSecondsTotal?: {
        [k: string]: unknown;
      };
      k8sContainerMemoryCache?: {
        [k: string]: unknown;
      };
      k8sContainerMemoryRss?: {
        [k: string]: unknown;
      };
      k8sContainerMemorySwap?: {
        [k: string]: unknown;
      };
      k8sContainerResource?: {
        [k: string]: unknown;
      };
      k8sPodOwner?: {
        [k: string]: unknown;
      };
      kubeApiserverAvailability?: {
        [k: string]: unknown;
      };
      kubeApiserverBurnrate?: {
        [k: string]: unknown;
      };
      kubeApiserverHistogram?: {
        [k: string]: unknown;
      };
      kubeApiserverSlos?: {
        [k: string]: unknown;
      };
      kubeControllerManager?: {
        [k: string]: unknown;
      };
      kubelet?: {
        [k: string]: unknown;
      };
      kubeProxy?: {
        [k: string]: unknown;
      };
      kubePrometheusGeneral?: {
        [k: string]: unknown;
      };
      kubePrometheusNodeRecording?: {
        [k: string]: unknown;
      };
      kubernetesApps?: {
        [k: string]: unknown;
      };
      kubernetesResources?: kubernetes.ResourceRequirements;
      kubernetesStorage?: {
        [k: string]: unknown;
      };
      kubernetesSystem?: {
        [k: string]: unknown;
      };
      kubeSchedulerAlerting?: {
        [k: string]: unknown;
      };
      kubeSchedulerRecording?: {
        [k: string]: unknown;
      };
      kubeStateMetrics?: {
        [k: string]: unknown;
      };
      network?: {
        [k: string]: unknown;
      };
      node?: {
        [k: string]: unknown;
      };
      nodeExporterAlerting?: {
        [k: string]: unknown;
      };
      nodeExporterRecording?: {
        [k: string]: unknown;
      };
      prometheus?: {
        [k: string]: unknown;
      };
      prometheusOperator?: {
        [k: string]: unknown;
      };
      k8sContainerCpuLimits?: unknown;
      k8sContainerCpuRequests?: unknown;
      k8sContainerMemoryLimits?: unknown;
      k8sContainerMemoryRequests?: unknown;
      k8sContainerMemoryWorkingSetBytes?: unknown;
      windows?: unknown;
    };
    additionalRuleGroupAnnotations?: {
      alertmanager?: {
        [k: string]: unknown;
      };
      etcd?: {
        [k: string]: unknown;
      };
      configReloaders?: {
        [k: string]: unknown;
      };
      general?: {
        [k: string]: unknown;
      };
      k8sContainerCpuUsageSecondsTotal?: {
        [k: string]: unknown;
      };
      k8sContainerMemoryCache?: {
        [k: string]: unknown;
      };
      k8sContainerMemoryRss?: {
        [k: string]: unknown;
      };
      k8sContainerMemorySwap?: {
        [k: string]: unknown;
      };
      k8sContainerResource?: {
        [k: string]: unknown;
      };
      k8sPodOwner?: {
        [k: string]: unknown;
      };
      kubeApiserverAvailability?: {
        [k: string]: unknown;
      };
      kubeApiserverBurnrate?: {
        [k: string]: unknown;
      };
      kubeApiserverHistogram?: {
        [k: string]: unknown;
      };
      kubeApiserverSlos?: {
        [k: string]: unknown;
      };
      kubeControllerManager?: {
        [k: string]: unknown;
      };
      kubelet?: {
        [k: string]: unknown;
      };
      kubeProxy?: {
        [k: string]: unknown;
      };
      kubePrometheusGeneral?: {
        [k: string]: unknown;
      };
      kubePrometheusNodeRecording?: {
        [k: string]: unknown;
      };
      kubernetesApps?: {
        [k: string]: unknown;
      };
      kubernetesResources?: kubernetes.ResourceRequirements;
      kubernetesStorage?: {
        [k: string]: unknown;
      };
      kubernetesSystem?: {
        [k: string]: unknown;
      };
      kubeSchedulerAlerting?: {
        [k: string]: unknown;
      };
      kubeSchedulerRecording?: {
        [k: string]: unknown;
      };
      kubeStateMetrics?: {
        [k: string]: unknown;
      };
      network?: {
        [k: string]: unknown;
      };
      node?: {
        [k: string]: unknown;
      };
      nodeExporterAlerting?: {
        [k: string]: unknown;
      };
      nodeExporterRecording?: {
        [k: string]: unknown;
      };
      prometheus?: {
        [k: string]: unknown;
      };
      prometheusOperator?: {
        [k: string]: unknown;
      };
    };
    additionalAggregationLabels?: unknown[];
    runbookUrl?: string;
    kubeletServerCertificateExpiration?: {
      warning?: number;
      critical?: number;
    };
    kubeletClientCertificateExpiration?: {
      warning?: number;
      critical?: number;
    };
    node?: {
      fsSelector?: string;
    };
    disabled?: {
      [k: string]: unknown;
    };
    KubeAPIDown?: boolean;
    NodeRAIDDegraded?: boolean;
  };
  additionalPrometheusRulesMap?: {
    [k: string]: unknown;
  };
  global?: {
    rbac?: {
      create?: boolean;
      createAggregateClusterRoles?: boolean;
    };
    imageRegistry?: string;
    imagePullSecrets?: kubernetes.ImagePullSecret[];
  };
  windowsMonitoring?: {
    enabled?: boolean;
  };
  'prometheus-windows-exporter'?: {
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      pullPolicy?: string;
      digest?: string;
      sha?: unknown;
    };
    config?: string;
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    nameOverride?: string;
    fullnameOverride?: string;
    global?: {
      imagePullSecrets?: kubernetes.ImagePullSecret[];
      imageRegistry?: string;
      global?: {
        [k: string]: unknown;
      };
    };
    service?: {
      type?: string;
      port?: number | string;
      nodePort?: unknown;
      portName?: string;
      annotations?: {
        [k: string]: string;
      };
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
    };
    hostNetwork?: boolean;
    hostPID?: boolean;
    affinity?: kubernetes.Affinity;
    podAnnotations?: {
      'cluster-autoscaler.kubernetes.io/safe-to-evict'?: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    daemonsetAnnotations?: {
      [k: string]: string;
    };
    releaseLabel?: boolean;
    dnsConfig?: kubernetes.PodDNSConfig;
    nodeSelector?: {
      'kubernetes.io/os'?: string;
    };
    tolerations?: kubernetes.Toleration[];
    extraArgs?: unknown[];
    extraHostVolumeMounts?: unknown[];
    configmaps?: unknown[];
    secrets?: unknown[];
    namespaceOverride?: string;
    sidecars?: kubernetes.Container[];
    sidecarVolumeMount?: unknown[];
    sidecarHostVolumeMounts?: unknown[];
    extraInitContainers?: kubernetes.Container[];
    livenessProbe?: {
      failureThreshold?: number;
      httpGet?: {
        httpHeaders?: unknown[];
        path?: string;
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
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      timeoutSeconds?: number;
    };
    priorityClassName?: string;
  };
  alertmanager?: {
    enabled?: boolean;
    namespaceOverride?: string;
    annotations?: {
      [k: string]: string;
    };
    additionalLabels?: {
      [k: string]: string;
    };
    apiVersion?: string;
    enableFeatures?: unknown[];
    forceDeployDashboards?: boolean;
    networkPolicy?: {
      enabled?: boolean;
      policyTypes?: string[];
      gateway?: {
        namespace?: string;
        podLabels?: {
          [k: string]: string;
        };
      };
      additionalIngress?: unknown[];
      egress?: {
        enabled?: boolean;
        rules?: unknown[];
      };
      enableClusterRules?: boolean;
      monitoringRules?: {
        prometheus?: boolean;
        configReloader?: boolean;
      };
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      annotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    podDisruptionBudget?: {
      enabled?: boolean;
      minAvailable?: number | string;
      unhealthyPodEvictionPolicy?: string;
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
      cpu?: string;
      memory?: string;
    };
    config?: {
      global?: {
        resolve_timeout?: string;
      };
      inhibit_rules?: {
        source_matchers?: string[];
        target_matchers?: string[];
        equal?: string[];
        [k: string]: unknown;
      }[];
      route?: {
        group_by?: string[];
        group_wait?: string;
        group_interval?: string;
        repeat_interval?: string;
        receiver?: string;
        routes?: {
          receiver?: string;
          matchers?: string[];
          [k: string]: unknown;
        }[];
      };
      receivers?: {
        name?: string;
        [k: string]: unknown;
      }[];
      templates?: string[];
    };
    stringConfig?: string;
    tplConfig?: boolean;
    templateFiles?: {
      [k: string]: unknown;
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
      hosts?: unknown[];
      paths?: unknown[];
      tls?: unknown[];
      servicePort?: number | string;
      serviceName?: string;
      pathType?: string;
      extraPaths?: unknown;
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
        httpsRedirect?: boolean;
        matches?: {
          path?: {
            type?: string;
            value?: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        }[];
        filters?: unknown[];
        sessionPersistence?: {
          [k: string]: unknown;
        };
        additionalRules?: unknown[];
        type?: string;
      };
    };
    secret?: {
      annotations?: {
        [k: string]: string;
      };
    };
    ingressPerReplica?: {
      enabled?: boolean;
      ingressClassName?: string;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      hostPrefix?: string;
      hostDomain?: string;
      paths?: unknown[];
      tlsSecretName?: string;
      tlsSecretPerReplica?: {
        enabled?: boolean;
        prefix?: string;
      };
      pathType?: string;
    };
    routePerReplica?: {
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
        hostPrefix?: string;
        hostDomain?: string;
        parentRefs?: unknown[];
        httpsRedirect?: boolean;
        filters?: unknown[];
        matches?: {
          path?: {
            type?: string;
            value?: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        }[];
        sessionPersistence?: {
          [k: string]: unknown;
        };
        additionalRules?: unknown[];
        type?: string;
      };
    };
    service?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      clusterIP?: string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      port?: number | string;
      targetPort?: number | string;
      nodePort?: number | string;
      additionalPorts?: unknown[];
      externalIPs?: unknown[];
      loadBalancerIP?: string;
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        clientIP?: {
          timeoutSeconds?: number;
        };
      };
      type?: string;
      clusterPort?: number | string;
    };
    servicePerReplica?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      port?: number | string;
      targetPort?: number | string;
      nodePort?: number | string;
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
      type?: string;
    };
    serviceMonitor?: {
      selfMonitor?: boolean;
      interval?: string;
      additionalLabels?: {
        [k: string]: string;
      };
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      scheme?: string;
      enableHttp2?: boolean;
      tlsConfig?: {
        [k: string]: unknown;
      };
      bearerTokenFile?: unknown;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalEndpoints?: unknown[];
    };
    alertmanagerSpec?: {
      persistentVolumeClaimRetentionPolicy?: {
        [k: string]: unknown;
      };
      podMetadata?: {
        [k: string]: unknown;
      };
      serviceName?: unknown;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
        pullPolicy?: string;
      };
      useExistingSecret?: boolean;
      secrets?: unknown[];
      automountServiceAccountToken?: boolean;
      configMaps?: unknown[];
      web?: {
        [k: string]: unknown;
      };
      alertmanagerConfigSelector?: {
        [k: string]: unknown;
      };
      alertmanagerConfigNamespaceSelector?: {
        [k: string]: unknown;
      };
      alertmanagerConfiguration?: {
        [k: string]: unknown;
      };
      alertmanagerConfigMatcherStrategy?: {
        [k: string]: unknown;
      };
      additionalArgs?: unknown[];
      logFormat?: string;
      logLevel?: string;
      replicas?: number;
      retention?: string;
      storage?: {
        [k: string]: unknown;
      };
      externalUrl?: unknown;
      routePrefix?: string;
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      };
      paused?: boolean;
      nodeSelector?: {
        [k: string]: string;
      };
      resources?: kubernetes.ResourceRequirements;
      podAntiAffinity?: string;
      podAntiAffinityTopologyKey?: string;
      affinity?: kubernetes.Affinity;
      tolerations?: kubernetes.Toleration[];
      topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
      securityContext?: kubernetes.AnySecurityContext;
      hostUsers?: unknown;
      dnsConfig?: kubernetes.PodDNSConfig;
      dnsPolicy?: string;
      hostNetwork?: boolean;
      listenLocal?: boolean;
      containers?: kubernetes.Container[];
      volumes?: kubernetes.Volume[];
      volumeMounts?: kubernetes.VolumeMount[];
      initContainers?: kubernetes.Container[];
      priorityClassName?: string;
      additionalPeers?: unknown[];
      portName?: string;
      clusterAdvertiseAddress?: boolean;
      clusterGossipInterval?: string;
      clusterPeerTimeout?: string;
      clusterPushpullInterval?: string;
      clusterLabel?: string;
      forceEnableClusterMode?: boolean;
      minReadySeconds?: number;
      podManagementPolicy?: string;
      updateStrategy?: kubernetes.UpdateStrategy;
      terminationGracePeriodSeconds?: unknown;
      enableServiceLinks?: unknown;
      schedulerName?: string;
      hostAliases?: kubernetes.HostAlias[];
      limits?: {
        [k: string]: unknown;
      };
      clusterTLS?: {
        [k: string]: unknown;
      };
      additionalConfig?: {
        [k: string]: unknown;
      };
      additionalConfigString?: string;
      configSecret?: unknown;
      requests?: {
        [k: string]: unknown;
      };
      type?: string;
      version?: unknown;
    };
    extraSecret?: {
      annotations?: {
        [k: string]: string;
      };
      data?: {
        [k: string]: unknown;
      };
      name?: string;
    };
  };
  grafana?: {
    global?: {
      imageRegistry?: unknown;
      imagePullSecrets?: kubernetes.ImagePullSecret[];
      global?: {
        [k: string]: unknown;
      };
    };
    rbac?: {
      create?: boolean;
      pspEnabled?: boolean;
      pspUseAppArmor?: boolean;
      namespaced?: boolean;
      namespaces?: unknown[];
      extraRoleRules?: unknown[];
      extraClusterRoleRules?: unknown[];
      useExistingRole?: string;
      useExistingClusterRole?: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      nameTest?: string;
      labels?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
      autoMount?: boolean;
      annotations?: unknown;
    };
    replicas?: number;
    headlessService?: boolean;
    automountServiceAccountToken?: boolean;
    autoscaling?: {
      enabled?: boolean;
      minReplicas?: number;
      maxReplicas?: number;
      targetCPU?: string;
      targetMemory?: string;
      behavior?: {
        [k: string]: unknown;
      };
    };
    podDisruptionBudget?: {
      [k: string]: unknown;
    };
    deploymentStrategy?: kubernetes.UpdateStrategy;
    progressDeadlineSeconds?: unknown;
    startupProbe?: kubernetes.Probe;
    readinessProbe?: kubernetes.Probe;
    livenessProbe?: kubernetes.Probe;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
      pullPolicy?: string;
      pullSecrets?: kubernetes.ImagePullSecret[];
    };
    testFramework?: {
      enabled?: boolean;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
      };
      imagePullPolicy?: string;
      securityContext?: kubernetes.AnySecurityContext;
      containerSecurityContext?: kubernetes.SecurityContext;
      resources?: kubernetes.ResourceRequirements;
    };
    dnsPolicy?: unknown;
    dnsConfig?: kubernetes.PodDNSConfig;
    hostUsers?: unknown;
    securityContext?: kubernetes.AnySecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    createConfigmap?: boolean;
    extraConfigmapMounts?: unknown[];
    extraEmptyDirMounts?: unknown[];
    shadowBundledPlugins?: boolean;
    extraLabels?: {
      [k: string]: string;
    };
    downloadDashboardsImage?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
      pullPolicy?: string;
    };
    downloadDashboards?: {
      env?: {
        [k: string]: unknown;
      };
      envFromSecret?: string;
      resources?: kubernetes.ResourceRequirements;
      securityContext?: kubernetes.AnySecurityContext;
      envValueFrom?: {
        [k: string]: unknown;
      };
    };
    podPortName?: string;
    gossipPortName?: string;
    service?: {
      enabled?: boolean;
      type?: string;
      ipFamilyPolicy?: string;
      ipFamilies?: unknown[];
      loadBalancerIP?: string;
      loadBalancerClass?: string;
      loadBalancerSourceRanges?: unknown[];
      port?: number | string;
      targetPort?: number | string;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      portName?: string;
      appProtocol?: string;
      sessionAffinity?: string;
      trafficDistribution?: string;
      clusterIP?: unknown;
      externalIPs?: unknown;
      externalTrafficPolicy?: unknown;
      nodePort?: unknown;
    };
    serviceMonitor?: {
      enabled?: boolean;
      path?: string;
      labels?: {
        [k: string]: string;
      };
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      };
      relabelings?: unknown[];
      metricRelabelings?: unknown[];
      basicAuth?: {
        [k: string]: unknown;
      };
      targetLabels?: unknown[];
      interval?: string;
      scrapeTimeout?: string;
      namespace?: unknown;
    };
    extraExposePorts?: unknown[];
    hostAliases?: kubernetes.HostAlias[];
    ingress?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      path?: string;
      pathType?: string;
      hosts?: string[];
      extraPaths?: unknown[];
      tls?: unknown[];
      ingressClassName?: string;
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
        matches?: {
          path?: {
            type?: string;
            value?: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        }[];
        timeouts?: {
          [k: string]: unknown;
        };
        sessionPersistence?: {
          [k: string]: unknown;
        };
        filters?: unknown[];
        additionalRules?: unknown[];
        httpsRedirect?: boolean;
        type?: string;
      };
    };
    listenerSet?: {
      main?: {
        enabled?: boolean;
        apiVersion?: string;
        annotations?: {
          [k: string]: string;
        };
        labels?: {
          [k: string]: string;
        };
        parentRef?: {
          [k: string]: unknown;
        };
        listeners?: unknown[];
        name?: string;
        namespace?: string;
        kind?: string;
      };
    };
    resources?: kubernetes.ResourceRequirements;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: kubernetes.Affinity;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    extraInitContainers?: kubernetes.Container[];
    extraContainers?: string;
    extraContainerVolumes?: unknown[];
    persistence?: {
      type?: string;
      enabled?: boolean;
      volumeName?: string;
      accessModes?: string[];
      size?: string;
      finalizers?: string[];
      extraPvcLabels?: {
        [k: string]: string;
      };
      disableWarning?: boolean;
      persistentVolumeClaimRetentionPolicy?: {
        [k: string]: unknown;
      };
      inMemory?: {
        enabled?: boolean;
        sizeLimit?: string;
      };
      lookupVolumeName?: boolean;
      storageClassName?: string;
      annotations?: {
        [k: string]: string;
      };
      selectorLabels?: {
        [k: string]: string;
      };
      subPath?: string;
      existingClaim?: unknown;
    };
    initChownData?: {
      enabled?: boolean;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
        pullPolicy?: string;
      };
      resources?: kubernetes.ResourceRequirements;
      securityContext?: kubernetes.AnySecurityContext;
    };
    adminUser?: string;
    admin?: {
      existingSecret?: string;
      userKey?: string;
      passwordKey?: string;
    };
    env?: {
      [k: string]: unknown;
    };
    envValueFrom?: {
      [k: string]: unknown;
    };
    envFromSecret?: string;
    envRenderSecret?: {
      [k: string]: unknown;
    };
    envFromSecrets?: unknown[];
    envFromConfigMaps?: unknown[];
    enableServiceLinks?: boolean;
    extraSecretMounts?: unknown[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    extraVolumes?: kubernetes.Volume[];
    lifecycleHooks?: kubernetes.Lifecycle;
    plugins?: unknown[];
    datasources?: {
      [k: string]: unknown;
    };
    alerting?: {
      [k: string]: unknown;
    };
    notifiers?: {
      [k: string]: unknown;
    };
    dashboardProviders?: {
      [k: string]: unknown;
    };
    defaultCurlOptions?: string;
    dashboards?: {
      [k: string]: unknown;
    };
    dashboardsConfigMaps?: {
      [k: string]: unknown;
    };
    'grafana.ini'?: {
      [k: string]: {
        [k: string]: string | boolean | number;
      };
    };
    ldap?: {
      enabled?: boolean;
      existingSecret?: string;
      config?: string;
    };
    shareProcessNamespace?: boolean;
    smtp?: {
      existingSecret?: string;
      userKey?: string;
      passwordKey?: string;
    };
    sidecar?: {
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
      };
      imagePullPolicy?: string;
      resources?: kubernetes.ResourceRequirements;
      securityContext?: kubernetes.AnySecurityContext;
      enableUniqueFilenames?: boolean;
      readinessProbe?: kubernetes.Probe;
      livenessProbe?: kubernetes.Probe;
      alerts?: {
        enabled?: boolean;
        env?: {
          [k: string]: unknown;
        };
        envValueFrom?: {
          [k: string]: unknown;
        };
        label?: string;
        labelValue?: string;
        searchNamespace?: unknown;
        watchMethod?: string;
        resource?: string;
        resourceName?: string;
        reloadURL?: string;
        script?: unknown;
        skipReload?: boolean;
        initAlerts?: boolean;
        extraMounts?: unknown[];
        sizeLimit?: string | number;
        ignoreAlreadyProcessed?: boolean;
        skipTlsVerify?: boolean;
        logLevel?: string;
        watchServerTimeout?: string;
        watchClientTimeout?: string;
        maxTotalRetries?: string;
        maxConnectRetries?: string;
        maxReadRetries?: string;
        restartPolicy?: string;
        startupProbe?: kubernetes.Probe;
      };
      dashboards?: {
        enabled?: boolean;
        env?: {
          [k: string]: unknown;
        };
        envValueFrom?: {
          [k: string]: unknown;
        };
        SCProvider?: boolean;
        label?: string;
        labelValue?: string;
        folder?: string;
        defaultFolderName?: unknown;
        searchNamespace?: unknown;
        watchMethod?: string;
        resource?: string;
        folderAnnotation?: unknown;
        resourceName?: string;
        reloadURL?: string;
        script?: unknown;
        skipReload?: boolean;
        initDashboards?: boolean;
        provider?: {
          name?: string;
          orgid?: number;
          folder?: string;
          folderUid?: string;
          type?: string;
          disableDelete?: boolean;
          allowUiUpdates?: boolean;
          foldersFromFilesStructure?: boolean;
          updateIntervalSeconds?: unknown;
        };
        extraMounts?: unknown[];
        sizeLimit?: string | number;
        ignoreAlreadyProcessed?: boolean;
        skipTlsVerify?: boolean;
        logLevel?: string;
        maxTotalRetries?: string;
        maxConnectRetries?: string;
        maxReadRetries?: string;
        restartPolicy?: string;
        startupProbe?: kubernetes.Probe;
        watchServerTimeout?: string;
        watchClientTimeout?: string;
        enableNewTablePanelSyntax?: boolean;
        annotations?: {
          [k: string]: string;
        };
        multicluster?: {
          global?: {
            enabled?: boolean;
          };
          etcd?: {
            enabled?: boolean;
          };
        };
      };
      datasources?: {
        enabled?: boolean;
        env?: {
          [k: string]: unknown;
        };
        envValueFrom?: {
          [k: string]: unknown;
        };
        label?: string;
        labelValue?: string;
        searchNamespace?: unknown;
        watchMethod?: string;
        resource?: string;
        resourceName?: string;
        reloadURL?: string;
        script?: unknown;
        skipReload?: boolean;
        initDatasources?: boolean;
        extraMounts?: unknown[];
        sizeLimit?: string | number;
        ignoreAlreadyProcessed?: boolean;
        skipTlsVerify?: boolean;
        logLevel?: string;
        watchServerTimeout?: string;
        watchClientTimeout?: string;
        maxTotalRetries?: string;
        maxConnectRetries?: string;
        maxReadRetries?: string;
        restartPolicy?: string;
        startupProbe?: kubernetes.Probe;
        defaultDatasourceEnabled?: boolean;
        isDefaultDatasource?: boolean;
        name?: string;
        uid?: string;
        annotations?: {
          [k: string]: string;
        };
        httpMethod?: string;
        createPrometheusReplicasDatasources?: boolean;
        prometheusServiceName?: string;
        exemplarTraceIdDestinations?: {
          [k: string]: unknown;
        };
        alertmanager?: {
          enabled?: boolean;
          name?: string;
          uid?: string;
          handleGrafanaManagedAlerts?: boolean;
          implementation?: string;
          url?: unknown;
        };
        extraJsonData?: {
          [k: string]: unknown;
        };
        url?: string;
        timeout?: number;
        customQueryParameters?: string;
        defaultDatasourceScrapeInterval?: string;
      };
      plugins?: {
        enabled?: boolean;
        env?: {
          [k: string]: unknown;
        };
        label?: string;
        labelValue?: string;
        searchNamespace?: unknown;
        watchMethod?: string;
        resource?: string;
        resourceName?: string;
        reloadURL?: string;
        script?: unknown;
        skipReload?: boolean;
        initPlugins?: boolean;
        extraMounts?: unknown[];
        sizeLimit?: string | number;
        ignoreAlreadyProcessed?: boolean;
        skipTlsVerify?: boolean;
        logLevel?: string;
        watchServerTimeout?: string;
        watchClientTimeout?: string;
        maxTotalRetries?: string;
        maxConnectRetries?: string;
        maxReadRetries?: string;
      };
      notifiers?: {
        enabled?: boolean;
        env?: {
          [k: string]: unknown;
        };
        label?: string;
        labelValue?: string;
        searchNamespace?: unknown;
        watchMethod?: string;
        resource?: string;
        resourceName?: string;
        reloadURL?: string;
        script?: unknown;
        skipReload?: boolean;
        initNotifiers?: boolean;
        extraMounts?: unknown[];
        sizeLimit?: string | number;
        ignoreAlreadyProcessed?: boolean;
        skipTlsVerify?: boolean;
        logLevel?: string;
        watchServerTimeout?: string;
        watchClientTimeout?: string;
        maxTotalRetries?: string;
        maxConnectRetries?: string;
        maxReadRetries?: string;
        restartPolicy?: string;
        startupProbe?: kubernetes.Probe;
      };
      skipTlsVerify?: boolean;
      logLevel?: string;
    };
    namespaceOverride?: string;
    revisionHistoryLimit?: number;
    imageRenderer?: {
      deploymentStrategy?: kubernetes.UpdateStrategy;
      progressDeadlineSeconds?: unknown;
      enabled?: boolean;
      replicas?: number;
      autoscaling?: {
        enabled?: boolean;
        minReplicas?: number;
        maxReplicas?: number;
        targetCPU?: string;
        targetMemory?: string;
        behavior?: {
          [k: string]: unknown;
        };
      };
      serverURL?: string;
      renderingCallbackURL?: string;
      token?: string;
      existingSecret?: string;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
        pullSecrets?: kubernetes.ImagePullSecret[];
        pullPolicy?: string;
      };
      dnsPolicy?: unknown;
      dnsConfig?: kubernetes.PodDNSConfig;
      env?: {
        HTTP_HOST?: string;
        XDG_CONFIG_HOME?: string;
        XDG_CACHE_HOME?: string;
      };
      envValueFrom?: {
        [k: string]: unknown;
      };
      serviceAccountName?: string;
      automountServiceAccountToken?: boolean;
      hostUsers?: unknown;
      securityContext?: kubernetes.AnySecurityContext;
      containerSecurityContext?: kubernetes.SecurityContext;
      podAnnotations?: {
        [k: string]: string;
      };
      hostAliases?: kubernetes.HostAlias[];
      priorityClassName?: string;
      healthcheckPath?: string;
      service?: {
        enabled?: boolean;
        portName?: string;
        port?: number | string;
        targetPort?: number | string;
        appProtocol?: string;
        annotations?: unknown;
        clusterIP?: unknown;
        labels?: unknown;
      };
      serviceMonitor?: {
        enabled?: boolean;
        path?: string;
        labels?: {
          [k: string]: string;
        };
        scheme?: string;
        tlsConfig?: {
          [k: string]: unknown;
        };
        relabelings?: unknown[];
        targetLabels?: unknown[];
        interval?: string;
        scrapeTimeout?: string;
        namespace?: unknown;
      };
      grafanaProtocol?: string;
      grafanaSubPath?: string;
      podPortName?: string;
      revisionHistoryLimit?: number;
      networkPolicy?: {
        limitIngress?: boolean;
        limitEgress?: boolean;
        extraIngressSelectors?: unknown[];
      };
      resources?: kubernetes.ResourceRequirements;
      nodeSelector?: {
        [k: string]: string;
      };
      tolerations?: kubernetes.Toleration[];
      affinity?: kubernetes.Affinity;
      extraConfigmapMounts?: unknown[];
      extraSecretMounts?: unknown[];
      extraVolumeMounts?: kubernetes.VolumeMount[];
      extraVolumes?: kubernetes.Volume[];
      schedulerName?: string;
      annotations?: unknown;
      appProtocol?: unknown;
      command?: unknown;
      labels?: unknown;
      podLabels?: unknown;
    };
    networkPolicy?: {
      enabled?: boolean;
      ingress?: boolean;
      allowExternal?: boolean;
      explicitNamespacesSelector?: {
        [k: string]: unknown;
      };
      explicitIpBlocks?: unknown[];
      egress?: {
        enabled?: boolean;
        blockDNSResolution?: boolean;
        ports?: unknown[];
        to?: unknown[];
      };
    };
    enableKubeBackwardCompatibility?: boolean;
    useStatefulSet?: boolean;
    extraObjects?: unknown[];
    assertNoLeakedSecrets?: boolean;
    verticalPodAutoscaler?: {
      enabled?: boolean;
      updateMode?: string;
      controlledResources?: {
        cpu?: boolean;
        memory?: boolean;
      };
      minAllowed?: {
        cpu?: string;
        memory?: string;
      };
      maxAllowed?: {
        cpu?: string;
        memory?: string;
      };
    };
    schedulerName?: string;
    priorityClassName?: unknown;
    podAnnotations?: {
      [k: string]: string;
    };
    configMapAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    adminPassword?: string;
    command?: string[];
    args?: string[];
    data?: {
      [k: string]: unknown;
    };
    Off?: unknown;
    fullnameOverride?: unknown;
    labels?: unknown;
    nameOverride?: unknown;
    enabled?: boolean;
    forceDeployDatasources?: boolean;
    forceDeployDashboards?: boolean;
    defaultDashboardsEnabled?: boolean;
    operator?: {
      dashboardsConfigMapRefEnabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      matchLabels?: {
        [k: string]: string;
      };
      resyncPeriod?: string;
      folder?: string;
      folderUID?: unknown;
      folderRef?: unknown;
    };
    defaultDashboardsTimezone?: string;
    defaultDashboardsEditable?: boolean;
    defaultDashboardsInterval?: string;
    deleteDatasources?: unknown[];
    additionalDataSources?: unknown[];
    additionalDataSourcesString?: string;
    prune?: boolean;
    apiVersion?: string;
    kind?: string;
    name?: unknown;
  };
  kubernetesServiceMonitors?: {
    enabled?: boolean;
  };
  kubeApiServer?: {
    enabled?: boolean;
    tlsConfig?: {
      serverName?: string;
      insecureSkipVerify?: boolean;
    };
    serviceMonitor?: {
      enabled?: boolean;
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      jobLabel?: string;
      selector?: {
        matchLabels?: {
          component?: string;
          provider?: string;
        };
      };
      metricRelabelings?: {
        action?: string;
        regex?: string;
        sourceLabels?: string[];
        [k: string]: unknown;
      }[];
      relabelings?: unknown[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
    };
    jobNameOverride?: string;
  };
  kubelet?: {
    enabled?: boolean;
    namespace?: string;
    jobNameOverride?: string;
    serviceMonitor?: {
      enabled?: boolean;
      kubelet?: boolean;
      attachMetadata?: {
        node?: boolean;
      };
      interval?: string;
      honorLabels?: boolean;
      honorTimestamps?: boolean;
      trackTimestampsStaleness?: boolean;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      https?: boolean;
      insecureSkipVerify?: boolean;
      probes?: boolean;
      resource?: boolean;
      resourcePath?: string;
      resourceInterval?: string;
      cAdvisor?: boolean;
      cAdvisorInterval?: string;
      cAdvisorMetricRelabelings?: {
        sourceLabels?: string[];
        action?: string;
        regex?: string;
        [k: string]: unknown;
      }[];
      probesMetricRelabelings?: unknown[];
      cAdvisorRelabelings?: {
        action?: string;
        sourceLabels?: string[];
        targetLabel?: string;
        [k: string]: unknown;
      }[];
      probesRelabelings?: {
        action?: string;
        sourceLabels?: string[];
        targetLabel?: string;
        [k: string]: unknown;
      }[];
      resourceRelabelings?: {
        action?: string;
        sourceLabels?: string[];
        targetLabel?: string;
        [k: string]: unknown;
      }[];
      metricRelabelings?: {
        action?: string;
        sourceLabels?: string[];
        regex?: string;
        [k: string]: unknown;
      }[];
      relabelings?: {
        action?: string;
        sourceLabels?: string[];
        targetLabel?: string;
        [k: string]: unknown;
      }[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
      resourceMetricRelabelings?: unknown;
      scrapeTimeout?: unknown;
    };
  };
  kubeControllerManager?: {
    enabled?: boolean;
    jobNameOverride?: string;
    endpoints?: unknown[];
    service?: {
      enabled?: boolean;
      port?: unknown;
      targetPort?: unknown;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      selector?: {
        [k: string]: unknown;
      };
    };
    serviceMonitor?: {
      enabled?: boolean;
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      port?: string | number;
      jobLabel?: string;
      selector?: {
        [k: string]: unknown;
      };
      https?: unknown;
      insecureSkipVerify?: unknown;
      serverName?: unknown;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
    };
  };
  coreDns?: {
    enabled?: boolean;
    service?: {
      enabled?: boolean;
      port?: number | string;
      targetPort?: number | string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      selector?: {
        [k: string]: unknown;
      };
    };
    serviceMonitor?: {
      enabled?: boolean;
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      port?: string | number;
      jobLabel?: string;
      selector?: {
        [k: string]: unknown;
      };
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
      bearerTokenFile?: string;
    };
  };
  kubeDns?: {
    enabled?: boolean;
    service?: {
      dnsmasq?: {
        port?: number | string;
        targetPort?: number | string;
      };
      skydns?: {
        port?: number | string;
        targetPort?: number | string;
      };
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      selector?: {
        [k: string]: unknown;
      };
    };
    serviceMonitor?: {
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      jobLabel?: string;
      selector?: {
        [k: string]: unknown;
      };
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      dnsmasqMetricRelabelings?: unknown[];
      dnsmasqRelabelings?: unknown[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
      bearerTokenFile?: string;
    };
  };
  kubeEtcd?: {
    enabled?: boolean;
    endpoints?: unknown[];
    service?: {
      enabled?: boolean;
      port?: number | string;
      targetPort?: number | string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      selector?: {
        [k: string]: unknown;
      };
    };
    serviceMonitor?: {
      enabled?: boolean;
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      scheme?: string;
      insecureSkipVerify?: boolean;
      serverName?: string;
      caFile?: string;
      certFile?: string;
      keyFile?: string;
      port?: string | number;
      jobLabel?: string;
      selector?: {
        [k: string]: unknown;
      };
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
      bearerTokenFile?: string;
    };
  };
  kubeScheduler?: {
    enabled?: boolean;
    jobNameOverride?: string;
    endpoints?: unknown[];
    service?: {
      enabled?: boolean;
      port?: unknown;
      targetPort?: unknown;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      selector?: {
        [k: string]: unknown;
      };
    };
    serviceMonitor?: {
      enabled?: boolean;
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      https?: unknown;
      port?: string | number;
      jobLabel?: string;
      selector?: {
        [k: string]: unknown;
      };
      insecureSkipVerify?: unknown;
      serverName?: unknown;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
      resource?: {
        enabled?: boolean;
        interval?: string;
        metricRelabelings?: unknown[];
        relabelings?: unknown[];
      };
      reource?: {
        relabelings?: unknown;
        [k: string]: unknown;
      };
    };
  };
  kubeProxy?: {
    enabled?: boolean;
    jobNameOverride?: string;
    endpoints?: unknown[];
    service?: {
      enabled?: boolean;
      port?: number | string;
      targetPort?: number | string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      selector?: {
        [k: string]: unknown;
      };
    };
    serviceMonitor?: {
      enabled?: boolean;
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      port?: string | number;
      jobLabel?: string;
      selector?: {
        [k: string]: unknown;
      };
      https?: boolean;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalLabels?: {
        [k: string]: string;
      };
      targetLabels?: unknown[];
      bearerTokenFile?: string;
    };
  };
  kubeStateMetrics?: {
    enabled?: boolean;
  };
  'kube-state-metrics'?: {
    prometheusScrape?: boolean;
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
      pullPolicy?: string;
    };
    imagePullSecrets?: kubernetes.ImagePullSecret[];
    global?: {
      imagePullSecrets?: kubernetes.ImagePullSecret[];
      imageRegistry?: string;
      global?: {
        [k: string]: unknown;
      };
    };
    nameOverride?: string;
    fullnameOverride?: string;
    autosharding?: {
      enabled?: boolean;
    };
    replicas?: number;
    revisionHistoryLimit?: number;
    extraArgs?: unknown[];
    automountServiceAccountToken?: boolean;
    service?: {
      port?: number | string;
      type?: string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      nodePort?: number | string;
      loadBalancerIP?: string;
      loadBalancerSourceRanges?: unknown[];
      clusterIP?: string;
      annotations?: {
        [k: string]: string;
      };
    };
    customLabels?: {
      [k: string]: string;
    };
    selectorOverride?: {
      [k: string]: unknown;
    };
    releaseLabel?: boolean;
    hostNetwork?: boolean;
    hostUsers?: unknown;
    rbac?: {
      create?: boolean;
      customResourceState?: {
        createClusterRoleRules?: boolean;
      };
      useClusterRole?: boolean;
      extraRules?: unknown[];
      clusterRoleSelectors?: unknown[];
      useExistingRole?: string;
    };
    authFilter?: {
      enabled?: boolean;
    };
    kubeRBACProxy?: {
      enabled?: boolean;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
        pullPolicy?: string;
      };
      ignoreProbePaths?: boolean;
      extraArgs?: unknown[];
      containerSecurityContext?: kubernetes.SecurityContext;
      port?: number | string;
      proxyEndpointsPort?: number | string;
      resources?: kubernetes.ResourceRequirements;
      volumeMounts?: kubernetes.VolumeMount[];
    };
    serviceAccount?: {
      create?: boolean;
      name?: unknown;
      imagePullSecrets?: kubernetes.ImagePullSecret[];
      annotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    env?: kubernetes.EnvVar[];
    prometheus?: {
      monitor?: {
        enabled?: boolean;
        annotations?: {
          [k: string]: string;
        };
        additionalLabels?: {
          [k: string]: string;
        };
        namespace?: string;
        namespaceSelector?: unknown[];
        jobLabel?: string;
        targetLabels?: unknown[];
        podTargetLabels?: unknown[];
        sampleLimit?: number;
        targetLimit?: number;
        labelLimit?: number;
        labelNameLengthLimit?: number;
        labelValueLengthLimit?: number;
        selectorOverride?: {
          [k: string]: unknown;
        };
        http?: {
          interval?: string;
          scrapeTimeout?: string;
          proxyUrl?: string;
          enableHttp2?: boolean;
          honorLabels?: boolean;
          metricRelabelings?: unknown[];
          relabelings?: unknown[];
          scheme?: string;
          bearerTokenFile?: string;
          bearerTokenSecret?: {
            [k: string]: unknown;
          };
          tlsConfig?: {
            [k: string]: unknown;
          };
        };
        metrics?: {
          interval?: string;
          scrapeTimeout?: string;
          proxyUrl?: string;
          enableHttp2?: boolean;
          honorLabels?: boolean;
          metricRelabelings?: unknown[];
          relabelings?: unknown[];
          scheme?: string;
          bearerTokenFile?: string;
          bearerTokenSecret?: {
            [k: string]: unknown;
          };
          tlsConfig?: {
            [k: string]: unknown;
          };
        };
        bearerTokenFile?: unknown;
        bearerTokenSecret?: unknown;
        enableHttp2?: unknown;
        honorLabels?: unknown;
        interval?: unknown;
        metricRelabelings?: unknown;
        proxyUrl?: unknown;
        relabelings?: unknown;
        scheme?: unknown;
        scrapeTimeout?: unknown;
        tlsConfig?: unknown;
      };
      scrapeconfig?: {
        enabled?: boolean;
        annotations?: {
          [k: string]: string;
        };
        additionalLabels?: {
          [k: string]: string;
        };
        jobName?: string;
        sampleLimit?: number;
        targetLimit?: number;
        labelLimit?: number;
        labelNameLengthLimit?: number;
        labelValueLengthLimit?: number;
        staticConfigLabels?: {
          [k: string]: string;
        };
        scrapeInterval?: string;
        scrapeTimeout?: string;
        proxyUrl?: string;
        enableHttp2?: boolean;
        honorLabels?: boolean;
        metricRelabelings?: unknown[];
        relabelings?: unknown[];
        scheme?: string;
        tlsConfig?: {
          [k: string]: unknown;
        };
      };
    };
    networkPolicy?: {
      enabled?: boolean;
      egress?: {}[];
      ingress?: {}[];
      podSelector?: {
        [k: string]: unknown;
      };
    };
    securityContext?: {
      enabled?: boolean;
      runAsGroup?: number;
      runAsUser?: number;
      fsGroup?: number;
      runAsNonRoot?: boolean;
      seccompProfile?: {
        type?: string;
      };
    };
    containerSecurityContext?: kubernetes.SecurityContext;
    nodeSelector?: {
      [k: string]: string;
    };
    affinity?: kubernetes.Affinity;
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
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
    podDisruptionBudget?: {
      [k: string]: unknown;
    };
    metricAllowlist?: unknown[];
    metricDenylist?: unknown[];
    metricLabelsAllowlist?: unknown[];
    metricAnnotationsAllowList?: unknown[];
    collectors?: string[];
    collectorsExclude?: unknown[];
    collectorsExtra?: unknown[];
    kubeconfig?: {
      enabled?: boolean;
      secret?: unknown;
    };
    customResourceState?: {
      enabled?: boolean;
      create?: boolean;
      name?: string;
      key?: string;
      config?: {
        [k: string]: unknown;
      };
    };
    releaseNamespace?: boolean;
    namespaces?: string;
    namespacesDenylist?: string;
    namespaceOverride?: string;
    resources?: kubernetes.ResourceRequirements;
    selfMonitor?: {
      enabled?: boolean;
      telemetryHost?: string;
      telemetryPort?: number | string;
      telemetryNodePort?: number | string;
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
      recommenders?: unknown[];
      controlledValues?: string;
      updatePolicy?: unknown;
    };
    volumeMounts?: kubernetes.VolumeMount[];
    volumes?: kubernetes.Volume[];
    extraManifests?: unknown[];
    containers?: kubernetes.Container[];
    initContainers?: kubernetes.Container[];
    dnsPolicy?: string;
    dnsConfig?: kubernetes.PodDNSConfig;
    startupProbe?: {
      enabled?: boolean;
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
    updateStrategy?: string;
    priorityClassName?: string;
  };
  nodeExporter?: {
    enabled?: boolean;
    operatingSystems?: {
      linux?: {
        enabled?: boolean;
      };
      aix?: {
        enabled?: boolean;
      };
      darwin?: {
        enabled?: boolean;
      };
    };
    forceDeployDashboards?: boolean;
  };
  'prometheus-node-exporter'?: {
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
      pspEnabled?: boolean;
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
  };
  prometheusOperator?: {
    enabled?: boolean;
    fullnameOverride?: string;
    revisionHistoryLimit?: number;
    strategy?: kubernetes.UpdateStrategy;
    tls?: {
      enabled?: boolean;
      tlsMinVersion?: string;
      internalPort?: number | string;
    };
    livenessProbe?: {
      enabled?: boolean;
      failureThreshold?: number;
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      timeoutSeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      failureThreshold?: number;
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      timeoutSeconds?: number;
    };
    admissionWebhooks?: {
      failurePolicy?: string;
      timeoutSeconds?: number;
      enabled?: boolean;
      caBundle?: string;
      annotations?: {
        [k: string]: string;
      };
      namespaceSelector?: {
        [k: string]: unknown;
      };
      objectSelector?: {
        [k: string]: unknown;
      };
      matchConditions?: {
        [k: string]: unknown;
      };
      mutatingWebhookConfiguration?: {
        annotations?: {
          [k: string]: string;
        };
      };
      validatingWebhookConfiguration?: {
        annotations?: {
          [k: string]: string;
        };
      };
      deployment?: {
        enabled?: boolean;
        replicas?: number;
        strategy?: kubernetes.UpdateStrategy;
        podDisruptionBudget?: {
          enabled?: boolean;
          minAvailable?: number | string;
          unhealthyPodEvictionPolicy?: string;
        };
        revisionHistoryLimit?: number;
        tls?: {
          enabled?: boolean;
          tlsMinVersion?: string;
          internalPort?: number | string;
        };
        serviceAccount?: {
          annotations?: {
            [k: string]: string;
          };
          automountServiceAccountToken?: boolean;
          create?: boolean;
          name?: string;
        };
        service?: {
          annotations?: {
            [k: string]: string;
          };
          labels?: {
            [k: string]: string;
          };
          clusterIP?: string;
          ipDualStack?: {
            enabled?: boolean;
            ipFamilies?: string[];
            ipFamilyPolicy?: string;
          };
          nodePort?: number | string;
          nodePortTls?: number;
          additionalPorts?: unknown[];
          loadBalancerIP?: string;
          loadBalancerSourceRanges?: unknown[];
          externalTrafficPolicy?: string;
          type?: string;
          externalIPs?: unknown[];
        };
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
        image?: {
          registry?: string;
          repository?: string;
          tag?: string;
          sha?: string;
          pullPolicy?: string;
        };
        promqlOptions?: unknown[];
        livenessProbe?: {
          enabled?: boolean;
          failureThreshold?: number;
          initialDelaySeconds?: number;
          periodSeconds?: number;
          successThreshold?: number;
          timeoutSeconds?: number;
        };
        readinessProbe?: {
          enabled?: boolean;
          failureThreshold?: number;
          initialDelaySeconds?: number;
          periodSeconds?: number;
          successThreshold?: number;
          timeoutSeconds?: number;
        };
        resources?: kubernetes.ResourceRequirements;
        hostNetwork?: boolean;
        nodeSelector?: {
          [k: string]: string;
        };
        tolerations?: kubernetes.Toleration[];
        affinity?: kubernetes.Affinity;
        dnsConfig?: kubernetes.PodDNSConfig;
        securityContext?: kubernetes.AnySecurityContext;
        containerSecurityContext?: kubernetes.SecurityContext;
        automountServiceAccountToken?: boolean;
        priorityClassName?: string;
        logFormat?: string;
        logLevel?: string;
        limits?: {
          [k: string]: unknown;
        };
        requests?: {
          [k: string]: unknown;
        };
      };
      patch?: {
        enabled?: boolean;
        image?: {
          registry?: string;
          repository?: string;
          tag?: string;
          sha?: string;
          pullPolicy?: string;
        };
        resources?: kubernetes.ResourceRequirements;
        priorityClassName?: string;
        ttlSecondsAfterFinished?: number;
        annotations?: {
          [k: string]: string;
        };
        podAnnotations?: {
          [k: string]: string;
        };
        nodeSelector?: {
          [k: string]: string;
        };
        affinity?: kubernetes.Affinity;
        tolerations?: kubernetes.Toleration[];
        securityContext?: kubernetes.AnySecurityContext;
        serviceAccount?: {
          create?: boolean;
          annotations?: {
            [k: string]: string;
          };
          automountServiceAccountToken?: boolean;
        };
      };
      createSecretJob?: {
        securityContext?: kubernetes.AnySecurityContext;
      };
      patchWebhookJob?: {
        securityContext?: kubernetes.AnySecurityContext;
      };
      certManager?: {
        enabled?: boolean;
        rootCert?: {
          duration?: string;
          revisionHistoryLimit?: unknown;
        };
        admissionCert?: {
          duration?: string;
          revisionHistoryLimit?: unknown;
        };
        issuerRef?: {
          [k: string]: unknown;
        };
      };
    };
    namespaces?: {
      [k: string]: unknown;
    };
    denyNamespaces?: unknown[];
    alertmanagerInstanceNamespaces?: unknown[];
    alertmanagerConfigNamespaces?: unknown[];
    prometheusInstanceNamespaces?: unknown[];
    thanosRulerInstanceNamespaces?: unknown[];
    networkPolicy?: {
      enabled?: boolean;
      flavor?: string;
      cilium?: {
        [k: string]: unknown;
      };
      matchLabels?: {
        [k: string]: string;
      };
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      automountServiceAccountToken?: boolean;
      annotations?: {
        [k: string]: string;
      };
    };
    terminationGracePeriodSeconds?: number;
    lifecycle?: kubernetes.Lifecycle;
    service?: {
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      clusterIP?: string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      nodePort?: number | string;
      nodePortTls?: number;
      additionalPorts?: unknown[];
      loadBalancerIP?: string;
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
      type?: string;
      externalIPs?: unknown[];
    };
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
    podDisruptionBudget?: {
      enabled?: boolean;
      minAvailable?: number | string;
      unhealthyPodEvictionPolicy?: string;
    };
    kubeletService?: {
      enabled?: boolean;
      namespace?: string;
      selector?: string;
      name?: string;
    };
    kubeletEndpointsEnabled?: boolean;
    kubeletEndpointSliceEnabled?: boolean;
    extraArgs?: unknown[];
    serviceMonitor?: {
      selfMonitor?: boolean;
      additionalLabels?: {
        [k: string]: string;
      };
      interval?: string;
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      scrapeTimeout?: string;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
    };
    resources?: kubernetes.ResourceRequirements;
    env?: {
      GOGC?: string;
    };
    hostNetwork?: boolean;
    nodeSelector?: {
      [k: string]: string;
    };
    tolerations?: kubernetes.Toleration[];
    affinity?: kubernetes.Affinity;
    dnsConfig?: kubernetes.PodDNSConfig;
    securityContext?: kubernetes.AnySecurityContext;
    hostUsers?: unknown;
    containerSecurityContext?: kubernetes.SecurityContext;
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
      cpu?: string;
      memory?: string;
    };
    image?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
      pullPolicy?: string;
    };
    prometheusConfigReloader?: {
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
      };
      enableProbe?: boolean;
      resources?: kubernetes.ResourceRequirements;
    };
    thanosImage?: {
      registry?: string;
      repository?: string;
      tag?: string;
      sha?: string;
    };
    prometheusInstanceSelector?: string;
    alertmanagerInstanceSelector?: string;
    thanosRulerInstanceSelector?: string;
    secretFieldSelector?: string;
    featureGates?: {
      [k: string]: unknown;
    };
    automountServiceAccountToken?: boolean;
    extraVolumes?: kubernetes.Volume[];
    extraVolumeMounts?: kubernetes.VolumeMount[];
    clusterDomain?: string;
    priorityClassName?: string;
    logFormat?: string;
    logLevel?: string;
    limits?: {
      [k: string]: unknown;
    };
    requests?: {
      [k: string]: unknown;
    };
    prometheusDefaultBaseImage?: string;
    prometheusDefaultBaseImageRegistry?: string;
    alertmanagerDefaultBaseImage?: string;
    alertmanagerDefaultBaseImageRegistry?: string;
  };
  prometheus?: {
    enabled?: boolean;
    agentMode?: boolean;
    annotations?: {
      [k: string]: string;
    };
    additionalLabels?: {
      [k: string]: string;
    };
    networkPolicy?: {
      enabled?: boolean;
      flavor?: string;
      namespace?: unknown;
      cilium?: {
        [k: string]: unknown;
      };
      egress?: {}[];
      ingress?: {}[];
      podSelector?: {
        [k: string]: unknown;
      };
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      annotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
    };
    thanosService?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      externalTrafficPolicy?: string;
      type?: string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      portName?: string;
      port?: number | string;
      targetPort?: string | number;
      httpPortName?: string;
      httpPort?: number | string;
      targetHttpPort?: string | number;
      clusterIP?: string;
      nodePort?: number | string;
      httpNodePort?: number | string;
    };
    thanosServiceMonitor?: {
      enabled?: boolean;
      interval?: string;
      additionalLabels?: {
        [k: string]: string;
      };
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      };
      bearerTokenFile?: unknown;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
    };
    thanosServiceExternal?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      loadBalancerIP?: string;
      loadBalancerSourceRanges?: unknown[];
      portName?: string;
      port?: number | string;
      targetPort?: string | number;
      httpPortName?: string;
      httpPort?: number | string;
      targetHttpPort?: string | number;
      externalTrafficPolicy?: string;
      type?: string;
      nodePort?: number | string;
      httpNodePort?: number | string;
    };
    service?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      clusterIP?: string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      port?: number | string;
      targetPort?: number | string;
      reloaderWebPort?: number | string;
      reloaderWebNodePort?: unknown;
      externalIPs?: unknown[];
      nodePort?: number | string;
      loadBalancerIP?: string;
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
      type?: string;
      additionalPorts?: unknown[];
      publishNotReadyAddresses?: boolean;
      sessionAffinity?: string;
      sessionAffinityConfig?: {
        clientIP?: {
          timeoutSeconds?: number;
        };
      };
    };
    servicePerReplica?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      port?: number | string;
      targetPort?: number | string;
      nodePort?: number | string;
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
      type?: string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
    };
    podDisruptionBudget?: {
      enabled?: boolean;
      minAvailable?: number | string;
      unhealthyPodEvictionPolicy?: string;
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
      cpu?: string;
      memory?: string;
    };
    thanosIngress?: {
      enabled?: boolean;
      ingressClassName?: string;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      servicePort?: number | string;
      nodePort?: number | string;
      hosts?: unknown[];
      paths?: unknown[];
      tls?: unknown[];
      pathType?: string;
    };
    extraSecret?: {
      annotations?: {
        [k: string]: string;
      };
      data?: {
        [k: string]: unknown;
      };
      name?: string;
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
      hosts?: unknown[];
      paths?: unknown[];
      tls?: unknown[];
      servicePort?: number | string;
      pathType?: string;
      extraPaths?: unknown;
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
        httpsRedirect?: boolean;
        matches?: {
          path?: {
            type?: string;
            value?: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        }[];
        filters?: unknown[];
        sessionPersistence?: {
          [k: string]: unknown;
        };
        additionalRules?: unknown[];
        type?: string;
      };
    };
    ingressPerReplica?: {
      enabled?: boolean;
      ingressClassName?: string;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      hostPrefix?: string;
      hostDomain?: string;
      paths?: unknown[];
      tlsSecretName?: string;
      tlsSecretPerReplica?: {
        enabled?: boolean;
        prefix?: string;
      };
      pathType?: string;
    };
    routePerReplica?: {
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
        hostPrefix?: string;
        hostDomain?: string;
        parentRefs?: unknown[];
        httpsRedirect?: boolean;
        filters?: unknown[];
        matches?: {
          path?: {
            type?: string;
            value?: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        }[];
        sessionPersistence?: {
          [k: string]: unknown;
        };
        additionalRules?: unknown[];
        type?: string;
      };
    };
    serviceMonitor?: {
      selfMonitor?: boolean;
      interval?: string;
      additionalLabels?: {
        [k: string]: string;
      };
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      };
      bearerTokenFile?: unknown;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalEndpoints?: unknown[];
      proxyUrl?: unknown;
    };
    prometheusSpec?: {
      persistentVolumeClaimRetentionPolicy?: {
        [k: string]: unknown;
      };
      disableCompaction?: boolean;
      automountServiceAccountToken?: boolean;
      apiserverConfig?: {
        [k: string]: unknown;
      };
      additionalArgs?: unknown[];
      convertClassicHistogramsToNHCB?: boolean;
      scrapeClassicHistograms?: boolean;
      scrapeNativeHistograms?: boolean;
      scrapeFailureLogFile?: string;
      scrapeInterval?: string;
      scrapeTimeout?: string;
      scrapeClasses?: unknown[];
      podTargetLabels?: unknown[];
      evaluationInterval?: string;
      listenLocal?: boolean;
      enableOTLPReceiver?: boolean;
      enableAdminAPI?: boolean;
      version?: string;
      web?: {
        [k: string]: unknown;
      };
      exemplars?: {
        [k: string]: unknown;
      };
      enableFeatures?: unknown[];
      otlp?: {
        [k: string]: unknown;
      };
      serviceName?: unknown;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
        pullPolicy?: string;
      };
      tolerations?: kubernetes.Toleration[];
      topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
      disableAlerting?: boolean;
      alertingEndpoints?: unknown[];
      externalLabels?: {
        [k: string]: string;
      };
      enableRemoteWriteReceiver?: boolean;
      replicaExternalLabelName?: string;
      replicaExternalLabelNameClear?: boolean;
      prometheusExternalLabelName?: string;
      prometheusExternalLabelNameClear?: boolean;
      externalUrl?: string;
      nodeSelector?: {
        [k: string]: string;
      };
      secrets?: unknown[];
      configMaps?: unknown[];
      query?: {
        [k: string]: unknown;
      };
      ruleNamespaceSelector?: {
        [k: string]: unknown;
      };
      ruleSelectorNilUsesHelmValues?: boolean;
      ruleSelector?: {
        [k: string]: unknown;
      };
      serviceMonitorSelectorNilUsesHelmValues?: boolean;
      serviceMonitorSelector?: {
        [k: string]: unknown;
      };
      serviceMonitorNamespaceSelector?: {
        [k: string]: unknown;
      };
      podMonitorSelectorNilUsesHelmValues?: boolean;
      podMonitorSelector?: {
        [k: string]: unknown;
      };
      podMonitorNamespaceSelector?: {
        [k: string]: unknown;
      };
      probeSelectorNilUsesHelmValues?: boolean;
      probeSelector?: {
        [k: string]: unknown;
      };
      probeNamespaceSelector?: {
        [k: string]: unknown;
      };
      scrapeConfigSelectorNilUsesHelmValues?: boolean;
      scrapeConfigSelector?: {
        [k: string]: unknown;
      };
      scrapeConfigNamespaceSelector?: {
        [k: string]: unknown;
      };
      retention?: string;
      retentionSize?: string;
      tsdb?: {
        outOfOrderTimeWindow?: string;
      };
      walCompression?: boolean;
      paused?: boolean;
      replicas?: number;
      shards?: number;
      logLevel?: string;
      logFormat?: string;
      routePrefix?: string;
      podMetadata?: {
        [k: string]: unknown;
      };
      podAntiAffinity?: string;
      podAntiAffinityTopologyKey?: string;
      affinity?: kubernetes.Affinity;
      remoteRead?: unknown[];
      additionalRemoteRead?: unknown[];
      remoteWrite?: unknown[];
      additionalRemoteWrite?: unknown[];
      remoteWriteDashboards?: boolean;
      resources?: kubernetes.ResourceRequirements;
      storageSpec?: {
        [k: string]: unknown;
      };
      volumes?: kubernetes.Volume[];
      volumeMounts?: kubernetes.VolumeMount[];
      additionalScrapeConfigs?: unknown[];
      additionalScrapeConfigsSecret?: {
        [k: string]: unknown;
      };
      additionalPrometheusSecretsAnnotations?: {
        [k: string]: string;
      };
      additionalAlertManagerConfigs?: unknown[];
      additionalAlertManagerConfigsSecret?: {
        [k: string]: unknown;
      };
      additionalAlertRelabelConfigs?: unknown[];
      additionalAlertRelabelConfigsSecret?: {
        [k: string]: unknown;
      };
      securityContext?: kubernetes.AnySecurityContext;
      dnsConfig?: kubernetes.PodDNSConfig;
      dnsPolicy?: string;
      priorityClassName?: string;
      thanos?: {
        [k: string]: unknown;
      };
      containers?: kubernetes.Container[];
      initContainers?: kubernetes.Container[];
      portName?: string;
      arbitraryFSAccessThroughSMs?: boolean;
      overrideHonorLabels?: boolean;
      overrideHonorTimestamps?: boolean;
      ignoreNamespaceSelectors?: boolean;
      enforcedNamespaceLabel?: string;
      prometheusRulesExcludedFromEnforce?: unknown[];
      excludedFromEnforcement?: unknown[];
      queryLogFile?: boolean;
      sampleLimit?: boolean;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      keepDroppedTargets?: number;
      bodySizeLimit?: string | number;
      enforcedBodySizeLimit?: string | number;
      enforcedKeepDroppedTargets?: number;
      enforcedSampleLimit?: boolean;
      enforcedTargetLimit?: boolean;
      enforcedLabelLimit?: boolean;
      enforcedLabelNameLengthLimit?: boolean;
      enforcedLabelValueLengthLimit?: boolean;
      allowOverlappingBlocks?: boolean;
      nameValidationScheme?: string;
      minReadySeconds?: number;
      terminationGracePeriodSeconds?: unknown;
      hostNetwork?: boolean;
      hostUsers?: unknown;
      hostAliases?: kubernetes.HostAlias[];
      tracingConfig?: {
        [k: string]: unknown;
      };
      serviceDiscoveryRole?: string;
      enableServiceLinks?: unknown;
      schedulerName?: string;
      nameEscapingScheme?: string;
      reloadStrategy?: string;
      ruleQueryOffset?: string;
      runtime?: {
        [k: string]: unknown;
      };
      shardingStrategy?: {
        [k: string]: unknown;
      };
      shardRetentionPolicy?: {
        [k: string]: unknown;
      };
      remoteWriteReceiverMessageVersions?: unknown[];
      podManagementPolicy?: string;
      updateStrategy?: kubernetes.UpdateStrategy;
      additionalConfig?: {
        [k: string]: unknown;
      };
      additionalConfigString?: string;
      maximumStartupDurationSeconds?: number;
      scrapeProtocols?: unknown[];
      labels?: {
        [k: string]: string;
      };
      requests?: {
        [k: string]: unknown;
      };
      type?: string;
    };
    additionalRulesForClusterRole?: unknown[];
    additionalServiceMonitors?: unknown[];
    additionalPodMonitors?: unknown[];
  };
  thanosRuler?: {
    enabled?: boolean;
    annotations?: {
      [k: string]: string;
    };
    serviceAccount?: {
      create?: boolean;
      name?: string;
      annotations?: {
        [k: string]: string;
      };
    };
    podDisruptionBudget?: {
      enabled?: boolean;
      minAvailable?: number | string;
      unhealthyPodEvictionPolicy?: string;
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
      hosts?: unknown[];
      paths?: unknown[];
      tls?: unknown[];
      pathType?: string;
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
        httpsRedirect?: boolean;
        matches?: {
          path?: {
            type?: string;
            value?: string;
            [k: string]: unknown;
          };
          [k: string]: unknown;
        }[];
        filters?: unknown[];
        sessionPersistence?: {
          [k: string]: unknown;
        };
        additionalRules?: unknown[];
        type?: string;
      };
    };
    service?: {
      enabled?: boolean;
      annotations?: {
        [k: string]: string;
      };
      labels?: {
        [k: string]: string;
      };
      clusterIP?: string;
      ipDualStack?: {
        enabled?: boolean;
        ipFamilies?: string[];
        ipFamilyPolicy?: string;
      };
      port?: number | string;
      targetPort?: number | string;
      nodePort?: number | string;
      additionalPorts?: unknown[];
      externalIPs?: unknown[];
      loadBalancerIP?: string;
      loadBalancerSourceRanges?: unknown[];
      externalTrafficPolicy?: string;
      type?: string;
    };
    serviceMonitor?: {
      selfMonitor?: boolean;
      interval?: string;
      additionalLabels?: {
        [k: string]: string;
      };
      sampleLimit?: number;
      targetLimit?: number;
      labelLimit?: number;
      labelNameLengthLimit?: number;
      labelValueLengthLimit?: number;
      proxyUrl?: string;
      scheme?: string;
      tlsConfig?: {
        [k: string]: unknown;
      };
      bearerTokenFile?: unknown;
      metricRelabelings?: unknown[];
      relabelings?: unknown[];
      additionalEndpoints?: unknown[];
    };
    thanosRulerSpec?: {
      podMetadata?: {
        [k: string]: unknown;
      };
      serviceName?: unknown;
      image?: {
        registry?: string;
        repository?: string;
        tag?: string;
        sha?: string;
      };
      ruleNamespaceSelector?: {
        [k: string]: unknown;
      };
      ruleSelectorNilUsesHelmValues?: boolean;
      ruleSelector?: {
        [k: string]: unknown;
      };
      logFormat?: string;
      logLevel?: string;
      replicas?: number;
      retention?: string;
      evaluationInterval?: string;
      storage?: {
        [k: string]: unknown;
      };
      alertmanagersConfig?: {
        existingSecret?: {
          [k: string]: unknown;
        };
        secret?: {
          [k: string]: unknown;
        };
      };
      externalPrefix?: unknown;
      externalPrefixNilUsesHelmValues?: boolean;
      routePrefix?: string;
      objectStorageConfig?: {
        existingSecret?: {
          [k: string]: unknown;
        };
        secret?: {
          [k: string]: unknown;
        };
      };
      alertDropLabels?: unknown[];
      queryEndpoints?: unknown[];
      queryConfig?: {
        existingSecret?: {
          [k: string]: unknown;
        };
        secret?: {
          [k: string]: unknown;
        };
      };
      labels?: {
        [k: string]: string;
      };
      paused?: boolean;
      additionalArgs?: unknown[];
      nodeSelector?: {
        [k: string]: string;
      };
      resources?: kubernetes.ResourceRequirements;
      podAntiAffinity?: string;
      podAntiAffinityTopologyKey?: string;
      affinity?: kubernetes.Affinity;
      tolerations?: kubernetes.Toleration[];
      topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
      securityContext?: kubernetes.AnySecurityContext;
      hostUsers?: unknown;
      listenLocal?: boolean;
      containers?: kubernetes.Container[];
      extraEnv?: kubernetes.EnvVar[];
      volumes?: kubernetes.Volume[];
      volumeMounts?: kubernetes.VolumeMount[];
      initContainers?: kubernetes.Container[];
      priorityClassName?: string;
      portName?: string;
      terminationGracePeriodSeconds?: unknown;
      web?: {
        [k: string]: unknown;
      };
      podManagementPolicy?: string;
      updateStrategy?: kubernetes.UpdateStrategy;
      version?: string;
      imagePullPolicy?: string;
      enableFeatures?: unknown[];
      enableServiceLinks?: unknown;
      minReadySeconds?: unknown;
      dnsConfig?: kubernetes.PodDNSConfig;
      dnsPolicy?: string;
      hostAliases?: kubernetes.HostAlias[];
      remoteWrite?: unknown[];
      tracingConfig?: {
        existingSecret?: {
          [k: string]: unknown;
        };
        secret?: {
          [k: string]: unknown;
        };
      };
      tracingConfigFile?: string;
      alertRelabelConfigs?: {
        existingSecret?: {
          [k: string]: unknown;
        };
        secret?: {
          [k: string]: unknown;
        };
      };
      alertRelabelConfigFile?: string;
      grpcServerTlsConfig?: {
        [k: string]: unknown;
      };
      objectStorageConfigFile?: string;
      ruleConcurrentEval?: unknown;
      ruleOutageTolerance?: string;
      ruleGracePeriod?: string;
      ruleQueryOffset?: string;
      resendDelay?: string;
      enforcedNamespaceLabel?: string;
      excludedFromEnforcement?: unknown[];
      additionalConfig?: {
        [k: string]: unknown;
      };
      additionalConfigString?: string;
      alertmanagersUrl?: unknown;
      requests?: {
        [k: string]: unknown;
      };
      type?: string;
      alertQueryUrl?: unknown;
    };
    extraSecret?: {
      annotations?: {
        [k: string]: string;
      };
      data?: {
        [k: string]: unknown;
      };
      name?: string;
    };
    name?: unknown;
  };
  cleanPrometheusOperatorObjectNames?: boolean;
  extraManifests?: unknown;
  additionalPrometheusRules?: unknown[];
}
