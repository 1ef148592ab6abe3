import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyOf, edit, read, temporaryFolder, write } from '../../testing/folder.ts';
import { handsIn, promotionEnvironment, somethingToPromote } from '../support/past.ts';

const env = promotionEnvironment();
const { git, run } = handsIn(env);

let past: string;

beforeAll(async () => {
  past = await somethingToPromote(env);
});

/** A remote, and a fresh clone of it in a folder of its own. */
async function freshClone(): Promise<{ remote: string; clone: string }> {
  const [remote, home] = [temporaryFolder(), temporaryFolder()];
  await git(remote, ['clone', '--quiet', '--bare', past, '.']);
  const clone = join(home, 'acme');
  await git(home, ['clone', '--quiet', remote, clone]);
  return { remote, clone };
}

const folderOf = (clone: string, name: string): string =>
  join(dirname(clone), `${basename(clone)}-prod-${name}`);

const pinOf = (folder: string): string =>
  read(folder, 'environments/prod/release.yaml').match(/[0-9a-f]{40}/)?.[0] ?? '';

const why = ['--emergency', 'users cannot log in'];

/** Another port of web, which is a value of it. */
const fix = (folder: string, port = 8082): void =>
  edit(folder, 'apps/web.ts', 'port: 8080, database', `port: ${port}, database`);

