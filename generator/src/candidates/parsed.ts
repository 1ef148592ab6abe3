import { parse } from 'yaml';

/** A YAML text of some commit as data; null where it is none, which no shape accepts. */
export function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
