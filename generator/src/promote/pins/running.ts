import { commitsOf, type Pinned } from '../../definition/release.ts';
import type { Running } from '../../emit/running.ts';
import type { EnvironmentModel, Model } from '../../model/model.ts';
import { inside } from '../../problem/place.ts';
import { failure, type Place, type Problem, problem, type Result, success } from '../../problem/problem.ts';
import type { PinnedCandidate } from './candidate.ts';
import { compose, hasWave, type Pin } from './compose.ts';
import { pinsOf } from './effective.ts';
import { conflictsIn } from './mix.ts';
import type { PinAnswer, PinnedSource } from './source.ts';
import { hotfixBranches } from './source.ts';

/** An environment with the pins of its release. */
export interface PinnedEnvironment {
  readonly name: string;
  readonly release: Pinned;
}

/** What runs in each pinned environment, and its pins. */
export type Composed = ReadonlyMap<
  string,
  { readonly running: Running; readonly pins: ReadonlyMap<string, Pin> }
>;

export const releaseFile = (environment: string): string => `environments/${environment}/release.yaml`;

/** Composes every environment that is pinned; all problems of all of them at once. */
export function composeAll(model: Model, source: PinnedSource): Result<Composed> {
  const pinned = model.environments.flatMap((each) => pinnedIn(each));
  const requests = pinned.flatMap(({ name, release }) =>
    commitsOf(release).map((commit) => ({ environment: name, commit })),
  );
  const answers = requests.length === 0 ? [] : source.candidates(requests, model.platform.branch);
  const composed = new Map<string, { running: Running; pins: Map<string, Pin> }>();
  const problems: Problem[] = [];
  for (const environment of pinned) {
    const found = new Map<string, PinAnswer>();
    for (const [i, request] of requests.entries()) {
      const answer = answers[i];
      if (request.environment === environment.name && answer) found.set(request.commit, answer);
    }
    const result = composeOne(environment, found, model);
    if (result.ok) composed.set(environment.name, result.value);
    else problems.push(...result.problems);
  }
  return problems.length > 0 ? failure(problems) : success(composed);
}

function pinnedIn({ name, release }: EnvironmentModel): PinnedEnvironment[] {
  return release?.kind === 'pinned' ? [{ name, release }] : [];
}

function composeOne(
  { name, release }: PinnedEnvironment,
  answers: ReadonlyMap<string, PinAnswer>,
  model: Model,
): Result<{ running: Running; pins: Map<string, Pin> }> {
  const file = releaseFile(name);
  const unusable = commitsOf(release).flatMap((commit) => {
    const answer = answers.get(commit);
    const place = inside({ file }, pathOf(release, commit));
    return answer ? whyUnusable(answer, commit, name, place, model.platform.branch) : [];
  });
  if (unusable.length > 0) return failure(unusable);
  const candidatesAt = (commit: string): Readonly<Record<string, PinnedCandidate>> => {
    const answer = answers.get(commit);
    return answer?.kind === 'found' ? answer.candidates : {};
  };
  const pins = pinsOf(release, candidatesAt);
  const problems = [
    ...absent(name, release, candidatesAt),
    ...strangers(release, pins, model, file),
    ...conflictsIn([...pins.values()].map(({ candidate }) => candidate)).map(
      ({ code, app, other, message }) => {
        const [mine, its] = [app, other].map((each) => pins.get(each)?.commit.slice(0, 12) ?? 'no commit');
        const text = `${message} (${app} from ${mine}, ${other} from ${its})`;
        return problem(code, inside({ file }, 'apps'), text, 'promote both together, or neither');
      },
    ),
  ];
  if (problems.length > 0) return failure(problems);
  return success({ running: compose([...pins.values()], file), pins });
}

/** The key that names a commit. */
function pathOf({ revision, apps }: Pinned, commit: string): string {
  const app = Object.keys(apps).find((each) => apps[each] === commit);
  return commit === revision || app === undefined ? 'revision' : `apps.${app}`;
}

function whyUnusable(
  answer: PinAnswer,
  commit: string,
  environment: string,
  place: Place,
  branch: string,
): Problem[] {
  const short = commit.slice(0, 12);
  switch (answer.kind) {
    case 'found': {
      const broken = Object.values(answer.candidates).find(({ application }) => !hasWave(application));
      return broken
        ? whyUnusable({ kind: 'unreadable', app: broken.node.name }, commit, environment, place, branch)
        : [];
    }
    case 'no-git': {
      const hint = `write follow: ${branch}, or work in a clone of the repository`;
      return [
        problem('unknown-pin', place, `${short} cannot be looked up: this folder is no git repository`, hint),
      ];
    }
    case 'unknown': {
      const message = `there is no commit ${short}, neither here nor where this repository was cloned from`;
      return [problem('unknown-pin', place, message, 'was its branch deleted before it was merged?')];
    }
    case 'stray': {
      const message = `${short} is neither on ${branch} nor on a branch ${hotfixBranches}*`;
      return [
        problem('stray-pin', place, message, 'merge it first; its branch could be deleted at any time'),
      ];
    }
    case 'unreadable': {
      const message = `the candidate of "${answer.app}" at ${short} cannot be read`;
      return [problem('bad-candidate', place, message, 'pin a commit whose tree npm run generate wrote')];
    }
  }
}

/** Pins to commits that do not have the app. */
function absent(
  environment: string,
  { revision, apps }: Pinned,
  candidatesAt: (commit: string) => Readonly<Record<string, PinnedCandidate>>,
): Problem[] {
  const file = releaseFile(environment);
  const none =
    Object.keys(candidatesAt(revision)).length > 0
      ? []
      : [
          problem(
            'bad-candidate',
            { file, path: 'revision' },
            `${revision.slice(0, 12)} has no candidate of ${environment}`,
          ),
        ];
  return [
    ...none,
    ...Object.entries(apps).flatMap(([app, commit]) =>
      commit === null || candidatesAt(commit)[app]
        ? []
        : [
            problem(
              'bad-candidate',
              { file, path: `apps.${app}` },
              `${commit.slice(0, 12)} has no candidate of "${app}"`,
            ),
          ],
    ),
  ];
}

/** Holds of apps that nobody knows hold nothing. */
function strangers(release: Pinned, pins: ReadonlyMap<string, Pin>, model: Model, file: string): Problem[] {
  return Object.keys(release.hold)
    .filter((app) => !pins.has(app) && !model.appNames.includes(app))
    .map((app) => problem('unknown-name', { file, path: `hold.${app}` }, `there is no app "${app}" to hold`));
}
