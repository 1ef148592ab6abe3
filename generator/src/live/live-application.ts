import { z } from 'zod';
import { ExternalError } from '../problem/errors.ts';

const text = z.string().default('');

const resource = z.object({
  group: text,
  version: text,
  kind: z.string(),
  namespace: text,
  name: z.string(),
  status: text,
  requiresPruning: z.boolean().default(false),
});

const result = z.object({
  group: text,
  kind: z.string(),
  namespace: text,
  name: z.string(),
  status: text,
  hookPhase: text,
  message: text,
});

const operation = z.object({
  phase: text,
  message: text,
  syncResult: z.object({ resources: z.array(result).default([]) }).prefault({}),
});

/** What is read of an Application, as the API server of its Argo CD has it. Source: `argoproj.io/v1alpha1`. */
const application = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).default({}),
  }),
  operation: z.unknown().optional(),
  status: z
    .object({
      health: z.object({ status: text }).prefault({}),
      sync: z.object({ status: text }).prefault({}),
      conditions: z.array(z.object({ type: z.string(), message: text })).default([]),
      resources: z.array(resource).default([]),
      operationState: operation.optional(),
    })
    .prefault({}),
});

/** An object that Argo CD manages for an Application. */
export type ManagedObject = z.output<typeof resource>;

/** An Application on a live cluster. */
export interface LiveApplication {
  readonly name: string;
  /** The app that it was written for; null for a root. */
  readonly app: string | null;
  /** As Argo CD says them; empty while it has not looked. */
  readonly health: string;
  readonly sync: string;
  /** Whether an operation waits to be begun. */
  readonly pending: boolean;
  readonly operation: z.output<typeof operation> | null;
  /** What Argo CD complains about, each in one line. */
  readonly errors: readonly string[];
  readonly objects: readonly ManagedObject[];
}

/**
 * Reads one Application of `kubectl get -o json`.
 * @throws ExternalError where it is none
 */
export function applicationIn(json: unknown, labelDomain: string): LiveApplication {
  const read = application.safeParse(json);
  if (!read.success) {
    const message = `kubectl showed what is no Application: ${z.prettifyError(read.error)}`;
    throw new ExternalError('kubectl', message, 'which Argo CD is it? 3.3 or newer is read');
  }
  const { metadata, operation: wanted, status } = read.data;
  return {
    name: metadata.name,
    app: metadata.labels[`${labelDomain}/app`] ?? null,
    health: status.health.status,
    sync: syncOf(status),
    pending: wanted !== undefined && wanted !== null,
    operation: status.operationState ?? null,
    errors: status.conditions
      .filter(({ type }) => type.endsWith('Error'))
      .map(({ type, message }) => `${type}: ${message}`),
    objects: status.resources,
  };
}

/** What Git no longer has and nobody may delete is no reason to be out of sync. */
function syncOf({ sync, resources }: z.output<typeof application>['status']): string {
  const different = resources.filter(({ status }) => status === 'OutOfSync');
  const kept = different.length > 0 && different.every(({ requiresPruning }) => requiresPruning);
  return sync.status === 'OutOfSync' && kept ? 'Synced' : sync.status;
}
