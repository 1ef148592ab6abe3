import type { ImageFacts } from '../sources.ts';
import { elsewhere, projectAddress } from './project-address.ts';
import { startedProgram } from './started-program.ts';

/** Platforms that clusters have. */
const wanted = ['linux/amd64', 'linux/arm64'];

const label = 'org.opencontainers.image';

/**
 * Why a newer image is another program than the one that it would replace, or does not run where that one does; one
 * line each. Nothing where neither image says anything of itself.
 */
export const identityOf = (before: ImageFacts, after: ImageFacts): string[] => [
  ...programChange(before, after),
  ...sourceChange(before.labels, after.labels),
  ...lostPlatforms(before.platforms, after.platforms),
];

function programChange(before: ImageFacts, after: ImageFacts): string[] {
  const was = startedProgram(before.entrypoint, before.command);
  const is = startedProgram(after.entrypoint, after.command);
  if (was.kind === 'nothing' || was.kind === 'bare') return [];
  const started = was.kind === 'program' ? `it started ${was.name}` : 'it started a program';
  if (is.kind === 'nothing') return [`${started}, and starts nothing`];
  if (is.kind === 'bare') return [`${started}, and starts a bare ${is.name}`];
  if (was.kind !== 'program' || is.kind !== 'program' || was.name === is.name) return [];
  // A wrapper may come or go in front of the same program.
  const words = [...after.entrypoint, ...after.command, ...before.entrypoint, ...before.command];
  const named = (name: string): number => words.filter((word) => word.split('/').at(-1) === name).length;
  return named(was.name) > 1 || named(is.name) > 1 ? [] : [`${started}, and starts ${is.name}`];
}

type ImageLabels = ImageFacts['labels'];

/** Where both say where they come from, that decides; else what they are called. */
function sourceChange(before: ImageLabels, after: ImageLabels): string[] {
  const [was, is] = [before, after].map((labels) => addressIn(labels, 'source'));
  if (was && is) return was === is ? [] : [elsewhere('its sources', was, is)];
  const [wasAt, isAt] = [before, after].map((labels) => addressIn(labels, 'url'));
  if (wasAt && isAt && wasAt === isAt) return [];
  const [oldTitle, newTitle] = [before, after].map((labels) => labels[`${label}.title`] ?? '');
  if (oldTitle && newTitle && plain(oldTitle) !== plain(newTitle))
    return [`it was called ${oneLine(oldTitle)}, and is called ${oneLine(newTitle)}`];
  return wasAt && isAt && !(oldTitle && newTitle) ? [elsewhere('its pages', wasAt, isAt)] : [];
}

const addressIn = (labels: ImageLabels, key: string): string =>
  projectAddress(labels[`${label}.${key}`] ?? '');

/** A title without its version, case and punctuation. */
const plain = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, '');

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 80);

function lostPlatforms(before: readonly string[], after: readonly string[]): string[] {
  const has = (platforms: readonly string[], wantedOne: string): boolean =>
    platforms.some((platform) => platform === wantedOne || platform.startsWith(`${wantedOne}/`));
  return wanted
    .filter((platform) => has(before, platform) && !has(after, platform))
    .map((platform) => `it no longer runs on ${platform}`);
}
