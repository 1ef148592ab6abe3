import { look } from '../src/upgrade/look/look.ts';
import type { Unit } from '../src/upgrade/unit.ts';
import { askingRun } from '../test/upgrade/registry/ask-registry.ts';
import { fillWithMany, manyEntries } from '../test/upgrade/registry/many-entries.ts';
import { startRegistry } from '../test/upgrade/registry/registry-server.ts';
import { endAll } from '../testing/ending.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { median } from './measure.ts';

/** Requests to the registry at a time, of either. */
const atOnce = 16;

/** How long our look takes, against the same requests fired by a bare client; milliseconds, medians in one process. */
export async function measureLook(
  times: number,
): Promise<{ ours: number; again: number; bare: number; requests: number }> {
  try {
    const registry = await startRegistry();
    const units = await fillWithMany(registry, registry.host);
    const urls = urlsOf(units);
    const spent = { ours: [] as number[], again: [] as number[], bare: [] as number[] };
    let requests = 0;
    // Once for nothing: the registry reads from disk then.
    await fire(urls);
    for (let i = 0; i < times; i++) {
      process.env.GITOPS_CACHE = temporaryFolder();
      const clock = async (work: () => Promise<unknown>): Promise<number> => {
        const start = performance.now();
        await work();
        return performance.now() - start;
      };
      const ours = async (): Promise<void> => {
        const sources = askingRun({ anew: false, web: { perHost: atOnce } });
        await look(units, sources, () => undefined);
        requests = Math.max(requests, ...sources.counts().values());
      };
      spent.bare.push(await clock(() => fire(urls)));
      spent.ours.push(await clock(ours));
      spent.again.push(await clock(ours));
    }
    return { ours: median(spent.ours), again: median(spent.again), bare: median(spent.bare), requests };
  } finally {
    await endAll();
  }
}

interface BareRequest {
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
}

function urlsOf(units: readonly Unit[]): BareRequest[] {
  return units.flatMap(({ subjects: [subject] }) => {
    if (subject === undefined || subject.kind === 'tool' || subject.kind === 'git') return [];
    const path = subject.kind === 'image' ? subject.repository : `${subject.repository}/${subject.chart}`;
    const base = `http://${path.replace('/', '/v2/')}`;
    const tags: BareRequest = { method: 'GET', url: `${base}/tags/list?n=1000` };
    const head: BareRequest = { method: 'HEAD', url: `${base}/manifests/${subject.current}` };
    return subject.kind === 'image' ? [tags, head] : [tags];
  });
}

async function fire(requests: readonly BareRequest[]): Promise<void> {
  const queue = [...requests];
  const headers = {
    accept: 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json',
  };
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const response = await fetch(next.url, { method: next.method, headers });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${next.url}: ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export const lookedAt = `${manyEntries.images} images and ${manyEntries.charts} charts`;
