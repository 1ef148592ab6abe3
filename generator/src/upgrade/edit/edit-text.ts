import { type Document, LineCounter, parseAllDocuments, Scalar } from 'yaml';
import { keyPath } from '../../problem/location.ts';
import { failure, gathering, type Problem, problem, type Result, success } from '../../problem/problem.ts';
import { changedPaths } from './changed-paths.ts';
import { keySplice } from './key-splice.ts';
import type { ScalarEdit, Splice } from './scalar-edit.ts';
import { scalarSource } from './scalar-source.ts';
import { resolved, valuePlace } from './value-place.ts';
import { valueSplice } from './value-splice.ts';

/**
 * Sets values in a text of YAML or JSON; every byte that is not part of one stays as it is. A value that an alias or
 * a merge key brings is written where it is defined. The result is read again: where anything else than the edited
 * values would read differently, or one of them does not read as it should, nothing is edited.
 *
 * @param file names the text in problems
 */
export function editText(file: string, text: string, edits: readonly ScalarEdit[]): Result<string> {
  const before = readDocuments(file, text);
  if (!before.ok) return before;
  const { documents, values } = before.value;
  const missing = edits.filter(({ path, value }) => !values.some((read) => valueIn(read, path) === value));
  const { take, result } = gathering();
  const splices = missing.map((edit) => take(spliceOf(file, text, edit, documents)));
  const found = result(splices.filter((splice) => splice !== undefined));
  if (!found.ok) return found;
  const clash = clashing(file, missing, found.value);
  if (clash.length > 0) return failure(clash);
  const edited = spliced(text, distinct(found.value));
  const after = readDocuments(file, edited);
  if (!after.ok)
    return failure([problem('bad-yaml', { file }, 'it cannot be edited: YAML would break', byHand)]);
  const stray = strayChanges(file, edits, values, after.value);
  return stray.length > 0 ? failure(stray) : success(edited);
}

const byHand = 'edit it by hand, then run this again';

interface ParsedText {
  readonly documents: readonly Document[];
  readonly values: readonly unknown[];
}

function readDocuments(file: string, text: string): Result<ParsedText> {
  const lineCounter = new LineCounter();
  const documents = [...parseAllDocuments(text, { merge: true, prettyErrors: false, lineCounter })];
  const problems = documents
    .flatMap(({ errors }) => errors)
    .map(({ message, pos }) => {
      const { line, col } = lineCounter.linePos(pos[0]);
      return problem('bad-yaml', { file, line, column: col }, message);
    });
  if (problems.length > 0) return failure(problems);
  try {
    return success({ documents, values: documents.map((document) => document.toJS() as unknown) });
  } catch (error) {
    return failure([problem('bad-yaml', { file }, (error as Error).message)]);
  }
}

function spliceOf(
  file: string,
  text: string,
  edit: ScalarEdit,
  documents: readonly Document[],
): Result<Splice> {
  const path = keyPath(edit.path);
  const refuse = (why: string): Result<never> =>
    failure([problem('bad-yaml', { file, path }, `${path} ${why}`, byHand)]);
  const places = documents.flatMap((document) => {
    const place = valuePlace(document, edit.path);
    return place === null ? [] : [{ document, ...place }];
  });
  const [place] = places;
  if (place === undefined) return refuse('is not there');
  if (places.length > 1) return refuse('stands in several documents');
  const { document, map, pair } = place;
  if (pair !== null) {
    const splice = valueSplice(text, edit.value, map, pair, document);
    return typeof splice === 'string' ? refuse(splice) : success(splice);
  }
  const key = edit.path.at(-1) ?? '';
  const neighbor =
    edit.after === undefined ? null : valuePlace(document, [...edit.path.slice(0, -1), edit.after]);
  if (!neighbor?.pair) return refuse('is not there');
  const source = scalarSource(edit.value, new Scalar(null), neighbor.map, document);
  const splice = keySplice(text, key, source, neighbor.map, neighbor.pair);
  return typeof splice === 'string' ? refuse(splice) : success(splice);
}

/** Edits that would write different texts to one place. */
function clashing(file: string, edits: readonly ScalarEdit[], splices: readonly Splice[]): Problem[] {
  return splices.flatMap((splice, i) => {
    const other = splices.findIndex(
      ({ start, end, text }, j) => j < i && splice.start < end && start < splice.end && text !== splice.text,
    );
    if (other < 0) return [];
    const [path, its] = [keyPath(edits[i]?.path ?? []), keyPath(edits[other]?.path ?? [])];
    const message = `${path} and ${its} are one value, and would have to differ`;
    return [problem('bad-yaml', { file, path }, message, 'write both out, without an alias')];
  });
}

const distinct = (splices: readonly Splice[]): Splice[] => [
  ...new Map(splices.map((splice) => [JSON.stringify(splice), splice])).values(),
];

/** What is added in one place comes in the order of the splices. */
function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((splice, i) => ({ ...splice, i }))
    .sort((a, b) => a.start - b.start || a.i - b.i);
  const parts = ordered.map(
    ({ start, text: added }, i) => `${text.slice(ordered[i - 1]?.end ?? 0, start)}${added}`,
  );
  return `${parts.join('')}${text.slice(ordered.at(-1)?.end ?? 0)}`;
}

/** Values that an edit was not asked to change, and edits that do not read as they should. */
function strayChanges(
  file: string,
  edits: readonly ScalarEdit[],
  before: readonly unknown[],
  { documents, values: after }: ParsedText,
): Problem[] {
  const wanted = new Set(edits.map(({ path }) => JSON.stringify(path)));
  const changed = changedPaths(before, after).map((path) => (JSON.parse(path) as string[]).slice(1));
  const stray = changed.filter((path) => !wanted.has(JSON.stringify(path)));
  const missed = edits.filter(
    ({ path, value }) => !after.some((document) => valueIn(document, path) === value),
  );
  return [
    ...stray.map((path) => {
      const sharing = edits.filter((edit) => isOneValue(edit.path, path, documents));
      const others = (sharing.length > 0 ? sharing : edits).map((edit) => keyPath(edit.path)).join(', ');
      const message = `${keyPath(path)} would change too: an alias or a merge key makes it one value with ${others}`;
      const hint = 'write both out, or change both in one upgrade (policy.group)';
      return problem('bad-yaml', { file, path: keyPath(path) }, message, hint);
    }),
    ...missed.map(({ path }) =>
      problem(
        'bad-yaml',
        { file, path: keyPath(path) },
        `${keyPath(path)} would not read as it should`,
        byHand,
      ),
    ),
  ];
}

/** Whether two paths lead to one place of the text. */
const isOneValue = (a: readonly string[], b: readonly string[], documents: readonly Document[]): boolean =>
  documents.some((document) => {
    const [one, other] = [a, b].map((path) => resolved(valuePlace(document, path)?.pair?.value, document));
    return one !== undefined && one === other;
  });

const valueIn = (document: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    document,
  );
