import { type Document, isMap, isScalar, Scalar, stringify, visit, type YAMLMap } from 'yaml';
import { needsQuotes } from '../../text/yaml-string.ts';

type Quote = '"' | "'";

/** How a value is written in the place of another: in its quotes; else plain, or quoted as its neighbors are. */
export function scalarSource(value: string | null, old: Scalar, map: YAMLMap, document: Document): string {
  if (value === null) return 'null';
  const quote = quoteOf(old);
  if (quote !== null) return quoted(value, quote);
  if (isJson(map)) return quoted(value, '"');
  const inFlow = map.flow === true;
  return isPlain(value, inFlow) ? value : quoted(value, neighborsQuote(old, map, document));
}

/** Whether a map is written as JSON is: keys between braces are in double quotes. */
export const isJson = (map: YAMLMap): boolean =>
  map.flow === true &&
  map.items.length > 0 &&
  map.items.every(({ key }) => isScalar(key) && quoteOf(key) === '"');

/** Whether it reads as that string without quotes, by us and by Go. */
const isPlain = (value: string, inFlow: boolean): boolean =>
  !needsQuotes(value, inFlow) && stringify(value, { compat: 'yaml-1.1', lineWidth: 0 }) === `${value}\n`;

const quoted = (value: string, quote: Quote): string =>
  quote === '"' ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`;

const quoteOf = ({ type }: Scalar): Quote | null =>
  type === Scalar.QUOTE_DOUBLE ? '"' : type === Scalar.QUOTE_SINGLE ? "'" : null;

/** The quotes of the same map; else the nearest ones of a value; else double ones. */
function neighborsQuote(old: Scalar, map: YAMLMap, document: Document): Quote {
  const at = (node: Scalar): number => Math.abs((node.range?.[0] ?? 0) - (old.range?.[0] ?? 0));
  const nearest = (nodes: readonly Scalar[]): Quote | null => {
    const [first] = nodes.filter((node) => quoteOf(node) !== null).sort((a, b) => at(a) - at(b));
    return first === undefined ? null : quoteOf(first);
  };
  const values = map.items.map(({ value }) => value).filter((value) => isScalar(value));
  return nearest(values) ?? nearest(valuesOf(document)) ?? '"';
}

function valuesOf(document: Document): Scalar[] {
  const values: Scalar[] = [];
  visit(document, {
    Scalar(key, node, path) {
      if (key !== 'key' || !isMap(path.at(-1))) values.push(node);
    },
  });
  return values;
}
