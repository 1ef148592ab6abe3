import { lastLayer, layerIndex } from '../definition/layer.ts';
import { inside } from '../problem/place.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { CheckedApp, Definitions } from './definitions.ts';

/** The apps must be able to come up in some order: no circle, nothing that waits for a later layer. */
export function checkGraph({ apps }: Definitions): Problem[] {
  const byName = new Map(apps.map((app) => [app.name, app]));
  return [...apps.flatMap((app) => impossibleEdges(app, byName)), ...cycles(apps, byName)];
}

function impossibleEdges(app: CheckedApp, byName: ReadonlyMap<string, CheckedApp>): Problem[] {
  return app.dependsOn.flatMap((name, i) => {
    const needed = byName.get(name);
    if (!needed) return [];
    const place = inside(app.place, `dependsOn[${i}]`);
    if (needed.layer === lastLayer && app.layer === lastLayer) {
      const message = `"${app.name}" depends on "${name}", but apps of the layer ${lastLayer} have no order`;
      return [
        problem('edge-in-operations', place, message, `if it only talks to it, write uses: ['${name}']`),
      ];
    }
    if (layerIndex(needed.layer) <= layerIndex(app.layer)) return [];
    const message = `"${app.name}" (${app.layer}) depends on "${name}" (${needed.layer}), which comes up later`;
    return [problem('later-layer', place, message, `if it only talks to it, write uses: ['${name}']`)];
  });
}

/** One problem for each circle, named from its alphabetically first app, whatever order the apps stand in. */
function cycles(apps: readonly CheckedApp[], byName: ReadonlyMap<string, CheckedApp>): Problem[] {
  const found = new Map<string, Problem>();
  const done = new Set<string>();
  const visit = (app: CheckedApp, path: readonly string[]): void => {
    const start = path.indexOf(app.name);
    if (start >= 0) {
      const circle = fromFirst(path.slice(start));
      const owner = byName.get(circle[0] ?? app.name) ?? app;
      const text = [...circle, circle[0]].join(' → ');
      const hint = 'one of these must start first; turn the edge back to it into uses';
      found.set(
        text,
        problem('cycle', inside(owner.place, 'dependsOn'), `apps depend on each other: ${text}`, hint),
      );
      return;
    }
    if (done.has(app.name)) return;
    for (const name of [...app.dependsOn].sort()) {
      const next = byName.get(name);
      if (next) visit(next, [...path, app.name]);
    }
    done.add(app.name);
  };
  for (const app of [...apps].sort((a, b) => (a.name < b.name ? -1 : 1))) visit(app, []);
  return [...found.values()];
}

function fromFirst(circle: readonly string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}
