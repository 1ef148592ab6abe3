import { expect, test } from 'vitest';
import { images } from '../../src/definition/shape/images-shape.ts';
import { checkPrograms } from '../../src/model/check-programs.ts';
import { versionedEntries } from '../../src/model/version-entry.ts';

const found = (key: string, repository: string): string[] => {
  const read = images.parse({ images: { [key]: { repository, tag: '1.0.0', digest: null } } });
  return checkPrograms(versionedEntries(read.images, {})).map(({ code }) => code);
};

test.each([
  ['dataset-api', 'docker.io/library/python'],
  ['dataset-api', 'public.ecr.aws/docker/library/node'],
  ['dataset-api', 'docker.io/bitnami/node'],
  ['flink-job', 'docker.io/library/eclipse-temurin'],
  ['flink-job', 'mcr.microsoft.com/dotnet/aspnet'],
  ['reports', 'gcr.io/distroless/java21-debian12'],
  ['reports', 'registry.access.redhat.com/ubi9/python-312'],
  ['reports', 'registry.access.redhat.com/ubi9-minimal'],
  ['redis-exporter', 'docker.io/danielqsj/kafka-exporter'],
  ['kafka-exporter', 'quay.io/prometheus/node-exporter'],
  ['postgres-exporter', 'ghcr.io/oliver006/redis_exporter'],
])('%s is not %s', (key, repository) => {
  expect(found(key, repository)).toEqual(['wrong-program']);
});

test.each([
  ['python', 'docker.io/library/python'],
  ['bucket-report-python312', 'docker.io/library/python'],
  ['java', 'docker.io/library/eclipse-temurin'],
  ['wait-for-kafka', 'docker.io/library/busybox'],
  ['reports-distroless', 'gcr.io/distroless/java21-debian12'],
  ['web', 'docker.io/library/nginx'],
  ['db', 'docker.io/library/postgres'],
  // A program of somebody else may be called like a language.
  ['chain', 'ghcr.io/example/node'],
  ['valkey-exporter', 'ghcr.io/oliver006/redis_exporter'],
  ['postgresql-exporter', 'quay.io/prometheuscommunity/postgres-exporter'],
  ['kafka-message-exporter', 'docker.io/example/kafka-message-exporter'],
  ['metrics-exporter', 'docker.io/example/druid-exporter'],
  ['druid-exporter', 'docker.io/example/exporter'],
  ['node-exporter', 'quay.io/prometheus/node-exporter'],
])('%s may be %s', (key, repository) => {
  expect(found(key, repository)).toEqual([]);
});
