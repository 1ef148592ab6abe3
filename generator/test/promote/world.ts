import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defineApp } from '../../src/definition/app.ts';
import type { App } from '../../src/definition/app-reference.ts';
import { defineEnvironment } from '../../src/definition/environment.ts';
import type { Layer } from '../../src/definition/layer.ts';
import { definePlatform, type Freeze } from '../../src/definition/platform.ts';
import { checkout } from '../../src/edge/checkout/checkout.ts';
import { freshClone } from '../../src/edge/checkout/clone.ts';
import { clockAt } from '../../src/edge/clock.ts';
import { diskRepository } from '../../src/edge/disk-repository.ts';
import { promotionTools } from '../../src/edge/promote/promotion-tools.ts';
import type { Forge } from '../../src/forge/forge.ts';
import { generate } from '../../src/generate.ts';
import { unguarded } from '../../src/model/world-guard.ts';
import type { Written } from '../../src/model/written.ts';
import { ProblemsError } from '../../src/problem/errors.ts';
import type { BranchMoves } from '../../src/promote/branch-moves.ts';
import type { History } from '../../src/promote/history.ts';
import { everything, type PromotionRequest, type UnhealthyApps } from '../../src/promote/plan/request.ts';
import { type Promotion, promote } from '../../src/promotion.ts';
import type { Repository } from '../../src/repository.ts';
import { copyOf, temporaryFolder, write } from '../../testing/folder.ts';
import { ownCache } from '../../testing/own-cache.ts';
import { identity } from '../support/repository.ts';

/** An app of a small world, as `apps.json` has it. */
export interface Sketch {
  readonly name: string;
  readonly layer: Layer;
  readonly dependsOn: readonly string[];
  /** Changes its values, and nothing that others read. */
  readonly knob: number;
  /** What others read. */
  readonly port: number;
  readonly keepsData: boolean;
}

/** The environments that a world begins with. */
export const environments = ['dev', 'staging', 'prod'] as const;
const soaks: Readonly<Record<string, string>> = { dev: '0h', staging: '2h', prod: '12h' };
const upstreams: Readonly<Record<string, string>> = { staging: 'dev', prod: 'staging' };

/** Definitions as data instead of code, so that one process can load thousands of versions of them. */
export function repositoryAt(root: string, freezes: readonly Freeze[] = []): Repository {
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const has = (path: string): boolean => existsSync(join(root, path));
  const read = async (): Promise<Written> => ({
    root: 'file:///nowhere/',
    guard: unguarded,
    platform: definePlatform({
      name: 'demo',
      labelDomain: 'demo.example.org',
      repository: 'https://git.example.org/demo.git',
      branch: 'main',
      argocd: { main: { namespace: 'argocd' } },
      freezes,
      ...(has('platform.json') && (JSON.parse(text('platform.json')) as PlatformSettings)),
    }),
    apps: appsOf(JSON.parse(text('apps.json')) as Sketch[]),
    environments: environmentsIn(root).map((folder) => ({
      folder,
      environment: environmentOf(
        folder,
        JSON.parse(text(`environments/${folder}/environment.ts`)) as Settings,
      ),
      release: has(`environments/${folder}/release.yaml`)
        ? { file: `environments/${folder}/release.yaml`, text: text(`environments/${folder}/release.yaml`) }
        : null,
    })),
    images: { file: 'images.yaml', text: 'images: {}\n' },
    upstream: { file: 'charts/upstream.yaml', text: 'charts: {}\n' },
    charts: [
      {
        path: 'charts/service',
        chart: { file: 'charts/service/Chart.yaml', text: text('charts/service/Chart.yaml') },
        schema: null,
      },
    ],
    upstreamSchemas: {},
    code: [],
    defined: [],
    upstreamAdditions: {},
    contracts: {},
    healthChecks: {},
    commonHealthChecks: {},
  });
  return { ...diskRepository(root), read, compileTypes: async () => new Map() };
}

