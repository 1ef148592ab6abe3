import { manifestsOf } from '../verify/manifest.ts';

/** What became of one object between two renders. */
export interface ObjectChange {
  /** `Kind/name`, or `Kind/namespace/name` where it says its namespace. */
  readonly object: string;
  /** `relabeled`: nothing differs but labels that name the version. */
  readonly change: 'added' | 'removed' | 'changed' | 'relabeled';
  /** YAML; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The objects that differ between two renders of an app, by name. Their order in the text means nothing. */
export function changedObjects(before: string, after: string): ObjectChange[] {
  const [old, young] = [documentsIn(before), documentsIn(after)];
  const was = byName(old.filter((text) => !young.includes(text)));
  const is = byName(young.filter((text) => !old.includes(text)));
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.map((object) => {
    const [from, to] = [was.get(object) ?? null, is.get(object) ?? null];
    return { object, change: changeOf(from, to), before: from, after: to };
  });
}

function changeOf(before: string | null, after: string | null): ObjectChange['change'] {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return withoutVersion(before) === withoutVersion(after) ? 'relabeled' : 'changed';
}

/** Each document by itself, without the line that says which template it came from. */
const documentsIn = (text: string): string[] =>
  text
    .split(/^---[ \t]*$/m)
    .map((document) => document.replaceAll(/^# Source: .*\n/gm, '').trim())
    .filter((document) => document !== '');

function byName(documents: readonly string[]): Map<string, string> {
  const named = documents.flatMap((text): [string, string][] =>
    manifestsOf(text).map(({ kind, namespace, name }) => [
      [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/'),
      text,
    ]),
  );
  return new Map(named);
}

/** Labels by which charts say their version, on every object that they make. */
const versionLabel =
  /^[ \t]*"?(?:helm\.sh\/chart|app\.kubernetes\.io\/version|chart)"?: *["']?[\w.+-]*\d[\w.+-]*["']?[ \t]*(?:\n|$)/gm;

const withoutVersion = (text: string): string => text.replaceAll(versionLabel, '');
