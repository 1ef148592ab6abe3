import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, filesIn, read, temporaryFolder, write } from '../../testing/folder.ts';
import { asNobody, giveToNobody, killedAfter, program } from '../../testing/program.ts';
import { commitAll, smallRepository } from '../support/repository.ts';

const generated = (root: string): string[] =>
  Object.keys(filesIn(root)).filter((path) => path.includes('/generated/'));

describe.concurrent('generate', () => {
  test('writes the tree, then finds nothing to do', async () => {
    const root = smallRepository();
    const first = await program(['generate', '--root', root]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toBe(
      'dev: 4 apps in 4 waves, 21 files: 21 created, 0 updated, 0 deleted\n' +
        'prod: 4 apps in 4 waves, 21 files: 21 created, 0 updated, 0 deleted\n' +
        'shared: 11 files: 11 created, 0 updated, 0 deleted\n' +
        'next: npm run verify; read git diff; commit it together with what you changed, and push\n' +
        'then, once, in its Argo CD: kubectl apply --server-side ' +
        '-f environments/generated/bootstrap/main/project.yaml -f environments/generated/bootstrap/main/root.yaml\n',
    );
    const before = filesIn(root);
    const second = await program(['generate', '--root', root]);
    expect(second.stdout).toContain('dev: 4 apps in 4 waves, 21 files: 0 created, 0 updated, 0 deleted');
    expect(second.stdout).not.toContain('next:');
    expect(filesIn(root)).toEqual(before);
    expect(await program(['generate', '--check', '--root', root])).toMatchObject({ code: 0, stderr: '' });
  });

  test('works from the folder that it is called in', async () => {
    const root = smallRepository();
    expect(await program(['generate'], { cwd: root })).toMatchObject({ code: 0 });
    expect(generated(root).length).toBeGreaterThan(0);
  });

  test('--check lists what differs, writes nothing and exits 1', async () => {
    const root = smallRepository();
    await program(['generate', '--root', root]);
    edit(root, 'environments/dev/generated/PLAN.md', '# dev', '# mine');
    rmSync(join(root, 'environments/prod/generated/candidate/values/db.yaml'));
    write(root, {
      'environments/dev/generated/extra.yaml':
        '# Written by `npm run generate` from apps/extra.ts. Do not edit.\nmine: true\n',
    });
    const before = filesIn(root);
    const { code, stdout } = await program(['generate', '--check', '--root', root]);
    expect(code).toBe(1);
    expect(stdout).toContain('different  environments/dev/generated/PLAN.md\n');
    expect(stdout).toContain('left over  environments/dev/generated/extra.yaml\n');
    expect(stdout).toContain('missing    environments/prod/generated/candidate/values/db.yaml\n');
    expect(stdout).toContain('drift: run npm run generate and commit what it writes');
    expect(filesIn(root)).toEqual(before);
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 0 });
    expect(await program(['generate', '--check', '--root', root])).toMatchObject({ code: 0 });
  });

  test('removes what nothing generates any more, and the folders that are empty then', async () => {
    const root = smallRepository();
    await program(['generate', '--root', root]);
    write(root, {
      'environments/dev/generated/old/deep/file.yaml':
        '# Written by `npm run generate` from apps/old.ts. Do not edit.\na: 1\n',
      'environments/dev/notes.md': 'mine\n',
    });
    const { stdout } = await program(['generate', '--root', root]);
    expect(stdout).toContain('dev: 4 apps in 4 waves, 21 files: 0 created, 0 updated, 1 deleted');
    expect(readdirSync(join(root, 'environments/dev/generated'))).not.toContain('old');
    expect(read(root, 'environments/dev/notes.md')).toBe('mine\n');
  });

  test('--environment touches that environment only', async () => {
    const root = smallRepository();
    const { stdout } = await program(['generate', '--environment', 'prod', '--root', root]);
    expect(stdout).toMatch(
      /^prod: 4 apps in 4 waves, 21 files: 21 created, 0 updated, 0 deleted\nnext: .*\n$/,
    );
    expect(generated(root).every((path) => path.startsWith('environments/prod/'))).toBe(true);
  });

  test('--format json is for programs, markdown for comments, github for annotations', async () => {
    const root = smallRepository();
    const json = JSON.parse(
      (await program(['generate', '--check', '--format', 'json', '--root', root])).stdout,
    );
    expect(json).toMatchObject({
      version: 1,
      check: true,
      shares: [{ environment: 'dev', apps: 4, waves: 4 }, {}, {}],
    });
    expect(json.shares[0].created).toHaveLength(21);
    const markdown = (await program(['generate', '--format', 'markdown', '--root', root])).stdout;
    expect(markdown).toContain('| dev | 4 | 4 | 21 | 21 | 0 | 0 |');
    edit(root, 'environments/dev/generated/PLAN.md', '# dev', '# mine');
    const github = (await program(['generate', '--check', '--format', 'github', '--root', root])).stdout;
    expect(github).toContain(
      '::error file=environments/dev/generated/PLAN.md::differs from what is generated',
    );
    edit(root, 'apps/web.ts', "images: ['web']", "images: ['wbe']");
    const problems = await program(['generate', '--format', 'json', '--root', root]);
    expect(problems.code).toBe(1);
    expect(JSON.parse(problems.stdout)).toMatchObject({ version: 1, problems: [{ code: 'unknown-name' }] });
    const annotated = await program(['generate', '--format', 'github', '--root', root]);
    expect(annotated.stdout).toContain('::error file=apps/web.ts,line=4,title=unknown-name::');
  });
});

