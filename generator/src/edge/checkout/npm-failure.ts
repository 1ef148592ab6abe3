/** What npm says of its failure, in a line. */
export function npmSays(stderr: string): string {
  const lines = stderr
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '' && !/^(A complete log|errno |syscall |type |signal )/.test(line));
  const said = lines.length > 0 ? lines : stderr.trim().split('\n');
  return said.slice(0, 3).join('; ') || 'it says nothing';
}

interface NpmHint {
  readonly hint: string;
  /** Whether it may work later. */
  readonly retry: boolean;
}

const hints: readonly (readonly [RegExp, NpmHint])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|E\w*TIMEDOUT|E\w*UNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|FETCH_ERROR|E5\d\d|E429)$/,
    {
      hint: 'can its registry be reached from here? What npm has in its cache, or a run has installed before, needs none',
      retry: true,
    },
  ],
  [
    /^(E401|E403|ENEEDAUTH)$/,
    {
      hint: 'may you read from its registry? npm login writes what it takes; variables such as NPM_TOKEN are not handed on',
      retry: false,
    },
  ],
  [
    /^(E404|ETARGET)$/,
    {
      hint: 'its registry does not have that version any more: name one in .npmrc that does, such as a mirror',
      retry: false,
    },
  ],
  [
    /^EINTEGRITY$/,
    {
      hint: 'its registry has other bytes than the lock file names: do not use them before you know why',
      retry: false,
    },
  ],
  [
    /^EUSAGE$/,
    {
      hint: 'package.json and package-lock.json of that commit disagree: npm install on a branch from it, and commit',
      retry: false,
    },
  ],
  [
    /^(ENOSPC|EROFS|EACCES)$/,
    { hint: 'is there room in the cache folder, and may you write there?', retry: false },
  ],
];

/** What to do about it. */
export function npmHint(stderr: string): NpmHint {
  const code = stderr.match(/^npm (?:error|ERR!) code (\S+)$/m)?.[1] ?? '';
  const found = hints.find(([pattern]) => pattern.test(code));
  return found?.[1] ?? { hint: 'check that commit out, and see what npm ci says there', retry: false };
}
