import { commitsOf, type Pinned } from '../definition/release.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { inside } from '../problem/location.ts';
import { failure, gathering, problem, type Result, success } from '../problem/problem.ts';
import { releaseFile } from '../tree/paths.ts';
import { missingCandidates, pathOf, unusablePin } from './check-pins.ts';
import { compose } from './compose.ts';
import { conflictsIn } from './conflicts.ts';
import type { PinAnswer, PinnedSource } from './pinned-source.ts';
import { type CandidatesByApp, commitsByApp, pinsAt } from './pins.ts';
import type { Running } from './running.ts';

/** An environment with the pins of its release. */
export interface PinnedEnvironment {
  readonly name: string;
  readonly formerly: readonly string[];
  readonly release: Pinned;
}

/** Composes every environment that is pinned; all problems of all of them at once. */
export function composeAll(model: Model, source: PinnedSource): Result<Map<string, Running>> {
  const pinned = model.environments.flatMap((environment) => pinnedIn(environment));
  const requests = pinned.flatMap(({ name, formerly, release }) =>
    commitsOf(release).map((commit) => ({ environment: name, formerly, commit })),
  );
  const answers = requests.length === 0 ? [] : source.candidates(requests, model.platform.branch);
  const composed = new Map<string, Running>();
  const { take, result } = gathering();
  for (const environment of pinned) {
    const found = new Map<string, PinAnswer>();
    for (const [i, request] of requests.entries()) {
      const answer = answers[i];
      if (request.environment === environment.name && answer) found.set(request.commit, answer);
    }
    const running = take(composeOne(environment, found, model.platform.branch));
    if (running) composed.set(environment.name, running);
  }
  return result(composed);
}

function pinnedIn({ name, formerly, release }: EnvironmentModel): PinnedEnvironment[] {
  return release?.kind === 'pinned' ? [{ name, formerly, release }] : [];
}

function composeOne(
  { name, release }: PinnedEnvironment,
  answers: ReadonlyMap<string, PinAnswer>,
  branch: string,
): Result<Running> {
  const file = releaseFile(name);
  const unusable = commitsOf(release).flatMap((commit) => {
    const answer = answers.get(commit);
    const location = inside({ file }, pathOf(release, commit));
    return answer ? unusablePin(answer, commit, name, location, branch) : [];
  });
  if (unusable.length > 0) return failure(unusable);
  const candidatesAt = (commit: string): CandidatesByApp => {
    const answer = answers.get(commit);
    return answer?.kind === 'found' ? answer.candidates : {};
  };
  const commits = commitsByApp(release, (commit) => Object.keys(candidatesAt(commit)));
  const pins = pinsAt(commits, candidatesAt);
  const problems = [
    ...missingCandidates(name, release, candidatesAt),
    ...conflictsIn([...pins.values()]).map(({ code, app, other, message }) => {
      const [mine, its] = [app, other].map((name) => pins.get(name)?.commit.slice(0, 12) ?? 'no commit');
      const text = `${message} (${app} from ${mine}, ${other} from ${its})`;
      return problem(code, inside({ file }, 'apps'), text, 'promote both together, or neither');
    }),
  ];
  if (problems.length > 0) return failure(problems);
  return success(compose([...pins.values()], file));
}
