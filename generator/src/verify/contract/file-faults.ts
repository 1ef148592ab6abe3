import { parseDocument } from 'yaml';
import type { FileContent } from '../../definition/shape/contract-shape.ts';
import { type Contract, contentFaults } from '../../model/read-contracts.ts';
import { entryOf } from '../../problem/entry-of.ts';
import type { RunContainer } from '../run-container.ts';
import { isHidden, isUnder, mountedFiles } from './mounted-files.ts';

/** Files that are needed and not there, there and not read, or not what the image reads; and folders to write into. */
export function fileFaults(container: RunContainer, contract: Contract): string[] {
  const mounted = mountedFiles(container);
  const given = argumentFiles(container, contract);
  const known = new Map([
    ...Object.entries(contract.files).map(([path, { content }]) => [path, content] as const),
    ...given,
  ]);
  const wanted = [
    ...Object.entries(contract.files).flatMap(([path, { required }]) => (required ? [path] : [])),
    ...given.map(([path]) => path),
  ];
  return [
    ...wanted
      .filter((path) => !mounted.some((file) => file.path === path) && !isHidden(container, path))
      .map((path) => `has no file ${path}, which the image reads`),
    ...mounted
      .filter(({ path }) => !known.has(path) && !isMentioned(path, container))
      .map(({ path }) => `has the file ${path}, which the image does not read`),
    ...mounted.flatMap(({ path, text }) => {
      const content = known.get(path);
      return content === undefined || text === null
        ? []
        : textFaults(text, content).map((fault) => `has the file ${path}, where ${fault}`);
    }),
    ...unwritable(container, contract).map(
      (path) => `cannot write to ${path}, as the image does: its root is read-only`,
    ),
  ];
}

/** Files whose path is given to a main class as an argument. */
function argumentFiles({ jar }: RunContainer, { jars }: Contract): [path: string, content: FileContent][] {
  if (jar === null) return [];
  const flags = entryOf(entryOf(jars, jar.path), jar.entryClass ?? '') ?? {};
  return jar.args.flatMap((word, i) => {
    const [, flag = word, inline] = word.match(/^(.+?)=(.*)$/s) ?? [];
    const [file, path] = [flags[flag]?.file, inline ?? jar.args[i + 1]];
    return file === undefined || path === undefined ? [] : [[path, file]];
  });
}

/** Whether a variable or an argument names a file, or the folder that it lies in. */
function isMentioned(path: string, { variables, command, args, jar, configuration }: RunContainer): boolean {
  const texts = [
    ...Object.values(variables),
    ...(command ?? []),
    ...args,
    ...(jar?.args ?? []),
    ...Object.values(configuration),
  ];
  return texts.some((text) => text !== null && (text.includes(path) || isNamedFolder(text, path)));
}

const isNamedFolder = (text: string, path: string): boolean => /^\/.*[^/]$/.test(text) && isUnder(path, text);

function unwritable({ readOnly, mounts }: RunContainer, { writes }: Contract): string[] {
  if (!readOnly) return [];
  return writes.filter((folder) => !mounts.some(({ path, writable }) => writable && isUnder(folder, path)));
}

function textFaults(text: string, { format, schema }: FileContent): string[] {
  const read = format === 'properties' ? readProperties(text) : readYamlOrJson(text, format);
  return 'fault' in read ? [read.fault] : contentFaults(schema, read.value);
}

type ReadText = { readonly value: unknown } | { readonly fault: string };

function readYamlOrJson(text: string, format: 'yaml' | 'json'): ReadText {
  try {
    return { value: format === 'json' ? JSON.parse(text) : parseYaml(text) };
  } catch (error) {
    return { fault: `${format.toUpperCase()} ends: ${(error as Error).message.split('\n')[0]}` };
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS({ maxAliasCount: 100 });
}

/** `key = value` or `key: value` by line; a value that is JSON is what JSON says, any other is text. */
function readProperties(text: string): ReadText {
  const value: Record<string, unknown> = {};
  for (const [i, line] of text.split('\n').entries()) {
    if (/^\s*(#|\/\/|!|$)/.test(line)) continue;
    const [, key, setting] = line.match(/^\s*([^\s=:{}]+)\s*[=:]\s*(.*?)\s*$/) ?? [];
    if (key === undefined || setting === undefined) return { fault: `line ${i + 1} is not key = value` };
    if (Object.hasOwn(value, key)) return { fault: `${key} stands twice` };
    value[key] = settingOf(setting);
  }
  return { value };
}

function settingOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
