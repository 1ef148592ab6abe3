import { z } from 'zod';
import { dnsLabel, labels } from './primitive.ts';

const ingress = z.strictObject({
  kind: z.literal('ingress'),
  /** Name of the IngressClass. */
  class: z.string().min(1),
  /** Annotations of every Ingress. */
  annotations: labels.default({}),
  /**
   * Where certificates come from: a ClusterIssuer of cert-manager, which makes one for each host, or a Secret of the
   * app's namespace. Plain HTTP where it is left out.
   */
  tls: z
    .union([z.strictObject({ issuer: z.string().min(1) }), z.strictObject({ secret: dnsLabel })])
    .optional(),
  /**
   * Annotations that have the controller ask who sends a request before it passes it on. Without them, only hosts that
   * say why they need no authentication may be exposed.
   */
  authentication: labels.default({}),
});

const gateway = z.strictObject({
  kind: z.literal('gateway'),
  /** The Gateway that admits the routes. Certificates are its own. */
  name: dnsLabel,
  namespace: dnsLabel,
  /** Its listener; all that admit the host where it is left out. */
  section: dnsLabel.optional(),
  /** A filter that asks who sends a request before it is passed on: an object in the app's namespace. */
  authentication: z.strictObject({ group: z.string(), kind: z.string(), name: dnsLabel }).optional(),
});

/** Shape of an environment's `exposure`. */
export const exposure = z.strictObject({
  /** What routes are written for: an ingress controller, or a Gateway of the Gateway API. */
  route: z.discriminatedUnion('kind', [ingress, gateway]),
  /** The pods that requests come from. Only they reach the ports behind public hosts. */
  caller: z.strictObject({ namespace: dnsLabel, pods: labels }),
});

export type ExposureShape = z.output<typeof exposure>;
