/** A module, as `go mod edit -json` prints its go.mod. */
export interface GoModule {
  readonly Go: string;
  readonly Godebug?: readonly { readonly Key: string; readonly Value: string }[] | null;
  readonly Require?: readonly ModulePlace[] | null;
  readonly Replace?: readonly ModuleReplacement[] | null;
}

interface ModuleReplacement {
  readonly Old: ModulePlace;
  readonly New: ModulePlace;
}

interface ModulePlace {
  readonly Path: string;
  readonly Version?: string;
}

/**
 * What `go mod edit` changes in a module of ours that builds a program, so that it builds another version with the
 * replacements that the program's own module has: Go heeds those of the main module only.
 *
 * @param version without `v` in front
 * @param commit of that version, for modules that lie in folders of it and have no versions
 */
export function moduleEdits(
  ours: GoModule,
  theirs: GoModule,
  module: string,
  version: string,
  commit: string,
): string[] {
  const dropped = (ours.Replace ?? []).map(({ Old }) => `-dropreplace=${named(Old)}`);
  const replaced = (theirs.Replace ?? []).flatMap(({ Old, New }) => {
    if (!New.Path.startsWith('.')) return [`-replace=${named(Old)}=${named(New)}`];
    if (!liesInside(theirs, Old, New)) return [];
    return [`-replace=${named(Old)}=${Old.Path}@${versionInside(Old.Path, version, commit)}`];
  });
  const debug = (theirs.Godebug ?? []).map(({ Key, Value }) => `-godebug=${Key}=${Value}`);
  return [...dropped, ...replaced, `-go=${theirs.Go}`, ...debug, `-require=${module}@v${version}`];
}

/** Whether some module that is replaced lies in a folder of the program's own, where only a commit is its version. */
export const needsCommit = (theirs: GoModule): boolean =>
  (theirs.Replace ?? []).some(({ Old, New }) => liesInside(theirs, Old, New) && !isStaged(Old.Path));

/** A folder beside it is a module with releases, which are required as such; what nobody requires is forbidden there. */
const liesInside = ({ Require }: GoModule, Old: ModulePlace, New: ModulePlace): boolean =>
  New.Path.startsWith('./') && (Require ?? []).some(({ Path }) => Path === Old.Path);

const named = ({ Path, Version }: ModulePlace): string =>
  Version === undefined ? Path : `${Path}@${Version}`;

/** Kubernetes publishes the modules in its folders as 0 with its own minor and patch. */
const isStaged = (path: string): boolean => path.startsWith('k8s.io/');
const versionInside = (path: string, version: string, commit: string): string =>
  isStaged(path) ? `v0${version.slice(version.indexOf('.'))}` : commit;

/** The version of a program that another one brings, by what the latter installs while it is built; null where it does not say. */
export function broughtVersion(installed: string, name: string): string | null {
  const versions = [...installed.matchAll(/^(\w+?)\d*_version=(\S+)$/gm)].filter(([, of]) => of === name);
  return versions.at(-1)?.[2] ?? null;
}
