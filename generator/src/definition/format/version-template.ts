import { escaped, type TextFormat } from './text-format.ts';

/*
 * How the version of one entry is written in another: text with parts in braces, `{version}` or `{appVersion}` whole,
 * or a number of it as in `{version.major}` and, shifted, `{appVersion.minor-4}`; and `*` for a number, with dots in it or not, that is chosen freely.
 */

/** The version of what is followed. */
export interface LeaderVersion {
  readonly version: string;
  /** Of a chart; null where it has none, or nobody has asked. */
  readonly appVersion: string | null;
}

const part = /\{(version|appVersion)(?:\.(major|minor|patch)([+-]\d+)?)?\}/g;

/** `known` are the versions that the entry which is followed has. */
export const versionTemplate =
  (...known: readonly (keyof LeaderVersion)[]): TextFormat =>
  (text) => {
    if (/[{}]/.test(text.replaceAll(part, '')))
      return `has braces that are no part of a version, as ${wordings(known)} or {version.major} are`;
    const used = [...text.matchAll(part)].map(([, name]) => name as keyof LeaderVersion);
    const stranger = used.find((name) => !known.includes(name));
    if (stranger !== undefined) return `has {${stranger}} in it, and an image has none`;
    return used.length === 0 ? `must have ${wordings(known)} in it` : null;
  };

const wordings = (known: readonly string[]): string => known.map((name) => `{${name}}`).join(' or ');

/** Whether a template needs to know which version of the program a chart brings. */
export const needsAppVersion = (template: string): boolean => template.includes('{appVersion');

/** Whether a template leaves a part to choose. */
export const leavesChoice = (template: string): boolean => template.includes('*');

/** What a template means for a version, still with its `*`; null where a part is not known or is no number. */
export function filled(template: string, leader: LeaderVersion): string | null {
  let isWhole = true;
  const text = template.replaceAll(part, (_, name: keyof LeaderVersion, which?: string, shift = '0') => {
    const version = leader[name];
    const value =
      version === null || which === undefined
        ? version
        : numberOf(version, which, Number.parseInt(shift, 10));
    isWhole &&= value !== null;
    return value ?? '';
  });
  return isWhole ? text : null;
}

/** Whether a version is what a filled template says. */
export const fits = (version: string, wanted: string): boolean =>
  new RegExp(`^${wanted.split('*').map(escaped).join('\\d+(\\.\\d+)*')}$`).test(version);

function numberOf(version: string, which: string, shift: number): string | null {
  const numbers = version.match(/\d+(\.\d+)*/)?.[0].split('.') ?? [];
  const number = numbers[['major', 'minor', 'patch'].indexOf(which)];
  const shifted = Number(number ?? Number.NaN) + shift;
  return shifted >= 0 ? String(shifted) : null;
}
