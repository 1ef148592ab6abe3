import { parse } from 'yaml';
import type { Plain, PlainObject } from '../definition/plain.ts';
import { isObject, type Manifest, mapsIn, walk } from './manifest.ts';

/** The maps of an object in which values stand beside each other, those inside its texts included. */
export function* mapsOf({ object }: Manifest): Generator<PlainObject> {
  for (const [value, path] of walk(object)) {
    if (isObject(value)) yield value;
    if (Array.isArray(value)) yield variablesIn(value);
    if (typeof value === 'string' && value.includes('\n')) yield* mapsInText(value, String(path.at(-1)));
  }
}

/** Variables of a container are a list of names and values. */
const variablesIn = (list: Plain): PlainObject =>
  Object.fromEntries(
    mapsIn(list).flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [],
    ),
  );

/** What a file says: as YAML or JSON by its name, else line by line. */
function* mapsInText(text: string, file: string): Generator<PlainObject> {
  if (/\.(ya?ml|json)$/.test(file)) {
    for (const [value] of walk(parsed(text))) if (isObject(value)) yield value;
  } else yield settingsIn(text);
}

/** Null where it is no YAML: a template of one, say. */
function parsed(text: string): Plain {
  try {
    return parse(text, { logLevel: 'silent' }) as Plain;
  } catch {
    return null;
  }
}

const line = /^\s*(?:export\s+|-D)?["']?([\w.-]+)["']?\s*[:=]\s*["']?([^"'\s,;]+)["']?,?\s*$/gm;

const settingsIn = (text: string): PlainObject =>
  Object.fromEntries([...text.matchAll(line)].map(([, key = '', value = '']) => [key, value]));
