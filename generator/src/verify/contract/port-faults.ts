import type { Plain, PlainObject } from '../../definition/plain.ts';
import type { Contract } from '../../model/read-contracts.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { isObject } from '../manifest.ts';
import type { RunContainer } from '../run-container.ts';

/** Ports that are declared or asked and where the image does not listen, and paths that it does not answer. */
export function portFaults(container: RunContainer, contract: Contract): string[] {
  const listening = portsOf(container, contract);
  const where = [...listening].map(([number]) => number).join(', ') || 'nowhere';
  return [
    ...Object.values(container.ports)
      .filter((number) => !listening.has(number))
      .map((number) => `declares port ${number}; the image listens on ${where}`),
    ...container.probes.flatMap((probe) => {
      const { port, path } = questionOf(probe);
      const number =
        typeof port === 'string' ? (entryOf(container.ports, port) ?? Number(port)) : Number(port);
      return port === null ? [] : askingFaults(number, path, listening, where);
    }),
  ].filter((fault, i, all) => all.indexOf(fault) === i);
}

/** What keeps a monitor from finding metrics at a path of a port, as in {@link portFaults}. */
export function scrapeFaults(
  port: number,
  path: string,
  container: RunContainer,
  contract: Contract,
): string[] {
  const listening = portsOf(container, contract);
  const paths = listening.get(port);
  return paths === undefined || paths.includes(path) ? [] : [unanswered(path, port, paths)];
}

function askingFaults(
  number: number,
  path: string | null,
  listening: ReadonlyMap<number, readonly string[]>,
  where: string,
): string[] {
  const paths = listening.get(number);
  if (paths === undefined) return [`is asked on port ${number}; the image listens on ${where}`];
  return path === null || paths.includes(path) ? [] : [unanswered(path, number, paths)];
}

const unanswered = (path: string, port: number, paths: readonly string[]): string =>
  `is asked for ${path} on port ${port}, which the image does not answer (${paths.join(', ') || 'no path'})`;

/** Where the image listens, with what it answers there: a variable may have moved a port. */
function portsOf({ variables }: RunContainer, { ports }: Contract): Map<number, readonly string[]> {
  return new Map(
    Object.values(ports).map(({ number, variable, paths }) => [
      Number((variable && entryOf(variables, variable)) ?? number),
      paths,
    ]),
  );
}

function questionOf({ httpGet, tcpSocket, grpc }: PlainObject): { port: Plain; path: string | null } {
  if (isObject(httpGet))
    return { port: httpGet.port ?? null, path: String(httpGet.path ?? '/').replace(/[?#].*$/, '') };
  const asked = isObject(tcpSocket) ? tcpSocket : isObject(grpc) ? grpc : {};
  return { port: asked.port ?? null, path: null };
}
