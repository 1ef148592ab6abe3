import { ProblemsError } from '../../problem/errors.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { History } from '../../promote/history.ts';
import type { CandidatesByApp } from '../../running/pins.ts';
import { releaseFile } from '../../tree/paths.ts';
import { candidatesAt } from '../git/git-pins.ts';
import type { FormerNames } from './former-names.ts';

/** Reads candidates at many commits together; what was asked before is remembered. */
export function candidatesReader(root: string, prefix: string, former: FormerNames): History['candidates'] {
  const known = new Map<string, Map<string, CandidatesByApp>>();
  return (environment, commits) => {
    const here = known.get(environment) ?? new Map<string, CandidatesByApp>();
    known.set(environment, here);
    const missing = [...new Set(commits)].filter((commit) => !here.has(commit));
    if (missing.length === 0) return here;
    const requests = missing.map((commit) => ({
      environment,
      formerly: former.of(environment),
      commit,
    }));
    const problems = candidatesAt(root, prefix, requests).flatMap((answer, i): Problem[] => {
      const commit = missing[i] ?? '';
      if (answer.kind !== 'found')
        return [unreadable(environment, commit, answer.kind === 'unreadable' ? answer.app : environment)];
      here.set(commit, answer.candidates);
      return [];
    });
    if (problems.length > 0) throw new ProblemsError(problems);
    return here;
  };
}

function unreadable(environment: string, commit: string, app: string): Problem {
  const message = `the candidate of "${app}" at ${commit.slice(0, 12)} cannot be read`;
  const file = releaseFile(environment);
  return problem('bad-candidate', { file }, message, 'was its tree written by hand?');
}
