import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromCache, run, temporaryFolder, toCache } from '#testing';
import { missing } from './from-system.ts';

/** What a system's classes run on. */
export interface Java {
  /** Major version. */
  readonly minimum: number;
  readonly maximum?: number;
  /** Environment variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Name of the file that says which jars; another version of the system has another one. */
  readonly pom?: string;
}

/**
 * Gives `input` as JSON to `java/<system>/Check.java`, which runs with the jars of the `pom.xml` beside it, and returns
 * the JSON that it writes: as a rule a list of what the system's own classes complain about.
 * @throws Error that says what to install, or what Maven or the check said where they failed
 */
export async function runJava<Answer = readonly string[]>(
  system: string,
  input: unknown,
  on: Java = { minimum: 17 },
): Promise<Answer> {
  const java = await javaOf(on);
  const jars = await classpath(join(folderOf(system), on.pom ?? 'pom.xml'));
  const args = ['-XX:TieredStopAtLevel=1', '-cp', jars, join(folderOf(system), 'Check.java')];
  const ended = await run(java, args, { input: JSON.stringify(input), env: on.env ?? {} });
  if (ended?.code !== 0) throw new Error(`java/${system}/Check.java failed: ${ended?.stderr}`);
  return JSON.parse(ended.stdout) as Answer;
}

const folderOf = (system: string): string => fileURLToPath(new URL(`java/${system}/`, import.meta.url));

/** Class path of `java/<system>/pom.xml`. */
export const jarsOf = (system: string): Promise<string> => classpath(join(folderOf(system), 'pom.xml'));

const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** What an archive that Maven has consists of, in a folder that goes with the file's tests. */
export async function unpacked(artifact: string): Promise<string> {
  const folder = temporaryFolder();
  const args = [`${plugin}:unpack`, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`];
  // Where it works it leaves marks of what it has done, and does that no second time.
  await maven(args, artifact, { cwd: folder });
  return folder;
}

async function maven(args: readonly string[], what: string, options: { cwd?: string } = {}): Promise<void> {
  const ended = await run('mvn', ['-q', '-B', ...args], options);
  if (ended === null) throw missing('mvn', 'Maven 3.8 or newer');
  if (ended.code !== 0) throw new Error(`mvn could not bring ${what}: ${ended.stdout}`);
}

/** The jars that a pom names and all that they need; asked of Maven once for each text of the pom. */
async function classpath(pom: string): Promise<string> {
  const name = `java/${createHash('sha256').update(readFileSync(pom)).digest('hex')}.classpath`;
  const kept = fromCache(name);
  // Maven's folder is not ours: somebody may have emptied it.
  if (kept?.split(delimiter).every((jar) => existsSync(jar))) return kept;
  const output = join(temporaryFolder(), 'classpath');
  await maven(['-f', pom, `${plugin}:build-classpath`, `-Dmdep.outputFile=${output}`], `what ${pom} names`);
  const jars = readFileSync(output, 'utf8');
  toCache(name, jars);
  return jars;
}

/** The oldest Java that fits, of JAVA_HOME, of PATH, and of where systems install several. */
export async function javaOf({ minimum, maximum = Number.POSITIVE_INFINITY }: Java): Promise<string> {
  const homes = [process.env.JAVA_HOME ?? '', ...below('/usr/lib/jvm'), ...below(macs, 'Contents/Home')];
  const programs = [...homes.map((home) => join(home, 'bin/java')).filter(existsSync), 'java'];
  const found = await Promise.all(programs.map(async (java) => ({ java, version: await versionOf(java) })));
  const [fitting] = found
    .filter(({ version }) => version >= minimum && version <= maximum)
    .sort((a, b) => a.version - b.version);
  if (fitting !== undefined) return fitting.java;
  const wanted = maximum === Number.POSITIVE_INFINITY ? `${minimum} or newer` : `${minimum} to ${maximum}`;
  const seen = found.flatMap(({ version }) => (version > 0 ? [version] : [])).join(', ');
  throw new Error(
    `a JDK ${wanted} is missing (found: ${seen || 'none'}): install one and set JAVA_HOME to its folder`,
  );
}

const macs = '/Library/Java/JavaVirtualMachines';

function below(folder: string, path = ''): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, path)) : [];
}

/** Major version of a JDK; 0 where there is none, or one that cannot run a source file. */
async function versionOf(java: string): Promise<number> {
  const ended = await run(java, ['--list-modules']);
  return Number(ended?.stdout.match(/^jdk\.compiler@(\d+)/m)?.[1] ?? 0);
}
