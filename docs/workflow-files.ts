import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '#testing';

/** As much of what GitHub Actions reads as our rules are about. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly name?: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly 'timeout-minutes'?: number;
  readonly environment?: unknown;
  readonly concurrency?: Concurrency;
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

export type Permissions = string | Readonly<Record<string, string>>;
export type Concurrency = string | { readonly group: string };

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The texts of `.yml` files below a folder of this repository, by path. */
export const textsIn = (folder: string): [string, string][] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => [join(folder, name), readFileSync(join(repository, folder, name), 'utf8')]);

export const workflowTexts = textsIn('.github/workflows');
export const actionTexts = textsIn('.github/actions');

/** Workflows by path. */
export const workflows: ReadonlyMap<string, Workflow> = new Map(
  workflowTexts.map(([name, text]) => [name, parse(text) as Workflow]),
);

/** The steps of our own actions, by path. */
export const actionSteps: ReadonlyMap<string, readonly Step[]> = new Map(
  actionTexts.map(([name, text]) => [name, (parse(text) as { runs: { steps: Step[] } }).runs.steps]),
);

/** A job with where it stands. */
export interface PlacedJob {
  readonly place: string;
  readonly id: string;
  readonly job: Job;
  readonly workflow: Workflow;
}

export const jobsOf = (all: ReadonlyMap<string, Workflow>): PlacedJob[] =>
  [...all].flatMap(([name, workflow]) =>
    Object.entries(workflow.jobs).map(([id, job]) => ({ place: `${name} ${id}`, id, job, workflow })),
  );