function appsOf(sketches: readonly Sketch[]): App[] {
  const made = new Map<string, App>();
  const make = ({ name, layer, dependsOn, knob, port, keepsData }: Sketch): App => {
    const known = made.get(name);
    if (known) return known;
    const needs = dependsOn.flatMap((need) => sketches.filter((each) => each.name === need)).map(make);
    const app = defineApp({
      name,
      description: 'An app.',
      layer,
      namespace: name,
      chart: { kind: 'first-party', name: 'service' },
      dependsOn: needs,
      keepsData,
      provides: ({ endpoint }) => ({ server: endpoint(name, port) }),
      values: ({ environment, of }) => ({
        knob,
        port,
        size: environment.size,
        hosts: needs.map((need) => JSON.stringify(of(need))),
      }),
    });
    made.set(name, app);
    return app;
  };
  return sketches.map(make);
}

/** Folders of `environments/` in which one is defined. */
export const environmentsIn = (root: string): string[] =>
  readdirSync(join(root, 'environments'))
    .filter((name) => existsSync(join(root, 'environments', name, 'environment.ts')))
    .sort();

/** What `platform.json` may say, where a story changes the platform. */
interface PlatformSettings {
  readonly name?: string;
  readonly labelDomain?: string;
  readonly branch?: string;
}

/** What `environment.ts` says, as JSON. */
export interface Settings {
  readonly size: 'small' | 'large';
  readonly formerly?: readonly string[];
  /** As the environments have it that a world begins with, where it is left out; null for none. */
  readonly promotesFrom?: string | null;
  readonly soak?: string;
  /** Name of its cluster; its own where it is left out. */
  readonly cluster?: string;
  readonly exclude?: readonly string[];
  readonly retired?: readonly string[];
  readonly automerge?: 'squash';
  readonly reviewers?: readonly string[];
}

const environmentOf = (
  name: string,
  {
    size,
    formerly = [],
    promotesFrom = upstreams[name] ?? null,
    soak = soaks[name] ?? '0h',
    cluster = name,
    exclude = [],
    retired = [],
    automerge,
    reviewers = [],
  }: Settings,
) =>
  defineEnvironment({
    name,
    formerly,
    description: 'An environment.',
    argocd: 'main',
    ...(promotesFrom !== null && { promotesFrom: promotesFrom as never }),
    soak,
    ...(automerge && { automerge }),
    reviewers,
    destination: { name: cluster, kubernetesVersion: '1.34' },
    cloud: {
      kind: 'local',
      objectStore: { endpoint: 'https://s3.example.org', region: 'here' },
      buckets: {} as never,
    },
    domain: 'example.org',
    size,
    apps: { exclude, retired } as never,
  });

/** The apps that a world begins with. */
export const start: readonly Sketch[] = [
  { name: 'db', layer: 'stores', dependsOn: [], knob: 0, port: 5432, keepsData: true },
  { name: 'cache', layer: 'stores', dependsOn: ['db'], knob: 0, port: 6379, keepsData: false },
  { name: 'api', layer: 'apis', dependsOn: ['db', 'cache'], knob: 0, port: 8080, keepsData: false },
  { name: 'meter', layer: 'operations', dependsOn: [], knob: 0, port: 9090, keepsData: false },
];

// A cache of its own, so that nothing outlives the test.
Object.assign(process.env, identity, { GITOPS_CACHE: ownCache() });

/** A repository with a past, and hands that change it. Time is its own: seconds since 1970. */
export class World {
  readonly root: string;
  now = 1_700_000_000;
  freezes: readonly Freeze[] = [];
  unhealthy: UnhealthyApps = null;
  /** Why the last change that was refused was. */
  refusal: readonly string[] = [];
  /** What a forge tells of its branches. */
  moves: BranchMoves = new Map();

  constructor(root = temporaryFolder()) {
    this.root = root;
  }

