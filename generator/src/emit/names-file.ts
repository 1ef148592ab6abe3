import type { Model } from '../model/model.ts';
import { companionChart } from '../model/read-charts.ts';
import { entryOf } from '../problem/entry-of.ts';
import { notice } from '../text/notice.ts';
import type { File } from '../tree/files.ts';
import { typesPath } from './types-files.ts';

/**
 * Every name that the repository declares, as types: with it, a misspelled image, app, bucket or value does not
 * compile. Only types, so that definitions can be loaded before it exists.
 */
export function namesFile(model: Model): File {
  const firstParty = model.firstParty.filter(({ name }) => name !== companionChart);
  const companion = model.firstParty.find(({ name }) => name === companionChart);
  const charts = [...(companion?.schema ? [companion] : []), ...firstParty];
  const provided = outputs(model);
  const imports = [
    ...(provided.includes('output.') ? ["import type * as output from '#generator';"] : []),
    ...charts.flatMap((chart) => importOf('charts', chart)),
    ...model.upstream.flatMap((chart) => importOf('upstream', chart)),
  ];
  const text = `// ${notice('apps/, environments/, charts/ and images.yaml')}

${imports.sort().join('\n')}

declare global {
  interface DeclaredNames {
    app:${union(model.appNames)};
    environment:${union(model.environments.map(({ name }) => name))};
    image:${union(model.imageNames)};
    bucket:${union([...model.platform.buckets].sort())};
    firstParty: ${valuesOf('charts', firstParty)};
    upstream: ${valuesOf('upstream', model.upstream)};
    companion: ${companion?.schema ? typeName('charts', companion.name) : 'Record<string, unknown>'};
    outputs: ${provided};
  }
}
`;
  return ['schemas/names.gen.ts', text];
}

type Kind = 'charts' | 'upstream';
type ChartEntry = Model['firstParty'][number];

const union = (names: readonly string[]): string =>
  names.length === 0 ? ' never' : names.map((name) => `\n      | '${name}'`).join('');

function importOf(kind: Kind, { name, schema }: ChartEntry): string[] {
  if (!schema) return [];
  const path = typesPath({ kind, name }).replace(/^schemas\//, './');
  return [`import type { Values as ${typeName(kind, name)} } from '${path}';`];
}

/** `kafka-message-exporter` of `charts/` becomes `ChartsKafkaMessageExporter`. */
function typeName(kind: Kind, name: string): string {
  const words = [kind, ...name.split(/[^a-zA-Z0-9]+/)];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function valuesOf(kind: Kind, charts: readonly ChartEntry[]): string {
  return object(
    charts.map(({ name, schema }) => [
      `'${name}'`,
      schema ? typeName(kind, name) : 'Record<string, unknown>',
    ]),
    4,
  );
}

const object = (entries: readonly (readonly [string, string])[], indent: number): string =>
  entries.length === 0
    ? '{}'
    : `{\n${entries.map(([key, type]) => `${' '.repeat(indent + 2)}${key}: ${type};`).join('\n')}\n${' '.repeat(indent)}}`;

type TypeTree = Map<string, TypeTree | string>;

/** What apps provide, by name of the app; optional where not every environment's app provides it. */
function outputs(model: Model): string {
  const entries = model.appNames.map((app): readonly [string, string] => {
    const provided = model.environments.flatMap((environment) =>
      environment.apps.filter(({ name }) => name === app).map(({ provides }) => provides),
    );
    const tree: TypeTree = new Map();
    const all = new Set(provided.flatMap((outputs) => Object.keys(outputs)));
    for (const path of [...all].filter((name) => !name.startsWith('secrets.')).sort()) {
      const kinds = provided.map((outputs) => entryOf(outputs, path)?.kind);
      const kind = kinds.find((known) => known !== undefined) ?? 'setting';
      const optional = kinds.includes(undefined) ? ' | undefined' : '';
      insert(tree, path.split('.'), `output.${interfaceOf[kind]}${optional}`);
    }
    return [`'${app}'`, render(tree, 6)];
  });
  return object(entries, 4);
}

const interfaceOf = {
  endpoint: 'Endpoint',
  host: 'Host',
  topic: 'Topic',
  database: 'Database',
  role: 'Role',
  bucket: 'Bucket',
  secret: 'SecretOutput',
  kinds: 'Kinds',
  'secret-store': 'SecretStore',
  setting: 'Setting',
} as const;

function insert(tree: TypeTree, path: readonly string[], type: string): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    tree.set(first, type);
    return;
  }
  const branch = tree.get(first);
  const next: TypeTree = typeof branch === 'object' ? branch : new Map();
  tree.set(first, next);
  insert(next, rest, type);
}

function render(tree: TypeTree, indent: number): string {
  const entries = [...tree].map(([name, node]): readonly [string, string] => [
    `'${name}'`,
    typeof node === 'string' ? node : render(node, indent + 2),
  ]);
  return object(entries, indent);
}
