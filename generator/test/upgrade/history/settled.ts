import { isLater, sizeBetween, tagsOn } from './releases.ts';
import { versionsIn } from './versions-in.ts';
import { type ChartProject, type Entry, isDown } from './year.ts';
import type { YearWorld } from './year-world.ts';

/** Versions that should be in by now, since people merge everything: one line each. */
export function left(world: YearWorld): string[] {
  const { year, files } = world;
  const versions = versionsIn(files);
  return [...year.images, ...year.charts]
    .filter(({ follows }) => follows === null)
    .flatMap((entry) => {
      const current = versions.get(entry.key)?.version ?? '';
      const newer = [...entry.project.truths.keys()].filter((tag) => mayCome(world, entry, current, tag));
      return newer.map((tag) => `${entry.key} is ${current}, and ${tag} is there`);
    });
}

function mayCome(world: YearWorld, entry: Entry, current: string, tag: string): boolean {
  const { year, day, settings, sights, ignored } = world;
  const { project, key, largest, cooldown } = entry;
  if (isDown(year, project.host, day) || (project.goneFrom !== null && day >= project.goneFrom)) return false;
  const [old, next] = [project.truths.get(current), project.truths.get(tag)];
  if (!old || next?.kind !== 'release' || !isLater(next.order, old.order)) return false;
  if (sizeBetween(old.order, next.order) > largest || ignored.has(`${key} ${tag}`)) return false;
  const age = day - (sights.get(`${key} ${tag}`) ?? day);
  return (
    tagsOn(project, day).has(tag) && age >= (cooldown ?? settings.cooldown) && canFollow(world, entry, tag)
  );
}

/** Whether the image that a chart brings along is there. */
function canFollow({ year, day }: YearWorld, { key, project }: Entry, tag: string): boolean {
  const image = year.images.find(({ follows }) => follows === key);
  const wanted = 'place' in project ? (project as ChartProject).appVersions.get(tag) : undefined;
  return image === undefined || (wanted !== undefined && tagsOn(image.project, day).has(wanted));
}
