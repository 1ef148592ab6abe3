import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExternalError } from '../problem/errors.ts';

/** Who holds a lock. A process id alone says little: it is given to another process later, and is another elsewhere. */
interface Holder {
  readonly pid: number;
  /** When it started, as its system writes it. */
  readonly started: string | null;
  /** Where that id means this process: host and, in containers, the namespace of process ids. */
  readonly place: string;
  /** Since when the machine is up; null where it does not say. */
  readonly boot: string | null;
}

/**
 * Runs `work` while no other run writes to the same repository. The lock lies outside the tree, so that it is in
 * nobody's way there, and names the process that holds it: one that died is no hindrance.
 */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const name = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `gitops-generate-${name}.lock`);
  const own = `${JSON.stringify(holderOf(process.pid))}\n`;
  take(file, own, root);
  try {
    return await work();
  } finally {
    release(file, own);
  }
}

/** What cannot be removed is known as nobody's by whoever comes next. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The work is done, or has failed for a reason that says more.
  }
}

function release(file: string, own: string): void {
  try {
    if (textOf(file) === own) discard(file);
  } catch {
    // It is not ours any more.
  }
}

/** Written whole beside its place and then linked there, which only one of several can do: no lock is ever half. */
function take(file: string, own: string, root: string): void {
  const beside = `${file}.${randomUUID()}`;
  try {
    writeFileSync(beside, own, { flag: 'wx' });
    while (!linked(beside, file)) clear(file, root);
  } catch (error) {
    throw error instanceof ExternalError ? error : cannotLock(file, error);
  } finally {
    discard(beside);
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a lock away that nobody holds any more. */
function clear(file: string, root: string): void {
  const text = textOf(file);
  if (text === null) return;
  const holder = parsed(text);
  if (holder !== null && mayRun(holder)) throw held(holder, file, root);
  // Another run may have done so, too, and hold its own by now: that one is put back.
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (textOf(aside) !== text) linked(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    discard(aside);
  }
}

/** Null where there is none. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cannotLock(file, error);
  }
}

/** Null where a text is no lock, as on a disk that was full: those that we write are whole. */
function parsed(text: string): Holder | null {
  try {
    const { pid, started = null, place, boot = null } = JSON.parse(text) as Holder;
    return Number.isSafeInteger(pid) && pid > 0 && typeof place === 'string'
      ? { pid, started, place, boot }
      : null;
  } catch {
    return null;
  }
}

/** Whether a holder may still be at work. Elsewhere nobody here can tell, so it may. */
function mayRun({ pid, started, place, boot }: Holder): boolean {
  const here = holderOf(pid);
  if (place !== here.place) return true;
  if (boot !== here.boot) return false;
  return isAlive(pid) && (started === null || here.started === null || started === here.started);
}

const holderOf = (pid: number): Holder => ({
  pid,
  started: startOf(pid),
  place: placeHere(),
  boot: bootHere(),
});

function placeHere(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function bootHere(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** Ticks from the start of the machine on Linux, a date elsewhere; null where there is no such process, or nobody says. */
function startOf(pid: number): string | null {
  try {
    // The name of the program is in parentheses and may hold any character.
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/^.*\) /s);
    const [state, ...rest] = fields.split(' ');
    return state === 'Z' || state === 'X' ? 'ended' : (rest[18] ?? null);
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid: number): string | null {
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      }).trim() || null
    );
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function held({ pid, place }: Holder, file: string, root: string): ExternalError {
  const where = place === placeHere() ? '' : ` on ${place.split(' ')[0]}`;
  const hint = `wait for process ${pid}${where} to end, then run this again; if it is no run of this program, remove ${file}`;
  return new ExternalError(root, `another run is writing to ${root}`, hint, { retry: true });
}

function cannotLock(file: string, error: unknown): ExternalError {
  const hint = `is there room in ${tmpdir()}, and may you write there? If nothing is running, remove ${file}`;
  return new ExternalError(file, `cannot lock: ${(error as Error).message}`, hint, { cause: error });
}
