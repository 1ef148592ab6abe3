import { test as base } from 'vitest';
import type { PlanNode } from '../../../src/plan/plan.ts';
import type { Thing } from './api.ts';
import { type Edge, type EdgeOptions, edges } from './order.ts';
import { isWell, type Sight } from './record.ts';
import { until } from './running.ts';
import { makeStage, type Stage } from './stage.ts';

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
  /** Waits until the root has applied a commit, and everything is Synced and Healthy. */
  settled(commit: string, options?: { seconds?: number; except?: readonly string[] }): Promise<void>;
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

export const apiVersionOf = ({ group, version }: Managed): string =>
  group ? `${group}/${version}` : version;

export function platformOn(stage: Stage, environment: string, installed: string): Platform {
  const nameOf = (app?: string): string =>
    [stage.world.model.platform.name, environment, app].filter((part) => part !== undefined).join('-');
  const plan = (): PlanNode[] => stage.world.plan(environment);
  const application = async (app?: string): Promise<Thing> => {
    const found = await stage.cluster.api.get('argoproj.io/v1alpha1', 'Application', nameOf(app), 'argocd');
    if (!found) throw new Error(`there is no Application ${nameOf(app)}`);
    return { ...found, apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' };
  };
  return {
    stage,
    environment,
    installed,
    plan,
    nameOf,
    sight: (app) => stage.record.of(nameOf(app)),
    application,
    refresh: async (...apps) => {
      for (const app of apps) {
        const annotations = { 'argocd.argoproj.io/refresh': 'hard' };
        await stage.cluster.api.merge(await application(app), { metadata: { annotations } });
      }
    },
    settled: (commit, { seconds = 300, except = [] } = {}) =>
      untilSettled(stage, nameOf, plan, commit, seconds, except),
    at: (commit) => (app) => {
      const { source, sources = [source] } = stage.record.of(nameOf(app))?.object.spec ?? {};
      return sources.some((each?: { repoURL: string }) => each?.repoURL === stage.world.url) ? commit : null;
    },
    edges: (options) => edges(stage.record, plan(), nameOf, options),
    identities: async (apps = plan().map(({ name }) => name)) => {
      const managed = (await Promise.all(apps.map(application))).flatMap(
        ({ status }) => (status.resources ?? []) as Managed[],
      );
      const { api } = stage.cluster;
      return new Map(
        await Promise.all(
          managed.map(async (each) => {
            const found = await api.get(apiVersionOf(each), each.kind, each.name, each.namespace);
            return [
              `${each.kind} ${each.namespace ?? ''}/${each.name}`,
              found?.metadata.uid ?? 'gone',
            ] as const;
          }),
        ),
      );
    },
  };
}

async function untilSettled(
  stage: Stage,
  nameOf: (app?: string) => string,
  plan: () => PlanNode[],
  commit: string,
  seconds: number,
  except: readonly string[],
): Promise<void> {
  const missing = (): string[] => {
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
    return [
      ...(done ? [] : [`the root (${describe(root)})`]),
      ...unwell.map(({ name }) => `${name} (${describe(stage.record.of(nameOf(name)))})`),
    ];
  };
  try {
    await until('', () => missing().length === 0, {
      seconds,
      every: 250,
      running: Object.values(stage.argo.running),
    });
  } catch (error) {
    if (missing().length === 0) return;
    throw new Error(`after ${seconds} s these are not well at ${commit}: ${missing().join(', ')}`, {
      cause: error,
    });
  }
}

const describe = (sight: Sight | undefined): string =>
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
  const stage = await makeStage('platform', { definitions: process.env.ARGOCD_QUICK ? 'present' : 'absent' });
  onCleanup(() => stage.close());
  const installed = await stage.world.push('first');
  await stage.bootstrap('local');
  const platform = platformOn(stage, 'local', installed);
  await platform.settled(installed, { seconds: 1200 });
  return platform;
});
