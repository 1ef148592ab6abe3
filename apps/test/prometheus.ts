import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, run } from '#testing';

/** What is built from `prometheus/`, each from its package. */
const programs = {
  /** Checks rules and configurations of Prometheus, and runs unit tests of rules. */
  promtool: 'github.com/prometheus/prometheus/cmd/promtool',
  /** Checks configurations of Alertmanager, and says who is told what. */
  amtool: 'github.com/prometheus/alertmanager/cmd/amtool',
  /** Prints what Prometheus' operator makes of objects. */
  'operator-configuration': '.',
} as const;

export type PrometheusProgram = keyof typeof programs;

const source = fileURLToPath(new URL('prometheus/', import.meta.url));

/**
 * Runs a program of Prometheus, built with Go at the versions in `prometheus/go.mod`; once for each text of what it is
 * built from.
 * @throws Error that says what to install, what Go said, or what the program said when it failed
 */
export async function prometheusProgram(
  name: PrometheusProgram,
  args: readonly string[],
  input = '',
): Promise<string> {
  const ended = await run(await built(name), args, { input });
  if (ended?.code === 0) return ended.stdout;
  throw new Error(`${name} ${args.join(' ')}: ${ended?.stderr}${ended?.stdout}`);
}

async function built(name: PrometheusProgram): Promise<string> {
  const digest = createHash('sha256');
  for (const file of ['go.sum', 'main.go']) digest.update(readFileSync(join(source, file)));
  const program = join(cacheFolder(), 'prometheus', digest.digest('hex').slice(0, 16), name);
  if (existsSync(program)) return program;
  mkdirSync(dirname(program), { recursive: true });
  const ended = await run('go', ['build', '-ldflags', '-s -w', '-o', program, programs[name]], {
    cwd: source,
  });
  if (ended === null) throw new Error('go is missing: install Go 1.26 or newer and put it on PATH');
  if (ended.code !== 0) throw new Error(`Go could not build ${name}: ${ended.stderr}`);
  return program;
}
