import type { Contract } from '../../model/read-contracts.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { nearest } from '../../problem/nearest.ts';
import type { RunContainer } from '../run-container.ts';
import { textsIn } from './mounted-files.ts';
import { matchesAny } from './patterns.ts';

/** Variables that are set and read by nothing, or needed and not set. */
export function variableFaults(container: RunContainer, contract: Contract): string[] {
  const { variables, identity, moreVariables } = container;
  const filesystems = Object.values(contract.filesystems).flatMap((plugin) => plugin.variables);
  const known = [...Object.keys(contract.variables), ...filesystems];
  const named = new Set(namesIn(container));
  const isRead = (name: string): boolean => matchesAny(name, known) || named.has(name);
  const isSet = (name: string): boolean =>
    Object.hasOwn(variables, name) || moreVariables || identity.includes(name);
  return [
    ...Object.keys(variables)
      .filter((name) => !isRead(name))
      .map((name) => `sets ${name}, which the image does not read${meant(name, known, variables)}`),
    ...identity
      .filter((name) => !isRead(name))
      .map((name) => `gets ${name} by the identity of its ServiceAccount, which the image does not read`),
    ...Object.entries(contract.variables)
      .filter(([name, { required }]) => required && !isSet(name))
      .map(([name]) => `does not set ${name}, which the image needs`),
    ...[...named]
      .filter((name) => !isSet(name) && !(entryOf(contract.variables, name)?.default !== undefined))
      .map((name) => `refers to the variable ${name}, which it does not set`),
  ];
}

/** Variables that texts refer to: `$(NAME)` as Kubernetes puts them in, and `${NAME}` in files of settings. */
function namesIn(container: RunContainer): string[] {
  const given = [...Object.values(container.variables), ...(container.command ?? []), ...container.args];
  return [
    ...given.flatMap((text) => [...(text ?? '').matchAll(/(?<!\$)\$\(([\w.-]+)\)/g)]),
    ...textsIn(container).flatMap(({ text }) => [...text.matchAll(/(?<![$\\])\$\{([A-Z_][A-Z0-9_]*)\}/g)]),
  ].map(([, name = '']) => name);
}

function meant(name: string, known: readonly string[], set: RunContainer['variables']): string {
  const close = nearest(
    name,
    known.filter((other) => !Object.hasOwn(set, other)),
  );
  return close === undefined ? '' : `; did it mean ${close}?`;
}
