// Written by `npm run generate` from generator/charts/service/values.schema.json. Do not edit.

export type Values = {
  /**
   * A Deployment where it is left out.
   */
  kind?: 'Deployment' | 'StatefulSet' | 'CronJob' | 'Job';
  replicas?: number;
  /**
   * Of a CronJob: minute, hour, day of the month, month, day of the week.
   */
  schedule?: string;
  /**
   * Of a CronJob: that of the schedule, as Europe/Berlin; UTC where it is left out.
   */
  timeZone?: string;
  /**
   * Of a Job or CronJob: a run that takes longer has failed.
   */
  deadlineSeconds?: number;
  /**
   * Of a Job or CronJob: how often a run that failed is tried again; 3 where it is left out.
   */
  retries?: number;
  /**
   * Numeric user that the image is made for.
   */
  user: number;
  /**
   * The whole reference, as image(…).reference gives it.
   */
  image: string;
  command?: string[];
  args?: string[];
  /**
   * Variables by name. A text may refer to those that come from Secrets as $(NAME).
   */
  env?: {
    [k: string]: Variable;
  };
  resources: Resources;
  /**
   * Numbers by name; each is a port of the Service, too.
   */
  ports?: {
    [k: string]: Port;
  };
  /**
   * Where it says over HTTP that it has started, is ready and alive.
   */
  health?: {
    path: string;
    /**
     * Name of one of its ports; http where it is left out.
     */
    port?: string;
    /**
     * How long it may take to start; 120 where it is left out.
     */
    startSeconds?: number;
  };
  /**
   * Probes of another kind, as Kubernetes takes them.
   */
  probes?: {
    startup?: Probe;
    readiness?: Probe;
    liveness?: Probe;
  };
  /**
   * Has Prometheus scrape a port, where it is there to do so.
   */
  metrics?: {
    /**
     * Name of the port.
     */
    port: string;
    /**
     * /metrics where it is left out.
     */
    path?: string;
  };
  /**
   * Files of the program by name, in a ConfigMap; a change of one restarts the pods.
   */
  files?: {
    [k: string]: File;
  };
  /**
   * Volumes by name; the program and what runs before it mount all of them.
   */
  volumes?: {
    [k: string]: Volume;
  };
  /**
   * Size of /tmp, the only place that can be written without a volume; 256Mi where it is left out.
   */
  tmp?: string;
  /**
   * What runs before it, one after the other.
   */
  init?: {
    name: string;
    /**
     * The whole reference, as image(…).reference gives it.
     */
    image: string;
    command?: string[];
    args?: string[];
    /**
     * Variables by name. A text may refer to those that come from Secrets as $(NAME).
     */
    env?: {
      [k: string]: Variable;
    };
    resources: Resources;
  }[];
  /**
   * What runs beside it, by name.
   */
  sidecars?: {
    [k: string]: {
      /**
       * The whole reference, as image(…).reference gives it.
       */
      image: string;
      command?: string[];
      args?: string[];
      /**
       * Variables by name. A text may refer to those that come from Secrets as $(NAME).
       */
      env?: {
        [k: string]: Variable;
      };
      resources: Resources;
      /**
       * Numbers by name; each is a port of the Service, too.
       */
      ports?: {
        [k: string]: Port;
      };
      /**
       * Where it says over HTTP that it has started, is ready and alive.
       */
      health?: {
        path: string;
        /**
         * Name of one of its ports; http where it is left out.
         */
        port?: string;
        /**
         * How long it may take to start; 120 where it is left out.
         */
        startSeconds?: number;
      };
      /**
       * Probes of another kind, as Kubernetes takes them.
       */
      probes?: {
        startup?: Probe;
        readiness?: Probe;
        liveness?: Probe;
      };
      /**
       * Paths by name of a volume.
       */
      mounts?: {
        [k: string]: string;
      };
    };
  };
  /**
   * What it may do with the Kubernetes API; with any, its pods get a token.
   *
   * @minItems 1
   */
  rights?: [
    {
      /**
       * Where, if not in its own: one of the app's extraNamespaces, or * for the whole cluster, which needs its clusterKinds.
       */
      namespace?: string;
      /**
       * @minItems 1
       */
      apiGroups: [string, ...string[]];
      /**
       * @minItems 1
       */
      resources: [string, ...string[]];
      /**
       * @minItems 1
       */
      resourceNames?: [string, ...string[]];
      /**
       * @minItems 1
       */
      verbs: [string, ...string[]];
    },
    ...{
      /**
       * Where, if not in its own: one of the app's extraNamespaces, or * for the whole cluster, which needs its clusterKinds.
       */
      namespace?: string;
      /**
       * @minItems 1
       */
      apiGroups: [string, ...string[]];
      /**
       * @minItems 1
       */
      resources: [string, ...string[]];
      /**
       * @minItems 1
       */
      resourceNames?: [string, ...string[]];
      /**
       * @minItems 1
       */
      verbs: [string, ...string[]];
    }[]
  ];
  /**
   * How long it may take to stop.
   */
  graceSeconds?: number;
  priorityClassName?: string;
  nodeSelector?: {
    [k: string]: string;
  };
  tolerations?: {}[];
};
/**
 * A text, a key of a Secret, or a field of the pod.
 */
export type Variable =
  | (string | number | boolean)
  | {
      secret: string;
      key: string;
    }
  | {
      /**
       * As status.podIP.
       */
      field: string;
    };
export type Port = number;

export interface Resources {
  requests: {
    cpu: string;
    memory: string;
  };
  limits: {
    cpu?: string;
    memory: string;
  };
}
export interface Probe {
  httpGet?: {
    path?: string;
    port: string | number;
    scheme?: 'HTTP' | 'HTTPS';
  };
  tcpSocket?: {
    port: string | number;
  };
  exec?: {
    command: string[];
  };
  initialDelaySeconds?: number;
  periodSeconds?: number;
  timeoutSeconds?: number;
  failureThreshold?: number;
  successThreshold?: number;
}
export interface File {
  path: string;
  text?: string;
  /**
   * Data, written as YAML.
   */
  yaml?: {} | unknown[];
  /**
   * Data, written as JSON.
   */
  json?: {} | unknown[];
}
/**
 * Persistent with a size, the keys of a Secret, or else room that goes with the pod.
 */
export interface Volume {
  path: string;
  /**
   * Of a volume that outlives the pod.
   */
  size?: string;
  storageClass?: string;
  /**
   * Name of a Secret, whose keys are files.
   */
  secret?: string;
  /**
   * Those of its keys that are wanted; all of them where it is left out.
   */
  keys?: string[];
  /**
   * Most that may be written to a volume that goes with the pod.
   */
  scratch?: string;
}
