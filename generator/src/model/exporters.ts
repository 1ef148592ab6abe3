/** Words that say that something exports, and not what. */
const words = new Set(['exporter', 'exporters', 'prometheus', 'metrics', 'metric', 'prom', 'stats', 'the']);

/** Systems that one exporter serves under several names. */
const same: readonly (readonly string[])[] = [
  ['redis', 'valkey', 'keydb'],
  ['postgres', 'postgresql', 'pg', 'pgsql'],
  ['mysql', 'mysqld', 'mariadb'],
  ['mongo', 'mongodb'],
  ['node', 'host', 'machine'],
  ['elastic', 'elasticsearch', 'opensearch'],
  ['rabbit', 'rabbitmq'],
  ['s3', 'bucket', 'buckets', 'minio'],
];

/** What an exporter exports, by its name; null for what is no exporter, or does not say of what. */
export function exportedBy(name: string): string[] | null {
  const parts = name.toLowerCase().split(/[-_.]+/);
  const subjects = parts.filter((part) => part !== '' && !words.has(part));
  return subjects.length < parts.length && /exporter/.test(name) && subjects.length > 0 ? subjects : null;
}

/** Whether two exporters may be one: they have any word of what they export in common. */
export const exportAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.some((another) => meaningOf(word) === meaningOf(another)));

const meaningOf = (word: string): string => same.find((names) => names.includes(word))?.[0] ?? word;
