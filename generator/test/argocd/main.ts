import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../../src/edge/load.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { repository, tool } from '../../testing/program.ts';
import { writePage } from './page.ts';
import { elsewhere, fileOf, long, stories } from './stories.ts';

const help = `Usage: npm run test:argocd -- [OPTIONS]

Runs the platform on Argo CD's own controllers, on loopback, and checks that the order holds.

Options:
  --all              includes the slow tests: the alternatives, waits as long as real ones, scale
  --charts DIR       third-party charts, as verify takes them; else $VERIFY_CHARTS. Stand-ins replace the others
  --crds DIR         definitions of custom kinds, a folder for each API group; else $ARGOCD_CRDS, else their own sources.
                     Where none are available, permissive ones
  --only NAME        one file of tests: ${stories.flat().join(', ')}
  --kubeconfig FILE  runs on the cluster of the current context there, which has Argo CD in the namespace argocd, and
                     keeps what is installed: make one for the purpose
  --address NAME     with it: what this machine is called there; charts and git are served on it without a password
  --proof DIR        where tables and pictures of the run go; with --all, docs/ if nothing else is said
  -h, --help         this text
`;

const options = {
  all: { type: 'boolean' },
  charts: { type: 'string' },
  crds: { type: 'string' },
  only: { type: 'string' },
  kubeconfig: { type: 'string' },
  address: { type: 'string' },
  proof: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function refuse(why: string): never {
  process.stderr.write(`${why}\n\n${help}`);
  process.exit(64);
}

function wanted() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const { all = false, charts, crds, only, kubeconfig, address, proof, help: asked } = wanted();
if (asked) {
  process.stdout.write(help);
  process.exit(0);
}
if (only !== undefined && !stories.flat().includes(only)) refuse(`there are no tests called "${only}"`);
if ((kubeconfig === undefined) !== (address === undefined)) refuse('--kubeconfig and --address go together');

const { apps } = await load(repository);
if (apps.length === 0) {
  process.stderr.write('apps/index.ts lists no app yet: there is no order to prove\n');
  process.exit(0);
}

const page = all && only === undefined && proof === undefined && kubeconfig === undefined;
const shown = page ? mkdtempSync(join(tmpdir(), 'gitops-argocd-proof-')) : proof && resolve(proof);
if (shown) mkdirSync(shown, { recursive: true });

const folder = (value: string | undefined, name: string): Record<string, string> =>
  value ? { [name]: resolve(value) } : {};

/** Tells one story; its exit code. */
function tell(names: readonly string[], index: number): Promise<number> {
  const results = shown && join(shown, `results-${index}.json`);
  const args = [
    'run',
    ...['--config', 'generator/test/argocd/vitest.config.ts'],
    ...(results ? ['--reporter=verbose', '--reporter=json', `--outputFile=${results}`] : []),
    ...names.map(fileOf),
  ];
  const child = spawn('vitest', args, {
    cwd: repository,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...folder(charts, 'VERIFY_CHARTS'),
      ...folder(crds, 'ARGOCD_CRDS'),
      ...folder(shown, 'ARGOCD_PROOF'),
      ...folder(kubeconfig, 'ARGOCD_KUBECONFIG'),
      ...(address && { ARGOCD_ADDRESS: address }),
      ...(all && { ARGOCD_ALL: '1' }),
      // Only an install has to be from nothing.
      ...(!names.includes('install') && { ARGOCD_QUICK: '1' }),
    },
  });
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)));
}

/** Whether a cluster has nodes, for which nobody has to stand in. */
async function hasNodes(file: string): Promise<boolean> {
  const kubectl = await obtain('kubectl', (line) => void process.stderr.write(`${line}\n`));
  const asked = ['--kubeconfig', file, 'get', 'nodes', '--output', 'name'];
  const { code, stdout, stderr } = await tool(kubectl, asked);
  if (code !== 0) refuse(`the cluster of ${file} does not answer: ${stderr}`);
  return stdout.trim() !== '';
}

async function possible(): Promise<readonly (readonly string[])[]> {
  if (kubeconfig === undefined) return stories;
  return [(await hasNodes(resolve(kubeconfig))) ? elsewhere.withNodes : elsewhere.withoutNodes];
}

const chosen = (await possible())
  .map((story) => story.filter((name) => (only === undefined ? all || !long.includes(name) : name === only)))
  .filter((story) => story.length > 0);
if (chosen.length === 0) refuse(`on that cluster there are no tests called "${only}"`);
const codes = await Promise.all(chosen.map(tell));
if (page && shown && codes.every((code) => code === 0)) {
  copyFileSync(join(shown, 'install-order.svg'), join(repository, 'docs/install-order.svg'));
  writePage(shown, join(repository, 'docs/argocd-proof.md'));
}
process.exit(Math.max(...codes));
