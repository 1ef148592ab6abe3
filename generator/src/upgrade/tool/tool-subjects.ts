import { z } from 'zod';
import { failure, problem, type Result, success } from '../../problem/problem.ts';
import type { ToolSubject } from '../subject.ts';
import { toolEntry } from './tool-entry.ts';

export const toolsFile = 'generator/tools.json';

/** The programs that have releases to ask for. `tools` is what `generator/tools.json` holds, parsed. */
export function toolSubjects(tools: unknown): Result<ToolSubject[]> {
  const read = z.record(z.string(), toolEntry).safeParse(tools);
  if (!read.success)
    return failure(
      read.error.issues.map(({ path, message }) =>
        problem('bad-shape', { file: toolsFile, path: path.join('.') }, `${path.join('.')}: ${message}`),
      ),
    );
  const asked = Object.entries(read.data).filter(([, { releases }]) => releases !== undefined);
  return success(
    asked.map(([key, entry]) => {
      const { version: current, policy } = entry;
      return { kind: 'tool', id: `${toolsFile}: ${key}`, key, file: toolsFile, current, policy, entry };
    }),
  );
}
