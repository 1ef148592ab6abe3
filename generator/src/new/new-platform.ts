import { resolve } from '../model/resolve.ts';
import { unguarded } from '../model/world-guard.ts';
import type { Written, WrittenChart } from '../model/written.ts';
import { type Result, success } from '../problem/problem.ts';
import { planEnvironment } from './new-environment.ts';
import type { NewFiles } from './planned-files.ts';
import { type Answers, answer, type RepositoryState } from './question.ts';
import { rootFiles } from './root-files.ts';
import { block } from './source-text.ts';

const texts = {
  'apps/index.ts': `import type { App } from '#generator';

/** Every app of the platform, in the order of the layers and then of the alphabet. */
export const apps: readonly App[] = [
  // npm run new -- app NAME
];
`,
  'images.yaml': `# yaml-language-server: $schema=schemas/definitions/images.schema.json
images: {}
`,
  'charts/upstream.yaml': `# yaml-language-server: $schema=../schemas/definitions/upstream.schema.json
charts: {}
`,
} as const;

/** A platform without any app or environment, as its answers describe it. */
export function emptyPlatform(
  answers: Answers,
  root: string,
  charts: readonly WrittenChart[],
): Result<RepositoryState> {
  const file = (path: keyof typeof texts) => ({ file: path, text: texts[path] });
  const written: Written = {
    root,
    guard: unguarded,
    platform: { kind: 'platform', definition: definitionOf(answers), site: undefined },
    apps: [],
    code: [],
    defined: [],
    environments: [],
    images: file('images.yaml'),
    upstream: file('charts/upstream.yaml'),
    charts,
    upstreamSchemas: {},
    upstreamAdditions: {},
    contracts: {},
    healthChecks: {},
    commonHealthChecks: {},
  };
  const model = resolve(written);
  return model.ok ? success({ written, model: model.value }) : model;
}

/**
 * Everything that a platform consists of beside the generator, with its first environment. Of the files at the top
 * level, only those that are missing: `exists` says which are there.
 */
export function planPlatform(
  platform: Answers,
  environment: Answers,
  state: RepositoryState,
  exists: (path: string) => boolean,
): Result<NewFiles> {
  const first = planEnvironment(environment, state);
  if (!first.ok) return first;
  const name = answer(platform, 'name');
  const missing = Object.entries(rootFiles(name)).filter(([path]) => !exists(path));
  return success({
    create: new Map([
      ['environments/platform.ts', sourceOf(platform)],
      ...first.value.create,
      ...Object.entries(texts),
      ...missing,
    ]),
    edit: new Map(),
  });
}

const definitionOf = (answers: Answers) => ({
  name: answer(answers, 'name'),
  labelDomain: answer(answers, 'label-domain'),
  repository: answer(answers, 'repository'),
  branch: answer(answers, 'branch'),
  argocd: { main: { namespace: answer(answers, 'argocd-namespace') } },
});

const sourceOf = (answers: Answers): string =>
  `import { definePlatform } from '#generator';\n\nexport const platform = definePlatform(${block(definitionOf(answers), '')});\n`;
