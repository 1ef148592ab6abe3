// Written by `npm run generate` from schemas/upstream/opentelemetry-collector.schema.json. Do not edit.

import type * as kubernetes from '../kubernetes.gen.ts';

export interface Values {
  nameOverride?: string;
  fullnameOverride?: string;
  mode?: 'daemonset' | 'deployment' | 'statefulset' | '';
  apiVersion?: string;
  namespaceOverride?: string;
  presets?: {
    logsCollection?: {
      enabled?: boolean;
      includeCollectorLogs?: boolean;
      storeCheckpoints?: boolean;
      maxRecombineLogSize?: number;
    };
    hostMetrics?: {
      enabled?: boolean;
    };
    kubernetesAttributes?: {
      enabled?: boolean;
      extractAllPodLabels?: boolean;
      extractAllPodAnnotations?: boolean;
    };
    kubeletMetrics?: {
      enabled?: boolean;
    };
    kubernetesEvents?: {
      enabled?: boolean;
      useK8sEventsReceiver?: boolean;
    };
    kubernetesObjects?: {
      enabled?: boolean;
      watch?: boolean;
      core?: {
        enabled?: boolean;
      };
      rbac?: {
        enabled?: boolean;
      };
      storage?: {
        enabled?: boolean;
      };
      networking?: {
        enabled?: boolean;
      };
      autoscaling?: {
        enabled?: boolean;
        vpa?: {
          enabled?: boolean;
        };
      };
      policy?: {
        enabled?: boolean;
      };
      apiExtensions?: {
        enabled?: boolean;
      };
      events?: {
        enabled?: boolean;
      };
      disableLeaderElection?: boolean;
    };
    clusterMetrics?: {
      enabled?: boolean;
      disableLeaderElection?: boolean;
    };
    annotationDiscovery?: {
      logs?: {
        enabled?: boolean;
      };
      metrics?: {
        enabled?: boolean;
      };
    };
    profiling?: {
      enabled?: boolean;
    };
    resourceDetection?: {
      enabled?: boolean;
      env?: {
        enabled?: boolean;
      };
      k8s_api?: {
        enabled?: boolean;
      };
      eks?: {
        enabled?: boolean;
      };
      aks?: {
        enabled?: boolean;
      };
      gcp?: {
        enabled?: boolean;
      };
      k8snode?: {
        enabled?: boolean;
      };
    };
  };
  configMap?: {
    create?: boolean;
    existingName?: string;
    existingPath?: string;
  };
  internalTelemetryViaOTLP?: {
    endpoint?: string;
    headers?: {
      name?: string;
    }[];
    traces?: {
      enabled?: boolean;
      endpoint?: string;
      headers?: {
        name?: string;
      }[];
    };
    metrics?: {
      enabled?: boolean;
      endpoint?: string;
      headers?: {
        name?: string;
      }[];
    };
    logs?: {
      enabled?: boolean;
      endpoint?: string;
      headers?: {
        name?: string;
      }[];
    };
  };
  rewriteDeprecatedComponentNames?: boolean;
  config?: {
    exporters?: {
      debug?: {
        [k: string]: unknown;
      };
    };
    extensions?: {
      health_check?: {
        endpoint?: string;
      };
    };
    processors?: {
      batch?: {
        [k: string]: unknown;
      };
      memory_limiter?: {
        check_interval?: string;
        limit_percentage?: number;
        spike_limit_percentage?: number;
      };
    };
    receivers?: {
      jaeger?: {
        protocols?: {
          grpc?: {
            endpoint?: string;
          };
          thrift_http?: {
            endpoint?: string;
          };
          thrift_compact?: {
            endpoint?: string;
          };
        };
      };
      otlp?: {
        protocols?: {
          grpc?: {
            endpoint?: string;
          };
          http?: {
            endpoint?: string;
          };
        };
      };
      prometheus?: {
        config?: {
          scrape_configs?: {
            job_name?: string;
            scrape_interval?: string;
            static_configs?: {
              targets?: string[];
              [k: string]: unknown;
            }[];
            [k: string]: unknown;
          }[];
        };
      };
      zipkin?: {
        endpoint?: string;
      };
    };
    service?: {
      telemetry?: {
        resource?: {
          'k8s.namespace.name'?: string;
          'k8s.node.name'?: string;
          'k8s.node.ip'?: string;
          'k8s.pod.name'?: string;
          'k8s.pod.ip'?: string;
          'host.name'?: string;
        };
        metrics?: {
          readers?: {
            pull?: {
              exporter?: {
                prometheus?: {
                  host?: string;
                  port?: number | string;
                  [k: string]: unknown;
                };
                [k: string]: unknown;
              };
              [k: string]: unknown;
            };
            [k: string]: unknown;
          }[];
        };
      };
      extensions?: string[];
      pipelines?: {
        logs?: {
          exporters?: string[];
          processors?: string[];
          receivers?: string[];
        };
        metrics?: {
          exporters?: string[];
          processors?: string[];
          receivers?: string[];
        };
        traces?: {
          exporters?: string[];
          processors?: string[];
          receivers?: string[];
        };
      };
    };
  };
  alternateConfig?: {
    [k: string]: unknown;
  };
  image?: {
    repository?: string;
    pullPolicy?: 'IfNotPresent' | 'Always' | 'Never';
    tag?: string;
    digest?: string;
    registry?: string;
  };
  imagePullSecrets?: {
    [k: string]: unknown;
  }[];
  command?: {
    name?: string;
    extraArgs?: string[];
  };
  serviceAccount?: {
    create?: boolean;
    annotations?: {
      [k: string]: string;
    };
    name?: string;
    automountServiceAccountToken?: boolean;
  };
  clusterRole?: {
    create?: boolean;
    annotations?: {
      [k: string]: string;
    };
    name?: string;
    rules?: {
      [k: string]: unknown;
    }[];
    clusterRoleBinding?: {
      annotations?: {
        [k: string]: string;
      };
      name?: string;
    };
  };
  podSecurityContext?: kubernetes.PodSecurityContext;
  securityContext?: kubernetes.AnySecurityContext;
  nodeSelector?: {
    [k: string]: string;
  };
  tolerations?: {
    [k: string]: unknown;
  }[];
  affinity?: kubernetes.Affinity;
  topologySpreadConstraints?: {
    [k: string]: unknown;
  }[];
  priorityClassName?: string;
  runtimeClassName?: string;
  terminationGracePeriodSeconds?: number;
  extraEnvs?: {
    [k: string]: unknown;
  }[];
  extraEnvsFrom?: {
    [k: string]: unknown;
  }[];
  extraVolumes?: {
    [k: string]: unknown;
  }[];
  extraVolumeMounts?: {
    [k: string]: unknown;
  }[];
  extraManifests?: {
    [k: string]: unknown;
  }[];
  ports?: {
    otlp?: {
      enabled?: boolean;
      containerPort?: number | string;
      servicePort?: number | string;
      hostPort?: number | string;
      protocol?: string;
      appProtocol?: string;
    };
    'otlp-http'?: {
      enabled?: boolean;
      containerPort?: number | string;
      servicePort?: number | string;
      hostPort?: number | string;
      protocol?: string;
    };
    'jaeger-compact'?: {
      enabled?: boolean;
      containerPort?: number | string;
      servicePort?: number | string;
      hostPort?: number | string;
      protocol?: string;
    };
    'jaeger-thrift'?: {
      enabled?: boolean;
      containerPort?: number | string;
      servicePort?: number | string;
      hostPort?: number | string;
      protocol?: string;
    };
    'jaeger-grpc'?: {
      enabled?: boolean;
      containerPort?: number | string;
      servicePort?: number | string;
      hostPort?: number | string;
      protocol?: string;
    };
    zipkin?: {
      enabled?: boolean;
      containerPort?: number | string;
      servicePort?: number | string;
      hostPort?: number | string;
      protocol?: string;
    };
    metrics?: {
      enabled?: boolean;
      containerPort?: number | string;
      servicePort?: number | string;
      protocol?: string;
    };
    [k: string]: unknown;
  };
  useGOMEMLIMIT?: boolean;
  resizePolicy?: {
    resourceName?: string;
    restartPolicy?: 'NotRequired' | 'RestartContainer';
  }[];
  resources?: kubernetes.ResourceRequirements;
  enableConfigChecksumAnnotation?: boolean;
  podAnnotations?: {
    [k: string]: string;
  };
  podLabels?: {
    [k: string]: string;
  };
  additionalLabels?: {
    [k: string]: string;
  };
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostAliases?: {
    [k: string]: unknown;
  }[];
  dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None' | '';
  dnsConfig?: kubernetes.PodDNSConfig;
  schedulerName?: string;
  replicaCount?: number;
  revisionHistoryLimit?: number;
  annotations?: {
    [k: string]: string;
  };
  extraContainers?: kubernetes.Container[];
  initContainers?: kubernetes.Container[];
  lifecycleHooks?: kubernetes.Lifecycle;
  livenessProbe?: kubernetes.Probe;
  readinessProbe?: kubernetes.Probe;
  startupProbe?: kubernetes.Probe;
  service?: {
    type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
    annotations?: {
      [k: string]: string;
    };
    enabled?: boolean;
    trafficDistribution?: 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';
    clusterIP?: string;
    loadBalancerIP?: string;
    loadBalancerSourceRanges?: string[];
    internalTrafficPolicy?: 'Cluster' | 'Local' | '';
    externalTrafficPolicy?: 'Cluster' | 'Local' | '';
  };
  ingress?: {
    enabled?: boolean;
    additionalIngresses?: {
      name?: string;
      ingressClassName?: string;
      annotations?: {
        [k: string]: unknown;
      };
      hosts?: {
        host?: string;
        paths?: {
          path?: string;
          pathType?: 'Exact' | 'Prefix' | 'ImplementationSpecific';
          port?: number;
        }[];
      }[];
      tls?: {
        secretName?: string;
        hosts?: string[];
      }[];
    }[];
    ingressClassName?: string;
    annotations?: {
      [k: string]: string;
    };
    hosts?: {
      host?: string;
      paths?: {
        path?: string;
        pathType?: 'Exact' | 'Prefix' | 'ImplementationSpecific';
        port?: number;
      }[];
    }[];
    tls?: {
      secretName?: string;
      hosts?: string[];
    }[];
  };
  httproute?: {
    enabled?: boolean;
    apiVersion?: string;
    annotations?: {
      [k: string]: string;
    };
    parentRefs?: {
      [k: string]: unknown;
    }[];
    hostnames?: string[];
    rules?: {
      matches?: {
        [k: string]: unknown;
      }[];
      backendRefs?: {
        name?: string;
        port?: number;
        weight?: number;
      }[];
      filters?: {
        [k: string]: unknown;
      }[];
    }[];
  };
  podMonitor?: {
    enabled?: boolean;
    metricsEndpoints?: {
      [k: string]: unknown;
    }[];
    extraLabels?: {
      [k: string]: string;
    };
  };
  serviceMonitor?: {
    enabled?: boolean;
    metricsEndpoints?: {
      [k: string]: unknown;
    }[];
    extraLabels?: {
      [k: string]: string;
    };
    relabelings?: unknown[];
    metricRelabelings?: unknown[];
    sampleLimit?: number;
  };
  podDisruptionBudget?: {
    enabled?: boolean;
    maxUnavailable?: unknown;
    minAvailable?: unknown;
  };
  autoscaling?: {
    enabled?: boolean;
    minReplicas?: number;
    maxReplicas?: number;
    behavior?: {
      [k: string]: unknown;
    };
    targetCPUUtilizationPercentage?: number;
    additionalMetrics?: {
      [k: string]: unknown;
    }[];
    targetMemoryUtilizationPercentage?: number;
  };
  rollout?: {
    rollingUpdate?: {
      maxSurge?: string | number;
      maxUnavailable?: string | number;
    };
    strategy?: 'OnDelete' | 'Recreate' | 'RollingUpdate';
    maxUnavailable?: number | string;
  };
  prometheusRule?: {
    enabled?: boolean;
    groups?: {
      [k: string]: unknown;
    }[];
    defaultRules?: {
      enabled?: boolean;
      additionalRuleLabels?: {
        [k: string]: unknown;
      };
      additionalRuleAnnotations?: {
        [k: string]: unknown;
      };
    };
    extraLabels?: {
      [k: string]: string;
    };
  };
  statefulset?: {
    volumeClaimTemplates?: {
      [k: string]: unknown;
    }[];
    podManagementPolicy?: string;
    persistentVolumeClaimRetentionPolicy?: {
      enabled?: boolean;
      whenDeleted?: string;
      whenScaled?: string;
    };
  };
  networkPolicy?: {
    enabled?: boolean;
    annotations?: {
      [k: string]: string;
    };
    allowIngressFrom?: {
      [k: string]: unknown;
    }[];
    extraIngressRules?: {
      [k: string]: unknown;
    }[];
    egressRules?: {
      [k: string]: unknown;
    }[];
  };
  shareProcessNamespace?: boolean;
  enabled?: boolean;
  global?: {
    [k: string]: unknown;
  };
  Values?: unknown;
}
