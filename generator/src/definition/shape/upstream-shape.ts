import { z } from 'zod';
import { commit, dnsLabel, repositoryPath, untemplated } from './primitive.ts';

const version = untemplated.describe('exact version; no range');

const repositoryChart = z.strictObject({
  repository: z.url({ protocol: /^https?$/ }).describe('URL of a Helm repository over HTTP'),
  chart: untemplated,
  version,
});

const ociChart = z.strictObject({
  oci: z
    .string()
    .regex(/^(?!oci:)[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+$/, 'must be registry/path without oci:// in front')
    .describe('registry and path that hold the chart, without oci:// in front'),
  chart: untemplated,
  version,
});

const gitSource = z.strictObject({
  git: z
    .string()
    .regex(/^((https?|ssh|file):\/\/|[\w.-]+@[\w.-]+:)\S+$/, 'must be the URL of a git repository')
    .describe('URL of a git repository, as git takes it'),
  revision: commit.describe('full commit id: a tag may move'),
  version: version.describe('what people call that commit, as a tag'),
  path: repositoryPath,
  type: z.enum(['helm', 'kustomize', 'directory']).describe('what is found at the path'),
  /** Only with `type: directory`. */
  include: untemplated.optional().describe('with type: directory, a glob of the files to take'),
});

/** Shape of `charts/upstream.yaml`. */
export const upstream = z.strictObject({
  charts: z.record(dnsLabel, z.union([repositoryChart, ociChart, gitSource])),
});

export type UpstreamShape = z.output<typeof upstream>;
