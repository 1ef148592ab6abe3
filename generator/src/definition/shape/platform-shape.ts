import { z } from 'zod';
import { host } from '../format/address.ts';
import { registryMirror } from '../format/image.ts';
import { text } from '../format/text-format.ts';
import { branch, gitRepository } from '../format/url.ts';
import { dnsLabel, labels, line, objectName } from './primitive.ts';

/** A time in which nothing is promoted, and no upgrade proposed. Rollbacks and emergencies go on. */
const freeze = z
  .strictObject({
    /** One line, printed to whoever wants to promote. */
    reason: line,
    /** Times in UTC, as in `2026-12-20T00:00:00Z`. */
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    /** Environments; all of them where it is left out. */
    environments: z.array(dnsLabel).optional(),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'must be after from' });

/** How fast upgrades are proposed. */
const upgrades = z.strictObject({
  /** Pull requests of upgrades that may be open at a time. */
  open: z.int().min(1).default(5),
  /** Days that a version is known before it is proposed. */
  cooldown: z.int().min(0).default(3),
  /** How those are merged that merge by themselves. */
  merge: z.enum(['merge', 'squash', 'rebase']).default('squash'),
  /** User names, and teams as `org/team`, asked to review. */
  reviewers: z.array(z.string().min(1)).default([]),
  /**
   * Whether the programs of `generator/tools.json` are raised here too: only where the generator is developed, as they
   * come with `npm run update` elsewhere.
   */
  programs: z.boolean().default(false),
});

/** Shape of what {@link definePlatform} takes. */
export const platform = z.strictObject({
  /** Short name; the first part of every Argo CD object's name. */
  name: dnsLabel,
  /** Domain in front of our own labels and annotations, as in `example.org/app`. */
  labelDomain: text(host),
  /** URL of this repository, exactly as Argo CD knows it. */
  repository: text(gitRepository),
  /** The branch that people merge to. */
  branch: text(branch),
  /** Argo CD instances by name, each with the namespace that it runs in. */
  argocd: z.record(dnsLabel, z.strictObject({ namespace: dnsLabel })),
  /** What buckets are for; each environment says what they are called there. */
  buckets: z.array(dnsLabel).default([]),
  /** Registry that mirrors all others; it goes in front of every image's own registry path. An environment may have its own. */
  registryMirror: text(registryMirror).optional(),
  /** Images that the platform makes itself, by the beginning of their repository: each must have a contract. */
  ownImages: z.array(z.string().min(1)).default([]),
  /** Names of pull secrets that exist in every namespace, unless an environment has its own. */
  imagePullSecrets: z.array(objectName).default([]),
  /** Environments that were removed on purpose although apps of theirs were stateful. */
  retired: z.array(z.string()).default([]),
  /** When nothing is promoted, and no upgrade proposed. */
  freezes: z.array(freeze).default([]),
  /** How fast upgrades are proposed. */
  upgrades: upgrades.prefault({}),
  /** Who scrapes metrics: opens the metrics port of every app to these pods. */
  scraper: z.strictObject({ namespace: dnsLabel, pods: labels }).optional(),
});

export type PlatformShape = z.output<typeof platform>;
