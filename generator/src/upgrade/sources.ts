import type { ChartSubject, ImageSubject, ToolSubject } from './subject.ts';
import type { ToolChecksums } from './tool/tool-edits.ts';

/**
 * What somebody outside says: an answer; that there is no such thing; or nothing usable, for a reason that may pass.
 * Texts are one line, name the host, and hold no credentials.
 */
export type SourceAnswer<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** What an image says of itself, in its index, its manifest and its configuration. */
export interface ImageFacts {
  /** As `linux/amd64`, `linux/arm64/v8`; sorted. */
  readonly platforms: readonly string[];
  /** When it was built, as its builder says (ISO 8601); null where it does not, or says a time of no meaning. */
  readonly created: string | null;
  /** Of the first platform. */
  readonly labels: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
}

/** One version of a chart, as its repository lists it. */
export interface ChartRelease {
  readonly version: string;
  /** Null where the chart has none, or the registry was not asked for it: {@link Sources.chart} knows. */
  readonly appVersion: string | null;
  /** ISO 8601; null where the repository does not say. */
  readonly created: string | null;
  readonly deprecated: boolean;
}

/** Where versions come from. `edge/registry/` has the real one. Nothing is asked twice in a run. */
export interface Sources {
  /** All tags of an image's repository. */
  tags(repository: string): Promise<SourceAnswer<readonly string[]>>;
  /** What a tag means now, by `HEAD`. */
  digest(repository: string, tag: string): Promise<SourceAnswer<string>>;
  image(repository: string, digest: string): Promise<SourceAnswer<ImageFacts>>;
  /** All versions of a chart. */
  charts(chart: ChartSubject): Promise<SourceAnswer<readonly ChartRelease[]>>;
  /** One of them, with all that is known. */
  chart(chart: ChartSubject, version: string): Promise<SourceAnswer<ChartRelease>>;
  /** Commit by tag, of a git repository; annotated tags are followed to their commit. */
  gitTags(url: string): Promise<SourceAnswer<ReadonlyMap<string, string>>>;
  /** Versions of a program that it could be raised to. */
  tool(tool: ToolSubject): Promise<SourceAnswer<readonly string[]>>;
  /** Checksums of the archives of such a version, as its project publishes them; empty where nothing is downloaded. */
  checksums(tool: ToolSubject, version: string): Promise<SourceAnswer<ToolChecksums>>;
  /** Whether an image is signed as an entry wants it: found, or missing with the reason. */
  signature(image: ImageSubject, digest: string): Promise<SourceAnswer<true>>;
}
