import { type Document, type ParseOptions, parseDocument, type SchemaOptions } from 'yaml';
import type { Plain } from '../definition/plain.ts';

/**
 * Helm reads YAML 1.1, where `yes` is true and `0777` octal; but its reader knows neither dates nor numbers to the
 * base of sixty.
 */
const asHelm: ParseOptions & SchemaOptions & { version: '1.1'; merge: boolean } = {
  version: '1.1',
  merge: true,
  customTags: (tags) =>
    tags.filter(
      (tag) =>
        typeof tag === 'string' ||
        (tag.tag !== 'tag:yaml.org,2002:timestamp' && (tag as { format?: string }).format !== 'TIME'),
    ),
};

/** A `values.yaml` as a document, for those who ask where something stands in it. */
export const documentOf = (text: string): Document.Parsed =>
  parseDocument(text, { ...asHelm, logLevel: 'silent' });

/** A text as Helm reads it; undefined where it is no YAML. */
export function readAsHelm(text: string): Plain | undefined {
  const document = documentOf(text);
  return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: -1 }) as Plain);
}
