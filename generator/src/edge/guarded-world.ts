import nodeCrypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { relative } from '../model/definition-location.ts';
import type { WorldGuard } from '../model/world-guard.ts';
import { type Problem, problem } from '../problem/problem.ts';

type World = 'the clock' | 'chance' | 'the machine';

/** A property by which code reaches the world. */
interface WorldSource {
  readonly holder: object;
  readonly name: string;
  /** What stands there while somebody watches. */
  readonly guarded: (real: never, note: Note) => object;
}

/** Whether it is a definition that asks. */
type Note = (world: World, said: string) => boolean;

/** Whoever watches now, by what takes a note for them. Loads overlap, so what is replaced is replaced once for all. */
const watching = new Set<Note>();
let restore = (): void => {};

/** Notes what the definitions below a root (a `file:` URL with a slash at the end) ask of the world. */
export const worldGuard =
  (root: string): WorldGuard =>
  () => {
    const problems = new Map<string, Problem>();
    const note: Note = (world, said) => {
      const location = askedFrom(root);
      if (location === undefined) return false;
      const place = JSON.stringify(location);
      if (problems.has(place)) return true;
      const message = `definitions may not depend on ${world}: ${said}`;
      problems.set(place, problem('unstable-values', location, message, hint));
      return true;
    };
    if (watching.size === 0) restore = replaceAll();
    watching.add(note);
    return () => {
      if (watching.delete(note) && watching.size === 0) restore();
      return [...problems.values()];
    };
  };

const hint = 'a version, a date or a setting is written into the definition';

/**
 * Where a definition asked, if one did: it is the innermost file of the stack. What a package or the generator asks for
 * its own ends is none of the author's business.
 */
function askedFrom(root: string): { file: string; line: number } | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 12;
    Error.prepareStackTrace = (_, frames) => frames;
    const frames = new Error().stack as unknown as readonly NodeJS.CallSite[];
    const asking = frames.find((frame) => isFile(frame) && frame.getFileName() !== import.meta.url);
    const file = relative(root, asking?.getFileName()?.replace(/\?.*$/, '') ?? '');
    return /^(apps|environments)\//.test(file) ? { file, line: asking?.getLineNumber() ?? 1 } : undefined;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Whether a frame is code of a file: neither the engine's, as of `Array.from`, nor Node's own. */
const isFile = (frame: NodeJS.CallSite): boolean => /^(file:|\/|[A-Za-z]:\\)/.test(frame.getFileName() ?? '');

/** Puts the guarded ones in the place of all sources. What it returns puts the real ones back. */
function replaceAll(): () => void {
  const note: Note = (world, said) => {
    const asked = [...watching].map((tell) => tell(world, said));
    return asked.includes(true);
  };
  const undone = sources().map(({ holder, name, guarded }) => {
    const own = Object.getOwnPropertyDescriptor(holder, name);
    const value = guarded(Reflect.get(holder, name) as never, note);
    const enumerable = own?.enumerable ?? true;
    Object.defineProperty(holder, name, { configurable: true, writable: true, enumerable, value });
    return () => (own ? Object.defineProperty(holder, name, own) : Reflect.deleteProperty(holder, name));
  });
  // For `import { randomUUID } from 'node:crypto'`.
  syncBuiltinESMExports();
  return () => {
    for (const undo of undone) undo();
    syncBuiltinESMExports();
  };
}

const sources = (): WorldSource[] => [
  { holder: globalThis, name: 'Date', guarded: guardedDate },
  { holder: process, name: 'env', guarded: guardedVariables },
  ...functions('the clock', 'Date', Date, ['now']),
  ...functions('the clock', 'performance', performance, ['now']),
  ...functions('the clock', 'process', process, ['hrtime', 'uptime']),
  ...functions('the clock', 'process.hrtime', process.hrtime, ['bigint']),
  ...functions('chance', 'Math', Math, ['random']),
  ...functions('chance', 'crypto', crypto, ['randomUUID', 'getRandomValues']),
  ...functions('chance', 'crypto', nodeCrypto, ['randomUUID', 'randomBytes', 'randomInt']),
  ...functions('the machine', 'os', os, ['hostname', 'userInfo', 'homedir']),
  ...functions('the machine', 'process', process, ['cwd']),
];

const functions = (world: World, of: string, holder: object, names: readonly string[]): WorldSource[] =>
  names.map((name) => ({
    holder,
    name,
    guarded: (real: () => unknown, note) =>
      new Proxy(real, {
        apply(target, self, args) {
          note(world, `${of}.${name}()`);
          return Reflect.apply(target, self, args);
        },
      }),
  }));

/** A date that is given is written; only the present one comes from the clock. */
function guardedDate(real: DateConstructor, note: Note): DateConstructor {
  return new Proxy(real, {
    construct(target, args, made) {
      if (args.length === 0) note('the clock', 'new Date()');
      return Reflect.construct(target, args, made);
    },
    apply(target, self, args) {
      note('the clock', 'Date()');
      return Reflect.apply(target, self, args);
    },
  });
}

/** What is refused afterwards would be known by then: a definition finds no variable set. */
function guardedVariables(real: NodeJS.ProcessEnv, note: Note): NodeJS.ProcessEnv {
  return new Proxy(real, {
    get(target, name) {
      const asked = note('the machine', `process.env.${String(name)}`);
      return asked ? undefined : Reflect.get(target, name);
    },
    has(target, name) {
      return !note('the machine', `process.env.${String(name)}`) && Reflect.has(target, name);
    },
    ownKeys(target) {
      return note('the machine', 'process.env') ? [] : Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(target, name) {
      const asked = note('the machine', `process.env.${String(name)}`);
      return asked ? undefined : Reflect.getOwnPropertyDescriptor(target, name);
    },
    // Without it the proxy itself would be the receiver, whose property Node refuses to define.
    set: (target, name, value) => Reflect.set(target, name, value),
  });
}
