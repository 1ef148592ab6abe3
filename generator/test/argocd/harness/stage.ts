import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { moduleFolder } from '../../../src/edge/tools/catalog.ts';
import { obtain } from '../../../src/edge/tools/obtain.ts';
import { tool } from '../../../testing/program.ts';
import type { Api, Thing } from './api.ts';
import { type ArgoCd, type ArgoOptions, startArgoCd } from './argocd.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { argoOfOthers, type Elsewhere, expectUnused, joinCluster, settingsIn } from './elsewhere.ts';
import { type Record, startRecord } from './record.ts';
import { nobody, type Responder, startResponder } from './responder.ts';
import { makeWorld, type World } from './world.ts';

/** Everything that a test of the order needs: a repository, a cluster, an Argo CD, and what stands in for nodes. */
export interface Stage {
  readonly root: string;
  readonly programs: { readonly kubectl: string };
  readonly world: World;
  readonly cluster: Cluster;
  readonly others: readonly Cluster[];
  readonly argo: ArgoCd;
  readonly responder: Responder;
  readonly record: Record;
  /** Keys of Argo CD's settings that were there before us. */
  readonly settings: readonly string[];
  /** Applies what a user applies once, from the work tree. */
  bootstrap(instance: string): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions extends Partial<ArgoOptions> {
  /** Milliseconds of each phase of an object on its way to being ready. */
  readonly pace?: number;
  /**
   * Whether the definitions of custom kinds are there before Argo CD starts, as on a cluster that is in use. Each that
   * comes while it runs makes it and the API server learn all kinds anew: two minutes for a whole platform.
   */
  readonly definitions?: 'present' | 'absent';
  /** The repository, where it is not this one. */
  readonly world?: (root: string) => Promise<World>;
  /** Further clusters, by the names that environments know them by. */
  readonly clusters?: readonly string[];
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A stage of our own, all of it on this machine. */
export const makeStage = (name: string, options: StageOptions = {}): Promise<Stage> =>
  inFolder(name, (root) => ownStage(root, options));

/** A stage on somebody's cluster, with the Argo CD that is there. */
export const joinStage = (name: string, elsewhere: Elsewhere): Promise<Stage> =>
  inFolder(name, (root) => stageAt(root, elsewhere));

async function inFolder(name: string, make: (root: string) => Promise<Stage>): Promise<Stage> {
  const root = mkdtempSync(join(tmpdir(), `gitops-argocd-${name}-`));
  try {
    return await make(root);
  } catch (error) {
    leave(root);
    throw error;
  }
}

function leave(root: string): void {
  if (process.env.ARGOCD_KEEP === undefined) rmSync(root, { recursive: true, force: true });
  else say(`kept: ${root}`);
}

async function ownStage(root: string, options: StageOptions): Promise<Stage> {
  const programs = await obtainAll();
  const world = await (options.world?.(root) ?? ourWorld(root, programs.helm, null));
  const cluster = await startCluster('main', programs, root);
  if (options.definitions !== 'absent') await defineAll(cluster.api, world.definitions);
  const argo = await startArgoCd(cluster, programs, root, {
    resync: options.resync ?? 10,
    ...(options.env && { env: options.env }),
  });
  const others = await Promise.all(
    (options.clusters ?? []).map((each) => startCluster(each, programs, root)),
  );
  for (const other of others) {
    if (options.definitions !== 'absent') await defineAll(other.api, world.definitions);
    await cluster.api.apply(registration(other));
  }
  const responders = [cluster, ...others].map(({ api }) => startResponder(api, options.pace));
  return stageOf({ root, programs, world, cluster, others, argo, responders });
}

async function stageAt(root: string, { kubeconfig, address }: Elsewhere): Promise<Stage> {
  const programs = { helm: await obtain('helm', say), kubectl: await obtain('kubectl', say) };
  const cluster = await joinCluster(kubeconfig, programs.kubectl, root);
  const world = await ourWorld(root, programs.helm, address);
  await expectUnused(cluster.api, world.model);
  // Who has nodes has kubelets, and real operators: what is installed there gets ready by itself, or does not.
  const nodes = await cluster.api.list('v1', 'Node');
  const responders = nodes.length === 0 ? [startResponder(cluster.api)] : [];
  return stageOf({ root, programs, world, cluster, others: [], argo: argoOfOthers, responders });
}

const ourWorld = (root: string, helm: string, address: string | null): Promise<World> =>
  makeWorld(root, {
    helm,
    address,
    charts: process.env.VERIFY_CHARTS ?? null,
    crds: process.env.ARGOCD_CRDS ?? null,
  });

type Parts = Pick<Stage, 'root' | 'programs' | 'world' | 'cluster' | 'others' | 'argo'> & {
  readonly responders: readonly Responder[];
};

async function stageOf({ responders, ...parts }: Parts): Promise<Stage> {
  const { root, world, cluster, others, argo } = parts;
  const record = startRecord(cluster.api);
  const [responder = nobody] = responders;
  return {
    ...parts,
    responder,
    record,
    settings: await settingsIn(cluster.api),
    bootstrap: async (instance) => {
      for (const file of ['project.yaml', 'root.yaml']) {
        const text = readFileSync(
          join(world.tree, `environments/generated/bootstrap/${instance}/${file}`),
          'utf8',
        );
        for (const document of parseAllDocuments(text))
          await cluster.api.apply(document.toJS() as Thing, 'kubectl');
      }
    },
    close: async () => {
      record.stop();
      for (const each of responders) each.stop();
      await argo.stopAll();
      await Promise.all([cluster, ...others].map((each) => each.stop()));
      world.close();
      leave(root);
    },
  };
}

/** How Argo CD is told of a cluster. */
const registration = ({ name, api }: Cluster): Thing => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: `cluster-${name}`,
    namespace: 'argocd',
    labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
  },
  stringData: {
    name,
    server: api.url,
    config: JSON.stringify({ bearerToken: api.token, tlsClientConfig: { insecure: true } }),
  },
});

const defineAll = (api: Api, texts: readonly string[]): Promise<void> =>
  api.define(
    texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Thing)),
    'argocd-controller',
  );

async function obtainAll() {
  return {
    helm: await obtain('helm', say),
    kustomize: await obtain('kustomize', say),
    etcd: await obtain('etcd', say),
    apiserver: await obtain('kube-apiserver', say),
    controllers: await obtain('kube-controller-manager', say),
    argocd: await obtain('argocd', say),
    redis: await obtain('redis-server', say),
    kubectl: await obtain('kubectl', say),
    module: await moduleOf('argocd', 'github.com/argoproj/argo-cd/v3'),
  };
}

/** Folder of a Go module, which holds more than the program that is built from it. */
export async function moduleOf(name: string, module: string): Promise<string> {
  const { code, stdout, stderr } = await tool('go', [
    '-C',
    moduleFolder(name),
    'mod',
    'download',
    '-json',
    module,
  ]);
  if (code !== 0) throw new Error(`go mod download ${module}: ${stderr}`);
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}
