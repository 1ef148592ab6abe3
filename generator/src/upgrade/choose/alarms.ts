import type { Alarm } from '../choice.ts';
import { isPublished } from '../look/look.ts';
import type { ListedVersion, Looked } from '../look/looked.ts';
import type { Subject } from '../subject.ts';
import type { Unit } from '../unit.ts';

/** What somebody must look at: tags that were moved, and what is gone. */
export function alarmsOf(unit: Unit, looked: Looked, mirrors: readonly string[]): Alarm[] {
  return unit.subjects.flatMap((subject) =>
    subject.kind === 'image'
      ? imageAlarms(subject, unit, looked, mirrors)
      : listAlarms(subject, unit, looked),
  );
}

function imageAlarms(
  subject: Extract<Subject, { kind: 'image' }>,
  unit: Unit,
  { digests }: Looked,
  mirrors: readonly string[],
): Alarm[] {
  const answer = digests.get(subject.id);
  if (answer === undefined || answer.kind === 'failed' || !isPublished(subject)) return [];
  const name = `${subject.repository}:${subject.current}`;
  if (answer.kind === 'missing') {
    const reference = `${subject.current}${subject.digest === null ? '' : `@${subject.digest}`}`;
    const rewrites = mirrors.map((mirror) => `${mirror}/${subject.repository}:${reference}`);
    const hint =
      rewrites.length > 0
        ? `look whether the mirror still has it: ${rewrites.join(', ')}; then write that repository into ${subject.file}`
        : `pull it from a node that still has it, push it to a registry of yours, and write that repository into ${subject.file}, or set registryMirror in environments/platform.ts`;
    return [{ kind: 'vanished', subject, detail: `${name} is gone (${answer.why}); ${runners(unit)}`, hint }];
  }
  if (subject.digest === null || answer.value === subject.digest) return [];
  const detail = `${name} means ${answer.value} now, and ${subject.digest} was pinned; ${runners(unit)}`;
  const hint = `the pinned one goes on running; ask its publisher why, then write the new digest into ${subject.file}, or take another version`;
  return [{ kind: 'moved', subject, detail, hint }];
}

/** Charts and git sources, as far as their versions were listed. */
function listAlarms(subject: Exclude<Subject, { kind: 'image' }>, unit: Unit, { versions }: Looked): Alarm[] {
  const answer = versions.get(subject.id);
  if (answer === undefined || answer.kind === 'failed' || subject.kind === 'tool') return [];
  const name = `${subject.kind === 'chart' ? `${subject.repository} ${subject.chart}` : subject.repository} ${subject.current}`;
  const hint = `nobody can install it anew: keep a copy in a repository of yours, and write that into ${subject.file}, or take another version`;
  if (answer.kind === 'missing')
    return [{ kind: 'vanished', subject, detail: `${name} is gone (${answer.why}); ${runners(unit)}`, hint }];
  const listed = answer.value.find(({ version }) => sameVersion(version, subject.current));
  if (listed === undefined)
    return [{ kind: 'vanished', subject, detail: `${name} is not listed any more; ${runners(unit)}`, hint }];
  return subject.kind === 'git' ? movedTag(subject, listed, unit) : [];
}

function movedTag(subject: Extract<Subject, { kind: 'git' }>, listed: ListedVersion, unit: Unit): Alarm[] {
  if (listed.revision === null || listed.revision === subject.revision) return [];
  const detail = `the tag ${subject.current} of ${subject.repository} means ${listed.revision} now, and ${subject.revision} was pinned; ${runners(unit)}`;
  const hint = `the pinned commit goes on being applied; ask its publisher why, then write the new one into ${subject.file}, or take another version`;
  return [{ kind: 'moved', subject, detail, hint }];
}

/** Some repositories list with a `v` in front what is installed without. */
const sameVersion = (a: string, b: string): boolean => a.replace(/^v/, '') === b.replace(/^v/, '');

/** `runs in kafka (dev, prod)` */
function runners({ runBy }: Unit): string {
  if (runBy.length === 0) return 'nothing runs it';
  const byApp = Map.groupBy(runBy, ({ app }) => app);
  const apps = [...byApp].map(
    ([app, runs]) => `${app} (${runs.map(({ environment }) => environment).join(', ')})`,
  );
  return `runs in ${apps.join(', ')}`;
}
