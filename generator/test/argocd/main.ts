import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../support/program.ts';
import { writePage } from './page.ts';

const help = `Usage: npm run test:argocd -- [OPTIONS]

Runs the platform on Argo CD's own controllers, on loopback, and looks whether the order holds.

Options:
  --all              also what takes long: the alternatives, waits as long as real ones, scale
  --charts DIR       third-party charts, as verify takes them; else $VERIFY_CHARTS. The others are stood in for
  --crds DIR         definitions of custom kinds, a folder for each API group; else $ARGOCD_CRDS
  --only NAME        one file of tests, such as install or upgrade
  --proof DIR        where tables and pictures of the run go; with --all, docs/ if nothing else is said
  -h, --help         this text
`;

const options = {
  all: { type: 'boolean' },
  charts: { type: 'string' },
  crds: { type: 'string' },
  only: { type: 'string' },
  proof: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function wanted() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${help}`);
    process.exit(64);
  }
}

const { all = false, charts, crds, only, proof, help: asked } = wanted();
if (asked) {
  process.stdout.write(help);
  process.exit(0);
}
const page = all && only === undefined && proof === undefined;
const shown = page ? mkdtempSync(join(tmpdir(), 'gitops-argocd-proof-')) : proof;
const folder = (value: string | undefined, name: string): Record<string, string> =>
  value === undefined ? {} : { [name]: resolve(value) };
const args = [
  'run',
  ...['--config', 'generator/test/argocd/vitest.config.ts'],
  ...(shown === undefined
    ? []
    : ['--reporter=verbose', '--reporter=json', `--outputFile=${join(shown, 'results.json')}`]),
  ...(only === undefined ? [] : [only]),
];
const child = spawn('vitest', args, {
  cwd: repository,
  stdio: 'inherit',
  env: {
    ...process.env,
    ...folder(charts, 'VERIFY_CHARTS'),
    ...folder(crds, 'ARGOCD_CRDS'),
    ...folder(shown, 'ARGOCD_PROOF'),
    ...(all && { ARGOCD_ALL: '1' }),
    // Only an install has to be from nothing.
    ...(only !== undefined && only !== 'install' && { ARGOCD_QUICK: '1' }),
  },
});
child.on('close', (code) => {
  if (page && shown !== undefined && code === 0) {
    copyFileSync(join(shown, 'install-order.svg'), join(repository, 'docs/install-order.svg'));
    writePage(shown, join(repository, 'docs/argocd-proof.md'));
  }
  process.exit(code ?? 1);
});
