import { z } from 'zod';
import { host } from '../format/address.ts';
import { registryMirror } from '../format/image.ts';
import { apiGroup } from '../format/kubernetes-name.ts';
import { matches, text } from '../format/text-format.ts';
import { sizes } from '../size.ts';
import { alerts } from './alerts-shape.ts';
import { cloud } from './cloud-shape.ts';
import { exposure } from './exposure-shape.ts';
import { dnsLabel, duration, line, literalText, minorVersion, objectName, sizeRow } from './primitive.ts';

const namespacePrefix = matches(
  /^([a-z0-9][a-z0-9-]*)?$/,
  'must be lower case letters, digits and dashes, as the beginning of a namespace is',
);

/** Shape of what {@link defineEnvironment} takes. */
export const environment = z.strictObject({
  /** Name of its folder. */
  name: dnsLabel,
  /**
   * Names that it had before, the first one first. What Argo CD has of it keeps the first, and what it was pinned to under
   * a former name, it still is.
   */
  formerly: z.array(dnsLabel).default([]),
  /** One line: who it is for. Printed in PLAN.md. */
  description: line,
  /** Shows what would run and deploys nothing, so that it can be removed again without a word. */
  sample: z.boolean().default(false),
  /** Key of the Argo CD instance in `platform.ts` that deploys it. */
  argocd: z.string(),
  /** The environment that promotions come from; none for the first. */
  promotesFrom: z.string().optional(),
  /** The cluster that it is deployed to. */
  destination: z.strictObject({
    /** Name of the cluster in Argo CD; `in-cluster` is the one that Argo CD itself runs in. */
    name: literalText,
    /** Minor version, quoted: `'1.34'`. Charts are rendered for it. */
    kubernetesVersion: minorVersion,
  }),
  cloud,
  /** Public domain; hosts are made below it. */
  domain: text(host),
  size: z.enum(sizes),
  /** `minimal` leaves out every app that says it is `optional`. */
  profile: z.enum(['full', 'minimal']).default('full'),
  /**
   * How requests from outside reach apps with public hosts; `none` where nobody outside shall. Where it is left out, the
   * app that is the gateway lets them in.
   */
  exposure: z.union([exposure, z.literal('none')]).optional(),
  /** Who hears of alerts; by default a webhook, whose URL a person has to give. */
  alerts: alerts.prefault({}),
  /**
   * Public hosts that may be reached without a login in front, by what they are called below the domain (`@` for the
   * domain itself). Their apps say why; no other host is let through.
   */
  unauthenticatedHosts: z.array(z.string()).default([]),
  /** What the cluster has without any app of this repository: used, and never touched. */
  existing: z
    .strictObject({
      /** A ClusterSecretStore of External Secrets that keeps the secrets. */
      secretStore: objectName.optional(),
      /** API groups whose CRDs are installed, as `monitoring.coreos.com`. */
      kinds: z.array(text(apiGroup)).default([]),
    })
    .prefault({}),
  /** Registry that its images are pulled through; that of the platform where it is left out, and none with `none`. */
  registryMirror: text((mirror) => (mirror === 'none' ? null : registryMirror(mirror))).optional(),
  /** Names of pull secrets that exist in each of its namespaces; those of the platform where it is left out. */
  imagePullSecrets: z.array(objectName).optional(),
  /** In front of every name in the secret store, so that environments can share one. */
  secretPrefix: z.string().default(''),
  /**
   * Secrets that were replaced, by their name without the prefix, each with the number of its value: `{ 'db-admin': 2 }`.
   * The value of another number has another name, so all that read it change with one commit.
   */
  secretVersions: z.record(z.string(), z.int().min(2).max(999)).default({}),
  /** In front of every namespace, so that environments can share a cluster. */
  namespacePrefix: text(namespacePrefix).default(''),
  /**
   * Where data lies since it was moved, word for word as `running.yaml` says it after the change; without its line here,
   * a change that would part a stateful app from its data is refused.
   */
  moved: z
    .strictObject({
      destination: z.string().optional(),
      argocd: z.string().optional(),
      /** Namespace and name of the Application that makes all others. */
      root: z.string().optional(),
      namespacePrefix: z.string().optional(),
      /** By purpose. */
      buckets: z.record(z.string(), z.string()).default({}),
      apps: z
        .record(
          z.string(),
          z.strictObject({ namespace: z.string().optional(), chart: z.string().optional() }),
        )
        .default({}),
    })
    .prefault({}),
  /**
   * How long a version of an app must have run where promotions come from, as in `30m`, `24h` or `7d`; by default, not
   * at all.
   */
  soak: duration.default(0),
  /** Who is asked to review promotions to it: user names, and teams as `org/team`. */
  reviewers: z.array(z.string().regex(/^[\w.-]+(\/[\w.-]+)?$/)).default([]),
  /** How its promotions are merged by themselves once all checks pass; left out, a person merges. */
  automerge: z.enum(['merge', 'squash', 'rebase']).nullable().default(null),
  apps: z
    .strictObject({
      exclude: z.array(z.string()).default([]),
      override: z
        .array(z.strictObject({ app: z.string(), values: z.record(z.string(), z.unknown()) }))
        .default([]),
      /** Figures of an app's size that are others here. */
      resize: z.array(z.strictObject({ app: z.string(), size: sizeRow })).default([]),
      /** Stateful apps whose data was given up on purpose; without their name here that is refused. */
      retired: z.array(z.string()).default([]),
    })
    .prefault({}),
});

export type EnvironmentShape = z.output<typeof environment>;
