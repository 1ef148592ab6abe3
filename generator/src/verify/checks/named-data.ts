import type { PlainObject } from '../../definition/plain.ts';
import { spellingHint } from '../../problem/nearest.ts';
import type { Cluster } from '../cluster.ts';
import { answerOf } from '../host-answer.ts';
import type { DataKind, MadeData } from '../made-data.ts';
import { type Manifest, walk } from '../manifest.ts';
import { mapsOf } from '../named-values.ts';
import { type Check, type Finding, finding } from './check.ts';

/** A topic, a database, a role or a bucket that nobody makes is missed by a program hours after its start. */
export const dataIsMade: Check = (rendered, { clusters }) => {
  const cluster = clusters.get(rendered.environment);
  if (cluster === undefined) return [];
  const known: Readonly<Record<DataKind | 'bucket', readonly string[]>> = {
    topic: namesOf('topic', cluster.data),
    database: namesOf('database', cluster.data),
    role: namesOf('role', cluster.data),
    bucket: Object.values(rendered.environment.cloud.buckets),
  };
  return rendered.manifests.flatMap((manifest) => {
    const named = [
      ...[...mapsOf(manifest)].flatMap((map) => [
        ...inSettings(map),
        ...besideHost(map, manifest, rendered.app.namespace, cluster),
      ]),
      ...inAddresses(manifest, rendered.app.namespace, cluster),
    ];
    const missing = named.filter(({ kind, name }) => known[kind].length > 0 && !known[kind].includes(name));
    const unique = new Map(missing.map((data) => [`${data.kind} ${data.name}`, data]));
    return [...unique.values()].map(({ kind, name }): Finding => {
      const hint = spellingHint(name, known[kind]) ?? 'take it from of(app)';
      return finding(
        'missing-object',
        rendered,
        manifest,
        `names the ${kind} "${name}", which nothing makes`,
        hint,
      );
    });
  });
};

interface NamedData {
  readonly kind: DataKind | 'bucket';
  readonly name: string;
}

const namesOf = (kind: DataKind, made: readonly MadeData[]): string[] =>
  made.flatMap((data) => (data.kind === kind ? [data.name] : []));

/** A setting whose key ends in `topic` or `bucket` names one. */
function inSettings(map: PlainObject): NamedData[] {
  return Object.entries(map).flatMap(([key, value]): NamedData[] => {
    const [, word = ''] = key.match(/(topic|bucket)(?:[_-]?name)?$/i) ?? [];
    if (word === '' || typeof value !== 'string' || !/^[a-z\d][\w.-]*$/i.test(value)) return [];
    // `noCheckBucket: true` is about buckets, and names none.
    if (/^(true|false|yes|no|on|off|\d+)$/i.test(value)) return [];
    return [{ kind: word.toLowerCase() as 'topic' | 'bucket', name: value }];
  });
}

/** Whether a host is a database server that an operator runs. */
const isDatabaseServer = (host: string, namespace: string, cluster: Cluster): boolean => {
  const answer = answerOf(host, namespace, true, cluster);
  return answer.kind === 'served' && answer.by.owner.group === 'postgresql.cnpg.io';
};

const postgres =
  /\bpostgres(?:ql)?(?:\+\w+)?:\/\/(?:([\w-]+)(?::[^@\s/]*)?@)?([a-z\d.-]+)(?::\d+)?\/([\w-]+)/gi;
const buckets = /\b(?:s3|s3a|s3n|gs):\/\/([a-z\d][a-z\d.-]*)|\b(?:wasbs?|abfss?):\/\/([a-z\d][a-z\d-]*)@/gi;

/** What an address says behind its host. */
function inAddresses({ object, kind, namespace }: Manifest, own: string, cluster: Cluster): NamedData[] {
  if (kind === 'CustomResourceDefinition') return [];
  return [...walk(object)].flatMap(([text]): NamedData[] => {
    if (typeof text !== 'string' || !text.includes('://')) return [];
    const servers = [...text.matchAll(postgres)].filter(([, , host = '']) =>
      isDatabaseServer(host.toLowerCase(), namespace ?? own, cluster),
    );
    return [
      ...servers.flatMap(([, user, , database = '']): NamedData[] => [
        { kind: 'database', name: database },
        ...(user === undefined ? [] : [{ kind: 'role' as const, name: user }]),
      ]),
      ...[...text.matchAll(buckets)].map(
        ([, bucket, container]): NamedData => ({
          kind: 'bucket',
          name: bucket ?? container ?? '',
        }),
      ),
    ];
  });
}

const words: readonly [DataKind, readonly string[]][] = [
  ['database', ['database', 'db', 'dbname', 'name']],
  ['role', ['user', 'username', 'role']],
];

/** What stands beside the host of a database server, as `DB_HOST`, `DB_NAME` and `DB_USER` do. */
function besideHost(map: PlainObject, { namespace }: Manifest, own: string, cluster: Cluster): NamedData[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (typeof value !== 'string' || !/host(name)?$/i.test(key)) return [];
    if (!isDatabaseServer(value.toLowerCase(), namespace ?? own, cluster)) return [];
    return words.flatMap(([kind, all]) =>
      all
        .flatMap((word) => [word, word.toUpperCase()])
        .map((word) => map[key.replace(/host(name)?$/i, word)])
        .flatMap((name): NamedData[] =>
          typeof name === 'string' && /^[\w-]+$/.test(name) ? [{ kind, name }] : [],
        ),
    );
  });
}
