import { isObject, type Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';

const waiting = ['argocd.argoproj.io/hook', 'helm.sh/hook', 'argocd.argoproj.io/sync-wave'];

/**
 * Nothing inside an app may wait forever: an operation that waits never sees a newer commit. Hooks and inner waves
 * are refused, and a Job must give up before the app's patience ends.
 */
export const nothingWaitsForEver: Check = (rendered) =>
  rendered.manifests.flatMap((manifest) => [
    ...hooks(rendered, manifest),
    ...endlessJobs(rendered, manifest),
  ]);

function hooks(rendered: RenderedApp, manifest: Manifest) {
  return waiting
    .filter((annotation) => manifest.annotations[annotation] !== undefined && !isSkipped(manifest))
    .map((annotation) =>
      finding(
        'endless-wait',
        rendered,
        manifest,
        `has the annotation ${annotation}: the sync would wait for it`,
        'switch it off in the values, or make it a plain Job',
      ),
    );
}

/** Hooks that Argo CD does not run. */
const isSkipped = ({ annotations }: Manifest): boolean => /^test/.test(annotations['helm.sh/hook'] ?? '');

function endlessJobs(rendered: RenderedApp, manifest: Manifest) {
  if (manifest.kind !== 'Job' || manifest.group !== 'batch') return [];
  const { spec } = manifest.object;
  const deadline =
    isObject(spec) && typeof spec.activeDeadlineSeconds === 'number' ? spec.activeDeadlineSeconds : null;
  if (deadline !== null && deadline < rendered.app.patience) return [];
  const limit = `activeDeadlineSeconds below ${rendered.app.patience}, the app's patience`;
  return [finding('endless-wait', rendered, manifest, `may run forever: it needs ${limit}`)];
}
