import { stringify } from 'yaml';
import { failure, problem, type Result, success } from '../problem/problem.ts';
import type { RepositoryState } from './question.ts';

/** An image that an app takes: one that `images.yaml` has, or one that comes with the app. */
export interface WantedImage {
  readonly key: string;
  /** Lines of its entry; null where it is there already. */
  readonly entry: readonly string[] | null;
}

/** `registry/path:tag`, with `@sha256:…` behind it or not; or a key of `images.yaml`. */
export function wantedImage(text: string, app: string, { model }: RepositoryState): Result<WantedImage> {
  if (model.imageNames.includes(text)) return success({ key: text, entry: null });
  const [, repository, tag = '', digest] = text.match(/^(.+\/[^:@]+):([^:@]+)(?:@(.+))?$/) ?? [];
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
  const lines = [`repository: ${scalar(repository)}`, `tag: ${scalar(tag)}`, `digest: ${digest ?? 'null'}`];
  return success({ key: app, entry: [`${app}:`, ...lines.map((line) => `  ${line}`)] });
}

/** In quotes where YAML, the old one too, would read something else, as `1.10` is a number. */
export const scalar = (text: string): string =>
  stringify(text, { lineWidth: 0, compat: 'yaml-1.1', singleQuote: false }).trimEnd();
