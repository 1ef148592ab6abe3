import { edit } from '../../testing/folder.ts';
import { ownCache } from '../../testing/own-cache.ts';
import { program, tool } from '../../testing/program.ts';
import { identity, smallRepository } from './repository.ts';

const hour = 3600;
const now = Math.floor(Date.now() / 1000);

type Variables = Readonly<Record<string, string>>;

/** Nobody's token, and a cache of its own. */
export const promotionEnvironment = (): Variables => ({
  ...identity,
  GITOPS_CACHE: ownCache(),
  GITHUB_TOKEN: '',
  GITHUB_APP_ID: '',
});

/** Git and our program, in a repository. */
export function handsIn(env: Variables) {
  const git = async (root: string, args: readonly string[], hoursAgo = 0): Promise<string> => {
    const date = `${now - hoursAgo * hour} +0000`;
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const { code, stdout, stderr } = await tool('git', args, { cwd: root, env: { ...env, ...dates } });
    if (code !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const run = (root: string, ...args: readonly string[]) => program([...args, '--root', root], { env });
  const commit = async (root: string, message: string, hoursAgo: number): Promise<void> => {
    await run(root, 'generate');
    await git(root, ['add', '--all']);
    await git(root, ['commit', '--quiet', '-m', message], hoursAgo);
  };
  return { git, run, commit };
}

/** Definitions in code, prod behind dev; web changed two days ago, meter three hours ago. */
export async function somethingToPromote(env: Variables): Promise<string> {
  const { git, commit } = handsIn(env);
  const past = smallRepository();
  edit(
    past,
    'environments/prod/environment.ts',
    "size: 'small',",
    "size: 'small',\n  promotesFrom: 'dev',\n  soak: '1d',",
  );
  await git(past, ['init', '--quiet', '--initial-branch=main']);
  await commit(past, 'first', 100);
  const revision = await git(past, ['rev-parse', 'HEAD']);
  edit(past, 'environments/prod/release.yaml', 'follow: main', `revision: '${revision}'`);
  await commit(past, 'pin prod', 90);
  edit(past, 'apps/web.ts', 'port: 8080, database', 'port: 8081, database');
  await commit(past, 'web listens elsewhere', 48);
  edit(past, 'apps/meter.ts', 'port: 9091 }', 'port: 9092 }');
  await commit(past, 'meter listens elsewhere', 3);
  return past;
}
