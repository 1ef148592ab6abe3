import type { Pinned } from '../definition/release.ts';
import { entryOf } from '../problem/entry-of.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';
import { releaseFile } from '../tree/paths.ts';
import { isComposable } from './compose.ts';
import { hotfixBranches, type PinAnswer } from './pinned-source.ts';
import type { CandidatesByApp } from './pins.ts';

/** The key that names a commit. */
export function pathOf({ revision, apps }: Pinned, commit: string): string {
  const app = Object.keys(apps).find((name) => apps[name] === commit);
  return commit === revision || app === undefined ? 'revision' : `apps.${app}`;
}

/** Why the candidates of a commit cannot be run. */
export function unusablePin(
  answer: PinAnswer,
  commit: string,
  environment: string,
  location: SourceLocation,
  branch: string,
): Problem[] {
  const short = commit.slice(0, 12);
  switch (answer.kind) {
    case 'found': {
      const broken = Object.values(answer.candidates).find((candidate) => !isComposable(candidate));
      return broken
        ? unusablePin({ kind: 'unreadable', app: broken.node.name }, commit, environment, location, branch)
        : [];
    }
    case 'no-git': {
      const hint =
        'what a pinned environment runs is read from its commits: run this in a clone of the repository';
      return [
        problem(
          'unknown-pin',
          location,
          `${short} cannot be looked up: this folder is in no git repository`,
          hint,
        ),
      ];
    }
    case 'unknown': {
      const message = `there is no commit ${short}, neither here nor where this repository was cloned from`;
      return [problem('unknown-pin', location, message, 'was its branch deleted before it was merged?')];
    }
    case 'stray': {
      const message = `${short} is neither on ${branch} nor on a branch ${hotfixBranches}*`;
      return [
        problem('stray-pin', location, message, 'merge it first; its branch could be deleted at any time'),
      ];
    }
    case 'unreadable': {
      const message = `the candidate of "${answer.app}" at ${short} cannot be read`;
      return [problem('bad-candidate', location, message, 'pin a commit whose tree npm run generate wrote')];
    }
  }
}

/** Pins to commits that do not have the app. */
export function missingCandidates(
  environment: string,
  { revision, apps }: Pinned,
  candidatesAt: (commit: string) => CandidatesByApp,
): Problem[] {
  const file = releaseFile(environment);
  const lacks = (path: string, commit: string, what: string): Problem =>
    problem('bad-candidate', { file, path }, `${commit.slice(0, 12)} has no candidate of ${what}`);
  const isEmpty = Object.keys(candidatesAt(revision)).length === 0;
  return [
    ...(isEmpty ? [lacks('revision', revision, environment)] : []),
    ...Object.entries(apps).flatMap(([app, commit]) =>
      commit === null || entryOf(candidatesAt(commit), app) ? [] : [lacks(`apps.${app}`, commit, `"${app}"`)],
    ),
  ];
}
