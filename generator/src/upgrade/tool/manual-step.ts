import type { ToolSubject } from '../subject.ts';

/**
 * Why a program cannot be raised to a version by itself, and the commands that a person runs instead; null where it
 * can: then {@link toolEdits} are all that it takes.
 */
export function manualStep({ key, current, entry }: ToolSubject, version: string): string | null {
  if (entry.with !== undefined)
    return `${entry.with} brings its own ${key}, so the two move together: raise ${entry.with}, which sets it`;
  if (entry.go?.module !== undefined)
    return (
      `its Go modules are pinned in generator/tools/${entry.go.module}, and the proof must pass with it: ` +
      `npm run raise -- ${key} ${version} && npm run test:argocd`
    );
  if (entry.go !== undefined && majorOf(version) !== majorOf(current))
    return `the path of a Go package changes with its major version: set version and go.package of ${key} by hand, then npm run setup`;
  return null;
}

const majorOf = (version: string): string => version.replace(/\..*$/s, '');