describe.concurrent('an app that keeps data', () => {
  const keeps = (root: string): void =>
    edit(root, 'apps/db.ts', "layer: 'stores',", "layer: 'stores',\n  keepsData: true,");
  const renames = (root: string): void => edit(root, 'apps/db.ts', "name: 'db'", "name: 'database'");
  /** Both environments as they were, and this line. */
  const environmentsSay = (root: string, line: string): void => {
    for (const path of ['environments/dev/environment.ts', 'environments/prod/environment.ts'])
      write(root, {
        [path]: read(smallRepository(), path).replace("size: 'small',", `size: 'small',\n  ${line}`),
      });
  };

  test('cannot be renamed, also once its files are gone, until its environment says retired', async () => {
    const root = smallRepository();
    keeps(root);
    await program(['generate', '--root', root]);
    await commitAll(root);
    renames(root);
    rmSync(join(root, 'environments/dev/generated'), { recursive: true });
    const before = filesIn(root);
    const { code, stderr } = await program(['generate', '--root', root]);
    expect(code).toBe(1);
    expect(stderr).toContain('dev: the Application of "db" would be removed, and it is stateful');
    expect(stderr).toContain('prod: the Application of "db" would be removed, and it is stateful');
    expect(filesIn(root)).toEqual(before);
    for (const name of ['dev', 'prod']) {
      edit(
        root,
        `environments/${name}/environment.ts`,
        "size: 'small',",
        "size: 'small',\n  apps: { retired: ['db'] },",
      );
    }
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 0, stderr: '' });
  });

  test('without git, the files that lie there count', async () => {
    const root = smallRepository();
    keeps(root);
    await program(['generate', '--root', root]);
    renames(root);
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 1 });
  });

  test('once retired, comes back only when it is retired no more, so the next removal is no accident', async () => {
    const root = smallRepository();
    const generates = () => program(['generate', '--root', root]);
    const excludes = (apps: string): void => environmentsSay(root, apps);
    keeps(root);
    await generates();
    await commitAll(root);
    excludes("apps: { exclude: ['db', 'web'], retired: ['db'] },");
    expect(await generates()).toMatchObject({ code: 0 });
    await commitAll(root, 'db goes');
    // The commit that removes is green by itself, and so is every one after it.
    expect(await program(['generate', '--check', '--root', root])).toMatchObject({ code: 0 });
    excludes("apps: { retired: ['db'] },");
    expect((await generates()).stderr).toContain('dev retires "db", and has it (apps/db.ts)');
    excludes('');
    expect(await generates()).toMatchObject({ code: 0 });
    await commitAll(root, 'db is back');
    excludes("apps: { exclude: ['db', 'web'] },");
    expect((await generates()).stderr).toContain('dev: the Application of "db" would be removed');
  });

  test('is moved only when its environment says where to, and that lets nothing else pass', async () => {
    const root = smallRepository();
    const generates = () => program(['generate', '--root', root]);
    const moves = (namespace: string, moved: string): void => {
      write(root, {
        'apps/db.ts': read(root, 'apps/db.ts').replace(/namespace: '\w+'/, `namespace: '${namespace}'`),
      });
      environmentsSay(root, moved);
    };
    const to = (namespace: string): string => `moved: { apps: { db: { namespace: '${namespace}' } } },`;
    keeps(root);
    await generates();
    await commitAll(root);
    moves('rows', '');
    expect((await generates()).stderr).toContain(
      'dev: the data of "db" is in the namespace "db", not "rows"',
    );
    moves('rows', to('rows'));
    expect(await generates()).toMatchObject({ code: 0 });
    // What was not committed never ran: the way back is free.
    moves('db', '');
    expect(await generates()).toMatchObject({ code: 0 });
    moves('rows', to('rows'));
    await generates();
    await commitAll(root, 'db moves');
    expect(await program(['generate', '--check', '--root', root])).toMatchObject({ code: 0 });
    moves('db', to('rows'));
    expect((await generates()).stderr).toContain(
      'dev says that data was moved to "rows", and it is "db" by now',
    );
    moves('db', '');
    expect((await generates()).stderr).toContain(
      'dev: the data of "db" is in the namespace "rows", not "db"',
    );
  });

  test('of a list that an older version wrote, only what it says is known', async () => {
    const root = smallRepository();
    keeps(root);
    await program(['generate', '--root', root]);
    for (const name of ['dev', 'prod'])
      write(root, {
        [`environments/${name}/generated/running.yaml`]: `# Written by \`npm run generate\` from environments/${name}/environment.ts. Do not edit.\napps:\n  db: { wave: 20, keepsData: true }\n`,
      });
    await commitAll(root);
    edit(root, 'apps/db.ts', "namespace: 'db'", "namespace: 'rows'");
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 0 });
    edit(root, 'apps/db.ts', "name: 'db'", "name: 'database'");
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 1 });
  });

  test('goes with its environment only if the platform says so', async () => {
    const root = smallRepository();
    keeps(root);
    await program(['generate', '--root', root]);
    await commitAll(root);
    rmSync(join(root, 'environments/prod'), { recursive: true });
    const { stderr } = await program(['generate', '--root', root]);
    expect(stderr).toContain("if it is retired as a whole, retired: ['prod'] here");
    edit(root, 'environments/platform.ts', "branch: 'main',", "branch: 'main',\n  retired: ['prod'],");
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 0 });
  });
});

