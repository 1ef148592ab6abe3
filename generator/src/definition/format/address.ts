import { isIPv4, isIPv6 } from './ip.ts';
import { atMost, every, matches, type TextFormat } from './text-format.ts';

/*
 * Hosts and addresses: RFC 1123 (host names), RFC 5890 (names in other scripts are written in their `xn--` form),
 * RFC 4632 and RFC 4291 (ranges of addresses).
 */

const longestHost = 253;

/** A host name of at least two parts, without a dot at its end: what a certificate and a route can be for. */
export const host: TextFormat = every(
  (text) => (text.endsWith('.') ? 'must have no dot at its end' : null),
  (text) => (text.includes('://') ? 'must be a name without https:// in front' : null),
  (text) => (/[^\x20-\x7e]/.test(text) ? 'must be in ASCII: write its xn-- form' : null),
  (text) => (/[A-Z]/.test(text) ? 'must be in lower case' : null),
  (text) => (isIPv4(text) || isIPv6(text) ? 'must be a name, and is an address' : null),
  matches(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/,
    'must be a host name, as in data.example.org',
  ),
  (text) => (/\.\d+$/.test(text) ? 'must be a host name, as in data.example.org' : null),
  atMost(longestHost),
);

export const ipAddress: TextFormat = (text) =>
  isIPv4(text) || isIPv6(text) ? null : 'must be an address, as in 192.0.2.10';

/** Something outside the cluster: a name, a name with `*.` in front, an address, or a range of addresses. */
export const outside: TextFormat = (text) => {
  if (text.includes('/') && !text.includes('://')) return range(text);
  if (isIPv4(text) || isIPv6(text)) return null;
  if (/^[\d.]+$/.test(text)) return 'must be an address of four numbers from 0 to 255';
  return host(text.replace(/^\*\./, '')) === null
    ? null
    : 'must be a name, an address, or a range of addresses, as in db.example.org, 10.1.2.3, 10.1.0.0/16 or 2001:db8::/32';
};

/** A range of addresses, written by its first address: a policy that names another one in it is read in two ways. */
export const range: TextFormat = (text) => {
  const [address = '', length = '', ...rest] = text.split('/');
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : null;
  if (rest.length > 0 || bits === null || !/^(0|[1-9]\d*)$/.test(length) || Number(length) > bits)
    return 'must be a range of addresses, as in 10.1.0.0/16';
  const first = firstOf(bitsOf(address), Number(length));
  return first === bitsOf(address) ? null : `must begin with its first address: ${textOf(first)}/${length}`;
};

const firstOf = (bits: string, length: number): string => bits.slice(0, length).padEnd(bits.length, '0');

function bitsOf(address: string): string {
  if (isIPv4(address))
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [head = '', tail] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const between = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(between).fill('0'), ...after]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}

function textOf(bits: string): string {
  const parts = (size: number): number[] =>
    (bits.match(new RegExp(`.{${size}}`, 'g')) ?? []).map((part) => Number.parseInt(part, 2));
  if (bits.length === 32) return parts(8).join('.');
  return parts(16)
    .map((group) => group.toString(16))
    .join(':')
    .replace(/(^|:)0(:0)+(:|$)/, '::');
}
