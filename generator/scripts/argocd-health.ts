import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes `generator/src/verify/argocd-health.gen.json`: the kinds that Argo CD brings a health check for, from the
 * source of the version that the proof runs. Needs Go.
 */
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const module = 'github.com/argoproj/argo-cd/v3';
const [, version = ''] =
  readFileSync(at('../tools/argocd/go.mod'), 'utf8').match(/argoproj\/argo-cd\/v3 v(\S+)/) ?? [];
const { Dir: source } = JSON.parse(
  execFileSync('go', ['mod', 'download', '-json', `${module}@v${version}`], {
    cwd: at('../tools/argocd'),
    encoding: 'utf8',
  }),
) as { Dir: string };
// A folder that is called `_` stands for any name.
const kinds = globSync('*/*/health.lua', { cwd: join(source, 'resource_customizations') })
  .map((path) =>
    dirname(path)
      .replaceAll('\\', '/')
      .replaceAll(/(^|\/)_(?=$|[./])/g, '$1*'),
  )
  .sort();
writeFileSync(at('../src/verify/argocd-health.gen.json'), `${JSON.stringify({ version, kinds }, null, 2)}\n`);
