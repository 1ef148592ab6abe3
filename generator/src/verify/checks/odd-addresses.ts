import type { EnvironmentModel } from '../../model/model.ts';
import { hostsIn } from '../../model/routes.ts';
import { addressesIn, type NamedAddress } from '../addresses.ts';
import { containersOf, type Manifest, mapsIn, podSpecs, walk } from '../manifest.ts';
import { mapsOf } from '../named-values.ts';
import { type Check, type CheckContext, finding } from './check.ts';

/** An address that no program can read as it is written, or that is not the platform's although it looks like it. */
export const addressesAreSound: Check = (rendered, context) =>
  rendered.manifests.flatMap((manifest) => {
    if (manifest.kind === 'CustomResourceDefinition') return [];
    const texts = [...walk(manifest.object)].flatMap(([value]) => (typeof value === 'string' ? [value] : []));
    const faults = [
      ...valuesIn(manifest).flatMap(oddity),
      ...givenIn(manifest).flatMap(placeholder),
      ...texts.flatMap(leftOver),
      ...texts.flatMap(addressesIn).flatMap((address) => publicFault(address, rendered.environment, context)),
    ];
    return [...new Set(faults)].map((what) => finding('odd-address', rendered, manifest, what));
  });

/** Values as programs get them: of variables, settings and files, and arguments. */
function valuesIn(manifest: Manifest): string[] {
  const values = [...mapsOf(manifest)].flatMap((map) => Object.values(map));
  const lists = [...walk(manifest.object)].flatMap(([value]) => (Array.isArray(value) ? value : []));
  return [...values, ...lists].filter((value) => typeof value === 'string');
}

const address = String.raw`[a-z][a-z\d+.-]*:\/\/|[a-z\d-]+(?:\.[a-z\d-]+)+:\d+`;
const dollar = /^\$[a-z][a-z\d+.-]*:\/\//i;
const quoted = new RegExp(String.raw`^(?:--?[\w.-]+=)?(["'])(?:${address})[^"'\s]*\1$`, 'i');
const unresolved = /^[a-z][a-z\d+.-]*:\/\/\S*\{\{/i;

function oddity(value: string): string[] {
  if (dollar.test(value)) return [`names an address that begins with a dollar sign: ${value}`];
  if (quoted.test(value))
    return [`names an address with quotes around it, which the program gets too: ${value}`];
  return [];
}

/** Variables and arguments, in which nobody expands a template: rules and dashboards are full of them. */
const givenIn = (manifest: Manifest): string[] =>
  podSpecs(manifest)
    .flatMap(containersOf)
    .flatMap(({ env, args }) => [
      ...mapsIn(env).map(({ value }) => value),
      ...(Array.isArray(args) ? args : []),
    ])
    .filter((value) => typeof value === 'string');

const placeholder = (value: string): string[] =>
  unresolved.test(value) ? [`names an address with a placeholder that nothing fills in: ${value}`] : [];

/** What a template of a chart writes where a value is missing. */
const leftOver = (text: string): string[] =>
  text.match(/%!\w\([^)]*\)|<no value>/)?.map((found) => `holds ${found}, where a template missed a value`) ??
  [];

/** A URL below the domain of an environment is that of an app, with its scheme, and of this environment. */
function publicFault(
  { host, scheme }: NamedAddress,
  environment: EnvironmentModel,
  { all }: CheckContext,
): string[] {
  if (scheme !== 'http' && scheme !== 'https') return [];
  const environments = [...new Set(all.map((rendered) => rendered.environment)), environment];
  const owner = environments
    .filter(({ domain }) => host === domain || host.endsWith(`.${domain}`))
    .reduce<EnvironmentModel | null>(
      (best, one) => (one.domain.length > (best?.domain.length ?? 0) ? one : best),
      null,
    );
  if (owner === null) return [];
  if (owner.domain !== environment.domain)
    return [`names ${host}, which is of the environment ${owner.name}`];
  const outputs = environment.apps.flatMap(({ provides }) => hostsIn(provides).map(([, output]) => output));
  const found = outputs.find((output) => output.host === host);
  if (found === undefined) return [`names ${host}, which no app of the environment provides`];
  return found.url.startsWith(`${scheme}:`)
    ? []
    : [`names ${scheme}://${host}, which answers at ${found.url}`];
}
