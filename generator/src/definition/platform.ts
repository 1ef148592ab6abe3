import { type CallSite, callSite } from './call-site.ts';
import type { Input } from './shape/input.ts';
import type { platform } from './shape/platform-shape.ts';

/** What a person may write about the platform as a whole. */
export type PlatformDefinition = Input<typeof platform>;

/** A time in which nothing is promoted. */
export type Freeze = NonNullable<PlatformDefinition['freezes']>[number];

/** The platform, as it was written. */
export interface Platform {
  readonly kind: 'platform';
  readonly definition: unknown;
  readonly site: CallSite | undefined;
}

/** Defines the platform. Checked when the repository is resolved. */
export function definePlatform(definition: PlatformDefinition): Platform {
  return { kind: 'platform', definition, site: callSite() };
}
