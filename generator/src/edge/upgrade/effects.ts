import { join } from 'node:path';
import type { Workspace } from '../../forge/workspace.ts';
import type { Model } from '../../model/model.ts';
import { ProblemsError } from '../../problem/errors.ts';
import type { Problem } from '../../problem/problem.ts';
import { modelIn } from '../../repository.ts';
import { paths } from '../../tree/paths.ts';
import type { Effect, EnvironmentEffect } from '../../upgrade/effect.ts';
import { renderedIdentity } from '../../upgrade/identity/rendered-identity.ts';
import { verify } from '../../verify/verify.ts';
import { diskRepository } from '../disk-repository.ts';
import { textAt } from '../read-files.ts';
import { commitTrees } from '../render/commit-trees.ts';
import type { Progress } from '../tools/catalog.ts';
import { obtain } from '../tools/obtain.ts';
import { realPrograms } from '../verify/real-programs.ts';
import { environmentEffect, type Tree } from './environment-effect.ts';
import { deriveRaised } from './raised-charts.ts';
import { renderMemory } from './render-memory.ts';

/** What effects are looked for with. */
export interface EffectOptions {
  /** A clone that has the commits which workspaces are checkouts of. */
  readonly root: string;
  /** Folder of third-party charts, asked before caches and the network. */
  readonly charts: string | null;
  /** Schema locations as kubeconform takes them. */
  readonly schemaLocations: readonly string[];
  readonly progress: Progress;
}

/** Says what proposals change. What they have in common is rendered and checked once. */
export interface Effects {
  /** Of an edited checkout: generates in it, checks it, renders before and after. */
  of(workspace: Workspace): Promise<Effect>;
  close(): void;
}

export function effects({ root, charts, schemaLocations, progress }: EffectOptions): Effects {
  const trees = commitTrees(root);
  let obtained: Promise<ReturnType<typeof renderMemory>> | null = null;
  const programs = () => {
    obtained ??= obtainPrograms();
    return obtained;
  };
  const findingsAt = new Map<string, Promise<readonly Problem[]>>();

  async function obtainPrograms() {
    const helm = await obtain('helm', progress);
    const kubeconform = await obtain('kubeconform', progress);
    const glua = await obtain('glua', progress);
    return renderMemory(realPrograms({ helm, kubeconform, glua, charts, progress, schemaLocations }));
  }

  const sideOf = async (folder: string): Promise<Tree> => ({
    root: folder,
    programs: (await programs())(folder),
  });

  async function newFindings(workspace: Workspace, model: Model): Promise<Problem[]> {
    const after = await findingsOf(await sideOf(workspace.root), model);
    // Main is green as a rule: then there is nothing to take away.
    if (after.length === 0) return [];
    const { base } = workspace;
    const known = findingsAt.get(base) ?? findingsIn(await sideOf(trees.at(base)));
    findingsAt.set(base, known);
    const old = new Set((await known).map(contentOf));
    return after.filter((found) => !old.has(contentOf(found)));
  }

  async function effectOf(workspace: Workspace): Promise<Effect> {
    const raised = await deriveRaised(workspace, (await programs())(workspace.root));
    const { settings, charts: raisedCharts, unreachable } = raised;
    if (unreachable.length > 0) return { kind: 'unreachable', why: unreachable };
    await workspace.generate();
    const model = await modelIn(diskRepository(workspace.root));
    const before = await sideOf(trees.at(workspace.base));
    const after = await sideOf(workspace.root);
    const environments: EnvironmentEffect[] = [];
    for (const environment of model.environments) {
      const effect = await environmentEffect(before, after, environment, model);
      if (effect !== null) environments.push(effect);
    }
    if (environments.length === 0 && !otherPrograms(before, after)) return { kind: 'nothing' };
    const others = renderedIdentity(environments);
    if (others.length > 0) return { kind: 'identity', why: others };
    const findings = await newFindings(workspace, model);
    return { kind: 'changed', environments, settings, charts: raisedCharts, findings };
  }

  return {
    async of(workspace) {
      try {
        return await effectOf(workspace);
      } catch (error) {
        if (error instanceof ProblemsError) return { kind: 'refused', problems: error.problems };
        throw error;
      }
    },
    close: () => trees.close(),
  };
}

/** Programs that checks and proofs run change nothing that is rendered, and count all the same. */
const otherPrograms = (before: Tree, after: Tree): boolean => {
  const [was, is] = [before, after].map(({ root }) => textAt(join(root, 'generator/tools.json')));
  return was !== is;
};

const findingsIn = async (side: Tree): Promise<readonly Problem[]> =>
  findingsOf(side, await modelIn(diskRepository(side.root)));

async function findingsOf({ root, programs }: Tree, model: Model): Promise<readonly Problem[]> {
  const folders = {
    chart: (path: string): string => join(root, path),
    values: (...[app, environment, which]: Parameters<Parameters<typeof verify>[2]['values']>): string =>
      join(root, paths.values(app, environment)[which]),
  };
  const { problems } = await verify(model, model.environments, folders, programs);
  return problems;
}

/** Lines move with what was edited above them. */
const contentOf = ({ code, message, location: { file, path } }: Problem): string =>
  JSON.stringify([code, message, file, path]);
