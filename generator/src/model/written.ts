import type { App } from '../definition/app-reference.ts';
import type { Environment } from '../definition/environment.ts';
import type { Platform } from '../definition/platform.ts';
import type { WorldGuard } from './world-guard.ts';

/** A text file of the repository. */
export interface TextFile {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** A folder below `environments/` that defines one. */
export interface WrittenEnvironment {
  /** Name of the folder. */
  readonly folder: string;
  readonly environment: Environment;
  /** Absent until the environment is released for the first time. */
  readonly release: TextFile | null;
}

/** A folder with a `Chart.yaml`, of the platform in `charts/` or of the generator in `generator/charts/`. */
export interface WrittenChart {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly chart: TextFile;
  readonly schema: TextFile | null;
}

/** An app that a file exports. */
export interface DefinedApp {
  readonly file: string;
  /** What the export is called. */
  readonly name: string;
  readonly app: App;
}

/** A repository as people wrote it: code already loaded, text not yet read. */
export interface Written {
  /** `file:` URL of the root, with a slash at the end. */
  readonly root: string;
  /** Watches what the definitions' functions ask. */
  readonly guard: WorldGuard;
  readonly platform: Platform;
  readonly apps: readonly App[];
  /** All code below `apps/` and `environments/`. */
  readonly code: readonly TextFile[];
  /** What that code exports, as far as the list of apps imports it, listed there or not. */
  readonly defined: readonly DefinedApp[];
  readonly environments: readonly WrittenEnvironment[];
  readonly images: TextFile;
  readonly upstream: TextFile;
  readonly charts: readonly WrittenChart[];
  /** Derived values schemas of third-party charts, by key in `charts/upstream.yaml`. */
  readonly upstreamSchemas: Readonly<Record<string, TextFile>>;
  /** What those charts honor beyond them, by the same key. */
  readonly upstreamAdditions: Readonly<Record<string, TextFile>>;
  /** Contracts of images, by key in `images.yaml`. */
  readonly contracts: Readonly<Record<string, TextFile>>;
  /** What lies in `apps/health/`, by name; of a folder, the name ends in a slash. */
  readonly healthChecks: Readonly<Record<string, TextFile>>;
  /** The health checks that the generator has for common operators, likewise. */
  readonly commonHealthChecks: Readonly<Record<string, TextFile>>;
}