describe.concurrent('hotfix', () => {
  test('from a fresh clone: one command makes the branch at the pin, a second one pins what was fixed', async () => {
    const { remote, clone } = await freshClone();
    // Somebody works in the clone, which is no matter.
    write(clone, { 'apps/half.ts': 'what I was at\n' });
    const begun = await run(clone, 'hotfix', 'prod', '--name', 'login');
    expect(begun.code, begun.stderr).toBe(0);
    const folder = folderOf(clone, 'login');
    const pin = pinOf(clone);
    expect(begun.stdout).toContain(`release/prod/login begins at ${pin.slice(0, 12)}, which runs in prod: `);
    expect(begun.stdout).toContain(`1. fix it in ${folder}`);
    expect(await git(folder, ['rev-parse', 'HEAD'])).toBe(pin);
    const again = await run(clone, 'hotfix', 'prod');
    expect(again).toMatchObject({ code: 0, stdout: begun.stdout });

    fix(folder);
    const fixed = await run(clone, 'hotfix', 'prod', ...why);
    expect(fixed.code, fixed.stderr).toBe(0);
    expect(fixed.stdout).toMatch(/^moves {2}web: /m);
    expect(fixed.stdout).toContain('promote/prod: is on origin as "Emergency: Promote web to prod"');
    const tip = await git(remote, ['rev-parse', 'release/prod/login']);
    expect(await git(remote, ['rev-parse', `pin/prod/${tip.slice(0, 12)}`])).toBe(tip);
    expect(await git(remote, ['show', '-s', '--format=%s%n%P', tip])).toBe(
      `Hotfix of prod: users cannot log in\n${pin}`,
    );
    const release = await git(remote, ['show', 'promote/prod:environments/prod/release.yaml']);
    expect(release).toContain(`web: '${tip}'`);
    expect(release).toContain('users cannot log in');
    expect(await git(clone, ['status', '--porcelain'])).toBe('?? apps/half.ts');
    expect(read(clone, 'apps/half.ts')).toBe('what I was at\n');

    // Said again, nothing is done twice.
    const before = await git(remote, ['for-each-ref']);
    expect((await run(clone, 'hotfix', 'prod')).code).toBe(0);
    expect(await git(remote, ['for-each-ref'])).toBe(before);

    // Merged, it is over, and the next one begins at what runs then.
    const merger = temporaryFolder();
    await git(merger, ['clone', '--quiet', remote, '.']);
    await git(merger, ['merge', '--quiet', '--no-ff', 'origin/promote/prod', '-m', 'Merge']);
    await git(merger, ['push', '--quiet', 'origin', 'main']);
    const next = await run(clone, 'hotfix', 'prod', '--app', 'web');
    expect(next.code, next.stderr).toBe(0);
    expect(next.stdout).toMatch(
      new RegExp(`^release/prod/hotfix-[-0-9]+ begins at ${tip.slice(0, 12)}, which runs in prod: web$`, 'm'),
    );
    expect(await run(clone, 'hotfix', 'prod', '--name', 'login')).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('prod has run release/prod/login already: choose another --name'),
    });
  });

  test('a fix that main has already is picked, and conflicts in what is generated are nobody’s work', async () => {
    const { clone } = await freshClone();
    await run(clone, 'hotfix', 'prod', '--name', 'pick');
    const folder = folderOf(clone, 'pick');
    // The same app was changed after the pin, so that the generated files conflict.
    edit(folder, 'apps/web.ts', 'port: 8080, database', 'port: 8079, database');
    await run(folder, 'generate');
    await git(folder, ['commit', '--quiet', '--all', '-m', 'first try']);
    const picked = await git(clone, ['rev-parse', 'main~1']);
    await expect(git(folder, ['cherry-pick', '-x', picked])).rejects.toThrow(/conflict|could not apply/i);
    // A person resolves what a person wrote, and sees to nothing else.
    const refused = await run(clone, 'hotfix', 'prod', ...why);
    expect(refused.stderr).toContain(
      `${join(folder, 'apps/web.ts')} has conflicts: resolve them, and git add it`,
    );
    await git(folder, ['checkout', '--quiet', '--theirs', 'apps/web.ts']);
    await git(folder, ['add', 'apps/web.ts']);
    expect(await git(folder, ['status', '--porcelain'])).toMatch(/^(UU|AA) environments/m);
    const fixed = await run(clone, 'hotfix', 'prod', ...why);
    expect(fixed.code, fixed.stderr).toBe(0);
    const message = await git(folder, ['show', '-s', '--format=%B', 'HEAD']);
    expect(message).toContain('web listens elsewhere');
    expect(message).toContain(`(cherry picked from commit ${picked})`);
    expect(message).not.toContain('Conflicts');
  });

  test('commits of a person stay as they are, whatever they are called', async () => {
    const { remote, clone } = await freshClone();
    await run(clone, 'hotfix', 'prod', '--name', 'mine', ...why);
    const folder = folderOf(clone, 'mine');
    fix(folder);
    await run(folder, 'generate');
    await git(folder, ['commit', '--quiet', '--all', '-m', 'What I did\n\nMade-by: npm run promote']);
    const mine = await git(folder, ['rev-parse', 'HEAD']);
    // The reason was given when it was begun.
    const fixed = await run(clone, 'hotfix', 'prod');
    expect(fixed.code, fixed.stderr).toBe(0);
    expect(await git(remote, ['rev-parse', 'release/prod/mine'])).toBe(mine);
    // A colleague goes on from it: that is not lost either.
    const other = temporaryFolder();
    await git(other, ['clone', '--quiet', '--branch', 'release/prod/mine', remote, '.']);
    await git(other, ['commit', '--quiet', '--allow-empty', '-m', 'theirs']);
    await git(other, ['push', '--quiet']);
    const late = await run(clone, 'hotfix', 'prod');
    expect(late.code).toBe(64);
    expect(late.stderr).toContain('somebody else has pushed to release/prod/mine');
  });

  test('what stands in the way is said at once, and nothing is lost', async () => {
    const { remote, clone } = await freshClone();
    await run(clone, 'hotfix', 'prod', '--name', 'wrong');
    const folder = folderOf(clone, 'wrong');
    fix(folder);
    expect((await run(clone, 'hotfix', 'prod')).stderr).toContain('say why release/prod/wrong cannot wait');
    edit(folder, 'apps/web.ts', 'port: 8082', 'prt: 8082');
    edit(folder, 'apps/meter.ts', 'port: 9091', 'prt: 9091');
    const broken = await run(clone, 'hotfix', 'prod', ...why);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('apps/web.ts');
    expect(broken.stderr).toContain('apps/meter.ts');
    expect(read(folder, 'apps/web.ts')).toContain('prt: 8082');
    expect(await git(remote, ['for-each-ref', 'refs/heads/release'])).toBe('');
    await git(folder, ['checkout', '--quiet', '.']);
    write(folder, { 'notes.md': 'nothing that runs\n' });
    const useless = await run(clone, 'hotfix', 'prod', ...why);
    expect(useless.stderr).toContain('changes nothing that prod runs: nothing was pushed');
    expect(existsSync(join(folder, 'notes.md'))).toBe(true);
    expect(await git(remote, ['for-each-ref', 'refs/heads/release'])).toBe('');
  });

  test('cut off while it began: what was left half is made anew, what was made is taken up', async () => {
    const { clone } = await freshClone();
    const pin = pinOf(clone);
    const folder = folderOf(clone, 'cut');
    await git(clone, ['config', 'branch.release/prod/cut.gitops-base', pin]);
    expect((await run(clone, 'hotfix', 'prod', '--name', 'cut')).code).toBe(0);
    // Killed before the folder came to its place, with half of the files.
    await git(clone, ['worktree', 'move', folder, `${folder}.part`]);
    await git(`${folder}.part`, ['rm', '--quiet', '-r', '--cached', 'apps']);
    expect(await run(clone, 'hotfix', 'prod')).toMatchObject({ code: 0 });
    expect(await git(folder, ['status', '--porcelain'])).toBe('');
    expect(existsSync(`${folder}.part`)).toBe(false);
    // Somebody removed the folder: the branch is there.
    await git(clone, ['worktree', 'remove', folder]);
    expect(await run(clone, 'hotfix', 'prod')).toMatchObject({ code: 0 });
    expect(await git(folder, ['branch', '--show-current'])).toBe('release/prod/cut');
    // A folder that is somebody else's stays.
    write(folderOf(clone, 'taken'), { 'mine.txt': 'mine\n' });
    const taken = await run(clone, 'hotfix', 'prod', '--name', 'taken');
    expect(taken.code).toBe(2);
    expect(taken.stderr).toContain('is there, and is not on the branch release/prod/taken');
    expect(read(folderOf(clone, 'taken'), 'mine.txt')).toBe('mine\n');
  });

  test('an app that runs from another commit is fixed there', async () => {
    const root = copyOf(past);
    await run(root, 'promote', 'prod', '--app', 'web');
    await git(root, ['merge', '--quiet', '--no-ff', 'promote/prod', '-m', 'Merge']);
    const home = temporaryFolder();
    const clone = join(home, 'acme');
    await git(home, ['clone', '--quiet', root, clone]);
    const begun = await run(clone, 'hotfix', 'prod', '--name', 'other');
    expect(begun.stdout).toMatch(/^other apps run from [0-9a-f]{12}, .*\(--app web\): web$/m);
    const folder = folderOf(clone, 'other');
    fix(folder);
    const refused = await run(clone, 'hotfix', 'prod', ...why);
    expect(refused.code).toBe(64);
    expect(refused.stderr).toContain('npm run hotfix -- prod --app web --name web makes a branch there');
    const there = await run(clone, 'hotfix', 'prod', '--app', 'web', '--name', 'web');
    expect(there.code, there.stderr).toBe(0);
    expect(there.stdout).toMatch(/^release\/prod\/web begins at [0-9a-f]{12}, which runs in prod: web$/m);
    const several = await run(clone, 'hotfix', 'prod');
    expect(several.stderr).toContain('prod has 2 open hotfixes:');
    edit(folderOf(clone, 'web'), 'apps/web.ts', 'port: 8081, database', 'port: 8083, database');
    const fixed = await run(clone, 'hotfix', 'prod', '--name', 'web', ...why);
    expect(fixed.code, fixed.stderr).toBe(0);
  });

  test.each([
    [['hotfix'], 'which environment? npm run hotfix -- ENV'],
    [['hotfix', 'dev'], 'dev follows main: a fix that is merged to main runs there at once'],
    [['hotfix', 'pord'], 'did you mean "prod"'],
    [['hotfix', 'prod', '--app', 'wbe'], 'prod runs no app "wbe": did you mean "web"'],
    [['hotfix', 'prod', '--name', 'a b'], '--name a b: letters, digits, dots and dashes'],
    [['hotfix', 'prod', '--name', 'a..b'], '--name a..b: letters, digits, dots and dashes'],
  ])('%j is wrong usage', async (words, message) => {
    const [command = '', ...rest] = words;
    const { code, stderr } = await run(copyOf(past), command, ...rest);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
  });
});
