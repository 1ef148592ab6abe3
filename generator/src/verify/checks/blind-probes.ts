import type { Plain, PlainObject } from '../../definition/plain.ts';
import { isObject } from '../manifest.ts';
import { podsOf, runningContainers } from '../pods.ts';
import { type Check, finding } from './check.ts';

/** A probe that passes whatever the program answers sends requests to one that cannot take them. */
export const probesCanFail: Check = (rendered) =>
  podsOf(rendered).flatMap(({ owner, spec }) =>
    runningContainers(spec ?? {}).flatMap((container) => {
      const name = String(container.name);
      return probes.flatMap((probe) => {
        const why = blindness(probe, commandOf(container[probe]));
        if (why === null) return [];
        const what = `probes the container ${name} with a ${probe} ${why.what}`;
        return [{ ...finding('blind-probe', rendered, owner, what, why.hint), container: name }];
      });
    }),
  );

const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

interface Blindness {
  readonly what: string;
  readonly hint: string;
}

function blindness(probe: (typeof probes)[number], command: readonly string[]): Blindness | null {
  const script = scriptOf(command);
  const text = script ?? command.join(' ');
  if (command[0] === 'true' || (script !== null && neverFails(script, command)))
    return {
      what: `that never fails: ${JSON.stringify(text)}`,
      hint: 'let it end with the status of what it asks',
    };
  // Who answers with an error is alive: only readiness asks for more.
  const client = probe === 'readinessProbe' ? clients.find(({ ends }) => ends(text)) : undefined;
  if (client === undefined || isChecked(text)) return null;
  return { what: `whose client ends well on an error, too: ${JSON.stringify(text)}`, hint: client.hint };
}

/** The last thing that the script does is not to fail, and nothing ends it before. */
function neverFails(script: string, command: readonly string[]): boolean {
  const [, before] = script.match(/(^|;|\n|\|\|)\s*(?:true|:|exit 0|echo\b[^|;&\n]*)\s*;?\s*$/) ?? [];
  if (before === undefined) return false;
  const endsEarly =
    /\bset -[a-z]*e|\bexit [^0\s]/.test(script) || command.some((word) => /^-[a-z]*e[a-z]*c?$/.test(word));
  return before === '||' || !endsEarly;
}

/** Clients that end with 0 as long as they are answered. */
const clients: readonly { ends: (text: string) => boolean; hint: string }[] = [
  {
    ends: (text) => /\b(?:valkey|redis|keydb)-cli\b.*\bping\b/is.test(text) && !/\s-e(?:\s|$)/.test(text),
    hint: 'ping with -e, or compare the answer with PONG: while data is loaded it is an error',
  },
  {
    ends: (text) =>
      /\bcurl\s/.test(text) && !/\s(?:--fail(?:-with-body)?|-[a-zA-Z]*f[a-zA-Z]*)(?:\s|$)/.test(text),
    hint: 'add --fail: an answer of 500 is an answer',
  },
  {
    ends: (text) => /\b(?:mysql|mariadb-)admin\b.*\bping\b/s.test(text),
    hint: 'ask a query: a server that refuses the login is pinged, too',
  },
];

/** Whether something looks at the answer. */
const isChecked = (text: string): boolean => /\||\$\(|`/.test(text.replaceAll('||', ''));

function commandOf(probe: Plain | undefined): readonly string[] {
  const exec: PlainObject = isObject(probe) && isObject(probe.exec) ? probe.exec : {};
  return Array.isArray(exec.command) ? exec.command.map(String) : [];
}

/** What a shell is told to run; null where the command is no shell with a script. */
function scriptOf([program = '', ...args]: readonly string[]): string | null {
  if (!/(?:^|\/)(?:ba|da|a|z|k)?sh$/.test(program)) return null;
  const at = args.findIndex((argument) => /^-[a-z]*c$/.test(argument));
  return at < 0 ? null : (args[at + 1] ?? null);
}
