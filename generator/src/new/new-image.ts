import { stringify } from 'yaml';
import { digest, imageRepository, movesBecause, tag } from '../definition/format/image.ts';
import { failure, problem, type Result, success } from '../problem/problem.ts';
import type { RepositoryState } from './question.ts';

/** An image that an app takes: one that `images.yaml` has, or one that comes with the app. */
export interface WantedImage {
  readonly key: string;
  /** Lines of its entry; null where it is there already. */
  readonly entry: readonly string[] | null;
}

/** `registry/path:tag`, with `@sha256:…` behind it or not; or a key of `images.yaml`. */
export function wantedImage(
  text: string,
  app: string,
  { model }: RepositoryState,
  policyFor: (tag: string) => string | null,
): Result<WantedImage> {
  if (model.imageNames.includes(text)) return success({ key: text, entry: null });
  const [, repository, version = '', pinned] = text.match(/^(.+\/[^:@]+):([^:@]+)(?:@(.+))?$/) ?? [];
  if (repository === undefined) {
    const message = `image "${text}" is neither a key there nor registry/path:tag`;
    const hint = 'as in docker.io/library/nginx:1.29.4';
    return failure([problem('bad-shape', { file: 'images.yaml' }, message, hint)]);
  }
  if (model.imageNames.includes(app)) {
    const message = `there is an image "${app}" already`;
    const location = { file: 'images.yaml', path: `images.${app}` };
    return failure([problem('duplicate-name', location, message, `take it: ${app}`)]);
  }
  const fault = faultOf(repository, version, pinned);
  if (fault !== null)
    return failure([problem('bad-shape', { file: 'images.yaml' }, `image "${text}": ${fault}`)]);
  const policy = policyFor(version);
  const lines = [
    `repository: ${scalar(repository)}`,
    `tag: ${scalar(version)}`,
    `digest: ${pinned ?? 'null'}`,
    ...(policy === null ? [] : [`policy: ${policy}`]),
  ];
  return success({ key: app, entry: [`${app}:`, ...lines.map((line) => `  ${line}`)] });
}

function faultOf(repository: string, version: string, pinned: string | undefined): string | null {
  const place = imageRepository(repository);
  if (place !== null) return `the repository ${place}`;
  if (!tag.test(version)) return `"${version}" is no tag`;
  if (pinned !== undefined) return digest.test(pinned) ? null : `"${pinned}" is no digest`;
  const why = movesBecause(version, () => false);
  return why === null
    ? null
    : `the tag "${version}" ${why}; name a whole version, as in 1.2.3, or its digest`;
}

/** In quotes where YAML, the old one too, would read something else, as `1.10` is a number. */
export const scalar = (text: string): string =>
  stringify(text, { lineWidth: 0, compat: 'yaml-1.1', singleQuote: false }).trimEnd();
