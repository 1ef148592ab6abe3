import type { SourceAnswer } from '../../upgrade/sources.ts';
import type { ToolSubject } from '../../upgrade/subject.ts';
import { checksumIn, checksumUrls, type ToolChecksums, versionOfTag } from '../../upgrade/tool/tool-edits.ts';
import type { TextRequest } from './chart-repositories.ts';

type GitTags = (url: string) => Promise<SourceAnswer<ReadonlyMap<string, string>>>;

/**
 * Versions of a program, by the tags of its repository: whoever has this repository has git, and programs that are
 * built with Go are built from a tag as well.
 */
export async function toolVersions(
  { entry, id }: ToolSubject,
  gitTags: GitTags,
): Promise<SourceAnswer<readonly string[]>> {
  const { releases } = entry;
  if (releases === undefined) return { kind: 'missing', why: `${id} says nothing of its releases` };
  const answer = await gitTags(releases.git);
  if (answer.kind !== 'found') return answer;
  const versions = [...answer.value.keys()].map((tag) => versionOfTag(releases.tags, tag));
  return { kind: 'found', value: versions.filter((version) => version !== null) };
}

/** Checksums of a version's archives, from what its project publishes beside them. */
export async function publishedChecksums(
  { entry, key }: ToolSubject,
  version: string,
  textOf: TextRequest,
): Promise<SourceAnswer<ToolChecksums>> {
  const urls = checksumUrls(entry, version);
  const texts = new Map([...new Set(urls.values())].map((url) => [url, textOf(url)]));
  const checksums: Record<string, string> = {};
  for (const [platform, url] of urls) {
    const answer = await texts.get(url);
    if (answer?.kind !== 'found') return answer ?? { kind: 'missing', why: url };
    const checksum = checksumIn(answer.value, entry, version, platform);
    if (checksum === null)
      return { kind: 'missing', why: `${url} has no checksum of ${key} ${version} for ${platform}` };
    checksums[platform] = checksum;
  }
  return { kind: 'found', value: checksums };
}
