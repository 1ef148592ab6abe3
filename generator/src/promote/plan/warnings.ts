import { parse } from 'yaml';
import type { Candidate } from '../../candidates/candidate.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { same } from '../../running/conflicts.ts';
import { code } from '../../text/markdown.ts';
import type { Move } from './promotion-plan.ts';

/** What a move does that moving back does not undo, or that cannot be done at all. */
export function warningsOf(moves: readonly Move[]): string[] {
  return moves.flatMap(({ app, from, to, back }) => {
    if (!to)
      return from?.candidate.node.keepsData
        ? [`**${app}** is removed from Git; its resources and its data stay in the cluster`]
        : [];
    if (!from) return [];
    const [before, after] = [from.candidate, to.candidate];
    return [
      ...(back ? goingBack(app, before, after) : []),
      ...movedAway(app, before, after),
      ...shrinking(app, before, after),
      ...newSecrets(app, before, after),
    ];
  });
}

function goingBack(app: string, { node: before }: Candidate, { node: after }: Candidate): string[] {
  const versions = `${before.chart.version} → ${after.chart.version}`;
  return [
    ...(after.layer === 'crds' && before.chart.version !== after.chart.version
      ? [
          `**${app}** (${versions}): objects stored in a newer version of a CRD may not be readable by the older one`,
        ]
      : []),
    ...(after.keepsData ? majors(app, before.images, after.images) : []),
    ...(/migrat/.test(app) || (providesDatabases(after) && !same(before.images, after.images))
      ? [`**${app}**: database migrations are not undone`]
      : []),
  ];
}

const providesDatabases = ({ provides }: Candidate['node']): boolean =>
  Object.values(provides).some(({ kind }) => kind === 'database');

function majors(
  app: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(after).flatMap(([name, image]) => {
    const old = entryOf(before, name);
    return old === undefined || majorOf(old) === majorOf(image)
      ? []
      : [`**${app}**: data written by ${code(old)} may not be readable by ${code(image)}`];
  });
}

/** `18` of `registry/postgres:18.3@sha256:…` */
const majorOf = (image: string): string =>
  image.replace(/@.*/, '').split(':').at(-1)?.match(/\d+/)?.[0] ?? '';

function movedAway(app: string, { node: before }: Candidate, { node: after }: Candidate): string[] {
  if (before.namespace === after.namespace) return [];
  const data = before.keepsData ? '; its data is not moved' : '';
  return [`**${app}** moves from the namespace \`${before.namespace}\` to \`${after.namespace}\`${data}`];
}

function newSecrets(app: string, { node: before }: Candidate, { node: after }: Candidate): string[] {
  const added = Object.keys(after.secrets).filter((name) => !Object.hasOwn(before.secrets, name));
  return added.length === 0
    ? []
    : [`**${app}** waits for new secrets: ${added.map((name) => `\`${name}\``).join(', ')}`];
}

/** Volumes can grow and never shrink. */
function shrinking(app: string, before: Candidate, after: Candidate): string[] {
  const [old, young] = [sizesIn(before), sizesIn(after)];
  return [...young]
    .filter(([path, size]) => size < (old.get(path) ?? 0))
    .map(([path]) => `**${app}**: ${code(path)} shrinks, and volumes cannot shrink`);
}

const units: Readonly<Record<string, number>> = {
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

/** Quantities of storage in values, by key path. */
function sizesIn({ texts: { values } }: Candidate): Map<string, number> {
  const sizes = new Map<string, number>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    } else if (typeof value === 'string' && /(size|storage|capacity|volume)/i.test(path)) {
      const [, number, unit = ''] = value.match(/^(\d+(?:\.\d+)?)([MGT]i?)$/) ?? [];
      if (number !== undefined) sizes.set(path, Number(number) * (units[unit] ?? 1));
    }
  };
  walk(values === null ? null : parse(values), '');
  return sizes;
}
