import type { Output } from '../../definition/output.ts';
import { type DataKind, dataMadeBy } from '../made-data.ts';
import { type Check, finding } from './check.ts';

const kinds: readonly DataKind[] = ['topic', 'database', 'role'];

/**
 * Topics, databases and roles that an app promises to others must be made, and those that it makes must be promised:
 * else somebody writes the name by hand.
 */
export const outputsAreMade: Check = (rendered) => {
  const made = rendered.manifests.flatMap((manifest) =>
    dataMadeBy(manifest).map((data) => ({ ...data, manifest })),
  );
  const outputs = Object.entries(rendered.app.provides);
  return kinds.flatMap((kind) => {
    const here = made.filter((data) => data.kind === kind);
    // Who renders none of a kind makes it in some way that nobody sees here.
    if (here.length === 0) return [];
    const promised = outputs.flatMap(([path, output]) => {
      const name = nameOf(output, kind);
      return name === null ? [] : [{ path, name }];
    });
    return [
      ...promised
        .filter(({ name }) => !here.some((data) => data.name === name))
        .map(({ path, name }) =>
          finding(
            'stray-output',
            rendered,
            null,
            `provides the ${kind} "${name}" as "${path}", and makes none`,
          ),
        ),
      ...here
        .filter(({ name }) => !promised.some((output) => output.name === name))
        .map(({ name, manifest }) =>
          finding(
            'stray-output',
            rendered,
            manifest,
            `makes the ${kind} "${name}", which is none of its outputs`,
            'declare it in provides',
          ),
        ),
    ];
  });
};

const nameOf = (output: Output, kind: DataKind): string | null =>
  output.kind === kind && 'name' in output ? output.name : null;
