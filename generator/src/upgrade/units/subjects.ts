import type { ImagesShape } from '../../definition/shape/images-shape.ts';
import type { UpgradePolicy } from '../../definition/shape/upgrade-policy-shape.ts';
import type { UpstreamShape } from '../../definition/shape/upstream-shape.ts';
import { checkFollows } from '../../model/check-follows.ts';
import { versionedEntries, versionFiles } from '../../model/version-entry.ts';
import { failure, type Result, success } from '../../problem/problem.ts';
import type { Subject } from '../subject.ts';
import { toolSubjects } from '../tool/tool-subjects.ts';

/**
 * Everything whose version is kept fresh: images, then charts, then programs, each in the order of its file.
 *
 * @param tools what `generator/tools.json` holds, parsed; `{}` to leave programs alone
 */
export function subjectsOf(images: ImagesShape, upstream: UpstreamShape, tools: unknown): Result<Subject[]> {
  const programs = toolSubjects(tools);
  const problems = [
    ...checkFollows(versionedEntries(images.images, upstream.charts)),
    ...(programs.ok ? [] : programs.problems),
  ];
  if (!programs.ok || problems.length > 0) return failure(problems);
  return success([
    ...Object.entries(images.images).map(([key, entry]) => imageSubject(key, entry)),
    ...Object.entries(upstream.charts).map(([key, entry]) => chartSubject(key, entry)),
    ...programs.value,
  ]);
}

const entryIn = (file: string, key: string, current: string, policy: UpgradePolicy) => ({
  id: `${file}: ${key}`,
  key,
  file,
  current,
  policy,
});

const imageSubject = (
  key: string,
  { repository, tag, digest, policy }: ImagesShape['images'][string],
): Subject => ({ ...entryIn(versionFiles.image, key, tag, policy), kind: 'image', repository, digest });

function chartSubject(key: string, entry: UpstreamShape['charts'][string]): Subject {
  const common = entryIn(versionFiles.chart, key, entry.version, entry.policy);
  if ('git' in entry) return { ...common, kind: 'git', repository: entry.git, revision: entry.revision };
  const { chart } = entry;
  return 'oci' in entry
    ? { ...common, kind: 'chart', place: 'oci', repository: entry.oci, chart }
    : { ...common, kind: 'chart', place: 'repository', repository: entry.repository, chart };
}
