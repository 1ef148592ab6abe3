import { z } from 'zod';
import { text } from '../format/text-format.ts';
import { versionTemplate } from '../format/version-template.ts';
import { dnsLabel, line, repositoryPath } from './primitive.ts';

const regularExpression = (pattern: string): string | null => {
  try {
    new RegExp(pattern);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

const day = z.iso.date();

const template =
  'how the other version is written here, as in v{appVersion}; * is a number that is chosen freely';

/** What an entry takes its version from instead of choosing one: the other entry's next version decides. */
const follows = z.union([
  z.strictObject({
    chart: dnsLabel.describe('key in charts/upstream.yaml'),
    as: text(versionTemplate('version', 'appVersion')).default('{appVersion}').describe(template),
  }),
  z.strictObject({
    image: dnsLabel.describe('key in images.yaml'),
    as: text(versionTemplate('version')).default('{version}').describe(template),
  }),
]);

/** How a signature of Cosign is checked: with a public key, or by who signed according to a certificate. */
const signature = z.union([
  z.strictObject({ key: repositoryPath.describe('file with the public key, PEM') }),
  z.strictObject({
    identity: line.describe('who must have signed, as the certificate names it'),
    issuer: line.describe('URL of the identity provider that vouched for it'),
    trustedRoot: repositoryPath
      .optional()
      .describe('file with the trusted root of a Sigstore of your own; else the public one'),
  }),
]);

/** How upgrades choose the next version of an entry. */
export const upgradePolicy = z
  .strictObject({
    /** The largest step that an upgrade may take by itself. */
    update: z
      .enum(['patch', 'minor', 'major', 'none'])
      .default('minor')
      .describe('largest step of an upgrade; none: never'),
    /** As npm writes ranges. */
    versions: line.optional().describe('range that is never left, as in >=3.9 <3.10'),
    /** Which tags are versions at all. A group named `version` says which part of them is compared. */
    tags: text(regularExpression)
      .optional()
      .describe('regular expression; the only tags that count as versions'),
    prerelease: z.boolean().default(false).describe('whether release candidates and the like count'),
    cooldown: z
      .int()
      .min(0)
      .optional()
      .describe('days that a version is known before it is proposed; else as the platform says'),
    group: dnsLabel.optional().describe('entries of one group are proposed together'),
    automerge: z
      .enum(['none', 'patch', 'minor'])
      .default('none')
      .describe('largest step whose pull request merges by itself once all checks pass'),
    follows: follows.optional(),
    ignore: z
      .array(
        z.strictObject({
          versions: line.describe('exact version, or a range'),
          reason: line.describe('why, for whoever reads the dashboard'),
          until: day.optional().describe('the first day on which it counts again'),
        }),
      )
      .default([]),
    signature: signature.optional().describe('only signed images are taken'),
  })
  .describe('how upgrades choose the next version');

export type UpgradePolicy = z.output<typeof upgradePolicy>;
