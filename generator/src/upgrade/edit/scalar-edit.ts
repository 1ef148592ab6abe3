/** A scalar that is set in a text of YAML or JSON. */
export interface ScalarEdit {
  /** Keys from the root of the document. */
  readonly path: readonly string[];
  readonly value: string | null;
  /** Key of the same map behind which it is added where it is missing; without it, a missing key is a problem. */
  readonly after?: string;
}

/** What changes in one file. */
export interface FileEdit {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly edits: readonly ScalarEdit[];
}

/** A part of a text that is replaced by another; empty where something is only added. */
export interface Splice {
  /** Offset of its first character. */
  readonly start: number;
  /** Offset behind its last. */
  readonly end: number;
  readonly text: string;
}
