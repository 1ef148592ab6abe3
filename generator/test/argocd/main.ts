import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../support/program.ts';

const help = `Usage: npm run test:argocd -- [OPTIONS]

Runs the platform on Argo CD's own controllers, on loopback, and looks whether the order holds.

Options:
  --all              also what takes long: the alternatives, waits as long as real ones, scale
  --charts DIR       third-party charts, as verify takes them; else $VERIFY_CHARTS. The others are stood in for
  --crds DIR         definitions of custom kinds, a folder for each API group; else $ARGOCD_CRDS
  --only NAME        one file of tests, such as install or upgrade
  --proof DIR        where tables and pictures of the run go
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

const { all, charts, crds, only, proof, help: asked } = wanted();
if (asked) {
  process.stdout.write(help);
  process.exit(0);
}
const folder = (value: string | undefined, name: string): Record<string, string> =>
  value === undefined ? {} : { [name]: resolve(value) };
const args = ['run', '--config', 'generator/test/argocd/vitest.config.ts'];
const child = spawn('vitest', only === undefined ? args : [...args, only], {
  cwd: repository,
  stdio: 'inherit',
  env: {
    ...process.env,
    ...folder(charts, 'VERIFY_CHARTS'),
    ...folder(crds, 'ARGOCD_CRDS'),
    ...folder(proof, 'ARGOCD_PROOF'),
    ...(all && { ARGOCD_ALL: '1' }),
    // Only an install has to be from nothing.
    ...(only !== undefined && only !== 'install' && { ARGOCD_QUICK: '1' }),
  },
});
child.on('close', (code) => process.exit(code ?? 1));
