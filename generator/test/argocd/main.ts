import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { refuseScript, type Script, scriptArguments } from '../../src/cli/script-arguments.ts';
import { load } from '../../src/edge/load.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { didYouMean } from '../../src/problem/nearest.ts';
import { repository, tool } from '../../testing/program.ts';
import { writePage } from './page.ts';
import { elsewhere, fileOf, long, stories } from './stories.ts';

const script: Script = {
  name: 'test:argocd',
  summary: "run the platform on Argo CD's own controllers, on loopback, and check that the order holds",
  options: {
    all: { type: 'boolean' },
    charts: { type: 'string' },
    crds: { type: 'string' },
    only: { type: 'string' },
    kubeconfig: { type: 'string' },
    address: { type: 'string' },
    proof: { type: 'string' },
  },
  help: {
    '--all': 'the slow tests too: the alternatives, waits as long as real ones, scale',
    '--charts DIR':
      'third-party charts, as verify takes them; else $VERIFY_CHARTS. Stand-ins replace the others',
    '--crds DIR':
      'definitions of custom kinds, a folder for each API group; else $ARGOCD_CRDS, else their own sources; where none can be had, permissive ones',
    '--only NAME': `one file of tests: ${stories.flat().join(', ')}`,
    '--kubeconfig FILE':
      'on the cluster of the current context there, which has Argo CD in the namespace argocd, and keeps what is installed: make one for the purpose',
    '--address NAME':
      'with it: what this machine is called there; charts and git are served on it without a password',
    '--proof DIR': 'where tables and pictures of the run go; with --all, docs/ if nothing else is said',
  },
};

const { options } = scriptArguments(script);
const textOf = (name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
const all = options.all === true;
const [charts, crds, only] = [textOf('charts'), textOf('crds'), textOf('only')];
const [kubeconfig, address, proof] = [textOf('kubeconfig'), textOf('address'), textOf('proof')];
if (only !== undefined && !stories.flat().includes(only))
  refuseScript(script, `there are no tests called "${only}": ${didYouMean(only, stories.flat())}`);
if ((kubeconfig === undefined) !== (address === undefined))
  refuseScript(script, '--kubeconfig and --address go together');

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
  if (code !== 0) refuseScript(script, `the cluster of ${file} does not answer: ${stderr}`);
  return stdout.trim() !== '';
}

async function possible(): Promise<readonly (readonly string[])[]> {
  if (kubeconfig === undefined) return stories;
  return [(await hasNodes(resolve(kubeconfig))) ? elsewhere.withNodes : elsewhere.withoutNodes];
}

const chosen = (await possible())
  .map((story) => story.filter((name) => (only === undefined ? all || !long.includes(name) : name === only)))
  .filter((story) => story.length > 0);
if (chosen.length === 0) refuseScript(script, `on that cluster there are no tests called "${only}"`);
const codes = await Promise.all(chosen.map(tell));
if (page && shown && codes.every((code) => code === 0)) {
  copyFileSync(join(shown, 'install-order.svg'), join(repository, 'docs/install-order.svg'));
  writePage(shown, join(repository, 'docs/argocd-proof.md'));
}
process.exit(Math.max(...codes));
