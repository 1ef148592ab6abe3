import { isOutput, type Output, type OutputTree } from '../definition/output.ts';

/** A tree of outputs as a flat record: `{ topics: { ingest } }` becomes `{ 'topics.ingest': … }`. */
export function flatten(tree: OutputTree, prefix = ''): Record<string, Output> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, node]): [string, Output][] => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      return isOutput(node) ? [[path, node]] : Object.entries(flatten(node, path));
    }),
  );
}

/** The same tree, but reading an output calls `record` with its path: so the plan knows who reads what. */
export function recording(
  tree: OutputTree,
  record: (path: string, output: Output) => void,
  prefix = '',
): OutputTree {
  const view = {};
  for (const [name, node] of Object.entries(tree)) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const get = isOutput(node)
      ? (): Output => {
          record(path, node);
          return node;
        }
      : (): OutputTree => recording(node, record, path);
    Object.defineProperty(view, name, { enumerable: true, get });
  }
  return view;
}
