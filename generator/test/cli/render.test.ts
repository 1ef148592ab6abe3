import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { copyOf, edit, write } from '../../testing/folder.ts';
import { fixtures, tool } from '../../testing/program.ts';
import { handsIn, promotionEnvironment, somethingToPromote } from '../support/past.ts';
import { smallRepository } from '../support/repository.ts';

const env = promotionEnvironment();
const { git, commit, run } = handsIn(env);

const objectsIn = (text: string): unknown[] =>
  parseAllDocuments(text).flatMap((document) => (document.toJS() as unknown) ?? []);

describe.concurrent('render', () => {
  test('prints what Argo CD applies, in the order of the waves', async () => {
    const root = smallRepository();
    await run(root, 'generate');
    const { code, stdout } = await run(root, 'render', 'dev', 'web', 'db');
    expect(code).toBe(0);
    expect([...stdout.matchAll(/^# (\w+): wave (\d+)/gm)].map(([, app]) => app)).toEqual(['db', 'web']);
    const folder = 'environments/dev/generated/candidate/values';
    const helm = await obtain('helm', () => undefined);
    const { stdout: own } = await tool(
      helm,
      ['template', 'web', 'charts/web', '--namespace=web', `--values=${folder}/web.yaml`],
      { cwd: root },
    );
    expect(objectsIn(stdout)).toEqual(expect.arrayContaining(objectsIn(own)));
  });

  test('of a pinned environment it is what runs there, not what would', async () => {
    const root = await somethingToPromote(env);
    const port = async (name: string): Promise<string> => (await run(root, 'render', name, 'web')).stdout;
    expect(await port('dev')).toContain('8081');
    expect(await port('prod')).toContain('8080');
    expect(await port('prod')).not.toContain('8081');
    expect(await git(root, ['worktree', 'list', '--porcelain'])).not.toContain('gitops-checkout-');
  });

  test('--diff says what a change does to the manifests, and to those alone', async () => {
    const root = smallRepository();
    await git(root, ['init', '--quiet', '--initial-branch=main']);
    await commit(root, 'first', 10);
    expect(await run(root, 'render', 'dev', '--diff')).toMatchObject({
      code: 0,
      stdout: 'no manifest differs\n',
    });
    edit(root, 'apps/web.ts', 'port: 8080, database', 'port: 8081, database');
    expect(await run(root, 'render', 'dev', '--diff')).toMatchObject({ code: 1 });
    await run(root, 'generate');
    const { stdout } = await run(root, 'render', 'dev', '--diff');
    expect(stdout).toMatch(/^-.*8080/m);
    expect(stdout).toMatch(/^\+.*8081/m);
    expect([...stdout.matchAll(/^diff --git before\/(\S+)/gm)].map(([, file]) => file)).toEqual(['web.yaml']);
    const json = JSON.parse(
      (await run(root, 'render', 'dev', 'web', '--against', 'HEAD', '--format', 'json')).stdout,
    );
    expect(json).toEqual({ version: 1, diff: stdout });
    expect((await run(root, 'render', 'dev', '--against', 'nowhere')).stderr).toContain('no commit nowhere');
  });

  test('names that nobody has', async () => {
    const root = smallRepository();
    await run(root, 'generate');
    expect((await run(root, 'render')).stderr).toContain('which environment?');
    expect((await run(root, 'render', 'dve')).stderr).toContain('did you mean "dev"?');
    const { code, stderr } = await run(root, 'render', 'dev', 'wbe', 'bd');
    expect(code).toBe(64);
    expect(stderr).toContain(
      'dev has no app "wbe": did you mean "web"?\ndev has no app "bd": did you mean "db"?',
    );
  });
});

describe.concurrent('a chart that cannot be had', () => {
  /** An app whose chart lies where nobody answers. */
  const withReports = async (): Promise<string> => {
    const root = smallRepository();
    write(root, {
      'charts/upstream.yaml':
        'charts:\n  reports:\n    repository: http://127.0.0.1:9/charts\n    chart: reports\n    version: 1.2.3\n',
      'apps/index.ts': `import { defineApp, upstream } from '#generator';

const reports = defineApp({
  name: 'reports',
  description: 'Shows reports.',
  layer: 'apis',
  namespace: 'reports',
  chart: upstream('reports'),
});

export const apps = [reports];
`,
      'images.yaml': 'images: {}\n',
    });
    for (const name of ['db', 'meter', 'vault', 'web']) rmSync(join(root, `apps/${name}.ts`));
    expect(await run(root, 'generate')).toMatchObject({ code: 0, stderr: '' });
    return root;
  };

  test('is named, and the answer is known to be incomplete', async () => {
    const root = await withReports();
    const { code, stdout, stderr } = await run(root, 'render', 'dev');
    expect(code).toBe(2);
    expect(stdout).toContain('# Not rendered, because the chart could not be had: reports');
    expect(stderr).toContain('not rendered: reports, because the chart could not be had');
  });

  test('is a failure of verify where everything was asked for', async () => {
    const root = await withReports();
    const lenient = await run(root, 'verify', '--format', 'json');
    expect(JSON.parse(lenient.stdout)).toMatchObject({ complete: false });
    const strict = await run(root, 'verify', '--strict');
    expect(strict.code).toBe(2);
    expect(strict.stdout).toContain('incomplete: --strict asks for everything');
    expect(strict.stdout).toContain('reports for dev/reports');
  });

  test('is not replaced by another version of it that lies there', async () => {
    const root = await withReports();
    const charts = copyOf(join(fixtures, 'charts'));
    const here = () => run(root, 'render', 'dev', '--charts', charts);
    expect(await here()).toMatchObject({ code: 0 });
    edit(charts, 'reports/Chart.yaml', 'version: 1.2.3', 'version: 1.2.4');
    expect(await here()).toMatchObject({ code: 2 });
  });
});
