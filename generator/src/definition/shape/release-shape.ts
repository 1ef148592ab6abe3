import { z } from 'zod';
import { text } from '../format/text-format.ts';
import { branch } from '../format/url.ts';
import { commit, dnsLabel, line } from './primitive.ts';

const day = z.iso.date().describe('day, in UTC, from which it counts no more');

const follows = z.strictObject({
  follow: text(branch).describe('branch whose newest commit runs'),
});

const pinned = z.strictObject({
  revision: commit.describe('commit that every app runs from, but those in "apps"'),
  apps: z
    .record(dnsLabel, commit.nullable())
    .default({})
    .describe('apps that run from a commit of their own; null for one that does not run here yet'),
  hold: z
    .record(dnsLabel, z.strictObject({ reason: line, until: day }))
    .default({})
    .describe('apps that promotions leave where they are'),
  emergencies: z
    .array(z.strictObject({ reason: line, since: z.iso.date(), apps: z.array(dnsLabel).min(1) }))
    .default([])
    .describe('why apps run here that skipped the soak, for as long as they do'),
});

/** Shape of `environments/<env>/release.yaml`: where the environment takes its apps from. */
export const release = z.union([follows, pinned]);
