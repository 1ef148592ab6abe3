import { parse } from 'yaml';
import { z } from 'zod';

/** One app that runs, and what decides where its data lies. What an older version did not write is not known. */
const entry = z
  .object({
    // What a list does not say is taken to keep data: the safe guess.
    keepsData: z.boolean().default(true),
    namespace: z.string().optional(),
    chart: z.string().optional(),
    /** Where it is not called after the root. */
    application: z.string().optional(),
  })
  .nullable()
  .transform((found) => found ?? { keepsData: true });

const list = z.object({
  sample: z.boolean().default(false),
  /** Names that the environment had before, the first one first. */
  formerly: z.array(z.string()).default([]),
  /** Instance of Argo CD. */
  argocd: z.string().optional(),
  /** Namespace and name of the Application that makes the others. */
  root: z.string().optional(),
  destination: z.string().optional(),
  /** Where each bucket is, by purpose. */
  buckets: z.record(z.string(), z.string()).default({}),
  apps: z.record(z.string(), entry).nullable().default({}),
});

export type RunningEntry = z.output<typeof entry>;

/** What runs in an environment, as `running.yaml` lists it. */
export interface RunningList extends Omit<z.output<typeof list>, 'apps'> {
  readonly apps: ReadonlyMap<string, RunningEntry>;
}

const path = /^environments\/([^/]+)\/generated\/running\.yaml$/;

/** Whether a file lists what runs in an environment, and which of it is stateful. */
export const isList = (file: string): boolean => path.test(file);

/** Where the list of an environment lies. */
export const runningList = (environment: string): string =>
  `environments/${environment}/generated/running.yaml`;

/** The environment that a list is of. */
export const environmentOf = (file: string): string => file.match(path)?.[1] ?? '';

/** Null where a text is no such list. A sample deploys nothing, so nothing of it runs. */
export function readList(text: string): RunningList | null {
  const found = list.safeParse(parsed(text));
  if (!found.success) return null;
  const { apps, ...rest } = found.data;
  return { ...rest, apps: new Map(rest.sample ? [] : Object.entries(apps ?? {})) };
}

function parsed(text: string): unknown {
  try {
    return parse(text) ?? {};
  } catch {
    return null;
  }
}

/** The names of the stateful apps of a list, sorted. */
export const statefulIn = ({ apps }: RunningList): string[] =>
  [...apps].flatMap(([name, { keepsData }]) => (keepsData ? [name] : [])).sort();
