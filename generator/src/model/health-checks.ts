import { faultsOf } from '../lua/health-script.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import type { TextFile, Written } from './written.ts';

/** Health checks in Lua by `<group>_<Kind>`: of the platform, and of the generator for common operators. */
export interface HealthChecks {
  readonly healthChecks: Readonly<Record<string, TextFile>>;
  readonly commonHealthChecks: Readonly<Record<string, TextFile>>;
}

/** Reads what Argo CD is to be given, and refuses what it would not read, or read as something else. */
export function readHealthChecks({
  healthChecks,
  commonHealthChecks,
}: Pick<Written, keyof HealthChecks>): Result<HealthChecks> {
  const own = Object.entries(healthChecks);
  const problems = [
    ...own.flatMap(([name, { file }]) =>
      spelledTwice(name, file, [...Object.keys(healthChecks), ...Object.keys(commonHealthChecks)]),
    ),
    ...[...own, ...Object.entries(commonHealthChecks)].flatMap(([name, file]) => [
      ...nameProblems(name, file.file),
      ...(isScript(name) ? textProblems(file) : []),
    ]),
    ...sizeProblems(own.map(([, file]) => file)),
  ];
  if (problems.length > 0) return failure(problems);
  return success({
    healthChecks: scriptsOf(healthChecks),
    commonHealthChecks: scriptsOf(commonHealthChecks),
  });
}

const isScript = (name: string): boolean => name.endsWith('.lua');

const scriptsOf = (files: Readonly<Record<string, TextFile>>): Record<string, TextFile> =>
  Object.fromEntries(
    Object.entries(files).map(([name, { file, text }]) => [
      name.slice(0, -'.lua'.length),
      { file, text: `${text.trim()}\n` },
    ]),
  );

/** Kinds of Argo CD's own whose health is the order: a wave of a root waits for what the gate says of its children. */
const reserved = ['Application', 'ApplicationSet', 'AppProject'].map((kind) => `argoproj.io_${kind}`);

/** Kinds of the core group, which has no name. */
const core =
  'Binding ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount'.split(
    ' ',
  );

const example = 'call it <group>_<Kind>.lua, as in example.org_Widget.lua';

function nameProblems(name: string, file: string): Problem[] {
  const refuse = (message: string, hint = example): Problem[] => [
    problem('bad-health-check', { file }, message, hint),
  ];
  if (name.endsWith('/')) return refuse('a folder here is not read: a health check is one file');
  if (!isScript(name)) return refuse('it is not read, for its name does not end in .lua');
  const key = name.slice(0, -'.lua'.length);
  if (reserved.some((taken) => taken.toLowerCase() === key.toLowerCase()))
    return refuse(
      'the generator brings the health of this kind: waves wait for what it says',
      'remove the file; how long a wave waits for an app is its patience',
    );
  if (key.includes('*'))
    return refuse(
      'Argo CD reads no wildcard here, and a key of a ConfigMap can hold none',
      'write a file for each kind',
    );
  const [group = '', kind, ...more] = key.split('_');
  if (kind === undefined)
    return core.includes(key)
      ? []
      : refuse(`"${key}" names no group, and Kubernetes has no kind of that name in its core`);
  if (more.length > 0) return refuse('there must be one underscore, between group and kind');
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(group))
    return refuse(`"${group}" is no API group: those are lower case, as a DNS name is`);
  if (!/^[A-Z][A-Za-z0-9]*$/.test(kind))
    return refuse(`"${kind}" is no kind: those begin with a capital letter`);
  return key.length > maxKey
    ? refuse(`the name is longer than the ${maxKey} characters that fit into a ConfigMap's key`)
    : [];
}

/** Of the 253 characters of a key, those that Argo CD's own words leave. */
const maxKey = 253 - 'resource.customizations.health.'.length;

/** A kind has one spelling: what differs in case alone would not replace the other, and one of them is never used. */
function spelledTwice(name: string, file: string, all: readonly string[]): Problem[] {
  const other = all.find((known) => known !== name && known.toLowerCase() === name.toLowerCase());
  if (other === undefined) return [];
  const message = `it differs from ${other} in upper and lower case alone, and a kind has one spelling`;
  return [problem('bad-health-check', { file }, message, `did you mean ${other}?`)];
}

/** What ends a line for some readers only, or stands for bytes that are no UTF-8. */
const unprintable = /[^\t\n\P{Cc}]|[\u2028\u2029\ufeff\ufffd]/u;

function textProblems({ file, text }: TextFile): Problem[] {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => unprintable.test(line));
  if (at >= 0) {
    const [character = ''] = lines[at]?.match(unprintable) ?? [];
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `it holds the character U+${code}, which readers of YAML and Lua take differently`;
    return [problem('bad-health-check', { file, line: at + 1 }, message, 'is it plain text in UTF-8?')];
  }
  return faultsOf(text).map(({ line, message, hint }) =>
    problem('bad-health-check', { file, line }, message, hint),
  );
}

/** Half of what a ConfigMap can hold: the other half is of those who set up Argo CD. */
const maxBytes = 512 * 1024;

function sizeProblems(files: readonly TextFile[]): Problem[] {
  const sizes = files.map(({ file, text }) => ({ file, bytes: new TextEncoder().encode(text).length }));
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = sizes.sort((a, b) => b.bytes - a.bytes)[0];
  if (all <= maxBytes || !largest) return [];
  const message = `health checks of ${all} bytes do not fit into argocd-cm beside what else is in it; this is the largest`;
  return [
    problem('bad-health-check', { file: largest.file }, message, `keep all of them below ${maxBytes} bytes`),
  ];
}
