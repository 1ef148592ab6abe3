/** What only starts the program that is named behind it. */
const starters = new Set([
  'env',
  'tini',
  'dumb-init',
  'catatonit',
  'su-exec',
  'gosu',
  'exec',
  'nice',
  'setpriv',
  '--',
]);

/** What starts something that its name does not tell. */
const shells = new Set(['sh', 'bash', 'ash', 'dash', 'busybox']);

/** Runs whatever it is given. */
const interpreters = /^(python|node|nodejs|ruby|perl|php|java|jshell|deno|bun|irb)[\d.]*$/;

/** What the start of an image says about its program. */
export type StartedProgram =
  | { readonly kind: 'program'; readonly name: string }
  /** A prompt, or an interpreter with nothing to run: what images of languages and distributions start. */
  | { readonly kind: 'bare'; readonly name: string }
  /** A script whose name says nothing, a module of an interpreter, or something inside of a shell's line. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nothing' };

/** The program that an image starts where nobody says anything else. */
export function startedProgram(entrypoint: readonly string[], command: readonly string[]): StartedProgram {
  const words = [...entrypoint, ...command];
  const first = words.findIndex((word) => !starters.has(baseName(word)) && !word.startsWith('-'));
  const [word, ...rest] = first < 0 ? [] : words.slice(first);
  if (word === undefined) return { kind: 'nothing' };
  const name = baseName(word);
  if (shells.has(name) || interpreters.test(name))
    return rest.length === 0 ? { kind: 'bare', name } : { kind: 'unknown' };
  return isScript(name) ? { kind: 'unknown' } : { kind: 'program', name };
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const isScript = (name: string): boolean =>
  /\.(sh|bash|py|js|rb|pl)$/.test(name) || /^(.*-)?(entry-?point|start|run|init|launch(er)?)$/.test(name);
