import { lastLayer, layerIndex } from '../definition/layer.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { circlesOf } from './circles.ts';
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
    const location = inside(app.location, `dependsOn[${i}]`);
    if (needed.layer === lastLayer && app.layer === lastLayer) {
      const message = `"${app.name}" depends on "${name}", but apps of the layer ${lastLayer} have no order`;
      return [
        problem('edge-in-operations', location, message, `if it only talks to it, write uses: ['${name}']`),
      ];
    }
    if (layerIndex(needed.layer) <= layerIndex(app.layer)) return [];
    const message = `"${app.name}" (${app.layer}) depends on "${name}" (${needed.layer}), which comes up later`;
    return [problem('later-layer', location, message, `if it only talks to it, write uses: ['${name}']`)];
  });
}

/** One problem for each circle, at its alphabetically first app. */
function cycles(apps: readonly CheckedApp[], byName: ReadonlyMap<string, CheckedApp>): Problem[] {
  const hint = 'one of these must start first; turn the edge back to it into uses';
  return circlesOf(apps).flatMap((circle) => {
    const owner = byName.get(circle[0] ?? '');
    const text = [...circle, circle[0]].join(' → ');
    const location = owner && inside(owner.location, 'dependsOn');
    return location ? [problem('cycle', location, `apps depend on each other: ${text}`, hint)] : [];
  });
}
