// Written by `npm run generate` from generator/charts/platform/values.schema.json. Do not edit.

export type Ports = number[];
/**
 * Ports that anybody may reach.
 */
export type Ports1 = number[];

/**
 * What the generator knows of an app and its chart cannot know.
 */
export interface Values {
  /**
   * Name of the app and of its objects.
   */
  app: string;
  /**
   * Name of the platform.
   */
  partOf: string;
  imagePullSecrets?: string[];
  serviceAccountAnnotations?: Strings;
  podLabels?: Strings1;
  /**
   * There is a Prometheus operator, so monitors can be made.
   */
  monitors?: boolean;
  /**
   * Secrets to fetch from the store into the app's namespace.
   */
  secrets?: {
    store: {
      kind: 'ClusterSecretStore' | 'SecretStore';
      name: string;
    };
    list: Secret[];
  };
  /**
   * Public hosts of the app, and what admits requests to them.
   */
  routes?: Route[];
  network: {
    pods: Strings3;
    ingress?: Peer[];
    egress?: Peer[];
    open?: Ports1;
    /**
     * Ports that the app reaches outside the cluster, by ranges of addresses.
     */
    outside?: {
      cidrs: string[];
      ports: Ports;
    }[];
    /**
     * The app calls the Kubernetes API.
     */
    kubernetesApi?: boolean;
  };
}
/**
 * Bind the ServiceAccount to an identity of the cloud.
 */
export interface Strings {
  [k: string]: string;
}
export interface Strings1 {
  [k: string]: string;
}
export interface Secret {
  /**
   * Name of the Kubernetes Secret.
   */
  name: string;
  type?: string;
  /**
   * Name in the store.
   */
  from?: string;
  keys?: string[];
  text?: Strings2;
}
/**
 * Keys that are no secret.
 */
export interface Strings2 {
  [k: string]: string;
}
export interface Route {
  name: string;
  host: string;
  /**
   * @minItems 1
   */
  paths: [string, ...string[]];
  service: string;
  port: number;
  ingress?: {
    /**
     * Name of the IngressClass.
     */
    class: string;
    annotations?: Strings1;
    /**
     * Secret with the certificate.
     */
    tls?: string;
  };
  gateway?: {
    name: string;
    namespace: string;
    /**
     * Listener of the Gateway.
     */
    section?: string;
    /**
     * Asks who sends a request.
     */
    filter?: {
      group: string;
      kind: string;
      name: string;
    };
  };
}
/**
 * Labels of the app's pods.
 */
export interface Strings3 {
  [k: string]: string;
}
export interface Peer {
  namespace: string;
  pods: Strings1;
  ports: Ports;
}
