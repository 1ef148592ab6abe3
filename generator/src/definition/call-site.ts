/** Where a definition was written. */
export interface CallSite {
  /** A `file:` URL. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

const frame = /(?:\(|at )(file:\/\/[^\s()]+):(\d+):(\d+)\)?$/;

/**
 * The place that called the function that calls this, so that a problem can name the definition's file and line.
 * Read from the stack, because a definition is a value and a value does not know where it stands.
 */
export function callSite(): CallSite | undefined {
  const lines = (new Error().stack ?? '').split('\n').slice(3);
  const match = lines[0]?.match(frame);
  if (!match?.[1]) return undefined;
  return { url: match[1].replace(/\?.*$/, ''), line: Number(match[2]), column: Number(match[3]) };
}
