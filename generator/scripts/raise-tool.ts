import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseScript, scriptArguments } from '../src/cli/script-arguments.ts';
import { run } from '../src/edge/process.ts';
import { gitTagsOf } from '../src/edge/registry/git-tags.ts';
import { moduleFolder } from '../src/edge/tools/catalog.ts';
import { orThrow } from '../src/problem/errors.ts';
import { editText } from '../src/upgrade/edit/edit-text.ts';
import { broughtVersion, type GoModule, moduleEdits, needsCommit } from '../src/upgrade/tool/module-edits.ts';
import { checksumIn, type ToolChecksums, type ToolEdit, toolEdits } from '../src/upgrade/tool/tool-edits.ts';
import { toolSubjects, toolsFile } from '../src/upgrade/tool/tool-subjects.ts';

/**
 * Raises a program that is built from a Go module of ours, with all that moves along: the module and what it replaces,
 * programs of the same module, those that it brings, and the address that README.md installs it from. Needs Go and the
 * module proxy.
 */
const summary = 'raise a program that is built from generator/tools/, with all that moves along';
const script = { name: 'raise', argument: 'TOOL VERSION', summary, options: {}, help: {} };
const { positionals } = scriptArguments(script);
const [name = '', version = ''] = positionals;
const root = fileURLToPath(new URL('../../', import.meta.url));
const subjects = orThrow(toolSubjects(JSON.parse(readFileSync(join(root, toolsFile), 'utf8'))));
const subject = subjects.find(({ key }) => key === name);
const module = subject?.entry.go?.module;
if (subject === undefined || module === undefined)
  refuseScript(script, `"${name}" is not built from a folder of generator/tools`);
if (!/^\d+\.\d+\.\d+/.test(version)) refuseScript(script, `"${version}" is no version, as in 1.2.3`);

async function go(args: readonly string[]): Promise<string> {
  const ended = await run('go', args, { cwd: moduleFolder(module ?? ''), env: { GOFLAGS: '-mod=mod' } });
  if (ended?.code === 0) return ended.stdout;
  throw new Error(
    `go ${args.join(' ')}: ${ended === null ? 'there is no go on PATH' : ended.stderr.trim() || ended.stdout}`,
  );
}

/** The commit of the version, which only modules in folders of it are known by. */
async function commitOf(theirs: GoModule): Promise<string> {
  const { releases } = subject?.entry ?? {};
  if (!needsCommit(theirs) || releases === undefined) return '';
  const answer = await gitTagsOf(root, releases.git);
  if (answer.kind !== 'found') throw new Error(answer.why);
  const commit = answer.value.get(releases.tags.replace('{version}', version));
  if (commit === undefined) throw new Error(`${releases.git} has no tag of ${version}`);
  return commit;
}

const ours = JSON.parse(await go(['mod', 'edit', '-json'])) as GoModule;
const [, path = ''] =
  readFileSync(join(moduleFolder(module), 'go.mod'), 'utf8').match(/^require (\S+) v\S+$/m) ?? [];
const source = (JSON.parse(await go(['mod', 'download', '-json', `${path}@v${version}`])) as { Dir: string })
  .Dir;
const theirs = JSON.parse(await go(['mod', 'edit', '-json', join(source, 'go.mod')])) as GoModule;
await go(['mod', 'edit', ...moduleEdits(ours, theirs, path, version, await commitOf(theirs))]);
await go(['mod', 'tidy']);

/** Programs that this one brings, as its repository says: versions, and the checksums that it checks itself. */
function brought(): ToolEdit[] {
  const listed = join(source, 'hack/tool-versions.sh');
  const installed = existsSync(listed) ? readFileSync(listed, 'utf8') : '';
  return subjects
    .filter(({ entry }) => entry.with === name)
    .flatMap(({ key, entry }) => {
      const own = broughtVersion(installed, key);
      if (own === null)
        throw new Error(`${path} v${version} does not say which ${key} it brings: see its Dockerfile`);
      const checksums: ToolChecksums = Object.fromEntries(
        Object.keys(entry.download?.sha256 ?? {}).map((platform) => {
          const archive = `${key}-v${own}-${platform}.tar.gz`;
          const text = readFileSync(join(source, 'hack/installers/checksums', `${archive}.sha256`), 'utf8');
          const checksum = checksumIn(text, entry, own, platform);
          if (checksum === null) throw new Error(`${path} v${version} has no checksum of ${archive}`);
          return [platform, checksum];
        }),
      );
      return toolEdits(key, own, checksums);
    });
}

const together = subjects.filter(({ entry }) => entry.go?.module === module);
const edits = [...together.flatMap(({ key }) => toolEdits(key, version, {})), ...brought()];
const file = join(root, toolsFile);
writeFileSync(file, orThrow(editText(toolsFile, readFileSync(file, 'utf8'), edits)));
if (module === 'argocd') {
  const readme = join(root, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : null;
  if (text !== null)
    writeFileSync(readme, text.replaceAll(/(\/argo-cd\/)v[\d.]+(\/manifests\/)/g, `$1v${version}$2`));
  await import('./argocd-health.ts');
}
const next =
  module === 'kubernetes'
    ? 'npm run schemas && npm run test:argocd -- --all'
    : 'npm run test:argocd -- --all';
process.stdout.write(
  `${edits.map(({ path: keys, value }) => `${keys.join('.')}: ${value}`).join('\n')}\nnext: ${next}\n`,
);
