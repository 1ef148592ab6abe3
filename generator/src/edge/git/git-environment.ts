import { devNull } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { dotGitAbove } from './git-repository.ts';

/**
 * Settings that make git answer in one way, whatever its user has set. Hooks are for people: none of theirs runs on
 * what this program does beside their work.
 */
export const gitOptions: readonly string[] = [
  `core.hooksPath=${devNull}`,
  'core.quotePath=false',
  'diff.suppressBlankEmpty=false',
  'core.fsmonitor=false',
  'core.pager=cat',
  'color.ui=false',
  'advice.graftFileDeprecated=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.showSignature=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'push.recurseSubmodules=no',
  'push.followTags=false',
  'grep.patternType=default',
  'trailer.separators=:',
];

/** Variables of git that say who somebody is and how to reach a remote. All others could lead elsewhere. */
const kept =
  /^GIT_(AUTHOR|COMMITTER|CONFIG|ASKPASS|SSH|SSL|HTTP|PROXY|PROTOCOL|ALLOW_PROTOCOL|CURL|TRACE|EXEC_PATH|TEST)/;

/**
 * The variables that git runs with in a folder. A hook is run with `GIT_DIR` and `GIT_INDEX_FILE` of the repository
 * that it belongs to, which need not be that of the folder. Replaced and grafted commits are not what others have.
 */
export function gitEnvironment(root: string): NodeJS.ProcessEnv {
  const mine = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name));
  return {
    ...Object.fromEntries(mine),
    ...apart(root),
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: `${devNull}/none`,
    GIT_DISCOVERY_ACROSS_FILESYSTEM: '1',
  };
}

/** A repository that somebody keeps apart from its files, where a folder is among these and no other holds it. */
export function apart(root: string): Readonly<Record<string, string>> {
  const { GIT_DIR: folder, GIT_WORK_TREE: files } = process.env;
  if (!folder || !files || dotGitAbove(root) !== null) return {};
  const way = relative(resolve(files), root);
  if (way === '..' || way.startsWith(`..${sep}`)) return {};
  return { GIT_DIR: resolve(folder), GIT_WORK_TREE: resolve(files) };
}