describe.concurrent('when the world gets in the way', () => {
  test('two runs at once: one does it, the other says so', async () => {
    const root = smallRepository();
    const runs = await Promise.all([1, 2, 3, 4].map(() => program(['generate', '--root', root])));
    const refused = runs.filter(({ code }) => code !== 0);
    expect(runs.some(({ code }) => code === 0)).toBe(true);
    for (const { code, stderr } of refused) {
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /another run is writing to .*\(the same command may work later\)\n {2}hint: wait for process \d+/,
      );
    }
    expect(await program(['generate', '--check', '--root', root])).toMatchObject({ code: 0 });
  });

  test('a folder that cannot be made: nothing is changed', async () => {
    const root = smallRepository();
    write(root, { 'environments/prod/generated': 'a file where a folder must be\n' });
    const before = filesIn(root);
    const { code, stderr } = await program(['generate', '--root', root]);
    expect(code).toBe(2);
    expect(stderr).toContain('nothing was changed; check permissions and free space');
    expect(filesIn(root)).toEqual(before);
  });

  test('a read-only folder: nothing is changed', async () => {
    const root = smallRepository();
    await program(['generate', '--root', root]);
    edit(root, 'apps/web.ts', 'Shows rows.', 'Shows them.');
    const before = filesIn(root);
    giveToNobody(root);
    chmodSync(join(root, 'environments/prod/generated/candidate/plan'), 0o555);
    const { code, stderr } = await program(['generate', '--root', root], asNobody());
    expect(stderr).toContain('permission denied');
    expect(code).toBe(2);
    expect(filesIn(root)).toEqual(before);
  });

  test('killed at any moment: every file is whole, and the next run puts all right', async () => {
    const root = smallRepository();
    await program(['generate', '--root', root]);
    const texts = ['Shows rows.', 'Shows them all.'];
    for (let round = 0; round < 8; round++) {
      edit(root, 'apps/web.ts', texts[round % 2] ?? '', texts[(round + 1) % 2] ?? '');
      await killedAfter(['generate', '--root', root], 40 + 25 * round);
      for (const [path, text] of Object.entries(filesIn(join(root, 'environments')))) {
        if (path.includes('/generated/')) expect(text.endsWith('\n'), path).toBe(true);
      }
    }
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 0 });
    expect(await program(['generate', '--check', '--root', root])).toMatchObject({ code: 0 });
  });

  test('what a killed run left behind is cleaned away', async () => {
    const root = smallRepository();
    const left = [
      '',
      '<!-- Writ',
      '<!-- Written by `npm run generate` from environments/dev/environment.ts. Do',
    ];
    for (const [i, text] of left.entries())
      write(root, { [`environments/dev/generated/.${i}.md.generate.tmp`]: text });
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 0 });
    expect(generated(root).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  });

  test('a link to a folder outside is not written through', async () => {
    const root = smallRepository();
    const outside = temporaryFolder();
    mkdirSync(join(root, 'schemas'), { recursive: true });
    symlinkSync(outside, join(root, 'schemas/charts'));
    const { code, stderr } = await program(['generate', '--root', root]);
    expect(code).toBe(1);
    expect(stderr).toContain('schemas/charts: a symbolic link where files are generated [leads-out]');
    expect(readdirSync(outside)).toEqual([]);
  });

  test('no repository there', async () => {
    const root = temporaryFolder();
    const empty = await program(['generate', '--root', root]);
    expect(empty).toMatchObject({ code: 1 });
    expect(empty.stderr).toContain('environments/platform.ts: no platform is defined in');
    const none = await program(['generate', '--root', join(root, 'nowhere')]);
    expect(none).toMatchObject({ code: 2 });
    writeFileSync(join(root, 'file'), '');
    expect(await program(['generate', '--root', join(root, 'file')])).toMatchObject({ code: 2 });
  });
});

