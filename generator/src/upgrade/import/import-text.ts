import { sections } from '../../text/markdown.ts';
import type { ImportReport } from './import-report.ts';

/** The report of an import, for a terminal. */
export function importText(report: ImportReport, withNew: boolean): string {
  const { taken, fresh, left, same, duplicates } = report;
  return sections(
    section(
      'Changed in images.yaml',
      taken.flatMap(({ key, line, from, to, digest, notes }) => [
        `${key}: ${from === to ? to : `${from} -> ${to}`}${pinned(digest)} (line ${line})`,
        ...notes.map((note) => `  ${note}`),
      ]),
    ),
    section(
      withNew
        ? 'New in images.yaml'
        : 'Not here, and used by no app: add an app that lists it, or import with --all',
      fresh.flatMap(({ key, line, lines, notes }) => [
        `${key} (line ${line})`,
        ...lines.map((text) => `    ${text}`),
        ...notes.map((note) => `  ${note}`),
      ]),
    ),
    section(
      'Not taken',
      left.map(({ name, line, why }) => `${name} (line ${line}): ${why}`),
    ),
    section(
      'Keys that stand twice, of which Helm reads the last',
      duplicates.map(({ path, lost, line }) => `${path}: line ${line} counts, not ${lost.join(', ')}`),
    ),
    section('The same in both', same.length === 0 ? [] : [same.join(', ')]),
  );
}

const pinned = (digest: string | null): string =>
  digest === null ? ', without a digest: npm run upgrade pins it' : `@${digest}`;

const section = (head: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${head}\n${lines.map((line) => `  ${line}`).join('\n')}`;
