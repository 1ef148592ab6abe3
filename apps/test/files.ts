import { all, type RenderedSample } from '#testing';

/**
 * The text of a file of an app, in whichever of its ConfigMaps it is.
 * @throws where none or several have it
 */
export function fileOf({ app, manifests }: Pick<RenderedSample, 'app' | 'manifests'>, file: string): string {
  const texts = all(manifests, 'ConfigMap').flatMap(
    ({ object }) => (object.data as Record<string, string> | undefined)?.[file] ?? [],
  );
  const [text] = texts;
  if (text === undefined || texts.length > 1)
    throw new Error(`${app.name} has ${texts.length} files ${file}`);
  return text;
}

/** What a job is told in a file of lines `key = value`. */
export const settingsOf = (job: RenderedSample, file: string): Record<string, string> =>
  Object.fromEntries(
    [...fileOf(job, file).matchAll(/^\s*([\w.-]+) = "?(.*?)"?$/gm)].map(([, key = '', value = '']) => [
      key,
      value,
    ]),
  );
