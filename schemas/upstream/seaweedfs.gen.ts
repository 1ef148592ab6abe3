// Written by `npm run generate` from schemas/upstream/seaweedfs.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  global?: {
    imageRegistry?: string;
    imagePullSecrets?: kubernetes.LocalObjectReference[];
    seaweedfs?: {
      createClusterRole?: boolean;
      image?: {
        repository?: string;
        name?: string;
      };
      license?: {
        existingSecret?: string;
        secretKey?: string;
        mountPath?: string;
      };
      imagePullPolicy?: string;
      restartPolicy?: string;
      loggingLevel?: number;
      enableSecurity?: boolean;
      masterServer?: unknown;
      securityConfig?: {
        jwtSigning?: {
          volumeWrite?: boolean;
          volumeRead?: boolean;
          filerWrite?: boolean;
          filerRead?: boolean;
          expiresAfterSeconds?: {
            volumeWrite?: number;
            volumeRead?: number;
            filerWrite?: number;
            filerRead?: number;
          };
        };
      };
      serviceAccountName?: string;
      serviceAccountAnnotations?: {
        [k: string]: string;
      };
      automountServiceAccountToken?: boolean;
      certificates?: {
        duration?: string;
        renewBefore?: string;
        alphacrds?: boolean;
      };
      monitoring?: {
        enabled?: boolean;
        gatewayHost?: unknown;
        gatewayPort?: unknown;
        additionalLabels?: {
          [k: string]: string;
        };
      };
      enableReplication?: boolean;
      replicationPlacement?: string;
      extraEnvironmentVars?: {
        WEED_CLUSTER_DEFAULT?: string;
        WEED_CLUSTER_SW_MASTER?: string;
        WEED_CLUSTER_SW_FILER?: string;
      };
      filerWrite?: string;
    };
  };
  image?: {
    registry?: string;
    repository?: string;
    tag?: string;
  };
  master?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: unknown;
    replicas?: number;
    port?: number | string;
    grpcPort?: number | string;
    metricsPort?: number | string;
    metricsIp?: string;
    ipBind?: string;
    volumePreallocate?: boolean;
    volumeSizeLimitMB?: number;
    loggingOverrideLevel?: unknown;
    garbageThreshold?: unknown;
    metricsIntervalSec?: number;
    defaultReplication?: string;
    disableHttp?: boolean;
    resumeState?: boolean;
    raftHashicorp?: boolean;
    raftBootstrap?: boolean;
    electionTimeout?: string;
    heartbeatInterval?: string;
    extraArgs?: unknown[];
    config?: string;
    data?: {
      type?: string;
      size?: string;
      storageClass?: string;
      hostPathPrefix?: string;
      annotations?: unknown;
      claimName?: unknown;
    };
    logs?: {
      type?: string;
      size?: string;
      storageClass?: string;
      hostPathPrefix?: string;
      annotations?: unknown;
      claimName?: unknown;
    };
    sidecars?: kubernetes.Container[];
    initContainers?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    podManagementPolicy?: string;
    resources?: kubernetes.ResourceRequirements;
    updatePartition?: number;
    affinity?: string;
    topologySpreadConstraints?: string;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    podSecurityContext?: {
      enabled: boolean;
      runAsNonRoot?: boolean;
      runAsUser?: number;
      runAsGroup?: number;
      fsGroup?: number;
      seccompProfile?: {
        type: 'RuntimeDefault';
      };
    };
    containerSecurityContext?: {
      enabled: boolean;
      allowPrivilegeEscalation?: boolean;
      readOnlyRootFilesystem?: boolean;
      capabilities?: {
        drop: string[];
      };
    };
    ingress?: {
      enabled?: boolean;
      className?: string;
      host?: string;
      path?: string;
      pathType?: string;
      annotations?: {
        [k: string]: string;
      };
      tls?: unknown[];
    };
    extraEnvironmentVars?: {
      WEED_MASTER_VOLUME_GROWTH_COPY_1?: string;
      WEED_MASTER_VOLUME_GROWTH_COPY_2?: string;
      WEED_MASTER_VOLUME_GROWTH_COPY_3?: string;
      WEED_MASTER_VOLUME_GROWTH_COPY_OTHER?: string;
    };
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
  };
  volume?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: unknown;
    rust?: boolean;
    port?: number | string;
    grpcPort?: number | string;
    metricsPort?: number | string;
    metricsIp?: string;
    ipBind?: string;
    replicas?: number;
    loggingOverrideLevel?: unknown;
    pulseSeconds?: unknown;
    index?: unknown;
    fileSizeLimitMB?: unknown;
    minFreeSpacePercent?: number;
    extraArgs?: unknown[];
    dataDirs?: {
      name?: string;
      type?: string;
      hostPathPrefix?: string;
      maxVolumes?: number;
      [k: string]: unknown;
    }[];
    resizeHook?: {
      enabled?: boolean;
      image?: string;
    };
    idx?: {
      [k: string]: unknown;
    };
    idxVolMoveResources?: kubernetes.ResourceRequirements;
    logs?: {
      [k: string]: unknown;
    };
    compactionMBps?: string;
    rack?: unknown;
    id?: unknown;
    dataCenter?: unknown;
    readMode?: string;
    whiteList?: unknown;
    imagesFixOrientation?: boolean;
    sidecars?: kubernetes.Container[];
    initContainers?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    podManagementPolicy?: string;
    affinity?: string;
    topologySpreadConstraints?: string;
    resources?: kubernetes.ResourceRequirements;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    extraEnvironmentVars?: unknown;
    podSecurityContext?: {
      enabled: boolean;
      runAsNonRoot?: boolean;
      runAsUser?: number;
      runAsGroup?: number;
      fsGroup?: number;
      seccompProfile?: {
        type: 'RuntimeDefault';
      };
    };
    containerSecurityContext?: {
      enabled: boolean;
      allowPrivilegeEscalation?: boolean;
      readOnlyRootFilesystem?: boolean;
      capabilities?: {
        drop: string[];
      };
    };
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    ingress?: {
      enabled?: boolean;
      className?: string;
      host?: string;
      path?: string;
      pathType?: string;
      annotations?: {
        'nginx.ingress.kubernetes.io/app-root'?: string;
      };
      tls?: unknown;
    };
    data?: {
      type?: unknown;
      [k: string]: unknown;
    };
    dir_idx?: unknown;
  };
  volumes?: {
    [k: string]: unknown;
  };
  filer?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: unknown;
    replicas?: number;
    port?: number | string;
    grpcPort?: number | string;
    metricsPort?: number | string;
    metricsIp?: string;
    ipBind?: string;
    loggingOverrideLevel?: unknown;
    filerGroup?: string;
    dataCenter?: unknown;
    rack?: unknown;
    defaultReplicaPlacement?: string;
    disableDirListing?: boolean;
    maxMB?: unknown;
    encryptVolumeData?: boolean;
    redirectOnRead?: boolean;
    dirListLimit?: number;
    disableHttp?: boolean;
    extraArgs?: unknown[];
    notificationConfig?: string;
    enablePVC?: boolean;
    storage?: string;
    storageClass?: unknown;
    data?: {
      type?: string;
      size?: string;
      storageClass?: string;
      hostPathPrefix?: string;
      annotations?: unknown;
      claimName?: unknown;
    };
    logs?: {
      type?: string;
      size?: string;
      storageClass?: string;
      hostPathPrefix?: string;
      annotations?: unknown;
      claimName?: unknown;
    };
    sidecars?: kubernetes.Container[];
    initContainers?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    podManagementPolicy?: string;
    affinity?: string;
    topologySpreadConstraints?: string;
    updatePartition?: number;
    resources?: kubernetes.ResourceRequirements;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    podSecurityContext?: {
      enabled: boolean;
      runAsNonRoot?: boolean;
      runAsUser?: number;
      runAsGroup?: number;
      fsGroup?: number;
      seccompProfile?: {
        type: 'RuntimeDefault';
      };
    };
    containerSecurityContext?: {
      enabled: boolean;
      allowPrivilegeEscalation?: boolean;
      readOnlyRootFilesystem?: boolean;
      capabilities?: {
        drop: string[];
      };
    };
    ingresses?: {
      http?: {
        enabled?: boolean;
        className?: string;
        host?: string;
        path?: string;
        pathType?: string;
        annotations?: {
          [k: string]: string;
        };
        tls?: unknown[];
      };
      grpc?: {
        enabled?: boolean;
        className?: string;
        host?: string;
        path?: string;
        pathType?: string;
        annotations?: {
          'nginx.ingress.kubernetes.io/backend-protocol'?: string;
        };
        tls?: unknown[];
        entryPoint?: unknown;
      };
    };
    extraEnvironmentVars?: {
      WEED_MYSQL_ENABLED?: string;
      WEED_MYSQL_HOSTNAME?: string;
      WEED_MYSQL_PORT?: string;
      WEED_MYSQL_DATABASE?: string;
      WEED_MYSQL_CONNECTION_MAX_IDLE?: string;
      WEED_MYSQL_CONNECTION_MAX_OPEN?: string;
      WEED_MYSQL_CONNECTION_MAX_LIFETIME_SECONDS?: string;
      WEED_MYSQL_INTERPOLATEPARAMS?: string;
      WEED_LEVELDB2_ENABLED?: string;
      WEED_FILER_OPTIONS_RECURSIVE_DELETE?: string;
      WEED_FILER_BUCKETS_FOLDER?: string;
    };
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
      tcpSocket?: unknown;
    };
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
      tcpSocket?: unknown;
    };
    secretExtraEnvironmentVars?: {
      [k: string]: unknown;
    };
    s3?: {
      enabled?: boolean;
      port?: number | string;
      httpsPort?: number | string;
      domainName?: string;
      enableAuth?: boolean;
      existingConfigSecret?: unknown;
      auditLogConfig?: {
        [k: string]: unknown;
      };
      createBucketsHook?: {
        resources?: kubernetes.ResourceRequirements;
      };
      versioning?: string;
      createBuckets?: {
        name?: string;
        anonymousRead?: boolean;
        ttl?: string;
        objectLock?: boolean;
        versioning?: string;
        [k: string]: unknown;
      }[];
      trafficDistribution?: unknown;
    };
    dbInitConfigName?: unknown;
  };
  s3?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: unknown;
    replicas?: number;
    bindAddress?: string;
    port?: number | string;
    httpsPort?: number | string;
    tlsSecret?: unknown;
    metricsPort?: number | string;
    icebergPort?: unknown;
    loggingOverrideLevel?: unknown;
    enableAuth?: boolean;
    existingConfigSecret?: unknown;
    auditLogConfig?: {
      [k: string]: unknown;
    };
    domainName?: string;
    sidecars?: kubernetes.Container[];
    initContainers?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    resources?: kubernetes.ResourceRequirements;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    logs?: {
      type?: string;
      size?: string;
      storageClass?: string;
      hostPathPrefix?: string;
    };
    extraEnvironmentVars?: unknown;
    extraArgs?: unknown[];
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    createBucketsHook?: {
      resources?: kubernetes.ResourceRequirements;
    };
    ingress?: {
      enabled?: boolean;
      className?: string;
      host?: string;
      path?: string;
      pathType?: string;
      annotations?: {
        [k: string]: string;
      };
      tls?: unknown[];
    };
    service?: {
      type?: string;
      nodePorts?: {
        http?: unknown;
        https?: unknown;
        iceberg?: unknown;
        metrics?: unknown;
      };
    };
    icebergIngress?: {
      enabled?: boolean;
      className?: string;
      host?: string;
      path?: string;
      pathType?: string;
      annotations?: {
        [k: string]: string;
      };
      tls?: unknown[];
    };
    credentials?: {
      [k: string]: unknown;
    };
    versioning?: string;
    createBuckets?: {
      name?: string;
      anonymousRead?: boolean;
      ttl?: string;
      objectLock?: boolean;
      versioning?: string;
      [k: string]: unknown;
    }[];
    affinity?: kubernetes.Affinity;
    internalTrafficPolicy?: unknown;
    legacySecretName?: unknown;
    reuseLegacySecret?: unknown;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
    trafficDistribution?: unknown;
  };
  sftp?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: unknown;
    replicas?: number;
    bindAddress?: string;
    port?: number | string;
    metricsPort?: number | string;
    metricsIp?: string;
    loggingOverrideLevel?: unknown;
    sshPrivateKey?: string;
    hostKeysFolder?: string;
    authMethods?: string;
    maxAuthTries?: number;
    bannerMessage?: string;
    loginGraceTime?: string;
    clientAliveInterval?: string;
    clientAliveCountMax?: number;
    dataCenter?: string;
    localSocket?: string;
    enableAuth?: boolean;
    existingConfigSecret?: unknown;
    existingSshConfigSecret?: unknown;
    trustedUserCAKeys?: string;
    existingCAKeysSecret?: unknown;
    sidecars?: kubernetes.Container[];
    initContainers?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    resources?: kubernetes.ResourceRequirements;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    logs?: {
      type?: string;
      hostPathPrefix?: string;
    };
    extraEnvironmentVars?: {
      [k: string]: unknown;
    };
    livenessProbe?: {
      enabled?: boolean;
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    service?: {
      type?: string;
      nodePorts?: {
        sftp?: unknown;
        metrics?: unknown;
      };
    };
    affinity?: kubernetes.Affinity;
    internalTrafficPolicy?: unknown;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  };
  admin?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: unknown;
    replicas?: number;
    port?: number | string;
    grpcPort?: number | string;
    loggingOverrideLevel?: unknown;
    secret?: {
      existingSecret?: string;
      userKey?: string;
      pwKey?: string;
      adminUser?: string;
      adminPassword?: string;
    };
    dataDir?: string;
    masters?: string;
    urlPrefix?: string;
    extraArgs?: unknown[];
    data?: {
      type?: string;
      size?: string;
      storageClass?: string;
      hostPathPrefix?: string;
      claimName?: string;
      annotations?: {
        [k: string]: string;
      };
    };
    logs?: {
      type?: string;
      size?: string;
      storageClass?: string;
      hostPathPrefix?: string;
      claimName?: string;
      annotations?: {
        [k: string]: string;
      };
    };
    sidecars?: kubernetes.Container[];
    initContainers?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    podManagementPolicy?: string;
    affinity?: string;
    topologySpreadConstraints?: string;
    resources?: kubernetes.ResourceRequirements;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    extraEnvironmentVars?: {
      [k: string]: unknown;
    };
    secretExtraEnvironmentVars?: {
      [k: string]: unknown;
    };
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    ingress?: {
      enabled?: boolean;
      className?: string;
      host?: string;
      path?: string;
      pathType?: string;
      annotations?: {
        [k: string]: string;
      };
      tls?: unknown[];
    };
    service?: {
      type?: string;
      annotations?: {
        [k: string]: string;
      };
      nodePorts?: {
        http?: unknown;
        grpc?: unknown;
      };
    };
    serviceMonitor?: {
      annotations?: {
        [k: string]: string;
      };
    };
  };
  worker?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: unknown;
    replicas?: number;
    loggingOverrideLevel?: unknown;
    metricsPort?: number | string;
    metricsIp?: string;
    adminServer?: string;
    jobType?: string;
    maxDetect?: number;
    maxExecute?: number;
    workingDir?: string;
    extraArgs?: unknown[];
    data?: {
      type?: string;
      hostPathPrefix?: string;
      claimName?: string;
    };
    logs?: {
      type?: string;
      hostPathPrefix?: string;
      claimName?: string;
    };
    sidecars?: kubernetes.Container[];
    initContainers?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    podLabels?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    annotations?: {
      [k: string]: string;
    };
    affinity?: string;
    topologySpreadConstraints?: string;
    resources?: kubernetes.ResourceRequirements;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    extraEnvironmentVars?: {
      [k: string]: unknown;
    };
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        port?: string | number;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
      tcpSocket?: unknown;
    };
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        port?: string | number;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
      tcpSocket?: unknown;
    };
    serviceMonitor?: {
      annotations?: {
        [k: string]: string;
      };
    };
  };
  allInOne?: {
    enabled?: boolean;
    imageOverride?: unknown;
    restartPolicy?: string;
    replicas?: number;
    idleTimeout?: number;
    dataCenter?: string;
    rack?: string;
    whiteList?: string;
    disableHttp?: boolean;
    metricsPort?: number | string;
    metricsIp?: string;
    loggingOverrideLevel?: unknown;
    extraArgs?: unknown[];
    updateStrategy?: kubernetes.UpdateStrategy;
    s3?: {
      enabled?: boolean;
      port?: unknown;
      httpsPort?: unknown;
      domainName?: unknown;
      enableAuth?: boolean;
      existingConfigSecret?: unknown;
      auditLogConfig?: unknown;
      trafficDistribution?: unknown;
      createBucketsHook?: {
        resources?: kubernetes.ResourceRequirements;
      };
      versioning?: string;
      createBuckets?: {
        name?: string;
        anonymousRead?: boolean;
        ttl?: string;
        objectLock?: boolean;
        versioning?: string;
        [k: string]: unknown;
      }[];
    };
    sftp?: {
      enabled?: boolean;
      port?: unknown;
      sshPrivateKey?: unknown;
      hostKeysFolder?: unknown;
      authMethods?: unknown;
      maxAuthTries?: unknown;
      bannerMessage?: unknown;
      loginGraceTime?: unknown;
      clientAliveInterval?: unknown;
      clientAliveCountMax?: unknown;
      enableAuth?: boolean;
      existingConfigSecret?: unknown;
      existingSshConfigSecret?: unknown;
      trustedUserCAKeys?: unknown;
      existingCAKeysSecret?: unknown;
    };
    service?: {
      annotations?: {
        [k: string]: string;
      };
      type?: string;
      internalTrafficPolicy?: string;
      nodePorts?: {
        master?: unknown;
        masterGrpc?: unknown;
        volume?: unknown;
        volumeGrpc?: unknown;
        filer?: unknown;
        filerGrpc?: unknown;
        s3?: unknown;
        s3Https?: unknown;
        sftp?: unknown;
        metrics?: unknown;
      };
    };
    data?: {
      type?: string;
      hostPathPrefix?: string;
      claimName?: string;
      size?: unknown;
      storageClass?: unknown;
      accessModes?: unknown[];
      annotations?: {
        [k: string]: string;
      };
    };
    readinessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        port?: number | string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    livenessProbe?: {
      enabled?: boolean;
      httpGet?: {
        path?: string;
        port?: number | string;
        scheme?: string;
      };
      initialDelaySeconds?: number;
      periodSeconds?: number;
      successThreshold?: number;
      failureThreshold?: number;
      timeoutSeconds?: number;
    };
    extraEnvironmentVars?: {
      [k: string]: unknown;
    };
    secretExtraEnvironmentVars?: {
      [k: string]: unknown;
    };
    extraVolumeMounts?: string;
    extraVolumes?: string;
    initContainers?: string;
    sidecars?: string;
    annotations?: {
      [k: string]: string;
    };
    podAnnotations?: {
      [k: string]: string;
    };
    podLabels?: {
      [k: string]: string;
    };
    affinity?: string;
    topologySpreadConstraints?: string;
    tolerations?: string;
    nodeSelector?: string;
    priorityClassName?: string;
    schedulerName?: string;
    serviceAccountName?: string;
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    resources?: kubernetes.ResourceRequirements;
    type?: string;
  };
  cosi?: {
    enabled?: boolean;
    image?: string;
    driverName?: string;
    bucketClassName?: string;
    bucketClassParameters?: {
      [k: string]: unknown;
    };
    endpoint?: string;
    region?: string;
    sidecar?: {
      image?: string;
      resources?: kubernetes.ResourceRequirements;
      logLevel?: unknown;
    };
    enableAuth?: boolean;
    existingConfigSecret?: unknown;
    podSecurityContext?: kubernetes.PodSecurityContext;
    containerSecurityContext?: kubernetes.SecurityContext;
    schedulerName?: string;
    extraVolumes?: string;
    extraVolumeMounts?: string;
    resources?: kubernetes.ResourceRequirements;
    affinity?: kubernetes.Affinity;
    initContainers?: kubernetes.Container[];
    nodeSelector?: unknown;
    podAnnotations?: unknown;
    podLabels?: unknown;
    priorityClassName?: unknown;
    replicas?: unknown;
    restartPolicy?: unknown;
    sidecars?: kubernetes.Container[];
    tolerations?: kubernetes.Toleration[];
    topologySpreadConstraint?: unknown;
    topologySpreadConstraints?: kubernetes.TopologySpreadConstraint[];
  };
  certificates?: {
    commonName?: string;
    dnsNames?: unknown[];
    ipAddresses?: unknown[];
    keyAlgorithm?: string;
    keySize?: number;
    duration?: string;
    renewBefore?: string;
    ca?: {
      duration?: string;
      renewBefore?: string;
    };
    externalCertificates?: {
      enabled?: boolean;
    };
  };
  podLabels?: {
    [k: string]: string;
  };
  podAnnotations?: {
    [k: string]: string;
  };
  networkPolicy?: {
    enabled?: boolean;
    extraIngress?: unknown[];
    egress?: {
      enabled?: boolean;
      allowDNS?: boolean;
      dnsNamespaceSelector?: {
        matchLabels?: {
          'kubernetes.io/metadata.name'?: string;
        };
      };
      dnsPodSelector?: {
        matchLabels?: {
          'k8s-app'?: string;
        };
      };
      kubeApiServer?: {
        enabled?: boolean;
        cidrs?: unknown[];
        ports?: number[];
      };
      extraEgress?: unknown[];
    };
    components?: {
      [k: string]: unknown;
    };
  };
  fullnameOverride?: unknown;
  nameOverride?: unknown;
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
}
