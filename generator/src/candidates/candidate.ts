import { z } from 'zod';
import type { PlannedApp } from '../plan/plan.ts';
import type { Application } from './application.ts';
import { parsed } from './parsed.ts';
import { readPlan } from './plan-file.ts';

/** The files of an app's candidate, as a commit has them. */
export interface CandidateTexts {
  readonly application: string;
  readonly plan: string;
  readonly values: string | null;
  readonly companion: string | null;
}

/**
 * An app as it would run if the environment were promoted to some commit: complete and plain data, so that an older
 * commit can be run without its generator, and be kept for as long as the commit's id means it.
 */
export interface Candidate {
  readonly node: PlannedApp;
  readonly application: Application;
  readonly texts: CandidateTexts;
}

const applicationShape = z.looseObject({
  kind: z.literal('Application'),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string(),
    annotations: z.record(z.string(), z.string()),
  }),
  spec: z.looseObject({
    project: z.string(),
    destination: z.looseObject({ name: z.string(), namespace: z.string() }),
  }),
});

/**
 * Reads a candidate of some commit; `images` are the references of that commit by name. Null where it is not what a
 * candidate promises.
 */
export function readCandidate(
  texts: CandidateTexts,
  images: Readonly<Record<string, string>>,
): Candidate | null {
  const node = readPlan(texts.plan, images);
  const application = applicationShape.safeParse(parsed(texts.application));
  if (!node || !application.success) return null;
  return { node, application: application.data as unknown as Application, texts };
}
