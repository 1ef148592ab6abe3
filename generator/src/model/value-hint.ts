import type { PlainObject } from '../definition/plain.ts';
import { nearest } from '../problem/nearest.ts';
import { settingsOf } from '../upstream/setting-changes.ts';

/** More than these would be a list and no hint. */
const mostKeys = 12;

/**
 * What a key that a chart does not have was most likely meant to be: a sibling that is spelled alike, the same key in
 * another place, or else whatever the chart has that is called like it.
 */
export function valueHint(key: string, siblings: readonly string[], schema: PlainObject): string {
  const paths = [...settingsOf(schema).keys()];
  const close = nearest(key, siblings);
  const elsewhere = paths.filter((path) => lastKey(path) === key);
  const found = [...(close === undefined ? [] : [close]), ...elsewhere.slice(0, 2)];
  if (found.length > 0) return `did you mean ${found.map((path) => `"${path}"`).join(' or ')}?`;
  const alike = named(key, paths);
  if (alike !== undefined) return `the nearest that the chart has is "${alike}"`;
  const shown = siblings.slice(0, mostKeys).join(', ');
  return siblings.length === 0
    ? 'it takes nothing there'
    : `known there: ${shown}${siblings.length > mostKeys ? ', …' : ''}`;
}

const lastKey = (path: string): string => path.replace(/^.*[.\]}]/, '');

function named(key: string, paths: readonly string[]): string | undefined {
  const close = nearest(key, new Set(paths.map(lastKey)));
  const lower = key.toLowerCase();
  const contains = (path: string): boolean => key.length > 3 && lastKey(path).toLowerCase().includes(lower);
  return paths.find((path) => lastKey(path) === close) ?? paths.find(contains);
}
