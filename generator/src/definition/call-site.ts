/** Where a definition was written. */
export interface CallSite {
  /** A `file:` URL. */
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The place that called the function that calls this, so that a problem can name the definition's file and line.
 * Read from the stack, because a definition is a value and a value does not know where it stands. Asked of the engine as
 * data: in the stack's text a folder's name can look like anything, and options of Node can cut it short.
 */
export function callSite(): CallSite | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 3;
    Error.prepareStackTrace = (_, frames) => frames;
    const frame = (new Error().stack as unknown as readonly NodeJS.CallSite[])[2];
    const url = frame?.getFileName()?.replace(/\?.*$/, '');
    if (!frame || !url?.startsWith('file://')) return undefined;
    return { url, line: frame.getLineNumber() ?? 1, column: frame.getColumnNumber() ?? 1 };
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** A place in code, as far as a stack says. */
export type CodePlace = Omit<CallSite, 'column'> & { readonly column?: number };

/** The places that the text of an error's stack names in files of code, from the inside out. */
export function placesIn(stack: string): CodePlace[] {
  return stack.split('\n').flatMap((line) => {
    const [, url, row, column] =
      line.match(/(file:\/\/.+?\.[mc]?[jt]s)(?:\?[^:]*)?:(\d+)(?::(\d+))?\)?$/) ?? [];
    if (url === undefined) return [];
    return [{ url, line: Number(row), ...(column !== undefined && { column: Number(column) }) }];
  });
}
