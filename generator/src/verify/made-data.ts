import { type Manifest, mapIn, mapsIn } from './manifest.ts';

/** What is kept inside a server, and no object of Kubernetes by itself. */
export type DataKind = 'topic' | 'database' | 'role';

/** A topic of a broker, or a database or a login role of a database server, that an object makes. */
export interface MadeData {
  readonly kind: DataKind;
  readonly name: string;
}

const data = (kind: DataKind, name: unknown): MadeData[] =>
  typeof name === 'string' ? [{ kind, name }] : [];

/** What operators make of custom resources, by `<group>/<Kind>`; from their documentation. */
const makers: Readonly<Record<string, (manifest: Manifest) => MadeData[]>> = {
  'kafka.strimzi.io/KafkaTopic': ({ name, object }) => data('topic', mapIn(object.spec).topicName ?? name),
  'postgresql.cnpg.io/Database': ({ object }) => data('database', mapIn(object.spec).name),
  'postgresql.cnpg.io/DatabaseRole': ({ name, object }) => data('role', mapIn(object.spec).name ?? name),
  'postgresql.cnpg.io/Cluster': ({ object }) => {
    const { bootstrap, managed } = mapIn(object.spec);
    const { database, owner } = mapIn(mapIn(bootstrap).initdb);
    return [
      ...data('database', database),
      ...data('role', owner),
      ...mapsIn(mapIn(managed).roles).flatMap(({ name }) => data('role', name)),
    ];
  },
};

export const dataMadeBy = (manifest: Manifest): MadeData[] =>
  makers[`${manifest.group}/${manifest.kind}`]?.(manifest) ?? [];
