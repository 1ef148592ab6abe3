import { commitsOf, type Pinned } from '../../definition/release.ts';
import type { Workspace } from '../../forge/workspace.ts';
import { pinTag } from '../../running/pinned-source.ts';
import { releaseFile } from '../../tree/paths.ts';
import type { History } from '../history.ts';

/** Whether the main branch is what its definitions generate; what is not must not be spread by a promotion. */
export async function isDrifted(workspace: Workspace): Promise<boolean> {
  await workspace.generate();
  return workspace.changed().length > 0;
}

/** Commits a release, with the tree that follows from it. */
export async function commitRelease(
  environment: string,
  text: string,
  { branch, message }: { readonly branch: string; readonly message: string },
  workspace: Workspace,
): Promise<string> {
  workspace.write(releaseFile(environment), text);
  await workspace.generate();
  return workspace.commit(branch, message);
}

/** Tags for the pins that the main branch does not keep by itself. */
export const tagsFor = (environment: string, release: Pinned, history: History): Record<string, string> =>
  Object.fromEntries(
    commitsOf(release)
      .filter((pin) => !history.wasTip(pin))
      .map((pin) => [pinTag(environment, pin), pin]),
  );
