import type { Contract } from '../../model/read-contracts.ts';
import type { RunContainer } from '../run-container.ts';
import { textsIn } from './mounted-files.ts';
import { matchesAny } from './patterns.ts';

const stores = /\b(s3[anp]?|gs|wasbs?|abfss?|oss|cosn|hdfs):\/\//g;
/** Keys by which plugins for stores of objects are configured. */
const storeKeys = /^(s3[anp]?|gs|fs|presto)\./;

/** Stores of objects that are addressed and no plugin of the image opens, and keys that no plugin reads. */
export function filesystemFaults(container: RunContainer, { filesystems }: Contract): string[] {
  const plugins = Object.values(filesystems);
  const there = Object.keys(filesystems).join(', ') || 'none';
  const texts = [...Object.values(container.configuration), ...textsIn(container).map(({ text }) => text)];
  const addressed = new Set(
    texts.flatMap((text) => [...text.matchAll(stores)].map(([, scheme = '']) => scheme)),
  );
  return [
    ...[...addressed]
      .filter((scheme) => !plugins.some(({ schemes }) => schemes.includes(scheme)))
      .map((scheme) => `opens ${scheme}://, for which the image has no plugin (${there})`),
    ...Object.keys(container.configuration)
      .filter((key) => storeKeys.test(key) && !plugins.some(({ keys }) => matchesAny(key, keys)))
      .map((key) => `sets ${key}, which no plugin of the image reads (${there})`),
  ];
}
