import { type Api, ApiError, type Thing } from './api.ts';
import { sleep } from './running.ts';
import { type Fate, phasesOf, ways } from './statuses.ts';

/**
 * Stands in for kubelets, controllers and operators: every object that needs a status goes through the phases of its
 * kind, each time its spec changes.
 */
export interface Responder {
  /** Decides the fate of objects from now on; the newest rule that matches wins. */
  decide(matches: (object: Thing) => boolean, fate: Fate): void;
  /** Forgets all decisions and lets every object become ready that did not. */
  relent(): Promise<void>;
  /** What the API server refused: a status that no operator could have written. */
  readonly refused: readonly string[];
  stop(): void;
}

/** Where real ones are. */
export const nobody: Responder = {
  decide: () => {
    throw new Error('on a cluster with nodes nobody can be told to fail');
  },
  relent: () => Promise.resolve(),
  refused: [],
  stop: () => undefined,
};

export function startResponder(api: Api, pace = 500): Responder {
  const rules: { matches: (object: Thing) => boolean; fate: Fate }[] = [];
  const seen = new Map<string, number>();
  /** Objects that did not become ready, by their identity. */
  const unready = new Map<string, { readonly kind: string; readonly object: Thing }>();
  /** The newest walk of an object; older ones end where they are. */
  const walks = new Map<string, symbol>();
  const refused = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const stops: (() => void)[] = [];
  const kinds = Object.entries(ways);
  let stopped = false;

  // An object that is gone is nobody's any more, and a server that is down will be asked again by what comes next.
  const note = (error: unknown): void => {
    if (error instanceof ApiError && ![404, 409, 500, 503].includes(error.status)) refused.add(error.message);
  };

  const lead = async (kind: string, object: Thing, fate: Fate): Promise<void> => {
    const key = `${kind} ${object.metadata.uid}`;
    const walk = Symbol(key);
    walks.set(key, walk);
    if (fate === 'ready') unready.delete(key);
    else unready.set(key, { kind, object });
    for (const { status, lasts } of phasesOf(kind, object, fate, pace)) {
      if (stopped || walks.get(key) !== walk) return;
      await api.merge(object, { status }, ways[kind]?.subresource ?? '/status').catch(note);
      await sleep(lasts);
    }
  };

  const respond = (kind: string, apiVersion: string, object: Thing): void => {
    const whole = { ...object, apiVersion, kind: kind.slice(0, kind.indexOf('.')) };
    const generation = object.metadata.generation ?? 1;
    const key = `${kind} ${object.metadata.uid}`;
    if (seen.get(key) === generation || object.metadata.deletionTimestamp) return;
    seen.set(key, generation);
    void lead(kind, whole, rules.findLast(({ matches }) => matches(whole))?.fate ?? 'ready');
  };

  const later = (work: () => void, milliseconds: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };

  const watchWhenKnown = (kind: string, apiVersion: string): void => {
    const name = kind.slice(0, kind.indexOf('.'));
    api.path(apiVersion, name).then(
      () => {
        stops.push(
          api.watch(apiVersion, name, ({ type, object }) => {
            if (type === 'ADDED' || type === 'MODIFIED') respond(kind, apiVersion, object);
          }),
        );
      },
      // Its definition comes with a later wave.
      () => later(() => watchWhenKnown(kind, apiVersion), 500),
    );
  };
  for (const [kind, { apiVersion }] of kinds) watchWhenKnown(kind, apiVersion);

  return {
    get refused() {
      return [...refused];
    },
    decide: (matches, fate) => void rules.push({ matches, fate }),
    relent: async () => {
      rules.length = 0;
      await Promise.all([...unready.values()].map(({ kind, object }) => lead(kind, object, 'ready')));
    },
    stop: () => {
      stopped = true;
      for (const stop of stops) stop();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
