import { argocd } from '../candidates/resource-names.ts';

/** Where Argo CD's own objects go. */
export const inCluster = (namespace: string) => ({ name: 'in-cluster', namespace }) as const;

/**
 * How a root syncs. It tracks a branch, so it may retry forever: each attempt starts from the newest commit, the
 * fix included. It never leaves out what is in sync, or its waves would not hold for it.
 */
export const rootSyncPolicy = {
  automated: { prune: true, selfHeal: true },
  syncOptions: ['ServerSideApply=true'],
  retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
} as const;

/** Annotations of an object that must outlive its file: it stays, and its root stays in sync. */
export function guarded(wave: string): Record<string, string> {
  return {
    [argocd.wave]: wave,
    [argocd.syncOptions]: 'Prune=false',
    [argocd.compareOptions]: 'IgnoreExtraneous',
  };
}

/**
 * What keeps an ApplicationSet from deleting Applications: a list that shrinks deletes none, and when the set itself
 * is deleted its finalizer lets go of them first.
 */
export const applicationSetGuards = {
  goTemplate: true,
  goTemplateOptions: ['missingkey=error'],
  syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
} as const;
