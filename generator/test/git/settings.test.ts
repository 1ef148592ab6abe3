import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyOf, read, temporaryFolder, write } from '../../testing/folder.ts';
import { program, tool } from '../../testing/program.ts';
import { handsIn, promotionEnvironment, somethingToPromote } from '../support/past.ts';

const env = promotionEnvironment();
const { git, run } = handsIn(env);

/** A past whose commits are all signed, and the environment of who signs them. */
let past: string;
let signing: Readonly<Record<string, string>>;

beforeAll(async () => {
  const keys = temporaryFolder();
  const made = await tool('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(keys, 'key')]);
  if (made.code !== 0) throw new Error(made.stderr);
  const gpg = `[gpg]\n  format = ssh\n[user]\n  signingKey = ${keys}/key.pub\n`;
  write(keys, { gitconfig: `[commit]\n  gpgSign = true\n${gpg}` });
  signing = { ...env, GIT_CONFIG_GLOBAL: join(keys, 'gitconfig') };
  past = await somethingToPromote(signing);
});

/** What some people set for their own git, and what would change what ours says, writes or starts. */
const settings = `
[gpg]
  format = ssh
[log]
  showSignature = true
  date = relative
  decorate = full
  mailmap = true
  follow = true
  abbrevCommit = true
[format]
  pretty = oneline
[color]
  ui = always
[core]
  abbrev = 5
  quotePath = true
  pager = false
  fsmonitor = /nowhere
  autocrlf = true
  hooksPath = <hooks>
  excludesFile = <folder>/ignored
  commentChar = M
  attributesFile = <folder>/attributes
[diff]
  external = false
  noprefix = true
  mnemonicPrefix = true
  renames = copies
  algorithm = histogram
  context = 9
  suppressBlankEmpty = true
[diff "shout"]
  textconv = false
[i18n]
  logOutputEncoding = UTF-16
[status]
  short = true
  branch = true
  showUntrackedFiles = no
[commit]
  template = <folder>/template
  cleanup = scissors
  verbose = true
[trailer]
  separators = "#"
[grep]
  patternType = perl
[push]
  followTags = true
  default = nothing
[submodule]
  recurse = true
[rebase]
  autoStash = true
[init]
  defaultBranch = trunk
`;

/** A home whose git is set like that; every hook that is run leaves a note. */
function settledHome(): { readonly variables: Readonly<Record<string, string>>; readonly notes: string } {
  const folder = temporaryFolder();
  const notes = join(folder, 'notes');
  const hooks = [
    'pre-commit',
    'commit-msg',
    'post-commit',
    'post-checkout',
    'pre-push',
    'reference-transaction',
  ];
  write(folder, {
    gitconfig: settings.replaceAll('<folder>', folder).replaceAll('<hooks>', join(folder, 'hooks')),
    ignored: '*.yaml\nschemas\n',
    attributes: '*.yaml diff=shout\n',
    template: 'Say why\n',
    notes: '',
    ...Object.fromEntries(
      hooks.map((name) => [`hooks/${name}`, `#!/bin/sh\necho ${name} >> ${notes}\nexit 1\n`]),
    ),
  });
  for (const name of hooks) chmodSync(join(folder, 'hooks', name), 0o755);
  const { GIT_CONFIG_GLOBAL: _, ...others } = env;
  const variables = {
    ...others,
    GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
    GIT_EXTERNAL_DIFF: 'false',
    GIT_DIFF_OPTS: '--unified=0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_PAGER: 'false',
    GIT_TRACE: '1',
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'de',
  };
  return { variables, notes: folder };
}

describe.concurrent('whatever a person has set for git', () => {
  test.each([
    ['status'],
    ['status', '--format', 'json'],
    ['promote', 'prod', '--dry-run', '--format', 'markdown'],
    ['generate', '--check'],
  ])('%s %s %s: the same is said', async (...args) => {
    const root = copyOf(past);
    const { variables } = settledHome();
    const plain = await run(root, ...args);
    const settled = await program([...args, '--root', root], { env: variables });
    // Ages are of the moment.
    const timeless = (text: string): string => text.replaceAll(/"age": \d+/g, '"age"');
    expect(settled.stderr).toBe(plain.stderr);
    expect(timeless(settled.stdout)).toBe(timeless(plain.stdout));
    expect(settled.code).toBe(plain.code);
  });

  test('the same is committed, and none of the hooks is run', async () => {
    const { variables, notes } = settledHome();
    const [plain, settled] = [copyOf(past), copyOf(past)];
    expect((await run(plain, 'promote', 'prod')).code).toBe(0);
    const ended = await program(['promote', 'prod', '--root', settled], { env: variables });
    expect(ended.stderr).toBe('');
    const what = ['log', '-1', '--format=%T %P%n%an <%ae>%n%B', 'promote/prod'];
    expect(await git(settled, what)).toBe(await git(plain, what));
    expect(await git(settled, ['log', '-1', '--format=%B', 'promote/prod'])).toMatch(
      /^Promote web to prod\n\nSeal: \w{16} \w{8} \w{8}\nMade-by: npm run promote$/,
    );
    expect(read(notes, 'notes')).toBe('');
  });

  test('commits are signed where theirs are', async () => {
    const root = copyOf(past);
    const ended = await program(['promote', 'prod', '--root', root], { env: signing });
    expect(ended.stderr).toBe('');
    expect(await git(root, ['cat-file', 'commit', 'promote/prod'])).toContain(
      '-----BEGIN SSH SIGNATURE-----',
    );
  });

  test('nobody is taken for another author', async () => {
    const root = copyOf(past);
    const promote = (author: string) =>
      program(['promote', 'prod', '--root', root], { env: { ...env, PROMOTE_AUTHOR: author } });
    expect(await promote('ann')).toMatchObject({ code: 64 });
    expect((await promote('Ann Example <ann@example.org>')).code).toBe(0);
    expect(await git(root, ['log', '-1', '--format=%an <%ae>', 'promote/prod'])).toBe(
      'Ann Example <ann@example.org>',
    );
  });

  test('a replaced or grafted commit is not what others have', async () => {
    const root = copyOf(past);
    const plain = await run(root, 'status', '--format', 'json');
    await git(root, ['replace', 'HEAD~2', 'HEAD~1']);
    const head = await git(root, ['--no-replace-objects', 'rev-parse', 'HEAD']);
    write(root, { '.git/info/grafts': `${head}\n` });
    const apps = ({ stdout }: { stdout: string }): unknown =>
      JSON.parse(stdout.replaceAll(/"age": \d+/g, '"age": 0'));
    expect(apps(await run(root, 'status', '--format', 'json'))).toEqual(apps(plain));
  });

  test('a clone without its past does not guess it', async () => {
    const root = join(temporaryFolder(), 'shallow');
    await tool('git', ['clone', '--quiet', '--depth=1', `file://${past}`, root], { env });
    await git(root, ['remote', 'remove', 'origin']);
    write(root, { 'environments/prod/release.yaml': 'follow: main\n' });
    const { code, stderr } = await run(root, 'status');
    expect(stderr).toContain('hint: git fetch --unshallow');
    expect(code).toBe(2);
  });
});
