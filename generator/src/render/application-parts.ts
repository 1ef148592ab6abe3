import type { Application } from '../candidates/application.ts';
import { revisionPlaceholder } from '../candidates/resource-names.ts';
import type { Chart, GitChart } from '../model/chart-model.ts';

/** A path of this repository; at no commit, as it lies in the tree that is looked at. */
export interface RepositoryPath {
  readonly commit: string | null;
  readonly path: string;
}

/** What one source of an Application renders. */
export interface ApplicationPart {
  /** A folder of this repository, or a chart from elsewhere. */
  readonly chart: RepositoryPath | Exclude<Chart, { kind: 'first-party' }>;
  readonly release: string;
  readonly values: RepositoryPath | null;
  /** Whether Argo CD's Kustomize adds annotations, which a render here does not have. */
  readonly annotated: boolean;
}

interface Source {
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly ref?: string;
  readonly chart?: string;
  readonly path?: string;
  readonly helm?: { readonly releaseName?: string; readonly valueFiles?: readonly string[] };
  readonly kustomize?: unknown;
  readonly directory?: { readonly include?: string };
}

/**
 * What an Application renders, read from the Application itself, because that is all that Argo CD knows. `repository` is
 * the URL of this repository, and `known` the charts that apps take from elsewhere, by the names that they have here.
 */
export function partsOf(
  { metadata, spec }: Application,
  repository: string,
  known: readonly Chart[],
): ApplicationPart[] {
  const { source, sources = [] } = spec as { source?: Source; sources?: readonly Source[] };
  const all = [...(source ? [source] : []), ...sources];
  const values = all.find(({ ref }) => ref !== undefined);
  return all
    .filter(({ ref }) => ref === undefined)
    .map((part) => ({
      chart: isOurs(part, repository) ? inRepository(part, part.path ?? '') : chartOf(part, known),
      release: part.helm?.releaseName ?? metadata.name,
      values: valuesOf(part, values ?? part),
      annotated: part.kustomize !== undefined,
    }));
}

const isOurs = ({ repoURL, targetRevision }: Source, repository: string): boolean =>
  targetRevision === revisionPlaceholder || repoURL === repository;

const inRepository = ({ targetRevision }: Source, path: string): RepositoryPath => ({
  commit: targetRevision === revisionPlaceholder ? null : targetRevision,
  path,
});

/** `/path` is of the source itself, `$values/path` of the source that has that name. */
function valuesOf({ helm }: Source, from: Source): RepositoryPath | null {
  const [file] = helm?.valueFiles ?? [];
  return file === undefined ? null : inRepository(from, file.replace(/^(?:\$[^/]+)?\//, ''));
}

function chartOf(source: Source, known: readonly Chart[]): Exclude<Chart, { kind: 'first-party' }> {
  const { repoURL: repository, targetRevision: version, chart, path = '' } = source;
  const same = known.find(
    (candidate) =>
      candidate.kind !== 'first-party' &&
      candidate.repository === repository &&
      (candidate.kind === 'git' ? candidate.path === path : candidate.chart === chart),
  );
  if (chart !== undefined) {
    const kind = /^https?:/.test(repository) ? 'repository' : 'oci';
    return { kind, name: same?.name ?? chart, repository, chart, version };
  }
  return {
    kind: 'git',
    name: same?.name ?? path.replaceAll('/', '-'),
    repository,
    revision: version,
    version: same?.kind === 'git' && same.revision === version ? same.version : version.slice(0, 12),
    path,
    ...folderKind(source),
  };
}

function folderKind({ helm, kustomize, directory }: Source): Pick<GitChart, 'type' | 'include'> {
  const type = helm ? 'helm' : kustomize !== undefined ? 'kustomize' : 'directory';
  return { type, include: directory?.include ?? null };
}
