import { oneLine } from '../../text/terminal.ts';
import { isExplicit, type PromotionRequest } from '../plan/request.ts';

const key = 'Requested: ';

/** What a person requested in particular, as options of `npm run promote`; null where it is all that has soaked. */
export function requestedBy(request: PromotionRequest): string | null {
  if (!isExplicit(request)) return null;
  const { apps, layers, revision, to, emergency, settings } = request;
  const options: [string, string | null][] = [
    ...apps.map((app): [string, string] => ['app', app]),
    ...layers.map((layer): [string, string] => ['layer', layer]),
    ['revision', revision],
    ['to', to],
    ['emergency', emergency],
  ];
  const words = options.flatMap(([name, value]) =>
    value === null ? [] : [`--${name} ${quoted(oneLine(value))}`],
  );
  return [...words, ...(settings ? ['--settings'] : [])].join(' ');
}

const quoted = (word: string): string =>
  /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** A message that carries a request. */
export const withRequested = (message: string, requested: string | null): string =>
  requested === null ? message : `${message}\n\n${key}${requested}`;

/** The request in a message that {@link withRequested} made; null where it has none. */
export function requestedIn(message: string): string | null {
  const last = message.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith(key) ? last.slice(key.length) : null;
}
