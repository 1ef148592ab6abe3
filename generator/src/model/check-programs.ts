import { type Problem, problem } from '../problem/problem.ts';
import { baseImage, isAbout } from './base-images.ts';
import { exportAlike, exportedBy } from './exporters.ts';
import { placeIn, type VersionedEntry } from './version-entry.ts';

/** Images that are not what their key says, as far as the names of well-known ones tell. */
export const checkPrograms = (entries: readonly VersionedEntry[]): Problem[] =>
  entries.flatMap((entry) => (entry.kind === 'image' ? [...bareBase(entry), ...anotherExporter(entry)] : []));

function bareBase(entry: VersionedEntry): Problem[] {
  const base = baseImage(entry.place.repository);
  if (base === null || isAbout(entry.key, base)) return [];
  const name = base.slice(base.lastIndexOf('/') + 1);
  const message = `"${entry.key}" would run ${entry.place.repository}, which has no program in it but ${name} itself`;
  const hint = `name the image that has ${entry.key}; if a bare ${name} is meant, give it a key that says so: ${entry.key}-${name}`;
  return [problem('wrong-program', placeIn(entry, 'repository'), message, hint)];
}

function anotherExporter(entry: VersionedEntry): Problem[] {
  const { repository } = entry.place;
  const named = exportedBy(entry.key);
  const runs = exportedBy(repository.slice(repository.lastIndexOf('/') + 1));
  if (named === null || runs === null || exportAlike(named, runs)) return [];
  const message = `"${entry.key}" would run ${repository}, which is an exporter of ${runs.join(' ')}`;
  const hint = 'name the image that exports what the key says, or give it a key of its own';
  return [problem('wrong-program', placeIn(entry, 'repository'), message, hint)];
}
