import { kindsOf } from '../../model/api-groups.ts';
import { type Check, finding } from './check.ts';
import { isBuiltIn } from './scope.ts';

/** Every custom kind must be brought by an app of the layer crds, where it comes first, or be in the cluster already. */
export const kindsAreBrought: Check = (rendered) => {
  const brought = new Set(kindsOf(rendered.environment));
  const missing = new Map(
    rendered.manifests
      .filter(({ group }) => !isBuiltIn(group) && !brought.has(group))
      .map((manifest) => [`${manifest.group}/${manifest.kind}`, manifest]),
  );
  return [...missing.values()].map((manifest) => {
    const hint = `add an app of the layer crds that provides kinds('${manifest.group}'), or name the group in existing.kinds`;
    return finding(
      'missing-kind',
      rendered,
      manifest,
      `is of the group ${manifest.group}, whose definitions no app brings`,
      hint,
    );
  });
};
