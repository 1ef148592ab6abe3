import type { z } from 'zod';

type RawIssue = z.core.$ZodRawIssue;

/** What is wrong with a value, in the words of people who do not know zod. Messages of a shape's own come before it. */
export function shapeWording(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${types[issue.expected] ?? issue.expected}${received(issue.input)}`;
    case 'invalid_value':
      return `must be ${choice(issue.values)}${received(issue.input)}`;
    case 'invalid_format':
      return formats[issue.format] === undefined
        ? undefined
        : `must be ${formats[issue.format]}${received(issue.input)}`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'must not be empty'
        : `must ${bound(issue.origin, 'at least', Number(issue.minimum))}${received(issue.input)}`;
    case 'too_big':
      return `must ${bound(issue.origin, 'at most', Number(issue.maximum))}${received(issue.input)}`;
    case 'invalid_key':
      return `has a key that ${issue.issues[0]?.message ?? 'it may not have'}`;
    default:
      return undefined;
  }
}

const types: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [ … ]',
  object: 'an object: { … }',
  record: 'an object: { … }',
};

const formats: Readonly<Record<string, string>> = {
  hostname: 'a host name without scheme, port or path, as in api.example.org',
  url: 'a URL, as in https://example.org',
  guid: 'a UUID, as in 01234567-89ab-cdef-0123-456789abcdef',
  uuid: 'a UUID, as in 01234567-89ab-cdef-0123-456789abcdef',
  date: 'a day, as in 2026-12-31',
  datetime: 'a time in UTC, as in 2026-12-31T00:00:00Z',
  ipv4: 'an address, as in 10.1.2.3',
  cidrv4: 'a range of addresses, as in 10.1.0.0/16',
};

/** `crds, operators or stores`. */
export function choice(values: readonly unknown[]): string {
  const [last, ...others] = [...values].reverse().map(String);
  return others.length === 0 ? String(last) : `one of ${others.reverse().join(', ')} or ${last}`;
}

function bound(origin: string, which: string, limit: number): string {
  if (origin === 'string') return `have ${which} ${limit} character${limit === 1 ? '' : 's'}`;
  if (origin === 'array' || origin === 'set') return `have ${which} ${limit} item${limit === 1 ? '' : 's'}`;
  return `be ${which} ${limit}`;
}

const longest = 40;

function received(input: unknown): string {
  if (input === undefined) return '';
  if (input === null) return ', not null';
  if (Array.isArray(input)) return ', not a list';
  if (typeof input === 'function') return ', not a function';
  if (typeof input === 'object') return ', not an object';
  const shown = typeof input === 'string' ? JSON.stringify(input) : String(input);
  return shown.length > longest ? '' : `, not ${shown}`;
}
