import { join } from 'node:path';
import type { EnvironmentModel, Model } from '../../model/model.ts';
import { changedImages } from '../../render/changed-images.ts';
import { changedObjects, type ObjectChange } from '../../render/changed-objects.ts';
import { replacedPods } from '../../render/changed-pods.ts';
import { changedResources } from '../../render/changed-resources.ts';
import type { ApplicationFile, RenderedApplication } from '../../render/render-application.ts';
import { renderEnvironment } from '../../render/render-environment.ts';
import type { EnvironmentEffect } from '../../upgrade/effect.ts';
import type { Programs } from '../../verify/programs.ts';
import { diffTexts } from '../render/diff-texts.ts';
import { type ChangedApplication, changedApplications, waveOf } from './changed-applications.ts';

/** A tree, and the programs that render what lies in it. */
export interface Tree {
  readonly root: string;
  readonly programs: Programs;
}

/** What differs in an environment between two trees; null where nothing does. */
export async function environmentEffect(
  before: Tree,
  after: Tree,
  environment: EnvironmentModel,
  model: Model,
): Promise<EnvironmentEffect | null> {
  const changed = changedApplications(before.root, after.root, environment.name);
  const render = async (side: Tree, files: readonly (ApplicationFile | null)[]) =>
    renderEnvironment(
      files.filter((file) => file !== null),
      inputs(side, environment, model),
      side.programs,
    );
  const was = await render(
    before,
    changed.map((app) => app.before),
  );
  const is = await render(
    after,
    changed.map((app) => app.after),
  );
  const unreachable = [...was, ...is].flatMap(({ app, unreachable: charts }) =>
    charts.map((why) => `${app}: ${why}`),
  );
  const found = changed.map(({ app }) => ({ app, changes: changesOf(app, was, is) }));
  const effect: EnvironmentEffect = {
    environment: environment.name,
    reachedBy: reachedBy(environment),
    objects: found.flatMap(({ app, changes }) =>
      changes.map(({ object, change }) => ({ app, object, change })),
    ),
    images: found.flatMap(({ app, changes }) =>
      changedImages(...sides(changes)).map((image) => ({ app, ...image })),
    ),
    resources: found.flatMap(({ app, changes }) =>
      changedResources(...sides(changes)).map((resource) => ({ app, ...resource })),
    ),
    restarts: found.flatMap(({ app, changes }) => replacedPods(changes).map((object) => ({ app, object }))),
    waves: wavesOf(changed),
    diff: diffOf(found),
    unreachable: [...new Set(unreachable)],
  };
  const nothing = effect.objects.length + effect.waves.length + effect.unreachable.length === 0;
  return nothing ? null : effect;
}

function reachedBy({ sample, release }: EnvironmentModel): EnvironmentEffect['reachedBy'] {
  if (sample) return 'nothing';
  return release?.kind === 'pinned' ? 'promotion' : 'merge';
}

const inputs = ({ root }: Tree, { destination }: EnvironmentModel, model: Model) => ({
  repository: model.platform.repository,
  kubernetesVersion: destination.kubernetesVersion,
  charts: model.environments.flatMap(({ apps }) => apps.map(({ chart }) => chart)),
  // Candidates are of the tree that they lie in.
  locate: ({ path }: { path: string }): string => join(root, path),
});

/** Of an app that one side could not render, nobody knows what differs. */
function changesOf(
  app: string,
  before: readonly RenderedApplication[],
  after: readonly RenderedApplication[],
): ObjectChange[] {
  const [was, is] = [before, after].map((side) => side.find((rendered) => rendered.app === app));
  if ([was, is].some((side) => side !== undefined && side.unreachable.length > 0)) return [];
  return changedObjects(was?.text ?? '', is?.text ?? '');
}

/** What differs, as one text for each side. */
function sides(changes: readonly ObjectChange[]): [before: string, after: string] {
  const text = (documents: readonly (string | null)[]): string =>
    documents.filter((document) => document !== null).join('\n---\n');
  return [text(changes.map(({ before }) => before)), text(changes.map(({ after }) => after))];
}

const wavesOf = (changed: readonly ChangedApplication[]): EnvironmentEffect['waves'] =>
  changed.flatMap(({ app, before, after }) => {
    const [from, to] = [waveOf(before), waveOf(after)];
    return from === undefined || to === undefined || from === to ? [] : [{ app, before: from, after: to }];
  });

/**
 * One file for each object, so that a diff never runs from one into the next. Definitions of custom kinds come last: a
 * new version of one is longer than all the rest, and read by few.
 */
function diffOf(
  found: readonly { readonly app: string; readonly changes: readonly ObjectChange[] }[],
): string {
  const all = found.flatMap(({ app, changes }) =>
    changes
      .filter(({ change }) => change !== 'relabeled')
      .map(({ object, ...texts }) => ({
        name: `${app}/${object}.yaml`,
        isDefinition: object.startsWith('CustomResourceDefinition/'),
        ...texts,
      })),
  );
  return [false, true]
    .map((definitions) => diffTextOf(all.filter((it) => it.isDefinition === definitions)))
    .join('');
}

type NamedChange = Pick<ObjectChange, 'before' | 'after'> & { readonly name: string };

function diffTextOf(all: readonly NamedChange[]): string {
  const texts = (side: 'before' | 'after'): Map<string, string> =>
    new Map(all.flatMap(({ name, [side]: text }) => (text === null ? [] : [[name, `${text}\n`] as const])));
  const diff = diffTexts({ names: ['before', 'after'], before: texts('before'), after: texts('after') });
  // What git says of its own about each file: the two lines with the names are enough.
  return diff.replaceAll(/^(?:diff --git|index|new file mode|deleted file mode) .*\n/gm, '');
}
