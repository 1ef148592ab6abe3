import { z } from 'zod';
import { layers } from '../definition/layer.ts';
import type { PlannedApp } from '../plan/plan.ts';
import { yaml } from '../text/yaml.ts';
import { defaultPatience } from './application.ts';
import { parsed } from './parsed.ts';

const names = z.array(z.string());
const texts = z.record(z.string(), z.string());

/**
 * What is read of a plan file, and what a key means that is not there. A generator may add keys, each with a default,
 * because plans of older commits were written before it was; the meaning of a key never changes.
 */
const shape = z.looseObject({
  name: z.string(),
  description: z.string(),
  layer: z.enum(layers),
  namespace: z.string(),
  chart: z.looseObject({ name: z.string(), version: z.string() }),
  images: names.default([]),
  dependsOn: names.default([]),
  uses: names.default([]),
  provides: z.record(z.string(), z.looseObject({ kind: z.string() })).default({}),
  consumes: z.record(z.string(), names).default({}),
  requests: z
    .record(
      z.string(),
      z.looseObject({
        replicas: z.number(),
        cpu: z.string(),
        memory: z.string(),
        disk: z.string().optional(),
      }),
    )
    .default({}),
  buckets: texts.default({}),
  outside: names.default([]),
  seed: names.default([]),
  keepsData: z.boolean().default(false),
  restore: z
    .looseObject({
      keeps: z.string(),
      steps: z
        .array(z.looseObject({ do: z.string(), run: z.string().optional(), language: z.string().optional() }))
        .default([]),
    })
    .nullable()
    .default(null),
  patience: z.number().default(defaultPatience),
  exceptions: z
    .array(z.looseObject({ code: z.string(), object: z.string().optional(), reason: z.string() }))
    .default([]),
  secrets: z.record(z.string(), texts).default({}),
  extraNamespaces: names.default([]),
  clusterKinds: z.array(z.looseObject({ group: z.string(), kind: z.string() })).default([]),
});

/** The text of an app's plan file: what goes without saying is left out. */
export function planText({ namespaces, ...app }: PlannedApp, from: string): string {
  const plan = {
    ...app,
    images: Object.keys(app.images),
    extraNamespaces: namespaces.filter((namespace) => namespace !== app.namespace),
    patience: app.patience === defaultPatience ? null : app.patience,
  };
  const keys = Object.keys(shape.shape) as (keyof typeof plan)[];
  const said = Object.fromEntries(keys.map((key) => [key, plan[key]]).filter(([, value]) => says(value)));
  return yaml(said, from, [
    'chart',
    'provides.*',
    'consumes.*',
    'requests.*',
    'buckets',
    'secrets.*',
    'clusterKinds.*',
  ]);
}

/** Whether a value is more than its default. */
function says(value: unknown): boolean {
  if (value === null || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/**
 * Reads a plan file of some commit; `images` are the references of that commit by name. Null where it is not what a plan
 * promises.
 */
export function readPlan(text: string, images: Readonly<Record<string, string>>): PlannedApp | null {
  const found = shape.safeParse(parsed(text));
  if (!found.success || found.data.images.some((name) => !Object.hasOwn(images, name))) return null;
  const { extraNamespaces, ...app } = found.data;
  return {
    ...app,
    images: Object.fromEntries(app.images.map((name) => [name, images[name]])),
    namespaces: [app.namespace, ...extraNamespaces],
  } as unknown as PlannedApp;
}

/** Keys of a plan that are for people. */
const prose = ['description', 'seed', 'restore', 'exceptions', 'patience'];

/**
 * What a plan says to others, as one text: where the app stands, what it provides, reads and may do. A text that is no
 * plan is itself.
 */
export function planIdentity(text: string): string {
  const found = shape.safeParse(parsed(text));
  if (!found.success) return text;
  const told = Object.entries(found.data).filter(([key]) => !prose.includes(key));
  return JSON.stringify(sortedDeep(Object.fromEntries(told)));
}

function sortedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedDeep);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedDeep(inner)]));
}
