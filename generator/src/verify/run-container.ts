import type { PlainObject } from '../definition/plain.ts';
import type { Manifest } from './manifest.ts';

/** A program that something other than the container's own command starts. */
export interface StartedJar {
  /** Path in the image. */
  readonly path: string;
  readonly entryClass: string | null;
  readonly args: readonly string[];
}

/** A container that a render runs, as far as its image is concerned. */
export interface RunContainer {
  readonly owner: Manifest;
  readonly name: string;
  readonly image: string;
  /** Null where the image's own command runs. */
  readonly command: readonly string[] | null;
  readonly args: readonly string[];
  readonly user: number | null;
  readonly readOnly: boolean;
  /** Variables by name; null where the value is known in the cluster only. */
  readonly variables: Readonly<Record<string, string | null>>;
  /** Variables that the cluster adds because of the identity of the ServiceAccount. */
  readonly identity: readonly string[];
  /** Whether there may be variables that nobody can see here. */
  readonly moreVariables: boolean;
  /** Ports that it declares, by name. */
  readonly ports: Readonly<Record<string, number>>;
  readonly probes: readonly PlainObject[];
  readonly mounts: readonly Mount[];
  /** Of a framework in the image that is told by keys, as Flink is. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly jar: StartedJar | null;
}

/** Something that is laid over a path of the image. */
export interface Mount {
  readonly path: string;
  readonly writable: boolean;
  /** The files there by name, `''` where the path is one file; null where nobody can see them here. */
  readonly files: Readonly<Record<string, string | null>> | null;
}

/** What a pod's spec does not say of its containers, and whoever creates it adds. */
export interface OperatorPart {
  readonly jar: StartedJar | null;
  readonly configuration: Readonly<Record<string, string>>;
}
