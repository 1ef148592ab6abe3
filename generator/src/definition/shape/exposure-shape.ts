import { z } from 'zod';
import { apiGroup, kind } from '../format/kubernetes-name.ts';
import { text } from '../format/text-format.ts';
import { annotations, dnsLabel, labels, objectName } from './primitive.ts';

const ingress = z.strictObject({
  kind: z.literal('ingress'),
  /** Name of the IngressClass. */
  class: objectName,
  /** Annotations of every Ingress. */
  annotations: annotations.default({}),
  /**
   * Where certificates come from: a ClusterIssuer of cert-manager, which makes one for each host, or a Secret of the
   * app's namespace. Plain HTTP where it is left out.
   */
  tls: z.union([z.strictObject({ issuer: objectName }), z.strictObject({ secret: objectName })]).optional(),
  /**
   * Annotations that have the controller ask who sends a request before it passes it on. Without them, only hosts that
   * say why they need no authentication may be exposed.
   */
  authentication: annotations.default({}),
  /** Annotations of hosts that need no authentication: for a controller that asks unless it is told not to. */
  unauthenticated: annotations.default({}),
});

const gateway = z.strictObject({
  kind: z.literal('gateway'),
  /** The Gateway that admits the routes. Certificates are its own. */
  name: objectName,
  namespace: dnsLabel,
  /** Its listener; all that admit the host where it is left out. */
  section: objectName.optional(),
  /** A filter that asks who sends a request before it is passed on: an object in the app's namespace. */
  authentication: z.strictObject({ group: text(apiGroup), kind: text(kind), name: objectName }).optional(),
});

/** Shape of an app's `gateway`: as the `route` of an environment, where the Gateway lies in the app's own namespace. */
export const gatewayRole = z.discriminatedUnion('kind', [ingress, gateway.omit({ namespace: true })]);

/** Shape of an environment's `exposure`. */
export const exposure = z.strictObject({
  /** What routes are written for: an ingress controller, or a Gateway of the Gateway API. */
  route: z.discriminatedUnion('kind', [ingress, gateway]),
  /** The pods that requests come from. Only they reach the ports behind public hosts. */
  caller: z.strictObject({ namespace: dnsLabel, pods: labels }),
});

export type ExposureShape = z.output<typeof exposure>;
