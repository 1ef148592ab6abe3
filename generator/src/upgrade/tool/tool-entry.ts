import { z } from 'zod';
import { upgradePolicy } from '../../definition/shape/upgrade-policy-shape.ts';

/** An entry of `generator/tools.json`, as far as upgrades read it. `{version}` and `{platform}` stand for both. */
export const toolEntry = z.object({
  version: z.string(),
  /** Where its releases are tagged, and how; without it nobody asks for newer ones. */
  releases: z.strictObject({ git: z.string(), tags: z.string().includes('{version}') }).optional(),
  /** Name of the program that brings its own copy of this one, whose version it therefore has. */
  with: z.string().optional(),
  download: z
    .object({
      url: z.string(),
      /** URL of what its project publishes: lines of a checksum and a file name, or one checksum alone. */
      checksums: z.string(),
      sha256: z.record(z.string(), z.string()),
    })
    .optional(),
  go: z.object({ package: z.string(), module: z.string().optional() }).optional(),
  policy: upgradePolicy.prefault({}),
});

export type ToolEntry = z.output<typeof toolEntry>;
