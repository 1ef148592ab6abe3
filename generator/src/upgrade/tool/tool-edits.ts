import type { ToolEntry } from './tool-entry.ts';

/** Checksum (SHA-256, hexadecimal) of a program's archive, by platform as Go names them. */
export type ToolChecksums = Readonly<Record<string, string>>;

/** A text that is set in `generator/tools.json`, by the keys that lead to it. */
export interface ToolEdit {
  readonly path: readonly string[];
  readonly value: string;
}

/** What changes in `generator/tools.json` with another version of a program; all else there is derived from these. */
export const toolEdits = (key: string, version: string, checksums: ToolChecksums): ToolEdit[] => [
  { path: [key, 'version'], value: version },
  ...Object.entries(checksums).map(([platform, value]) => ({
    path: [key, 'download', 'sha256', platform],
    value,
  })),
];

/** The version that a tag means, by a template such as `v{version}`; null for tags of something else. */
export function versionOfTag(template: string, tag: string): string | null {
  const [before = '', after = ''] = template.split('{version}');
  const fits = tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length;
  const version = tag.slice(before.length, tag.length - after.length);
  return fits && /^\d+(\.\d+)*(-[0-9A-Za-z.-]+)?$/.test(version) ? version : null;
}

/** URLs of the texts that hold the checksums of a version, by platform; a text may serve several. */
export const checksumUrls = (entry: ToolEntry, version: string): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(entry.download?.sha256 ?? {}).map((platform) => [
      platform,
      filled(entry.download?.checksums ?? '', version, platform),
    ]),
  );

/** The checksum of a platform's archive in such a text; null where it has none, or more than one. */
export function checksumIn(text: string, entry: ToolEntry, version: string, platform: string): string | null {
  const archive = filled(entry.download?.url ?? '', version, platform).replace(/^.*\//s, '');
  const lines = text.split('\n').map((line) => line.match(/^([0-9a-f]{64})(?:\s+\*?(\S+))?\s*$/));
  const found = lines.flatMap((line) =>
    line !== null && (line[2] === undefined || line[2].replace(/^.*\//, '') === archive)
      ? [line[1] ?? '']
      : [],
  );
  const [only] = new Set(found);
  return only !== undefined && new Set(found).size === 1 ? only : null;
}

const filled = (template: string, version: string, platform: string): string =>
  template.replaceAll('{version}', version).replaceAll('{platform}', platform);
