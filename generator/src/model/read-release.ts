import type { Release } from '../definition/release.ts';
import { release as shape } from '../definition/shape/release-shape.ts';
import { type Result, success } from '../problem/problem.ts';
import { readYaml } from './read-yaml.ts';
import type { TextFile } from './written.ts';

/** Reads a `release.yaml`, of today or of any commit. */
export function readRelease(source: TextFile): Result<Release> {
  const read = readYaml(source, shape);
  if (!read.ok) return read;
  if ('follow' in read.value) return success({ kind: 'following', branch: read.value.follow });
  const { revision, apps, hold, emergencies } = read.value;
  return success({ kind: 'pinned', revision, apps, hold, emergencies });
}
