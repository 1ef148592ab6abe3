import { candidatesOf } from './candidates/candidates.ts';
import { emit } from './emit/emit.ts';
import { schemasToCompile } from './emit/types-files.ts';
import { changedPlaces } from './model/changed-places.ts';
import { environmentNamed } from './model/environment-named.ts';
import { notesOf } from './model/notes.ts';
import { resolve } from './model/resolve.ts';
import { unknownBranches } from './model/unknown-branches.ts';
import { versionFiles } from './model/version-entry.ts';
import { withLines } from './model/with-lines.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { orThrow, ProblemsError } from './problem/errors.ts';
import type { Repository } from './repository.ts';
import { sharedNamespaces } from './running/shared-namespaces.ts';
import { runningIn } from './running/state.ts';
import { compare } from './tree/changes.ts';
import { dataLosses } from './tree/data-loss.ts';
import { lostReleases } from './tree/lost-releases.ts';
import { foreignFiles } from './tree/ownership.ts';
import { asNamedNow } from './tree/renamed-lists.ts';
import { secondRoots } from './tree/second-roots.ts';
import { filesOf } from './tree/writable-paths.ts';
import { checkPolicies } from './upgrade/version/check-policies.ts';

export interface GenerateOptions {
  /** Only look: nothing is written. */
  readonly check: boolean;
  /** Only this environment's files. */
  readonly environment?: string;
}

/** Definitions in, a GitOps tree out. */
export async function generate(repository: Repository, options: GenerateOptions): Promise<Outcome> {
  const written = await repository.read();
  const model = orThrow(resolve(written));
  const candidates = candidatesOf(model);
  const states = orThrow(runningIn(candidates, model, repository.pinned));
  const types = await repository.compileTypes(schemasToCompile(model));
  const wanted = emit(model, states, { gate: repository.gate, types });
  const present = repository.present(wanted);
  if (options.environment !== undefined) environmentNamed(options.environment, model);
  const only = filesOf(options.environment);
  const known = only(asNamedNow(repository.known(present), model.environments));
  const losses = [...dataLosses(only(wanted), known, model), ...secondRoots(only(wanted), known, model)];
  const said = new Set(losses.map(({ location }) => location.file));
  const problems = [
    ...foreignFiles(only(present), wanted),
    ...changedPlaces(model.versions, repository.earlier(Object.values(versionFiles))),
    ...withLines(checkPolicies(model.versions), [written.images, written.upstream]),
    ...sharedNamespaces(states),
    ...unknownBranches(model, repository.hasBranch),
    ...losses,
    ...lostReleases(known, model.environments).filter(({ location }) => !said.has(location.file)),
  ];
  if (problems.length > 0) throw new ProblemsError(problems);
  const changes = compare(only(wanted), only(present));
  if (!options.check) repository.apply(changes);
  const notes = notesOf(model, repository.remote());
  return { ...outcomeOf(model, states, changes, [...only(wanted).keys()], options), notes };
}
