import type { Contract } from '../../model/read-contracts.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { didYouMean } from '../../problem/nearest.ts';
import type { RunContainer, StartedJar } from '../run-container.ts';

/** How the image is started, and as whom. */
export function programFaults(container: RunContainer, contract: Contract): string[] {
  const { user, jar } = container;
  return [
    ...startFaults(container, contract),
    ...(user === null || contract.user === undefined || user === contract.user
      ? []
      : [`runs as user ${user}; the image only runs as ${contract.user}`]),
    ...(jar === null ? [] : jarFaults(jar, contract)),
  ];
}

function startFaults({ command, args }: RunContainer, contract: Contract): string[] {
  const { entrypoint = [], command: own = [], commands } = contract;
  const rest = args.length > 0 ? args : command === null ? own : [];
  const words = [...(command ?? entrypoint), ...rest];
  if (words.length === 0) return ['names no command, and the image starts nothing by itself'];
  const known = [...commands, entrypoint, [...entrypoint, ...own]].filter(({ length }) => length > 0);
  if (known.some((start) => start.every((word, i) => words[i] === word))) return [];
  const ways = known.map((start) => start.join(' '));
  return [
    `is started with ${words.join(' ')}, which the image does not know (${ways.join('; ') || 'it starts nothing'})`,
  ];
}

function jarFaults({ path, entryClass, args }: StartedJar, { jars }: Contract): string[] {
  const classes = entryOf(jars, path);
  if (classes === undefined)
    return [`starts the jar ${path}, which the image does not hold; ${didYouMean(path, Object.keys(jars))}`];
  if (entryClass === null) return [];
  const flags = entryOf(classes, entryClass);
  if (flags === undefined)
    return [
      `starts ${entryClass}, which ${path} does not hold; ${didYouMean(entryClass, Object.keys(classes))}`,
    ];
  const given = args.filter((word) => word.startsWith('-')).map((word) => word.replace(/=.*$/s, ''));
  return [
    ...given
      .filter((flag) => !Object.hasOwn(flags, flag))
      .map((flag) => `gives ${entryClass} the argument ${flag}, which it does not know`),
    ...Object.entries(flags)
      .filter(([flag, { required }]) => required && !given.includes(flag))
      .map(([flag]) => `does not give ${entryClass} the argument ${flag}, which it needs`),
  ];
}
