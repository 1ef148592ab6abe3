import type { Step } from '../choice.ts';
import type { Sources } from '../sources.ts';

/** Steps as they can be edited in, or what kept one of them from it, one line each. */
export type CompleteSteps =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly failures: readonly string[] };

/** Steps with the checksums of the programs among them, which are asked for only where a step is made. */
export async function withChecksums(steps: readonly Step[], sources: Sources): Promise<CompleteSteps> {
  const completed = await Promise.all(
    steps.map(async (step): Promise<Step | string> => {
      const { subject, version } = step;
      if (subject.kind !== 'tool') return step;
      const answer = await sources.checksums(subject, version);
      return answer.kind === 'found' ? { ...step, checksums: answer.value } : `${subject.id}: ${answer.why}`;
    }),
  );
  const failures = completed.filter((found) => typeof found === 'string');
  return failures.length > 0
    ? { ok: false, failures }
    : { ok: true, steps: completed.filter((found) => typeof found !== 'string') };
}
