import type { PlainObject } from '../definition/plain.ts';
import { verdicts } from '../lua/health-script.ts';
import type { TextFile } from '../model/written.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { isBuiltIn } from './checks/scope.ts';
import { isObject } from './manifest.ts';
import type { HealthAnswer, Programs } from './programs.ts';
import type { RenderedApp } from './rendered.ts';

/** A health check, an object that Argo CD may show it, and what a person calls the object. */
interface Trial {
  readonly check: TextFile;
  readonly object: PlainObject;
  readonly called: string;
}

/**
 * Runs each health check on the objects of its kind as they are before anybody reports on them, and on one that has
 * nothing but a name. A check that throws counts as Unknown to Argo CD, and a wave waits for it in vain.
 */
export async function runHealth(
  healthChecks: Readonly<Record<string, TextFile>>,
  rendered: readonly RenderedApp[],
  programs: Programs,
): Promise<Problem[]> {
  const trials = Object.entries(healthChecks).flatMap(([key, check]) => trialsOf(key, check, rendered));
  const answers = await programs.judge(trials.map(({ check, object }) => ({ script: check.text, object })));
  const found = new Map<string, Problem>();
  for (const [i, answer] of answers.entries()) {
    const trial = trials[i];
    const fault = faultOf(answer);
    // What a check does to one object it does to most; the first one shows it.
    const known = `${trial?.check.file}:${fault?.line ?? fault?.message}`;
    if (trial && fault && !found.has(known)) found.set(known, problemOf(trial, fault));
  }
  return [...found.values()];
}

function trialsOf(key: string, check: TextFile, rendered: readonly RenderedApp[]): Trial[] {
  const [group = '', kind = ''] = key.includes('_') ? key.split('_') : ['', key];
  const bare = {
    apiVersion: group === '' ? 'v1' : `${group}/v1`,
    kind,
    metadata: { name: 'name' },
    spec: {},
  };
  const own = rendered.flatMap(({ app, manifests }) =>
    manifests
      .filter((manifest) => manifest.group === group && manifest.kind === kind)
      .map(({ object, name }) => ({ object, called: `${kind}/${name} of "${app.name}"` })),
  );
  return [...own, { object: bare, called: `a ${kind} with an empty spec,` }].flatMap(({ object, called }) => {
    const applied = asApplied(object, group);
    return [
      { check, object: applied, called: `${called} without a status` },
      { check, object: { ...applied, status: {} }, called: `${called} with an empty status` },
      { check, object: { ...applied, status: { conditions: [] } }, called: `${called} without conditions` },
    ];
  });
}

/** What the API server makes of an object: it takes no status from who applies it, and counts custom objects' changes. */
function asApplied({ status: _, metadata, ...rest }: PlainObject, group: string): PlainObject {
  const stored = {
    ...(isObject(metadata) ? metadata : {}),
    creationTimestamp: '2026-01-01T00:00:00Z',
    resourceVersion: '1',
    uid: '00000000-0000-0000-0000-000000000000',
    ...(!isBuiltIn(group) && { generation: 1 }),
  };
  return { ...rest, metadata: stored };
}

/** What is wrong with what a check said. */
interface Fault {
  readonly message: string;
  readonly line?: number;
  readonly hint?: string;
}

function faultOf(answer: HealthAnswer): Fault | null {
  if ('error' in answer) {
    const [, line, message = answer.error] = answer.error.match(/^check:(\d+): *(.*)/s) ?? [];
    return {
      message: message.trim(),
      ...hintOf(message),
      ...(line !== undefined && { line: Number(line) }),
    };
  }
  return verdicts.some((verdict) => verdict === answer.status)
    ? null
    : {
        message: `Argo CD knows no status ${JSON.stringify(answer.status)}`,
        hint: `known: ${verdicts.join(', ')}`,
      };
}

function hintOf(message: string): { hint?: string } {
  if (message.includes('object(string)'))
    return { hint: 'Argo CD gives health checks no library "string", so text has no methods' };
  if (/\bnil\b/.test(message))
    return {
      hint: 'what an operator reports is absent at first: begin with local status = obj.status or {}',
    };
  return {};
}

const problemOf = ({ check: { file }, called }: Trial, { message, line, hint }: Fault): Problem =>
  problem(
    'bad-health-check',
    { file, ...(line !== undefined && { line }) },
    `run on ${called}: ${message}`,
    hint,
  );
