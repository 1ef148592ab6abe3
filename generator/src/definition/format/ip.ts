/** Four numbers from 0 to 255, without zeros in front, which some programs read as octal. */
export const isIPv4 = (text: string): boolean =>
  /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) &&
  text.split('.').every((part) => Number(part) <= 255);

/** Eight groups of hexadecimal digits, one run of zeros left out or not (RFC 4291). Not the form that ends in IPv4. */
export function isIPv6(text: string): boolean {
  if (!/^[0-9a-fA-F:]+$/.test(text) || text.split('::').length > 2) return false;
  const [head = '', tail] = text.split('::');
  const groups = [head, tail ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  if (groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return tail === undefined ? groups.length === 8 : groups.length < 8;
}
