import { expect, test } from 'vitest';
import { at, type PlainObject, renderedSamplesOf } from '#testing';
import { runJava } from '../test/java.ts';
import { kafka } from './kafka.ts';

/** Objects by environment. */
type Environments = Readonly<Record<string, readonly PlainObject[]>>;

// Strimzi's classes are of Java 21.
const complaintsAbout = (environments: Environments) => runJava('kafka', environments, { minimum: 21 });

const environments: Environments = Object.fromEntries(
  (await renderedSamplesOf(kafka)).map(({ name, manifests }) => [
    name,
    manifests.map(({ object }) => object),
  ]),
);

test('Kafka and its operator accept every setting, node, topic and right', async () => {
  expect(await complaintsAbout(environments)).toEqual([]);
});

test('they refuse each mistake', async () => {
  const mistakes: readonly [kind: string, place: string, mistake: PlainObject, complaint: string][] = [
    ['Kafka', 'spec.kafka', { version: '4.1.0' }, 'the cluster is 4.1.0'],
    ['Kafka', 'spec.kafka', { metadataVersion: '4.9' }, 'Unknown metadata.version'],
    ['Kafka', 'spec.kafka.config', { 'log.retention.day': 1 }, 'unknown to the broker'],
    ['Kafka', 'spec.kafka.config', { 'node.id': 7 }, 'the operator drops it'],
    ['Kafka', 'spec.kafka.config', { 'log.segment.bytes': 1 }, 'Value must be at least'],
    ['KafkaNodePool', 'spec', { roles: ['zookeeper'] }, 'zookeeper'],
    ['KafkaTopic', 'spec', { topicName: 'a topic' }, 'a topic'],
    ['KafkaTopic', 'spec.config', { 'retention.days': 7 }, 'retention.days'],
    ['KafkaTopic', 'spec.config', { 'retention.ms': 'a week' }, 'a week'],
    ['KafkaUser', 'spec.authorization.acls.0', { operations: ['Read'] }, 'Read is nothing'],
  ];
  const broken = mistakes.map(([kind, place, mistake], index) => {
    const objects = structuredClone(environments['aws-large'] ?? []);
    Object.assign(
      at(
        objects.find((object) => object.kind === kind),
        place,
      ) as object,
      mistake,
    );
    return [`mistake ${index}`, objects] as const;
  });
  const complaints = await complaintsAbout(Object.fromEntries(broken));
  for (const [index, [, , , complaint]] of mistakes.entries())
    expect(complaints).toContainEqual(expect.stringMatching(RegExp(`^mistake ${index}: .*${complaint}`)));
});
