// Written by `npm run generate` from schemas/upstream/external-secrets.schema.json. Do not edit.

export type References = {
  name: string;
}[];
export type Tolerations = {
  key?: string;
  operator?: 'Exists' | 'Equal';
  value?: string;
  effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  tolerationSeconds?: number;
}[];
/**
 * The chart adds the label selector of each component.
 */
export type Spread = {
  maxSkew: number;
  topologyKey: string;
  whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
}[];
export type Replicas = number;
/**
 * Adds rights on this API to the role that every Kubernetes has under that name.
 */
export type Aggregation = boolean;

export interface Values {
  /**
   * For all three components, where they say nothing themselves.
   */
  global?: {
    /**
     * Repository of all images; wins over theirs.
     */
    repository?: string;
    imagePullSecrets?: References;
    nodeSelector?: Strings;
    tolerations?: Tolerations;
    topologySpreadConstraints?: Spread;
  };
  installCRDs?: boolean;
  crds?: {
    createClusterExternalSecret?: boolean;
    createClusterGenerator?: boolean;
    createClusterPushSecret?: boolean;
    createClusterSecretStore?: boolean;
    createPushSecret?: boolean;
    createSecretStore?: boolean;
    unsafeServeV1Beta1?: boolean;
    annotations?: Strings;
  };
  image?: Image;
  replicaCount?: Replicas;
  /**
   * Needed as soon as two pods may run.
   */
  leaderElect?: boolean;
  resources?: Resources;
  podDisruptionBudget?: DisruptionBudget;
  livenessProbe?: Switch;
  readinessProbe?: Switch;
  nodeSelector?: Strings;
  tolerations?: Tolerations;
  podLabels?: Strings;
  serviceAccount?: ServiceAccount;
  /**
   * Stores of one namespace.
   */
  processSecretStore?: boolean;
  /**
   * Stores for all namespaces.
   */
  processClusterStore?: boolean;
  /**
   * Secrets that are written into many namespaces at once.
   */
  processClusterExternalSecret?: boolean;
  /**
   * Secrets that are written into a store.
   */
  processPushSecret?: boolean;
  processClusterPushSecret?: boolean;
  /**
   * Generators for all namespaces.
   */
  processClusterGenerator?: boolean;
  rbac?: {
    aggregateToView?: Aggregation;
    aggregateToEdit?: Aggregation;
    aggregateToAdmin?: Aggregation;
    /**
     * Lets the controller ask for tokens of every ServiceAccount of the cluster.
     */
    serviceAccountTokenCreate?: boolean;
    /**
     * A ClusterRole for the Service Binding specification.
     */
    servicebindings?: {
      create?: boolean;
    };
  };
  serviceMonitor?: {
    enabled?: boolean;
    /**
     * Whether it depends on what the cluster knows when the chart is rendered.
     */
    renderMode?: 'skipIfMissing' | 'failIfMissing' | 'alwaysRender';
    interval?: string;
    additionalLabels?: Strings;
  };
  webhook?: {
    image?: Image;
    replicaCount?: Replicas;
    resources?: Resources;
    podDisruptionBudget?: DisruptionBudget;
    livenessProbe?: Switch;
    readinessProbe?: Switch;
    startupProbe?: Switch;
    nodeSelector?: Strings;
    tolerations?: Tolerations;
    serviceAccount?: ServiceAccount;
    /**
     * Takes the certificate from cert-manager; the cert controller is then not needed.
     */
    certManager?: {
      enabled?: boolean;
      cert?: {
        issuerRef?: {
          group?: 'cert-manager.io';
          kind?: 'Issuer' | 'ClusterIssuer';
          name: string;
        };
        duration?: string;
        renewBefore?: string;
      };
    };
  };
  /**
   * Makes the webhook's certificate; reads every Secret of the cluster for it.
   */
  certController?: {
    create?: boolean;
    image?: Image;
    replicaCount?: Replicas;
    resources?: Resources;
    podDisruptionBudget?: DisruptionBudget;
    nodeSelector?: Strings;
    tolerations?: Tolerations;
  };
  /**
   * Issuers that the chart does not make itself; their text is run as a template.
   */
  extraObjects?: {
    apiVersion: 'cert-manager.io/v1';
    kind: 'Issuer';
    metadata: {
      name: string;
    };
    spec: {
      selfSigned: {};
    };
  }[];
}
export interface Strings {
  [k: string]: string;
}
export interface Image {
  /**
   * With the registry.
   */
  repository?: string;
  /**
   * May end in @sha256:….
   */
  tag?: string;
  /**
   * Ending of the tag; breaks a tag with a digest.
   */
  flavour?: string;
}
export interface Resources {
  requests?: Quantities;
  limits?: Quantities;
}
export interface Quantities {
  cpu?: string;
  memory?: string;
}
export interface DisruptionBudget {
  enabled?: boolean;
  maxUnavailable?: number;
}
export interface Switch {
  enabled?: boolean;
}
export interface ServiceAccount {
  annotations?: Strings;
}
