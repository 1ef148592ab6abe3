import type { EnvironmentModel } from '../../model/model.ts';
import { type Check, finding } from './check.ts';
import { isBuiltIn } from './scope.ts';

/** Every custom kind must be brought by an app of the same environment's crds layer: there it comes first. */
export const kindsAreBrought: Check = (rendered) => {
  const brought = groupsOf(rendered.environment);
  const missing = new Map(
    rendered.manifests
      .filter(({ group }) => !isBuiltIn(group) && !brought.has(group))
      .map((manifest) => [`${manifest.group}/${manifest.kind}`, manifest]),
  );
  return [...missing.values()].map((manifest) => {
    const hint = `add an app to the crds layer that provides kinds('${manifest.group}'), or leave the object out`;
    return finding(
      'missing-kind',
      rendered,
      manifest,
      `is of the group ${manifest.group}, whose definitions no app brings`,
      hint,
    );
  });
};

function groupsOf({ apps }: EnvironmentModel): Set<string> {
  const outputs = apps.filter(({ layer }) => layer === 'crds').flatMap((app) => Object.values(app.provides));
  return new Set(outputs.flatMap((output) => (output.kind === 'kinds' ? output.groups : [])));
}
