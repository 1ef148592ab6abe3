import { type CallSite, callSite } from './call-site.ts';

/** One Argo CD, in one cluster. */
export interface ArgoCd {
  /** Namespace that it runs in. */
  readonly namespace: string;
}

/** A time in which nothing is promoted. Rollbacks and emergencies go on. */
export interface Freeze {
  /** One line, printed to whoever wants to promote. */
  readonly reason: string;
  /** Times in UTC, as in `2026-12-20T00:00:00Z`. */
  readonly from: string;
  readonly until: string;
  /** Environments; all of them where it is left out. */
  readonly environments?: readonly string[];
}

/** What a person may write about the platform as a whole. */
export interface PlatformDefinition {
  /** Short name; the first part of every Argo CD object's name. */
  readonly name: string;
  /** Domain in front of our own labels and annotations, as in `example.org/app`. */
  readonly labelDomain: string;
  /** URL of this repository, exactly as Argo CD knows it. */
  readonly repository: string;
  /** The branch that people merge to. */
  readonly branch: string;
  /** Argo CD instances by name. */
  readonly argocd: Readonly<Record<string, ArgoCd>>;
  /** What buckets are for; each environment says what they are called there. */
  readonly buckets?: readonly string[];
  /** Registry that mirrors all others; it goes in front of every image's own registry path. */
  readonly registryMirror?: string;
  /** Names of pull secrets that exist in every namespace. */
  readonly imagePullSecrets?: readonly string[];
  /** Environments that are gone on purpose although apps of theirs kept data. */
  readonly retired?: readonly string[];
  /** When nothing is promoted. */
  readonly freezes?: readonly Freeze[];
  /** Who scrapes metrics: opens the metrics port of every app to these pods. */
  readonly scraper?: { readonly namespace: string; readonly pods: Readonly<Record<string, string>> };
}

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
