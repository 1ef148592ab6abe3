import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';

/** What a `release.yaml` says, as far as it matters what runs. */
export interface ReleaseRead {
  /** Null for one that follows main. */
  readonly revision: string | null;
  readonly apps: Readonly<Record<string, string | null>>;
  readonly text: string;
}

/** Reads commits of a repository with git and YAML alone: nothing here is the generator's. */
export class CommitsRead {
  private readonly root: string;
  private readonly trees = new Map<string, ReadonlyMap<string, string>>();
  private readonly texts = new Map<string, string>();
  /** Names that environments had before, newest first. */
  private readonly former = new Map<string, readonly string[]>();

  constructor(root: string) {
    this.root = root;
  }

  git(args: readonly string[]): string {
    return this.bytes(args).toString('utf8');
  }

  private bytes(args: readonly string[], input = ''): Buffer {
    const options = { cwd: this.root, maxBuffer: 1 << 28, input, stdio: 'pipe' } as const;
    return execFileSync('git', args, options);
  }

  /** An environment has another name from now on, and is the same. */
  renamed(from: string, to: string): void {
    this.former.set(to, [from, ...(this.former.get(from) ?? [])]);
  }

  /** The folder that an environment had at a commit. */
  folder(commit: string, environment: string): string {
    const names = [environment, ...(this.former.get(environment) ?? [])];
    const name = names.find((known) => this.tree(commit).has(`environments/${known}/environment.ts`));
    return `environments/${name ?? environment}`;
  }

  /** Blobs of a commit by path. */
  tree(commit: string): ReadonlyMap<string, string> {
    const known = this.trees.get(commit);
    if (known) return known;
    const lines = this.git(['ls-tree', '-r', '--full-tree', commit]).split('\n');
    const entries = lines.flatMap((line): [string, string][] => {
      const [, id, path] = line.match(/^\d+ blob ([0-9a-f]+)\t(.+)$/) ?? [];
      return id !== undefined && path !== undefined ? [[path, id]] : [];
    });
    const tree = new Map(entries);
    this.trees.set(commit, tree);
    return tree;
  }

  /** Null where the commit does not have the file. */
  text(commit: string, path: string): string | null {
    const id = this.tree(commit).get(path);
    if (id === undefined) return null;
    const known = this.texts.get(id);
    if (known !== undefined) return known;
    this.learn(commit);
    return this.texts.get(id) ?? '';
  }

  /** All texts of a commit that are not known yet, by one process. */
  private learn(commit: string): void {
    const ids = [...new Set(this.tree(commit).values())].filter((id) => !this.texts.has(id));
    const output = this.bytes(['cat-file', '--batch'], `${ids.join('\n')}\n`);
    let at = 0;
    for (const id of ids) {
      const end = output.indexOf('\n', at);
      const size = Number(output.toString('utf8', at, end).split(' ')[2]);
      this.texts.set(id, output.toString('utf8', end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
  }

  /** The paths and blobs of a folder, as one text. */
  below(commit: string, folder: string): string {
    const entries = [...this.tree(commit)].filter(([path]) => path.startsWith(`${folder}/`));
    return entries.map(([path, id]) => `${path.slice(folder.length)} ${id}`).join('\n');
  }

  environments(commit: string): string[] {
    const paths = [...this.tree(commit).keys()];
    return paths.flatMap((path) => path.match(/^environments\/([^/]+)\/environment\.ts$/)?.[1] ?? []);
  }

  release(commit: string, environment: string): ReleaseRead | null {
    const text = this.text(commit, `${this.folder(commit, environment)}/release.yaml`);
    if (text === null) return null;
    const { revision = null, apps = {} } = parse(text) as Partial<ReleaseRead>;
    return { revision, apps, text };
  }

  /** Apps that an environment has candidates of at a commit. */
  apps(commit: string, environment: string): string[] {
    const folder = `${this.folder(commit, environment)}/generated/candidate/applications/`;
    return [...this.tree(commit).keys()].flatMap((path) =>
      path.startsWith(folder) && path.endsWith('.yaml') ? [path.slice(folder.length, -'.yaml'.length)] : [],
    );
  }

  candidate(commit: string, environment: string, app: string): string | null {
    const folder = `${this.folder(commit, environment)}/generated/candidate/applications`;
    return this.text(commit, `${folder}/${app}.yaml`);
  }

  /**
   * All that an app is rendered from at a commit, as one text: its Application but for the wave, and every file of the
   * chart and the values that its source names. Null where it is not there.
   */
  content(commit: string, environment: string, app: string): string | null {
    const text = this.candidate(commit, environment, app);
    if (text === null) return null;
    const { spec } = parse(text) as {
      spec: { source: { path: string; helm: { valueFiles: readonly string[] } } };
    };
    const values = spec.source.helm.valueFiles.map(
      (path) => `${path} ${this.tree(commit).get(path.slice(1))}`,
    );
    const all = [withoutWave(text), this.below(commit, spec.source.path), ...values].join('\n');
    // An environment is the same by another name.
    return all.replaceAll(`${this.folder(commit, environment)}/`, 'environments/@/');
  }
}

export const withoutWave = (text: string): string => text.replace(/(sync-wave: )"-?\d+"/, '$1');