  static async create(apps: readonly Sketch[] = start): Promise<World> {
    const world = new World();
    world.git('init', '--quiet', '--initial-branch=main');
    write(world.root, {
      'apps.json': JSON.stringify(apps),
      'charts/service/Chart.yaml': 'name: service\nversion: 0.1.0\n',
      'charts/service/templates/all.yaml': 'a: 0\n',
      ...Object.fromEntries(
        environments.map((name) => [`environments/${name}/environment.ts`, '{ "size": "small" }\n']),
      ),
      ...Object.fromEntries(
        environments.map((name) => [`environments/${name}/release.yaml`, 'follow: main\n']),
      ),
    });
    await world.commit('first');
    return world;
  }

  /** A clone of it with the same time: it can push, and so can others. */
  clone(...options: readonly string[]): World {
    const other = new World();
    other.git('clone', '--quiet', ...options, this.root, '.');
    other.now = this.now;
    return other;
  }

  /** Another world with the same past. */
  copy(): World {
    const other = new World(copyOf(this.root));
    other.now = this.now;
    return other;
  }

  git(...args: readonly string[]): string {
    const date = `@${this.now} +0000`;
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return execFileSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  get sketches(): Sketch[] {
    return JSON.parse(readFileSync(join(this.root, 'apps.json'), 'utf8')) as Sketch[];
  }

  /** Changes the definitions, generates and commits. False where that is refused: then nothing has changed. */
  async change(files: Readonly<Record<string, string>>, message = 'a change'): Promise<boolean> {
    this.now += 60;
    write(this.root, files);
    try {
      await this.commit(message);
      return true;
    } catch (error) {
      this.git('reset', '--quiet', '--hard');
      this.git('clean', '-fdq');
      if (!(error instanceof ProblemsError)) throw error;
      this.refusal = error.problems.map(({ code, message }) => `${code}: ${message}`);
      return false;
    }
  }

  changeApps(apps: readonly Sketch[]): Promise<boolean> {
    return this.change({ 'apps.json': JSON.stringify(apps) });
  }

  /** Environments that are defined now. */
  get environments(): string[] {
    return environmentsIn(this.root);
  }

  /**
   * Defines an environment, anew or for the first time. What is new follows main unless `release` says something else;
   * null leaves `release.yaml` out.
   */
  define(name: string, settings: Settings, release: string | null = 'follow: main\n'): Promise<boolean> {
    const file = `environments/${name}/release.yaml`;
    const isNew = !existsSync(join(this.root, file));
    return this.change(
      {
        [`environments/${name}/environment.ts`]: `${JSON.stringify(settings)}\n`,
        ...(isNew && release !== null && { [file]: release }),
      },
      `define ${name}`,
    );
  }

  /**
   * Renames an environment as people do: its folder, what others promote from, and that it was called so before, unless
   * `settings` say something else of that; generated files are made anew.
   */
  async rename(from: string, to: string, settings: Partial<Settings> = {}): Promise<boolean> {
    const folders = new Map(this.environments.map((name) => [name, name === from ? to : name]));
    const files = [...folders].map(([name, renamed]): [string, string] => {
      const own = this.settings(name);
      const promotesFrom = own.promotesFrom === from ? to : own.promotesFrom;
      const formerly = [...(own.formerly ?? []), from];
      const stated = { ...own, promotesFrom, ...(name === from && { formerly, ...settings }) };
      return [`environments/${renamed}/environment.ts`, `${JSON.stringify(stated)}\n`];
    });
    this.git('mv', `environments/${from}`, `environments/${to}`);
    return this.change(Object.fromEntries(files), `rename ${from} to ${to}`);
  }

  /** Removes environments and what is generated for them. */
  remove(...names: readonly string[]): Promise<boolean> {
    for (const name of names) rmSync(join(this.root, 'environments', name), { recursive: true });
    return this.change({}, `remove ${names.join(', ')}`);
  }

  /** What an environment's definition says, defaults included. */
  settings(name: string): Settings & Required<Pick<Settings, 'promotesFrom' | 'soak' | 'cluster'>> {
    const text = readFileSync(join(this.root, `environments/${name}/environment.ts`), 'utf8');
    const defaults = { promotesFrom: upstreams[name] ?? null, soak: soaks[name] ?? '0h', cluster: name };
    return { ...defaults, ...(JSON.parse(text) as Settings) };
  }

  /** Paths whose files are not what is generated. */
  async drift(): Promise<string[]> {
    const { shares } = await generate(repositoryAt(this.root), { check: true });
    return shares.flatMap(({ created, updated, deleted }) => [...created, ...updated, ...deleted]);
  }

  private async commit(message: string): Promise<void> {
    await generate(repositoryAt(this.root), { check: false });
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
  }

  /** Promotes and, if there is something to merge, merges. */
  async promote(environment: string, request: Partial<PromotionRequest> = {}): Promise<Promotion> {
    this.now += 60;
    const promotion = await this.plan(environment, request);
    if (promotion.published) this.merge(environment);
    return promotion;
  }

  plan(
    environment: string,
    request: Partial<PromotionRequest> = {},
    { dryRun = false, forge = null as Forge | null } = {},
  ): Promise<Promotion> {
    const date = `${this.now} +0000`;
    Object.assign(process.env, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
    const options = { environment, request: { ...everything, ...request }, dryRun };
    return promote(options, this.tools(forge));
  }

  history(): History {
    return this.tools().history;
  }

  tools(forge: Forge | null = null): Parameters<typeof promote>[1] {
    const { root } = this;
    const options = { root, branch: 'main', labelDomain: 'demo.example.org', forge, live: null };
    const clone = freshClone(root);
    return {
      ...promotionTools({ ...options, clock: clockAt(this.now), moves: this.moves }),
      open: (folder) => repositoryAt(folder, this.freezes),
      health: async () => this.unhealthy,
      checkout: (commit) =>
        checkout(clone, commit, {
          generate: async (folder) => {
            await generate(repositoryAt(folder), { check: false });
          },
        }),
    };
  }

  /** Work on a new branch of somebody's, and back on main: the commit that the branch ends at. */
  async onBranch(name: string, from: string, work: () => unknown): Promise<string> {
    this.git('switch', '--quiet', '-c', name, from);
    await work();
    const commit = this.git('rev-parse', 'HEAD');
    this.git('switch', '--quiet', 'main');
    return commit;
  }

  merge(environment: string): void {
    this.git('merge', '--quiet', '--no-ff', `promote/${environment}`, '-m', `Merge promote/${environment}`);
  }

  /** Commit by app, of what runs in a pinned environment at some commit of main. */
  pins(environment: string, at = 'HEAD'): Record<string, string> {
    const text = this.git('show', `${at}:environments/${environment}/generated/running.yaml`);
    const { apps } = parse(text) as { apps: Record<string, { commit?: string }> };
    return Object.fromEntries(
      Object.entries(apps).map(([app, { commit }]) => [app, commit ?? this.git('rev-parse', at)]),
    );
  }

  isPinned(environment: string, at = 'HEAD'): boolean {
    return this.git('show', `${at}:environments/${environment}/release.yaml`).includes('revision:');
  }

  /** Id of the tree of what runs. */
  tree(environment: string, at = 'HEAD'): string {
    const folder = this.isPinned(environment, at) ? 'running' : 'candidate';
    return this.git('rev-parse', `${at}:environments/${environment}/generated/${folder}`);
  }

  isAncestor(older: string, newer: string): boolean {
    try {
      this.git('merge-base', '--is-ancestor', older, newer);
      return true;
    } catch {
      return false;
    }
  }

  /** Deletes all of it from the disk. */
  discard(): void {
    rmSync(this.root, { recursive: true, force: true });
    mkdirSync(this.root);
  }
}
