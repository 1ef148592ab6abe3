import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PlainObject } from '../../definition/plain.ts';
import type { Programs, Rendered, RenderRequest, SchemaFinding } from '../../verify/programs.ts';

interface Validated {
  readonly findings: readonly SchemaFinding[];
  readonly objects: number;
}

/**
 * Programs that remember: of several trees that differ in little, what is alike is rendered and validated once. A chart
 * from elsewhere is what its path says, for as long as this lives.
 */
export function renderMemory(programs: Programs): (root: string) => Programs {
  const renders = new Map<string, Promise<Rendered>[]>();
  const schemas = new Map<string, Promise<PlainObject>>();
  const validated = new Map<string, Validated>();

  async function validate(texts: ReadonlyMap<string, string>) {
    const keys = new Map([...texts].map(([name, text]) => [name, hashOf(name, text)]));
    const unknown = new Map([...texts].filter(([name]) => !validated.has(keys.get(name) ?? '')));
    if (unknown.size > 0) {
      const { findings, objects } = await programs.validate(unknown);
      for (const name of unknown.keys())
        validated.set(keys.get(name) ?? '', {
          findings: findings.filter(({ file }) => file === name),
          objects: objects.get(name) ?? 0,
        });
    }
    const all = [...keys].map(([name, key]) => [name, validated.get(key)] as const);
    return {
      findings: all.flatMap(([, known]) => known?.findings ?? []),
      objects: new Map(all.flatMap(([name, known]) => (known?.objects ? [[name, known.objects]] : []))),
    };
  }

  return (root) => {
    const own = fingerprintOf(root);
    // `verify` renders each app twice to see whether it comes out alike: the second render is one of its own.
    const asked = new Map<string, number>();
    return {
      ...programs,
      validate,
      render(request) {
        const key = keyOf(request, root, own);
        const turn = asked.get(key) ?? 0;
        asked.set(key, turn + 1);
        const known = renders.get(key) ?? [];
        renders.set(key, known);
        known[turn] ??= programs.render(request);
        return known[turn];
      },
      deriveSchema(chart, path) {
        const key = JSON.stringify([chart, path]);
        const known = schemas.get(key) ?? programs.deriveSchema(chart, path);
        schemas.set(key, known);
        return known;
      },
    };
  };
}

function keyOf({ chart, values, ...rest }: RenderRequest, root: string, own: string): string {
  const inside = relative(root, chart);
  const which = inside.startsWith('..') ? chart : `${inside} ${own}`;
  return JSON.stringify([which, values === null ? null : hashOf(readFileSync(values, 'utf8')), rest]);
}

/** Of all charts of a repository, which may bring each other along. */
function fingerprintOf(root: string): string {
  const hash = createHash('sha256');
  for (const folder of ['charts', 'generator/charts'])
    for (const path of filesBelow(join(root, folder)))
      hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** Without what lies beside the charts: that says which versions there are of others. */
function filesBelow(folder: string): string[] {
  const entries = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath !== folder)
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

const hashOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\0')).digest('hex');
