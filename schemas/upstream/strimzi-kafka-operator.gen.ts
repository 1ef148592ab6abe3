// Written by `npm run generate` from schemas/upstream/strimzi-kafka-operator.schema.json. Do not edit.

/**
 * Of the operator, and of every pod that it makes.
 */
export type References = {
  name: string;
}[];
export type Replicas = number;
export type Tolerations = {
  key?: string;
  operator?: 'Exists' | 'Equal';
  value?: string;
  effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  tolerationSeconds?: number;
}[];
export type Spread = {
  maxSkew: number;
  topologyKey: string;
  whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  labelSelector: {
    matchLabels: Strings1;
  };
}[];

export interface Values {
  /**
   * Besides its own, which it always watches; they must exist.
   */
  watchNamespaces?: string[];
  watchAnyNamespace?: boolean;
  /**
   * ClusterRoles and ClusterRoleBindings; one installation of a cluster has them.
   */
  createGlobalResources?: boolean;
  /**
   * Adds rights on its kinds to the roles view, edit and admin.
   */
  createAggregateRoles?: boolean;
  /**
   * For images without a registry.
   */
  defaultImageRegistry?: string;
  /**
   * For images without a repository.
   */
  defaultImageRepository?: string;
  /**
   * For images without a tag.
   */
  defaultImageTag?: string;
  /**
   * The operator itself.
   */
  image?: {
    registry?: string;
    /**
     * Between registry and name.
     */
    repository?: string;
    name?: string;
    /**
     * May end in @sha256:….
     */
    tag?: string;
    imagePullSecrets?: References;
  };
  topicOperator?: Component;
  userOperator?: Component;
  kafkaInit?: Component;
  kafka?: Component;
  kafkaConnect?: Component;
  kafkaMirrorMaker2?: Component;
  kafkaExporter?: Component;
  cruiseControl?: Component;
  kafkaBridge?: Component;
  kanikoExecutor?: Component;
  buildah?: Component;
  mavenBuilder?: Component;
  replicas?: Replicas;
  resources?: Resources;
  labels?: Strings;
  nodeSelector?: Strings1;
  tolerations?: Tolerations;
  topologySpreadConstraints?: Spread;
  podDisruptionBudget?: {
    enabled?: boolean;
    /**
     * Wins over maxUnavailable unless it is 0.
     */
    minAvailable?: number;
    maxUnavailable?: number;
  };
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  /**
   * For the pods of Kafka.
   */
  generateNetworkPolicy?: boolean;
  /**
   * For the pods of Kafka.
   */
  generatePodDisruptionBudget?: boolean;
  /**
   * ConfigMaps for the sidecar of Grafana.
   */
  dashboards?: {
    enabled?: boolean;
  };
}
export interface Component {
  image?: Image;
}
export interface Image {
  registry?: string;
  /**
   * Between registry and name.
   */
  repository?: string;
  name?: string;
  /**
   * The whole tag, also where the chart would add a version of Kafka; may end in @sha256:….
   */
  tag?: string;
  /**
   * First part of tags that end in a version of Kafka.
   */
  tagPrefix?: string;
}
export interface Resources {
  requests?: Quantities;
  limits?: Quantities;
}
export interface Quantities {
  cpu?: string;
  memory?: string;
}
/**
 * Further labels of the operator's pods.
 */
export interface Strings {
  [k: string]: string;
}
export interface Strings1 {
  [k: string]: string;
}
export interface Probe {
  initialDelaySeconds?: number;
  periodSeconds?: number;
}