describe.concurrent('a sample environment', () => {
  const samples = (root: string, value: boolean): void =>
    edit(
      root,
      'environments/dev/environment.ts',
      value ? "size: 'small'," : "size: 'small',\n  sample: true,",
      value ? "size: 'small',\n  sample: true," : "size: 'small',",
    );
  const keeps = (root: string): void =>
    edit(root, 'apps/db.ts', "layer: 'stores',", "layer: 'stores',\n  keepsData: true,");

  test('deploys nothing, and goes without a word', async () => {
    const root = smallRepository();
    keeps(root);
    samples(root, true);
    await program(['generate', '--root', root]);
    await commitAll(root);
    expect(read(root, 'environments/dev/generated/applicationset.yaml')).toContain('elements: []');
    expect(read(root, 'environments/dev/generated/PLAN.md')).toContain('**Sample: this is what would run.');
    rmSync(join(root, 'environments/dev'), { recursive: true });
    expect(await program(['generate', '--root', root])).toMatchObject({ code: 0, stderr: '' });
  });

  test('is no way around the guard of one that deploys', async () => {
    const root = smallRepository();
    keeps(root);
    await program(['generate', '--root', root]);
    await commitAll(root);
    samples(root, true);
    const { code, stderr } = await program(['generate', '--root', root]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'dev would run nothing, because it is a sample, and these of its apps are stateful: db',
    );
  });
});
