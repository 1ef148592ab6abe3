import type { SourceAnswer } from '../../upgrade/sources.ts';
import { gitEnvironment, gitOptions } from '../git/git-environment.ts';
import { type Ended, run } from '../process.ts';

/** What git says where a server has no such repository. Those that hide whether they do ask for a user instead. */
const missing =
  /not found|does not exist|does not appear to be a git repository|could not read Username|no such repository/i;

const limitSeconds = 60;

/**
 * Commits by tag, of a repository anywhere. Git asks with the credentials that it has in a folder, and never a person.
 * @param root folder whose settings of git count
 */
export async function gitTagsOf(
  root: string,
  url: string,
  seconds = limitSeconds,
): Promise<SourceAnswer<ReadonlyMap<string, string>>> {
  const slow = ['http.lowSpeedLimit=1', `http.lowSpeedTime=${seconds}`];
  const config = [...gitOptions, ...slow].flatMap((setting) => ['-c', setting]);
  const ended = await run('git', [...config, 'ls-remote', '--tags', '--', url], {
    cwd: root,
    limit: seconds * 1000,
    inherits: gitEnvironment(root),
    env: { SSH_ASKPASS_REQUIRE: 'never', GCM_INTERACTIVE: 'never' },
  });
  if (ended === null) return { kind: 'failed', why: 'git is missing: install it' };
  return ended.code === 0 ? { kind: 'found', value: tagsIn(ended.stdout) } : refusal(url, ended, seconds);
}

/** A tag that is an object of its own is listed twice; behind `^{}` stands the commit that it leads to. */
function tagsIn(listed: string): ReadonlyMap<string, string> {
  const lines = listed.split('\n').flatMap((line) => {
    const [, commit = '', name = '', peeled] =
      line.match(/^([0-9a-f]{40,64})\trefs\/tags\/(.+?)(\^\{\})?$/) ?? [];
    return commit === '' ? [] : [{ commit, name, peeled: peeled !== undefined }];
  });
  const inOrder = [...lines.filter(({ peeled }) => !peeled), ...lines.filter(({ peeled }) => peeled)];
  return new Map(inOrder.map(({ name, commit }) => [name, commit]));
}

function refusal(url: string, { stderr, late }: Ended, seconds: number): SourceAnswer<never> {
  const place = withoutLogin(url);
  if (late) return { kind: 'failed', why: `${place} did not answer in ${seconds} s` };
  const lines = stderr.split('\n').map((line) => withoutLogin(line.trim()));
  const said =
    lines.find((line) => /^(fatal|error|remote): /.test(line)) ?? lines.find((line) => line !== '');
  if (missing.test(stderr))
    return {
      kind: 'missing',
      why: `${place} is not there, or git has no credentials for it (${said})`,
    };
  return { kind: 'failed', why: `${place} did not answer: ${said ?? 'git said nothing'}` };
}

const withoutLogin = (text: string): string => text.replaceAll(/\/\/[^/\s@]*@/g, '//');
