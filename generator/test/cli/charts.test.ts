import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, filesIn, read, temporaryFolder, write } from '../../testing/folder.ts';
import { fixtures, program } from '../../testing/program.ts';
import { smallRepository } from '../support/repository.ts';

const schema = 'schemas/upstream/meter.schema.json';

/** The small repository, whose meter is a third-party chart; and a folder that has the chart. */
function repositoryWithChart(): { root: string; charts: string } {
  const [root, charts] = [smallRepository(), temporaryFolder()];
  cpSync(join(fixtures, 'charts'), charts, { recursive: true });
  edit(root, 'apps/meter.ts', 'defineApp, firstParty', 'defineApp, upstream');
  edit(root, 'apps/meter.ts', "firstParty('service')", "upstream('meter')");
  edit(root, 'apps/meter.ts', 'port: 9091 }', 'service: { port: 9091 } }');
  write(root, {
    'charts/upstream.yaml':
      'charts:\n  meter:\n    repository: https://charts.example.org\n    chart: meter\n    version: 3.0.0\n',
  });
  return { root, charts };
}

const run = ({ root, charts }: { root: string; charts: string }, ...args: readonly string[]) =>
  program(['charts', ...args, '--charts', charts, '--root', root]);

describe.concurrent('charts', () => {
  test('derives what is missing, then finds nothing to do', async () => {
    const here = repositoryWithChart();
    expect(await run(here)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `meter new at 3.0.0: schema derived\nwritten  ${schema}\n`,
    });
    const before = filesIn(here.root);
    expect(await run(here)).toMatchObject({ code: 0, stdout: '1 schemas are what their charts say\n' });
    expect(filesIn(here.root)).toEqual(before);
    expect(await program(['generate', '--root', here.root])).toMatchObject({ code: 0, stderr: '' });
    expect(read(here.root, 'schemas/upstream/meter.gen.ts')).toContain('clusterIP?: string;');
  });

  test('at a new version it says what changed and who sets it, and writes the schema of that version', async () => {
    const here = repositoryWithChart();
    await run(here);
    edit(here.charts, 'meter/Chart.yaml', '3.0.0', '4.0.0');
    edit(here.charts, 'meter/values.yaml', '  port: 9091\n', '  ports: { http: 9091 }\n');
    edit(here.charts, 'meter/templates/meter.yaml', '.Values.service.port', '.Values.service.ports.http');
    edit(here.root, 'charts/upstream.yaml', '3.0.0', '4.0.0');
    const stale = await program(['generate', '--root', here.root]);
    expect(stale.stderr).toContain('it was derived from meter 3.0.0; charts/upstream.yaml says 4.0.0');
    const dry = await run(here, 'meter', '--check');
    expect([dry.code, dry.stdout]).toEqual([
      1,
      `meter 3.0.0 → 4.0.0: 2 changes
  removed  service.port  (set by meter)
  added    service.ports: object
different  ${schema}
`,
    ]);
    expect(read(here.root, schema)).toContain('"x-version": "3.0.0"');
    expect(await run(here)).toMatchObject({ code: 0 });
    expect(read(here.root, schema)).toContain('"x-version": "4.0.0"');
    const refused = await program(['generate', '--root', here.root]);
    expect(refused.stderr).toContain('service.port is no value of the chart meter 4.0.0');
    expect(refused.stderr).toContain('did you mean "ports"?');
  });

  test('--format json is for programs', async () => {
    const here = repositoryWithChart();
    const { stdout } = await run(here, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      check: false,
      changes: [{ chart: 'meter', from: null, to: '3.0.0', uses: [{ path: 'image', app: 'meter' }, {}] }],
      differing: [schema],
    });
  });

  test('a schema whose chart is listed no more goes', async () => {
    const here = repositoryWithChart();
    await run(here);
    cpSync(join(here.root, schema), join(here.root, 'schemas/upstream/gone.schema.json'));
    const { stdout } = await run(here);
    expect(stdout).toContain('written  schemas/upstream/gone.schema.json');
    expect(existsSync(join(here.root, 'schemas/upstream/gone.schema.json'))).toBe(false);
  });

  test('what cannot be read changes nothing, and says how to help', async () => {
    const here = repositoryWithChart();
    const before = filesIn(here.root);
    const unknown = await run(here, 'metre');
    expect(unknown).toMatchObject({ code: 64 });
    expect(unknown.stderr).toContain('did you mean "meter"?');
    edit(here.charts, 'meter/Chart.yaml', '3.0.0', '2.0.0');
    const other = await run(here);
    expect(other).toMatchObject({ code: 2 });
    expect(other.stderr).toContain('is 2.0.0, not 3.0.0');
    rmSync(join(here.charts, 'meter'), { recursive: true });
    const missing = await run(here);
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.stderr).toContain('hint: nothing was changed; --charts DIR names a folder that has it');
    expect(filesIn(here.root)).toEqual(before);
  });
});
