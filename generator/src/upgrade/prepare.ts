import type { Workspace } from '../forge/workspace.ts';
import { type HeldVersion, type HoldReason, heldSteps } from './choice.ts';
import { editFiles } from './edit/edit-files.ts';
import { editsOf } from './edit/edits-of.ts';
import type { Effect } from './effect.ts';
import { withChecksums } from './tool/with-checksums.ts';
import type { UpgradeProposal } from './upgrade-plan.ts';
import type { UpgradeTools } from './upgrade-tools.ts';

/** A proposal whose tree is written, or why it cannot be proposed. */
export type Prepared =
  | {
      readonly kind: 'ready';
      readonly proposal: UpgradeProposal;
      readonly effect: Extract<Effect, { kind: 'changed' }>;
    }
  | { readonly kind: 'held'; readonly holds: readonly HeldVersion[] };

/** Edits the versions in a checkout of the main branch, generates, and looks at what that changes. */
export async function prepare(
  proposal: UpgradeProposal,
  workspace: Workspace,
  { sources, read, effect: effectOf }: Pick<UpgradeTools, 'sources' | 'read' | 'effect'>,
): Promise<Prepared> {
  const hold = (reason: HoldReason, detail: string): Prepared => ({
    kind: 'held',
    holds: heldSteps(proposal.steps, { reason, detail, until: null }),
  });
  const complete = await withChecksums(proposal.steps, sources);
  if (!complete.ok) return hold('unreachable', complete.failures.join('; '));
  const edited = editFiles(editsOf(complete.steps), (file) => read(workspace.base, file) ?? '');
  if (!edited.ok) return hold('refused', edited.problems.map(problemLine).join('; '));
  for (const [file, text] of edited.value) workspace.write(file, text);
  const effect = await effectOf(workspace);
  switch (effect.kind) {
    case 'refused':
      return hold('refused', effect.problems.map(problemLine).join('; '));
    case 'nothing':
      return hold('nothing', 'nothing that is rendered changes');
    case 'identity':
      return hold('identity', effect.why.join('; '));
    case 'unreachable':
      return hold('unreachable', effect.why.join('; '));
    case 'changed':
      return { kind: 'ready', proposal: { ...proposal, steps: complete.steps }, effect };
  }
}

const problemLine = ({
  location: { file, path },
  message,
}: {
  readonly location: { readonly file: string; readonly path?: string };
  readonly message: string;
}): string => `${file}${path === undefined ? '' : ` ${path}`}: ${message}`;
