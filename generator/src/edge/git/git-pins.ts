import { type Candidate, readCandidate } from '../../candidates/candidate.ts';
import { readImages } from '../../candidates/images-file.ts';
import type { PinAnswer, PinnedSource, PinRequest } from '../../running/pinned-source.ts';
import type { CandidatesByApp } from '../../running/pins.ts';
import { paths } from '../../tree/paths.ts';
import { fromCache, toCache } from '../cache.ts';
import { foldersAt } from './environment-folders.ts';
import { isInRepository, prefixOf } from './git-names.ts';
import { entriesOf, objects, objectsAt } from './git-objects.ts';
import { reachable } from './git-reach.ts';

/** Candidates of older commits, from the git repository that a folder is in. */
export function gitPins(root: string): PinnedSource {
  return {
    candidates(requests, branch) {
      if (!isInRepository(root)) return requests.map(() => ({ kind: 'no-git' }));
      const commits = requests.map(({ commit }) => commit);
      const reach = reachable(root, commits, branch);
      const usable = requests.filter(({ commit }) => reach.get(commit) === 'usable');
      const found = new Map(
        candidatesAt(root, prefixOf(root), usable).map((answer, i) => [usable[i], answer]),
      );
      return requests.map((request): PinAnswer => {
        const how = reach.get(request.commit) ?? 'unknown';
        return how === 'usable' ? (found.get(request) ?? { kind: 'unknown' }) : { kind: how };
      });
    },
  };
}

/** Candidates, whichever branches hold the commits. What a commit means never changes, so it is parsed once and kept. */
export function candidatesAt(root: string, prefix: string, asked: readonly PinRequest[]): PinAnswer[] {
  const folders = foldersAt(root, prefix, asked);
  const requests = asked.map(({ commit }, i): PinRequest => ({ environment: folders[i] ?? '', commit }));
  const kept = requests.map((request) => keptCandidates(request, prefix));
  const missing = requests.filter((_, i) => kept[i] === null);
  const read = new Map(readFromGit(root, prefix, missing).map((answer, i) => [missing[i], answer]));
  return requests.map((request, i) => {
    const candidates = kept[i];
    if (candidates) return { kind: 'found', candidates };
    const answer = read.get(request) ?? { kind: 'unknown' };
    if (answer.kind === 'found') toCache(cacheName(request, prefix), JSON.stringify(answer.candidates));
    return answer;
  });
}

const parts = ['applications', 'plan', 'values', 'images.yaml'] as const;

/** Two processes, however many commits and apps there are: one for the folders, one for the files. */
function readFromGit(root: string, prefix: string, requests: readonly PinRequest[]): PinAnswer[] {
  const names = requests.flatMap(({ commit, environment }) =>
    parts.map((part) => `${commit}:${prefix}${paths.candidate({ name: environment })}/${part}`),
  );
  const found = objectsAt(root, names);
  const trees = found.map((object) =>
    object?.type === 'tree' ? entriesOf(object) : new Map<string, string>(),
  );
  const ids = [...new Set(trees.flatMap((tree) => [...tree.values()]))];
  const texts = new Map(objects(root, ids).map(({ id, content }) => [id, content.toString('utf8')]));
  return requests.map((_, i): PinAnswer => {
    const [applications, plans, values] = trees.slice(i * parts.length, (i + 1) * parts.length);
    const images = readImages(found[i * parts.length + 3]?.content.toString('utf8') ?? '');
    const text = (tree: Map<string, string> | undefined, name: string): string | null =>
      texts.get(tree?.get(name) ?? '') ?? null;
    const candidates: Record<string, Candidate> = {};
    for (const file of [...(applications?.keys() ?? [])].sort()) {
      const app = file.replace(/\.yaml$/, '');
      const files = {
        application: text(applications, file) ?? '',
        plan: text(plans, file) ?? '',
        values: text(values, file),
        companion: text(values, `${app}.companion.yaml`),
      };
      const candidate = readCandidate(files, images);
      if (candidate === null) return { kind: 'unreadable', app };
      candidates[app] = candidate;
    }
    return { kind: 'found', candidates };
  });
}

/** The name changes with what is kept there. */
const cacheName = ({ commit, environment }: PinRequest, prefix: string): string =>
  `candidates-4/${prefix.replaceAll('/', '+')}${environment}-${commit}.json`;

function keptCandidates(request: PinRequest, prefix: string): CandidatesByApp | null {
  const text = fromCache(cacheName(request, prefix));
  return text === null ? null : (JSON.parse(text) as CandidatesByApp);
}
