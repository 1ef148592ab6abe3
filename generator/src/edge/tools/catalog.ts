import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A program that we need and where it can be had. Read from `generator/tools.json`, where all versions stand; upgrades
 * read more of it. In texts there, `{version}`, its parts `{major}` and `{minor}`, and `{platform}` are filled in, so
 * that a version is written once.
 */
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly why: string;
  /** What a program on PATH must say of its version, as a regular expression; without it PATH is not asked. */
  readonly accept?: string;
  /** Arguments that make it say so. */
  readonly ask?: readonly string[];
  readonly download?: {
    readonly url: string;
    /** Path of the program inside the archive. */
    readonly member: string;
    /** Of the archive, by platform as Go names them. */
    readonly sha256: Readonly<Record<string, string>>;
  };
  readonly go?: {
    readonly package: string;
    /** Folder in `generator/tools/` whose go.mod pins what `go install` cannot build: programs with replaced modules. */
    readonly module?: string;
    readonly ldflags: string;
    /** On two busy processors, from nothing. */
    readonly minutes: number;
  };
  /** How to get what we neither download nor build. */
  readonly hint?: string;
}

/** Says what is going on; a line each. */
export type Progress = (line: string) => void;

/** A way to a program: its path, or why not. */
export type Attempt = { readonly path: string } | { readonly why: string };

export type ToolName =
  | 'helm'
  | 'kubeconform'
  | 'glua'
  | 'actionlint'
  | 'kustomize'
  | 'etcd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kubectl'
  | 'redis-server'
  | 'argocd'
  | 'cosign'
  | 'registry';

const file = new URL('../../../tools.json', import.meta.url);

export function toolNamed(name: ToolName): Tool {
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<ToolName, Omit<Tool, 'name'>>;
  return { name, ...all[name] };
}

/** The platform as Go names it: `linux-amd64`. */
export function platform(): string {
  const architectures: Readonly<Record<string, string>> = { x64: 'amd64' };
  return `${process.platform}-${architectures[process.arch] ?? process.arch}`;
}

/** The folder of a module in `generator/tools/`. */
export const moduleFolder = (name: string): string =>
  fileURLToPath(new URL(`../../../tools/${name}`, import.meta.url));

/** What stands in braces filled in: the version, its parts, the platform. */
export function fill(template: string, { version }: Tool): string {
  const [major = '', minor = ''] = version.split('.');
  const values: Readonly<Record<string, string>> = { version, major, minor, platform: platform() };
  return template.replaceAll(/\{(version|major|minor|platform)\}/g, (_, name) => values[name] ?? '');
}
