import { test as base } from 'vitest';
import type { PlanNode } from '../../../src/plan/plan.ts';
import type { Api, Thing } from './api.ts';
import { elsewhere } from './elsewhere.ts';
import { begins, type Edge, type EdgeOptions, edges } from './order.ts';
import { isWell, type Sight } from './record.ts';
import { until } from './running.ts';
import { joinStage, makeStage, type Stage } from './stage.ts';
import { proof } from './world.ts';

/** A whole platform on Argo CD, installed from nothing by one command. */
export interface Platform {
  readonly stage: Stage;
  readonly environment: string;
  /** Commit that was installed. */
  readonly installed: string;
  plan(): PlanNode[];
  /** Name of the Application of an app; of the root without one. */
  nameOf(app?: string): string;
  sight(app: string): Sight | undefined;
  application(app?: string): Promise<Thing>;
  /** Wakes Applications up, one after the other; by itself Argo CD looks at them now and then. */
  refresh(...apps: readonly (string | undefined)[]): Promise<void>;
  /** The same, in the worst order: the last to sync first, and the root, which alone may move them, last. */
  refreshBackwards(): Promise<void>;
  /** Apps that Argo CD has synced since a moment, by name. */
  syncedSince(moment: number): string[];
  /** Waits until the root has applied a commit, and everything is Synced and Healthy. */
  settled(commit: string, options?: { except?: readonly string[] }): Promise<void>;
  edges(options?: EdgeOptions): Edge[];
  /** Where each app has to get for a commit: to that, but for an app that has nothing of this repository. */
  at(commit: string): (app: string) => string | null;
  /** Identity of every object that Argo CD made for the apps, by name: what is made anew has another. */
  identities(apps?: readonly string[]): Promise<Map<string, string>>;
}

/** An object that an Application manages, as its status lists it. */
export interface Managed {
  readonly group?: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export const managedBy = ({ status }: Thing): readonly Managed[] => status?.resources ?? [];

export const live = (
  api: Api,
  { group, version, kind, name, namespace }: Managed,
): Promise<Thing | undefined> => api.get(group ? `${group}/${version}` : version, kind, name, namespace);

/** Identity of each object by its name; `gone` where there is none. */
export async function identitiesOf(api: Api, managed: readonly Managed[]): Promise<Map<string, string>> {
  const entries = managed.map(async (each) => {
    const name = `${each.kind} ${each.namespace ?? ''}/${each.name}`;
    return [name, (await live(api, each))?.metadata.uid ?? 'gone'] as const;
  });
  return new Map(await Promise.all(entries));
}

export function platformOn(stage: Stage, environment: string, installed: string): Platform {
  const nameOf = (app?: string): string =>
    [stage.world.model.platform.name, environment, app].filter((part) => part !== undefined).join('-');
  const plan = (): PlanNode[] => stage.world.plan(environment);
  const application = async (app?: string): Promise<Thing> => {
    const found = await stage.cluster.api.get('argoproj.io/v1alpha1', 'Application', nameOf(app), 'argocd');
    if (!found) throw new Error(`there is no Application ${nameOf(app)}`);
    return found;
  };
  const refresh = async (...apps: readonly (string | undefined)[]): Promise<void> => {
    for (const app of apps) await wake(stage.cluster.api, await application(app));
  };
  return {
    stage,
    environment,
    installed,
    plan,
    nameOf,
    sight: (app) => stage.record.of(nameOf(app)),
    application,
    refresh,
    refreshBackwards: () =>
      refresh(...[...plan()].sort((a, b) => b.wave - a.wave).map(({ name }) => name), undefined),
    syncedSince: (moment) =>
      plan()
        .map(({ name }) => name)
        .filter((name) => begins(stage.record, nameOf(name), moment).length > 0)
        .sort(),
    settled: (commit, { except = [] } = {}) => untilSettled(stage, nameOf, plan, commit, except),
    at: (commit) => (app) => {
      const { source, sources = [source] } = stage.record.of(nameOf(app))?.object.spec ?? {};
      return sources.some((each?: { repoURL: string }) => each?.repoURL === stage.world.url) ? commit : null;
    },
    edges: (options) => edges(stage.record, plan(), nameOf, options),
    identities: async (apps = plan().map(({ name }) => name)) => {
      const all = await Promise.all(apps.map(application));
      return identitiesOf(stage.cluster.api, all.flatMap(managedBy));
    },
  };
}

/** Has Argo CD look at an Application now. */
export const wake = (api: Api, application: Thing): Promise<Thing> =>
  api.merge(application, { metadata: { annotations: { 'argocd.argoproj.io/refresh': 'hard' } } });

async function untilSettled(
  stage: Stage,
  nameOf: (app?: string) => string,
  plan: () => PlanNode[],
  commit: string,
  except: readonly string[],
): Promise<void> {
  const missing = (): Map<string, string> => {
    const root = stage.record.of(nameOf());
    const done =
      root?.sync === 'Synced' &&
      root.phase === 'Succeeded' &&
      // Where a commit changes nothing of the root, there is no operation for it.
      root.object.status?.sync?.revision === commit;
    const unwell = plan()
      .filter(({ name }) => !except.includes(name))
      .filter(({ name }) => {
        const sight = stage.record.of(nameOf(name));
        return sight === undefined || !isWell(sight);
      });
    return new Map([
      ...(done ? [] : [['the root', describe(root)] as const]),
      ...unwell.map(({ name }) => [name, describe(stage.record.of(nameOf(name)))] as const),
    ]);
  };
  try {
    await until('', () => missing().size === 0, {
      every: 250,
      running: Object.values(stage.argo.running),
      progress: () => [...missing().keys()].join(),
    });
  } catch (error) {
    const unwell = [...missing()].map(([name, why]) => `${name} (${why})`);
    if (unwell.length === 0) return;
    throw new Error(`these do not get well at ${commit}: ${unwell.join(', ')}`, { cause: error });
  }
}

/** What is known of an Application, for a message. */
export const describe = (sight: Sight | undefined): string =>
  sight === undefined
    ? 'not there'
    : [
        sight.sync,
        sight.health,
        sight.phase,
        sight.current ? '' : 'stale',
        sight.object.status?.operationState?.message ?? '',
      ]
        .filter((part) => part !== '')
        .join(' ')
        .slice(0, 300);

/** Tests share one platform, in the order of the configuration; whoever comes first installs it. */
// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
export const test = base.extend('platform', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const other = elsewhere();
  const definitions = process.env.ARGOCD_QUICK ? 'present' : 'absent';
  const stage = await (other ? joinStage('platform', other) : makeStage('platform', { definitions }));
  onCleanup(() => stage.close());
  const installed = await stage.world.push('first');
  await stage.bootstrap(proof);
  const platform = platformOn(stage, proof, installed);
  await platform.settled(installed);
  return platform;
});
