import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { defineApp } from '../../src/definition/app.ts';
import type { Environment } from '../../src/definition/environment.ts';
import { literalText } from '../../src/definition/shape/primitive.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { asTemplate } from '../../src/emit/go-template.ts';
import type { Written } from '../../src/model/written.ts';
import { yaml } from '../../src/text/yaml.ts';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';
import { repositoryOf } from '../support/arbitrary.ts';
import { delicate } from '../support/delicate.ts';
import { treeOf } from '../support/tree.ts';

const revision = '0123456789'.repeat(4);
const placeholder = '{{ .Values.revision }}';
/** What may stand in an Application: one line, and not our own placeholder. */
const texts = delicate.filter((text) => literalText.safeParse(text).success);

/** What Helm makes of a chart, as objects. */
async function rendered(files: Readonly<Record<string, string>>): Promise<Record<string, unknown>[]> {
  const folder = temporaryFolder();
  write(folder, files);
  const helm = await obtain('helm', () => undefined);
  const { code, stdout, stderr } = await tool(helm, [
    'template',
    'dev',
    folder,
    `--set-string=revision=${revision}`,
  ]);
  if (code !== 0) throw new Error(stderr);
  return parseAllDocuments(stdout).flatMap((document) => {
    const object = document.toJS() as Record<string, unknown> | null;
    return object === null ? [] : [object];
  });
}

test('a text becomes a template that renders to it', async () => {
  const all = delicate.flatMap((text) => [text, `{{${text}`, `${text}{{${text}}}${text}`]);
  const [object] = await rendered({
    'Chart.yaml': 'apiVersion: v2\nname: texts\nversion: 0.0.0\n',
    'templates/texts.yaml': asTemplate(yaml({ kind: 'List', texts: all }, 'a test')),
  });
  expect(object?.texts).toEqual(all);
});

/** A repository whose every text that goes into Applications is delicate: a glob for each, the others all of them. */
function repository(layer: 'crds' | 'operations'): Written {
  const all = texts.filter((text) => text.length < 40).join('/');
  const apps = texts.map((_, i) =>
    defineApp({
      name: `app-${i}`,
      description: 'An app.',
      layer,
      namespace: '123',
      chart: { kind: 'upstream', name: `chart-${i}` as never },
    }),
  );
  const charts = texts.map((include, i) => [
    `chart-${i}`,
    {
      git: 'https://git.example.org/x.git',
      revision,
      version: 'v1.0.0',
      path: `crds${all.replaceAll('..', '')}`,
      type: 'directory',
      include,
    },
  ]);
  const written = repositoryOf(apps, ['dev']);
  const destination = { name: all, kubernetesVersion: '1.34' };
  const environments = written.environments.map((dev) => {
    const definition = { ...(dev.environment.definition as object), destination };
    return { ...dev, environment: { ...dev.environment, definition } as Environment };
  });
  const upstream = {
    file: 'charts/upstream.yaml',
    text: JSON.stringify({ charts: Object.fromEntries(charts) }),
  };
  return { ...written, environments, upstream };
}

const folder = 'environments/dev/generated/candidate/';
const chartIn = (tree: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...tree]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, text]) => [path.slice(folder.length), text]),
  );
const filledIn = (text: string): unknown => parse(text.replaceAll(placeholder, revision));

test('the root renders each Application to what its file says, whatever texts are in it', async () => {
  const files = chartIn(treeOf(repository('crds')));
  const wanted = Object.entries(files).filter(([path]) => path.startsWith('applications/'));
  const objects = await rendered(files);
  expect(wanted).toHaveLength(texts.length);
  expect(objects.filter(({ kind }) => kind === 'Application')).toEqual(
    wanted.map(([, text]) => filledIn(text)),
  );
  expect(objects.filter(({ kind }) => kind === 'AppProject')).toHaveLength(1);
});

test('what the ApplicationSet of the operations layer gets is what the files say', async () => {
  const tree = treeOf(repository('operations'));
  const files = chartIn(tree);
  const [set] = (await rendered(files)).filter(
    ({ kind }) => kind === 'ApplicationSet',
  ) as unknown as readonly {
    spec: {
      generators: [
        {
          list: {
            elements: { name: string; namespace: string; application: { metadata: object; spec: object } }[];
          };
        },
      ];
      template: { spec: { project: string; destination: { name: string } } };
    };
  }[];
  const wanted = Object.entries(files)
    .filter(([path]) => path.startsWith('applications/'))
    .map(
      ([, text]) => filledIn(text) as { metadata: Record<string, unknown>; spec: Record<string, unknown> },
    );
  const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1);
  expect([...(set?.spec.generators[0].list.elements ?? [])].sort(byName)).toEqual(
    wanted
      .map(({ metadata: { name, labels, annotations }, spec: { project, destination, ...spec } }) => ({
        name: String(name),
        namespace: '123',
        application: { metadata: { labels, annotations }, spec },
      }))
      .sort(byName),
  );
  // The set's controller renders each text of its template once more, by the same rules.
  const [again] = await rendered({
    'Chart.yaml': 'apiVersion: v2\nname: again\nversion: 0.0.0\n',
    'values.yaml': yaml({ text: set?.spec.template.spec.destination.name ?? '' }, 'a test'),
    'templates/again.yaml': 'kind: List\ncluster: {{ tpl .Values.text . | toJson }}\n',
  });
  expect(again?.cluster).toBe(
    (wanted.map(({ spec }) => spec.destination)[0] as { name: string } | undefined)?.name,
  );
});
