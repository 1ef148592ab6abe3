import { type Document, isScalar, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { keyPath } from '../problem/location.ts';
import {
  failure,
  type Problem,
  problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';
import { authoredData } from './authored-data.ts';
import { inOurWords, shapeProblems } from './shape-problems.ts';
import type { TextFile } from './written.ts';
import { brokenTexts } from './written-text.ts';

/** More aliases than any hand-written file needs, and few enough that nothing explodes. */
const maxAliasCount = 100;

/** Reads a YAML file of one of our shapes; each problem names line and column. */
export function readYaml<T>(source: TextFile, shape: z.ZodType<T>): Result<T> {
  const markers = conflictMarkers(source);
  if (markers.length > 0) return failure(markers);
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const syntax = causes(document.errors).map((error) =>
    problem(
      'bad-yaml',
      placeAt(source.file, lines, error.pos[0]),
      sentence(error.message),
      hints[error.code],
    ),
  );
  if (syntax.length > 0) return failure(syntax);
  const value = toPlain(document, source.file);
  if (!value.ok) return value;
  const locate = (path: readonly PropertyKey[]): SourceLocation =>
    locateIn(document, source.file, lines, path);
  const authored = authoredData(value.value, locate);
  if (!authored.ok) return authored;
  const parsed = shape.safeParse(value.value, inOurWords);
  if (parsed.success) {
    const broken = brokenTexts(parsed.data, locate);
    return broken.length > 0 ? failure(broken) : success(parsed.data);
  }
  return failure(
    shapeProblems({ value: value.value, shape, locate }, parsed.error.issues).map((found) =>
      withQuotingHint(found, document, parsed.error.issues),
    ),
  );
}

/** Lines that a merge left for a person to decide. */
export function conflictMarkers({ file, text }: TextFile): Problem[] {
  const lines = text
    .split('\n')
    .flatMap((line, i) => (/^(<{7}|\|{7}|>{7})( |\r?$)/.test(line) ? [i + 1] : []));
  const [line] = lines;
  if (line === undefined) return [];
  const message = `markers of a merge conflict, the last in line ${lines.at(-1)}`;
  const hint = 'keep one side of each, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>';
  return [problem('bad-yaml', { file, line, column: 1 }, message, hint)];
}

/** What else a parser stumbles over behind the first mistake follows from it; only keys that stand twice do not. */
function causes(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const others = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (others.length === 0) return errors;
  const tab = others.find(({ code }) => code === 'TAB_AS_INDENT');
  return tab ? [tab] : [...others].sort((a, b) => a.pos[0] - b.pos[0]).slice(0, 1);
}

const hints: Record<string, string> = {
  DUPLICATE_KEY: 'the same key stands twice; the second would silently win',
  TAB_AS_INDENT: 'indent with spaces',
};

function toPlain(document: Document, file: string): Result<unknown> {
  if (document.contents === null) {
    return failure([
      problem('bad-yaml', { file, line: 1 }, 'the file is empty', 'was it only half written?'),
    ]);
  }
  try {
    return success(document.toJS({ maxAliasCount }));
  } catch (error) {
    const hint = 'write the values out, or use fewer aliases';
    return failure([problem('bad-yaml', { file, line: 1 }, sentence((error as Error).message), hint)]);
  }
}

/** The place of the deepest node on a path that exists. */
function locateIn(
  document: Document,
  file: string,
  lines: LineCounter,
  path: readonly PropertyKey[],
): SourceLocation {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return { ...placeAt(file, lines, node.range[0]), path: keyPath(path) };
  }
  return { file, line: 1, path: keyPath(path) };
}

function placeAt(file: string, lines: LineCounter, offset: number): SourceLocation {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}

/** `tag: 1.10` is the number 1.1 to YAML, which nobody meant. */
function withQuotingHint(found: Problem, document: Document, issues: readonly z.core.$ZodIssue[]): Problem {
  const issue = issues.find((candidate) => keyPath(candidate.path) === found.location.path);
  if (issue?.code !== 'invalid_type' || issue.expected !== 'string') return found;
  const node = document.getIn(issue.path, true);
  if (!isScalar(node) || node.source === undefined || typeof node.value === 'string') return found;
  return {
    ...found,
    hint: `YAML reads ${node.source} as a ${typeof node.value}; quote it: "${node.source}"`,
  };
}

const sentence = (message: string): string => message.split('\n')[0] ?? message;
