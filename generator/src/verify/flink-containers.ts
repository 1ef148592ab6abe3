import type { Plain, PlainObject } from '../definition/plain.ts';
import { isObject, type Manifest, mapIn } from './manifest.ts';
import type { OperatorPart } from './run-container.ts';

/** A pod that an operator creates from parts of templates, put together as it would be. */
interface OperatedPod {
  readonly spec: PlainObject;
  /** By the name of the container that gets it. */
  readonly added: Readonly<Record<string, OperatorPart>>;
}

const main = 'flink-main-container';

/**
 * The pods of a Flink cluster in native mode: its operator lays the template of JobManager or TaskManager over the
 * common one, and Flink starts the entry script of the image in its own container.
 */
export function operatedContainers({ group, kind, object }: Manifest): OperatedPod[] {
  if (group !== 'flink.apache.org' || kind !== 'FlinkDeployment' || !isObject(object.spec)) return [];
  const { image = '', serviceAccount = '', podTemplate, jobManager, taskManager, ...rest } = object.spec;
  const configuration = Object.fromEntries(
    Object.entries(mapIn(rest.flinkConfiguration)).map(([key, value]) => [key, String(value)]),
  );
  const command = [configuration['kubernetes.entry.path'] ?? '/docker-entrypoint.sh'];
  const own = { name: main, image, command };
  return [jobManager, taskManager].map((role) => {
    const specs = [podTemplate, mapIn(role).podTemplate].map((template) => mapIn(mapIn(template).spec));
    const lists = ['containers', 'initContainers', 'volumes'].map((key) => [
      key,
      byName([...(key === 'containers' ? [own] : []), ...specs.flatMap((spec) => items(spec[key]))]),
    ]);
    const spec = {
      ...Object.assign({}, ...specs),
      ...Object.fromEntries(lists),
      serviceAccountName: serviceAccount,
    };
    return { spec, added: { [main]: { configuration, jar: jarOf(mapIn(rest.job)) } } };
  });
}

function jarOf({ jarURI, entryClass, args }: PlainObject): OperatorPart['jar'] {
  const [, path] = String(jarURI ?? '').match(/^local:\/\/(\/.*)$/) ?? [];
  if (path === undefined) return null;
  return {
    path,
    entryClass: entryClass === undefined ? null : String(entryClass),
    args: Array.isArray(args) ? args.map(String) : [],
  };
}

/** Items of the same name as one: the later one's fields, and the lists of both. */
function byName(all: readonly PlainObject[]): PlainObject[] {
  const merged = new Map<Plain | undefined, PlainObject>();
  for (const item of all) {
    const before = merged.get(item.name) ?? {};
    const lists = Object.entries(item).flatMap(([key, value]) =>
      Array.isArray(value) && Array.isArray(before[key]) ? [[key, [...before[key], ...value]]] : [],
    );
    merged.set(item.name, { ...before, ...item, ...Object.fromEntries(lists) });
  }
  return [...merged.values()];
}

const items = (value: Plain | undefined): PlainObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
