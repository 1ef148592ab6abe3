import { InternalError } from '../../problem/errors.ts';
import type { Step } from '../choice.ts';
import { toolEdits } from '../tool/tool-edits.ts';
import type { FileEdit, ScalarEdit } from './scalar-edit.ts';

/** What steps change, by file in the order of the steps. */
export function editsOf(steps: readonly Step[]): FileEdit[] {
  const byFile = Map.groupBy(steps, ({ subject }) => subject.file);
  return [...byFile].map(([file, its]) => ({ file, edits: its.flatMap(stepEdits) }));
}

function stepEdits({ subject, version, digest, revision, checksums }: Step): ScalarEdit[] {
  const { key } = subject;
  switch (subject.kind) {
    case 'image':
      // The digest goes with its tag: the old one would keep the old image.
      return [
        { path: ['images', key, 'tag'], value: version },
        { path: ['images', key, 'digest'], value: digest, after: 'tag' },
      ];
    case 'chart':
      return [{ path: ['charts', key, 'version'], value: version }];
    case 'git':
      if (revision === null)
        throw new InternalError(`${subject.id}: a step to ${version} without its commit`);
      return [
        { path: ['charts', key, 'revision'], value: revision },
        { path: ['charts', key, 'version'], value: version },
      ];
    case 'tool':
      return toolEdits(key, version, checksums ?? {});
  }
}
