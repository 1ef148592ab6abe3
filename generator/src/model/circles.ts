/** A node of a graph, as far as its order goes. */
export interface Dependent {
  readonly name: string;
  readonly dependsOn: readonly string[];
}

/** The circles of a graph, each from its alphabetically first node, whatever order the nodes stand in. */
export function circlesOf(nodes: readonly Dependent[]): string[][] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (node: Dependent, path: readonly string[]): void => {
    const start = path.indexOf(node.name);
    if (start >= 0) {
      const circle = fromFirst(path.slice(start));
      found.set(circle.join(' '), circle);
      return;
    }
    if (done.has(node.name)) return;
    for (const name of [...node.dependsOn].sort()) {
      const next = byName.get(name);
      if (next) visit(next, [...path, node.name]);
    }
    done.add(node.name);
  };
  for (const node of [...nodes].sort((a, b) => (a.name < b.name ? -1 : 1))) visit(node, []);
  return [...found.values()];
}

function fromFirst(circle: readonly string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}
