// Written by `npm run generate` from generator/src/upstream/kubernetes.gen.json. Do not edit.

export type Quantities = {
  cpu?: string | number;
  memory?: string | number;
  'ephemeral-storage'?: string | number;
  [device: `${string}/${string}`]: string | number;
  [pages: `hugepages-${string}`]: string | number;
};
export type ImagePullSecret =
  | {
      name?: string;
    }
  | string;

export interface Values {
  Quantities?: Quantities;
  ResourceRequirements?: ResourceRequirements;
  UpdateStrategy?: UpdateStrategy;
  Affinity?: Affinity;
  Toleration?: Toleration;
  TopologySpreadConstraint?: TopologySpreadConstraint;
  HostAlias?: HostAlias;
  PodDNSConfig?: PodDNSConfig;
  LocalObjectReference?: LocalObjectReference;
  PodSecurityContext?: PodSecurityContext;
  SecurityContext?: SecurityContext;
  Probe?: Probe;
  Lifecycle?: Lifecycle;
  EnvVar?: EnvVar;
  EnvFromSource?: EnvFromSource;
  VolumeMount?: VolumeMount;
  Volume?: Volume;
  Container?: Container;
  ImagePullSecret?: ImagePullSecret;
  AnySecurityContext?: AnySecurityContext;
}
export interface ResourceRequirements {
  requests?: Quantities;
  limits?: Quantities;
  claims?: {}[];
}
export interface UpdateStrategy {
  type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
  rollingUpdate?: {
    maxSurge?: number | string;
    maxUnavailable?: number | string;
    partition?: number;
  } | null;
}
export interface Affinity {
  nodeAffinity?: {
    preferredDuringSchedulingIgnoredDuringExecution?: {
      preference: {
        matchExpressions?: {
          key: string;
          operator: 'DoesNotExist' | 'Exists' | 'Gt' | 'In' | 'Lt' | 'NotIn';
          values?: string[];
        }[];
        matchFields?: {
          key: string;
          operator: 'DoesNotExist' | 'Exists' | 'Gt' | 'In' | 'Lt' | 'NotIn';
          values?: string[];
        }[];
      };
      weight: number;
    }[];
    requiredDuringSchedulingIgnoredDuringExecution?: {
      nodeSelectorTerms?: {
        matchExpressions?: {
          key: string;
          operator: 'DoesNotExist' | 'Exists' | 'Gt' | 'In' | 'Lt' | 'NotIn';
          values?: string[];
        }[];
        matchFields?: {
          key: string;
          operator: 'DoesNotExist' | 'Exists' | 'Gt' | 'In' | 'Lt' | 'NotIn';
          values?: string[];
        }[];
      }[];
    };
  };
  podAffinity?: {
    preferredDuringSchedulingIgnoredDuringExecution?: {
      podAffinityTerm: {
        labelSelector?: {
          matchExpressions?: {
            key: string;
            operator: string;
            values?: string[];
          }[];
          matchLabels?: {
            [k: string]: string;
          };
        };
        matchLabelKeys?: string[];
        mismatchLabelKeys?: string[];
        namespaceSelector?: {
          matchExpressions?: {
            key: string;
            operator: string;
            values?: string[];
          }[];
          matchLabels?: {
            [k: string]: string;
          };
        };
        namespaces?: string[];
        topologyKey: string;
      };
      weight: number;
    }[];
    requiredDuringSchedulingIgnoredDuringExecution?: {
      labelSelector?: {
        matchExpressions?: {
          key: string;
          operator: string;
          values?: string[];
        }[];
        matchLabels?: {
          [k: string]: string;
        };
      };
      matchLabelKeys?: string[];
      mismatchLabelKeys?: string[];
      namespaceSelector?: {
        matchExpressions?: {
          key: string;
          operator: string;
          values?: string[];
        }[];
        matchLabels?: {
          [k: string]: string;
        };
      };
      namespaces?: string[];
      topologyKey: string;
    }[];
  };
  podAntiAffinity?: {
    preferredDuringSchedulingIgnoredDuringExecution?: {
      podAffinityTerm: {
        labelSelector?: {
          matchExpressions?: {
            key: string;
            operator: string;
            values?: string[];
          }[];
          matchLabels?: {
            [k: string]: string;
          };
        };
        matchLabelKeys?: string[];
        mismatchLabelKeys?: string[];
        namespaceSelector?: {
          matchExpressions?: {
            key: string;
            operator: string;
            values?: string[];
          }[];
          matchLabels?: {
            [k: string]: string;
          };
        };
        namespaces?: string[];
        topologyKey: string;
      };
      weight: number;
    }[];
    requiredDuringSchedulingIgnoredDuringExecution?: {
      labelSelector?: {
        matchExpressions?: {
          key: string;
          operator: string;
          values?: string[];
        }[];
        matchLabels?: {
          [k: string]: string;
        };
      };
      matchLabelKeys?: string[];
      mismatchLabelKeys?: string[];
      namespaceSelector?: {
        matchExpressions?: {
          key: string;
          operator: string;
          values?: string[];
        }[];
        matchLabels?: {
          [k: string]: string;
        };
      };
      namespaces?: string[];
      topologyKey: string;
    }[];
  };
}
export interface Toleration {
  effect?: 'NoExecute' | 'NoSchedule' | 'PreferNoSchedule';
  key?: string;
  operator?: 'Equal' | 'Exists' | 'Gt' | 'Lt';
  tolerationSeconds?: number;
  value?: string;
}
export interface TopologySpreadConstraint {
  labelSelector?: {
    matchExpressions?: {
      key: string;
      operator: string;
      values?: string[];
    }[];
    matchLabels?: {
      [k: string]: string;
    };
  };
  matchLabelKeys?: string[];
  maxSkew: number;
  minDomains?: number;
  nodeAffinityPolicy?: 'Honor' | 'Ignore';
  nodeTaintsPolicy?: 'Honor' | 'Ignore';
  topologyKey: string;
  whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
}
export interface HostAlias {
  hostnames?: string[];
  ip: string;
}
export interface PodDNSConfig {
  nameservers?: string[];
  options?: {
    name?: string;
    value?: string;
  }[];
  searches?: string[];
}
export interface LocalObjectReference {
  name?: string;
}
export interface PodSecurityContext {
  appArmorProfile?: {
    localhostProfile?: string;
    type?: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
  };
  fsGroup?: number;
  fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  runAsGroup?: number;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  seLinuxChangePolicy?: string;
  seLinuxOptions?: {
    level?: string;
    role?: string;
    type?: string;
    user?: string;
  };
  seccompProfile?: {
    localhostProfile?: string;
    type?: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
  };
  supplementalGroups?: number[];
  supplementalGroupsPolicy?: 'Merge' | 'Strict';
  sysctls?: {
    name: string;
    value: string;
  }[];
  windowsOptions?: {
    gmsaCredentialSpec?: string;
    gmsaCredentialSpecName?: string;
    hostProcess?: boolean;
    runAsUserName?: string;
  };
}
export interface SecurityContext {
  allowPrivilegeEscalation?: boolean;
  appArmorProfile?: {
    localhostProfile?: string;
    type?: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
  };
  capabilities?: {
    add?: string[];
    drop?: string[];
  };
  privileged?: boolean;
  procMount?: 'Default' | 'Unmasked';
  readOnlyRootFilesystem?: boolean;
  runAsGroup?: number;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  seLinuxOptions?: {
    level?: string;
    role?: string;
    type?: string;
    user?: string;
  };
  seccompProfile?: {
    localhostProfile?: string;
    type?: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
  };
  windowsOptions?: {
    gmsaCredentialSpec?: string;
    gmsaCredentialSpecName?: string;
    hostProcess?: boolean;
    runAsUserName?: string;
  };
}
export interface Probe {
  exec?: {
    command?: string[];
  };
  failureThreshold?: number;
  grpc?: {
    port?: number;
    service?: string;
  };
  httpGet?: {
    host?: string;
    httpHeaders?: {
      name: string;
      value: string;
    }[];
    path?: string;
    port?: string | number;
    scheme?: 'HTTP' | 'HTTPS';
  };
  initialDelaySeconds?: number;
  periodSeconds?: number;
  successThreshold?: number;
  tcpSocket?: {
    host?: string;
    port?: string | number;
  };
  terminationGracePeriodSeconds?: number;
  timeoutSeconds?: number;
}
export interface Lifecycle {
  postStart?: {
    exec?: {
      command?: string[];
    };
    httpGet?: {
      host?: string;
      httpHeaders?: {
        name: string;
        value: string;
      }[];
      path?: string;
      port?: string | number;
      scheme?: 'HTTP' | 'HTTPS';
    };
    sleep?: {
      seconds?: number;
    };
    tcpSocket?: {
      host?: string;
      port?: string | number;
    };
  };
  preStop?: {
    exec?: {
      command?: string[];
    };
    httpGet?: {
      host?: string;
      httpHeaders?: {
        name: string;
        value: string;
      }[];
      path?: string;
      port?: string | number;
      scheme?: 'HTTP' | 'HTTPS';
    };
    sleep?: {
      seconds?: number;
    };
    tcpSocket?: {
      host?: string;
      port?: string | number;
    };
  };
  stopSignal?:
    | 'SIGABRT'
    | 'SIGALRM'
    | 'SIGBUS'
    | 'SIGCHLD'
    | 'SIGCLD'
    | 'SIGCONT'
    | 'SIGFPE'
    | 'SIGHUP'
    | 'SIGILL'
    | 'SIGINT'
    | 'SIGIO'
    | 'SIGIOT'
    | 'SIGKILL'
    | 'SIGPIPE'
    | 'SIGPOLL'
    | 'SIGPROF'
    | 'SIGPWR'
    | 'SIGQUIT'
    | 'SIGRTMAX'
    | 'SIGRTMAX-1'
    | 'SIGRTMAX-10'
    | 'SIGRTMAX-11'
    | 'SIGRTMAX-12'
    | 'SIGRTMAX-13'
    | 'SIGRTMAX-14'
    | 'SIGRTMAX-2'
    | 'SIGRTMAX-3'
    | 'SIGRTMAX-4'
    | 'SIGRTMAX-5'
    | 'SIGRTMAX-6'
    | 'SIGRTMAX-7'
    | 'SIGRTMAX-8'
    | 'SIGRTMAX-9'
    | 'SIGRTMIN'
    | 'SIGRTMIN+1'
    | 'SIGRTMIN+10'
    | 'SIGRTMIN+11'
    | 'SIGRTMIN+12'
    | 'SIGRTMIN+13'
    | 'SIGRTMIN+14'
    | 'SIGRTMIN+15'
    | 'SIGRTMIN+2'
    | 'SIGRTMIN+3'
    | 'SIGRTMIN+4'
    | 'SIGRTMIN+5'
    | 'SIGRTMIN+6'
    | 'SIGRTMIN+7'
    | 'SIGRTMIN+8'
    | 'SIGRTMIN+9'
    | 'SIGSEGV'
    | 'SIGSTKFLT'
    | 'SIGSTOP'
    | 'SIGSYS'
    | 'SIGTERM'
    | 'SIGTRAP'
    | 'SIGTSTP'
    | 'SIGTTIN'
    | 'SIGTTOU'
    | 'SIGURG'
    | 'SIGUSR1'
    | 'SIGUSR2'
    | 'SIGVTALRM'
    | 'SIGWINCH'
    | 'SIGXCPU'
    | 'SIGXFSZ';
}
export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: {
    configMapKeyRef?: {
      key: string;
      name?: string;
      optional?: boolean;
    };
    fieldRef?: {
      apiVersion?: string;
      fieldPath: string;
    };
    fileKeyRef?: {
      key: string;
      optional?: boolean;
      path: string;
      volumeName: string;
    };
    resourceFieldRef?: {
      containerName?: string;
      divisor?: string | number;
      resource: string;
    };
    secretKeyRef?: {
      key: string;
      name?: string;
      optional?: boolean;
    };
  };
}
export interface EnvFromSource {
  configMapRef?: {
    name?: string;
    optional?: boolean;
  };
  prefix?: string;
  secretRef?: {
    name?: string;
    optional?: boolean;
  };
}
export interface VolumeMount {
  mountPath: string;
  mountPropagation?: 'Bidirectional' | 'HostToContainer' | 'None';
  name: string;
  readOnly?: boolean;
  recursiveReadOnly?: string;
  subPath?: string;
  subPathExpr?: string;
}
export interface Volume {
  awsElasticBlockStore?: {
    fsType?: string;
    partition?: number;
    readOnly?: boolean;
    volumeID: string;
  };
  azureDisk?: {
    cachingMode?: 'None' | 'ReadOnly' | 'ReadWrite';
    diskName: string;
    diskURI: string;
    fsType?: string;
    kind?: 'Dedicated' | 'Managed' | 'Shared';
    readOnly?: boolean;
  };
  azureFile?: {
    readOnly?: boolean;
    secretName: string;
    shareName: string;
  };
  cephfs?: {
    monitors: string[];
    path?: string;
    readOnly?: boolean;
    secretFile?: string;
    secretRef?: {
      name?: string;
    };
    user?: string;
  };
  cinder?: {
    fsType?: string;
    readOnly?: boolean;
    secretRef?: {
      name?: string;
    };
    volumeID: string;
  };
  configMap?: {
    defaultMode?: number;
    items?: {
      key: string;
      mode?: number;
      path: string;
    }[];
    name?: string;
    optional?: boolean;
  };
  csi?: {
    driver: string;
    fsType?: string;
    nodePublishSecretRef?: {
      name?: string;
    };
    readOnly?: boolean;
    volumeAttributes?: {
      [k: string]: string;
    };
  };
  downwardAPI?: {
    defaultMode?: number;
    items?: {
      fieldRef?: {
        apiVersion?: string;
        fieldPath: string;
      };
      mode?: number;
      path: string;
      resourceFieldRef?: {
        containerName?: string;
        divisor?: string | number;
        resource: string;
      };
    }[];
  };
  emptyDir?: {
    medium?: string;
    sizeLimit?: string | number;
  };
  ephemeral?: {
    volumeClaimTemplate?: {
      metadata?: {
        annotations?: {
          [k: string]: string;
        };
        creationTimestamp?: string;
        deletionGracePeriodSeconds?: number;
        deletionTimestamp?: string;
        finalizers?: string[];
        generateName?: string;
        generation?: number;
        labels?: {
          [k: string]: string;
        };
        managedFields?: {
          apiVersion?: string;
          fieldsType?: string;
          fieldsV1?: {};
          manager?: string;
          operation?: string;
          subresource?: string;
          time?: string;
        }[];
        name?: string;
        namespace?: string;
        ownerReferences?: {
          apiVersion: string;
          blockOwnerDeletion?: boolean;
          controller?: boolean;
          kind: string;
          name: string;
          uid: string;
        }[];
        resourceVersion?: string;
        selfLink?: string;
        uid?: string;
      };
      spec: {
        accessModes?: ('ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod')[];
        dataSource?: {
          apiGroup?: string;
          kind: string;
          name: string;
        };
        dataSourceRef?: {
          apiGroup?: string;
          kind: string;
          name: string;
          namespace?: string;
        };
        resources?: {
          limits?: {
            [k: string]: string | number;
          };
          requests?: {
            [k: string]: string | number;
          };
        };
        selector?: {
          matchExpressions?: {
            key: string;
            operator: string;
            values?: string[];
          }[];
          matchLabels?: {
            [k: string]: string;
          };
        };
        storageClassName?: string;
        volumeAttributesClassName?: string;
        volumeMode?: 'Block' | 'Filesystem';
        volumeName?: string;
      };
    };
  };
  fc?: {
    fsType?: string;
    lun?: number;
    readOnly?: boolean;
    targetWWNs?: string[];
    wwids?: string[];
  };
  flexVolume?: {
    driver: string;
    fsType?: string;
    options?: {
      [k: string]: string;
    };
    readOnly?: boolean;
    secretRef?: {
      name?: string;
    };
  };
  flocker?: {
    datasetName?: string;
    datasetUUID?: string;
  };
  gcePersistentDisk?: {
    fsType?: string;
    partition?: number;
    pdName: string;
    readOnly?: boolean;
  };
  gitRepo?: {
    directory?: string;
    repository: string;
    revision?: string;
  };
  glusterfs?: {
    endpoints: string;
    path: string;
    readOnly?: boolean;
  };
  hostPath?: {
    path: string;
    type?:
      'BlockDevice' | 'CharDevice' | 'Directory' | 'DirectoryOrCreate' | 'File' | 'FileOrCreate' | 'Socket';
  };
  image?: {
    pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
    reference?: string;
  };
  iscsi?: {
    chapAuthDiscovery?: boolean;
    chapAuthSession?: boolean;
    fsType?: string;
    initiatorName?: string;
    iqn: string;
    iscsiInterface?: string;
    lun: number;
    portals?: string[];
    readOnly?: boolean;
    secretRef?: {
      name?: string;
    };
    targetPortal: string;
  };
  name: string;
  nfs?: {
    path: string;
    readOnly?: boolean;
    server: string;
  };
  persistentVolumeClaim?: {
    claimName: string;
    readOnly?: boolean;
  };
  photonPersistentDisk?: {
    fsType?: string;
    pdID: string;
  };
  portworxVolume?: {
    fsType?: string;
    readOnly?: boolean;
    volumeID: string;
  };
  projected?: {
    defaultMode?: number;
    sources?: {
      clusterTrustBundle?: {
        labelSelector?: {
          matchExpressions?: {
            key: string;
            operator: string;
            values?: string[];
          }[];
          matchLabels?: {
            [k: string]: string;
          };
        };
        name?: string;
        optional?: boolean;
        path: string;
        signerName?: string;
      };
      configMap?: {
        items?: {
          key: string;
          mode?: number;
          path: string;
        }[];
        name?: string;
        optional?: boolean;
      };
      downwardAPI?: {
        items?: {
          fieldRef?: {
            apiVersion?: string;
            fieldPath: string;
          };
          mode?: number;
          path: string;
          resourceFieldRef?: {
            containerName?: string;
            divisor?: string | number;
            resource: string;
          };
        }[];
      };
      podCertificate?: {
        certificateChainPath?: string;
        credentialBundlePath?: string;
        keyPath?: string;
        keyType: string;
        maxExpirationSeconds?: number;
        signerName: string;
        userAnnotations?: {
          [k: string]: string;
        };
      };
      secret?: {
        items?: {
          key: string;
          mode?: number;
          path: string;
        }[];
        name?: string;
        optional?: boolean;
      };
      serviceAccountToken?: {
        audience?: string;
        expirationSeconds?: number;
        path: string;
      };
    }[];
  };
  quobyte?: {
    group?: string;
    readOnly?: boolean;
    registry: string;
    tenant?: string;
    user?: string;
    volume: string;
  };
  rbd?: {
    fsType?: string;
    image: string;
    keyring?: string;
    monitors: string[];
    pool?: string;
    readOnly?: boolean;
    secretRef?: {
      name?: string;
    };
    user?: string;
  };
  scaleIO?: {
    fsType?: string;
    gateway: string;
    protectionDomain?: string;
    readOnly?: boolean;
    secretRef: {
      name?: string;
    };
    sslEnabled?: boolean;
    storageMode?: string;
    storagePool?: string;
    system: string;
    volumeName?: string;
  };
  secret?: {
    defaultMode?: number;
    items?: {
      key: string;
      mode?: number;
      path: string;
    }[];
    optional?: boolean;
    secretName?: string;
  };
  storageos?: {
    fsType?: string;
    readOnly?: boolean;
    secretRef?: {
      name?: string;
    };
    volumeName?: string;
    volumeNamespace?: string;
  };
  vsphereVolume?: {
    fsType?: string;
    storagePolicyID?: string;
    storagePolicyName?: string;
    volumePath: string;
  };
}
export interface Container {
  args?: string[];
  command?: string[];
  env?: EnvVar[];
  envFrom?: EnvFromSource[];
  image?: string;
  imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  lifecycle?: {
    postStart?: {
      exec?: {
        command?: string[];
      };
      httpGet?: {
        host?: string;
        httpHeaders?: {
          name: string;
          value: string;
        }[];
        path?: string;
        port: string | number;
        scheme?: 'HTTP' | 'HTTPS';
      };
      sleep?: {
        seconds: number;
      };
      tcpSocket?: {
        host?: string;
        port: string | number;
      };
    };
    preStop?: {
      exec?: {
        command?: string[];
      };
      httpGet?: {
        host?: string;
        httpHeaders?: {
          name: string;
          value: string;
        }[];
        path?: string;
        port: string | number;
        scheme?: 'HTTP' | 'HTTPS';
      };
      sleep?: {
        seconds: number;
      };
      tcpSocket?: {
        host?: string;
        port: string | number;
      };
    };
    stopSignal?:
      | 'SIGABRT'
      | 'SIGALRM'
      | 'SIGBUS'
      | 'SIGCHLD'
      | 'SIGCLD'
      | 'SIGCONT'
      | 'SIGFPE'
      | 'SIGHUP'
      | 'SIGILL'
      | 'SIGINT'
      | 'SIGIO'
      | 'SIGIOT'
      | 'SIGKILL'
      | 'SIGPIPE'
      | 'SIGPOLL'
      | 'SIGPROF'
      | 'SIGPWR'
      | 'SIGQUIT'
      | 'SIGRTMAX'
      | 'SIGRTMAX-1'
      | 'SIGRTMAX-10'
      | 'SIGRTMAX-11'
      | 'SIGRTMAX-12'
      | 'SIGRTMAX-13'
      | 'SIGRTMAX-14'
      | 'SIGRTMAX-2'
      | 'SIGRTMAX-3'
      | 'SIGRTMAX-4'
      | 'SIGRTMAX-5'
      | 'SIGRTMAX-6'
      | 'SIGRTMAX-7'
      | 'SIGRTMAX-8'
      | 'SIGRTMAX-9'
      | 'SIGRTMIN'
      | 'SIGRTMIN+1'
      | 'SIGRTMIN+10'
      | 'SIGRTMIN+11'
      | 'SIGRTMIN+12'
      | 'SIGRTMIN+13'
      | 'SIGRTMIN+14'
      | 'SIGRTMIN+15'
      | 'SIGRTMIN+2'
      | 'SIGRTMIN+3'
      | 'SIGRTMIN+4'
      | 'SIGRTMIN+5'
      | 'SIGRTMIN+6'
      | 'SIGRTMIN+7'
      | 'SIGRTMIN+8'
      | 'SIGRTMIN+9'
      | 'SIGSEGV'
      | 'SIGSTKFLT'
      | 'SIGSTOP'
      | 'SIGSYS'
      | 'SIGTERM'
      | 'SIGTRAP'
      | 'SIGTSTP'
      | 'SIGTTIN'
      | 'SIGTTOU'
      | 'SIGURG'
      | 'SIGUSR1'
      | 'SIGUSR2'
      | 'SIGVTALRM'
      | 'SIGWINCH'
      | 'SIGXCPU'
      | 'SIGXFSZ';
  };
  livenessProbe?: {
    exec?: {
      command?: string[];
    };
    failureThreshold?: number;
    grpc?: {
      port: number;
      service?: string;
    };
    httpGet?: {
      host?: string;
      httpHeaders?: {
        name: string;
        value: string;
      }[];
      path?: string;
      port: string | number;
      scheme?: 'HTTP' | 'HTTPS';
    };
    initialDelaySeconds?: number;
    periodSeconds?: number;
    successThreshold?: number;
    tcpSocket?: {
      host?: string;
      port: string | number;
    };
    terminationGracePeriodSeconds?: number;
    timeoutSeconds?: number;
  };
  name: string;
  ports?: {
    containerPort: number;
    hostIP?: string;
    hostPort?: number;
    name?: string;
    protocol?: 'SCTP' | 'TCP' | 'UDP';
  }[];
  readinessProbe?: {
    exec?: {
      command?: string[];
    };
    failureThreshold?: number;
    grpc?: {
      port: number;
      service?: string;
    };
    httpGet?: {
      host?: string;
      httpHeaders?: {
        name: string;
        value: string;
      }[];
      path?: string;
      port: string | number;
      scheme?: 'HTTP' | 'HTTPS';
    };
    initialDelaySeconds?: number;
    periodSeconds?: number;
    successThreshold?: number;
    tcpSocket?: {
      host?: string;
      port: string | number;
    };
    terminationGracePeriodSeconds?: number;
    timeoutSeconds?: number;
  };
  resizePolicy?: {
    resourceName: string;
    restartPolicy: string;
  }[];
  resources?: ResourceRequirements;
  restartPolicy?: string;
  restartPolicyRules?: {
    action: string;
    exitCodes?: {
      operator: string;
      values?: number[];
    };
  }[];
  securityContext?: {
    allowPrivilegeEscalation?: boolean;
    appArmorProfile?: {
      localhostProfile?: string;
      type: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
    };
    capabilities?: {
      add?: string[];
      drop?: string[];
    };
    privileged?: boolean;
    procMount?: 'Default' | 'Unmasked';
    readOnlyRootFilesystem?: boolean;
    runAsGroup?: number;
    runAsNonRoot?: boolean;
    runAsUser?: number;
    seLinuxOptions?: {
      level?: string;
      role?: string;
      type?: string;
      user?: string;
    };
    seccompProfile?: {
      localhostProfile?: string;
      type: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
    };
    windowsOptions?: {
      gmsaCredentialSpec?: string;
      gmsaCredentialSpecName?: string;
      hostProcess?: boolean;
      runAsUserName?: string;
    };
  };
  startupProbe?: {
    exec?: {
      command?: string[];
    };
    failureThreshold?: number;
    grpc?: {
      port: number;
      service?: string;
    };
    httpGet?: {
      host?: string;
      httpHeaders?: {
        name: string;
        value: string;
      }[];
      path?: string;
      port: string | number;
      scheme?: 'HTTP' | 'HTTPS';
    };
    initialDelaySeconds?: number;
    periodSeconds?: number;
    successThreshold?: number;
    tcpSocket?: {
      host?: string;
      port: string | number;
    };
    terminationGracePeriodSeconds?: number;
    timeoutSeconds?: number;
  };
  stdin?: boolean;
  stdinOnce?: boolean;
  terminationMessagePath?: string;
  terminationMessagePolicy?: 'FallbackToLogsOnError' | 'File';
  tty?: boolean;
  volumeDevices?: {
    devicePath: string;
    name: string;
  }[];
  volumeMounts?: VolumeMount[];
  workingDir?: string;
}
export interface AnySecurityContext {
  appArmorProfile?: {
    localhostProfile?: string;
    type?: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
  };
  fsGroup?: number;
  fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  runAsGroup?: number;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  seLinuxChangePolicy?: string;
  seLinuxOptions?: {
    level?: string;
    role?: string;
    type?: string;
    user?: string;
  };
  seccompProfile?: {
    localhostProfile?: string;
    type?: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
  };
  supplementalGroups?: number[];
  supplementalGroupsPolicy?: 'Merge' | 'Strict';
  sysctls?: {
    name: string;
    value: string;
  }[];
  windowsOptions?: {
    gmsaCredentialSpec?: string;
    gmsaCredentialSpecName?: string;
    hostProcess?: boolean;
    runAsUserName?: string;
  };
  allowPrivilegeEscalation?: boolean;
  capabilities?: {
    add?: string[];
    drop?: string[];
  };
  privileged?: boolean;
  procMount?: 'Default' | 'Unmasked';
  readOnlyRootFilesystem?: boolean;
}
