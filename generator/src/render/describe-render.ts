import { parseAllDocuments } from 'yaml';
import type { RenderedApplication } from './render-application.ts';

/** The manifests of apps as one stream of YAML documents, each app under a line that says whose they are. */
export const renderText = (apps: readonly RenderedApplication[]): string => apps.map(appText).join('');

function appText({ app, wave, namespace, file, text, unreachable, annotated }: RenderedApplication): string {
  const place = wave === null ? 'after the waves' : `wave ${wave}`;
  return [
    `# ${app}: ${place}, namespace ${namespace}, ${file}`,
    ...(annotated ? ['# Argo CD adds the commonAnnotations of the Application to every object.'] : []),
    ...unreachable.map((why) => `# Not rendered, because the chart could not be had: ${why}`),
    ...(text === '' ? [] : [text.startsWith('---') ? text.trimEnd() : `---\n${text.trimEnd()}`]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** The same as data. */
export const renderData = (apps: readonly RenderedApplication[]) =>
  apps.map(({ text, refused: _, ...app }) => ({
    ...app,
    objects: parseAllDocuments(text).flatMap((document) => (document.toJS() as unknown) ?? []),
  }));
