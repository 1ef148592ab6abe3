import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cacheFolder, repository, run, temporaryFolder, write } from '#testing';

const source = fileURLToPath(new URL('grafana/', import.meta.url));

/**
 * Grafana's own packages that `grafana/package.json` names, installed once for each text of its lock.
 * @throws Error with what npm said
 */
async function modules(): Promise<string> {
  const lock = readFileSync(join(source, 'package-lock.json'));
  const folder = join(cacheFolder(), 'grafana', createHash('sha256').update(lock).digest('hex').slice(0, 16));
  if (existsSync(folder)) return join(folder, 'node_modules');
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  cpSync(source, part, { recursive: true });
  const ended = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: part });
  if (ended?.code !== 0) throw new Error(`npm could not install Grafana's packages: ${ended?.stderr}`);
  renameSync(part, folder);
  return join(folder, 'node_modules');
}

/** What Grafana's parser of LogQL cannot read of a query, each as the text from there on. */
export async function logqlReader(): Promise<(query: string) => string[]> {
  const file = join(await modules(), '@grafana/lezer-logql/index.es.js');
  const { parser } = (await import(pathToFileURL(file).href)) as {
    parser: { parse(text: string): { iterate(visit: { enter(node: Node): void }): void } };
  };
  interface Node {
    readonly from: number;
    readonly type: { readonly isError: boolean };
  }
  return (query) => {
    const mistakes: string[] = [];
    parser.parse(query).iterate({
      enter: ({ from, type }) => {
        if (type.isError) mistakes.push(query.slice(from));
      },
    });
    return mistakes;
  };
}

/** What TypeScript says of a dashboard that is not of the type that Grafana publishes; empty if it is. */
export async function typeErrors(dashboards: readonly unknown[]): Promise<string> {
  const folder = temporaryFolder();
  symlinkSync(await modules(), join(folder, 'node_modules'));
  // A query of a panel is of its data source's type, which a dashboard does not know.
  write(folder, {
    'package.json': '{ "type": "module" }',
    'check.ts': `import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { dataquery as Logs } from '@grafana/grafana-foundation-sdk/loki';
import type { Dataquery as Metrics } from '@grafana/grafana-foundation-sdk/prometheus';

type Query<Q> = Omit<Q, '_implementsDataqueryVariant'>;
type Shown = Omit<Panel, 'targets'> & { targets: (Query<Logs> | Query<Metrics>)[] };
type Whole = Omit<Dashboard, 'panels'> & { panels: (Shown | RowPanel)[] };
// In JSON a member of an enumeration is its text.
type Written<T> = T extends string ? \`\${T}\` : T extends object ? { [K in keyof T]: Written<T[K]> } : T;
export const dashboards: Written<Whole>[] = ${JSON.stringify(dashboards)};
`,
  });
  const tsc = join(repository, 'node_modules/.bin/tsc');
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'];
  const ended = await run(tsc, [...flags, 'check.ts'], { cwd: folder });
  return String(ended?.stdout);
}
