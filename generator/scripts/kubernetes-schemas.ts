import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptArguments } from '../src/cli/script-arguments.ts';
import { obtain } from '../src/edge/tools/obtain.ts';
import { startCluster } from '../test/argocd/harness/cluster.ts';
import { writeKubernetesValues } from './kubernetes-values.ts';
import { publishedSchemas } from './published-schemas.ts';

/**
 * Makes `generator/schemas/` anew from an API server of the version in `generator/tools.json`, started for the
 * purpose. Prints what changed.
 */
const summary = 'make generator/schemas/ anew, from an API server that is built and started';
scriptArguments({ name: 'schemas', summary, options: {}, help: {} });
const root = fileURLToPath(new URL('../../', import.meta.url));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const programs = { etcd: await obtain('etcd', say), apiserver: await obtain('kube-apiserver', say) };
const work = mkdtempSync(join(tmpdir(), 'gitops-schemas-'));
try {
  const cluster = await startCluster('schemas', programs, work);
  const { folder, files } = await publishedSchemas(cluster.api);
  await cluster.stop();
  process.stdout.write(`${folder}: ${write(join(root, folder), files)}\n`);
  writeKubernetesValues(join(root, folder));
} finally {
  rmSync(work, { recursive: true, force: true });
}
// Connections that are kept for further requests would keep this waiting.
process.exit();

function write(folder: string, files: ReadonlyMap<string, string>): string {
  mkdirSync(folder, { recursive: true });
  const present = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const changed = [...files].filter(([name, text]) => present.get(name) !== text);
  const gone = [...present.keys()].filter((name) => !files.has(name));
  for (const [name, text] of changed) writeFileSync(join(folder, name), text);
  for (const name of gone) rmSync(join(folder, name));
  return `${files.size} schemas: ${changed.length} written, ${gone.length} deleted`;
}
