import { parse } from 'yaml';
import { z } from 'zod';
import { layers } from '../../definition/layer.ts';
import type { Application } from '../../emit/application.ts';
import type { PlanNode } from '../../plan/plan.ts';

/** The files of one app's candidate, as a commit has them. */
export interface CandidateTexts {
  readonly application: string;
  readonly plan: string;
  readonly values: string | null;
  readonly companion: string | null;
}

/** An app's candidate at some commit: plain data, so that it can be kept for as long as the commit's id means it. */
export interface PinnedCandidate extends CandidateTexts {
  readonly node: PlanNode;
  readonly object: Application;
}

const names = z.array(z.string());
const ports = z.record(z.string(), z.array(z.number()));
const outputs = z.record(z.string(), z.looseObject({ kind: z.string() }));

/**
 * What is read of a plan file. A generator may add keys and never changes the meaning of these; those with a default
 * may be missing, because a plan was written before they were.
 */
const node = z.looseObject({
  name: z.string(),
  description: z.string().default(''),
  layer: z.enum(layers),
  wave: z.number(),
  namespace: z.string(),
  chart: z.looseObject({ kind: z.string(), repository: z.string(), name: z.string(), version: z.string() }),
  images: z.record(z.string(), z.string()),
  dependsOn: names,
  uses: names.default([]),
  provides: outputs,
  consumes: z.record(z.string(), outputs),
  connects: ports.default({}),
  admits: ports.default({}),
  outside: names.default([]),
  keepsData: z.boolean(),
  patience: z.number().default(0),
  exceptions: z
    .array(z.looseObject({ code: z.string(), object: z.string().optional(), reason: z.string() }))
    .default([]),
  secrets: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  permissions: z.looseObject({
    sources: names,
    namespaces: names,
    clusterKinds: z.array(z.looseObject({ group: z.string(), kind: z.string() })),
  }),
});

const application = z.looseObject({
  kind: z.literal('Application'),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string(),
    annotations: z.record(z.string(), z.string()),
  }),
  spec: z.looseObject({ project: z.string(), destination: z.looseObject({ name: z.string() }) }),
});

/** Reads a candidate. Null where it is not what a candidate promises. */
export function readCandidate(texts: CandidateTexts): PinnedCandidate | null {
  const plan = node.safeParse(plain(texts.plan));
  const object = application.safeParse(plain(texts.application));
  if (!plan.success || !object.success) return null;
  return { ...texts, node: plan.data as unknown as PlanNode, object: object.data as unknown as Application };
}

function plain(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
