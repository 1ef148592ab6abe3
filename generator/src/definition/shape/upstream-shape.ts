import { z } from 'zod';
import { chartRegistry } from '../format/image.ts';
import { matches, text } from '../format/text-format.ts';
import { chartRepository, gitRepository, versionInUrl } from '../format/url.ts';
import { exactVersion } from '../format/version.ts';
import { formerly } from './formerly-shape.ts';
import { commit, dnsLabel, literalText, repositoryPath } from './primitive.ts';
import { upgradePolicy } from './upgrade-policy-shape.ts';

const version = text(exactVersion).describe('exact version; no range');

/** As Helm names charts. */
const chart = text(
  matches(
    /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/,
    'must be the name of a chart alone: letters, digits, dashes, dots',
  ),
);

const repositoryChart = z
  .strictObject({
    repository: text(chartRepository).describe(
      `URL of a Helm repository over HTTP; ${versionInUrl} in it stands for the version`,
    ),
    chart,
    version,
    formerly,
    policy: upgradePolicy.prefault({}),
  })
  // Such a repository lists the version of its address and no newer one.
  .superRefine(({ repository, policy }, context) => {
    if (!repository.includes(versionInUrl) || policy.follows !== undefined || policy.update === 'none')
      return;
    const message = `must say what tells of new versions (or update: none), because ${repository} lists one only`;
    context.addIssue({ code: 'custom', path: ['policy', 'follows'], message });
  });

const ociChart = z.strictObject({
  oci: text(chartRegistry).describe('registry and path that hold the chart, without oci:// in front'),
  chart,
  version,
  formerly,
  policy: upgradePolicy.prefault({}),
});

const gitSource = z.strictObject({
  git: text(gitRepository).describe('URL of a git repository, as git takes it'),
  revision: commit.describe('full commit id: a tag may move'),
  version: literalText.describe('what people call that commit, as a tag'),
  path: repositoryPath,
  type: z.enum(['helm', 'kustomize', 'directory']).describe('what is found at the path'),
  /** Only with `type: directory`. */
  include: literalText.optional().describe('with type: directory, a glob of the files to take'),
  formerly,
  policy: upgradePolicy.prefault({}),
});

/** Shape of `charts/upstream.yaml`. */
export const upstream = z.strictObject({
  charts: z.record(dnsLabel, z.union([repositoryChart, ociChart, gitSource])),
});

export type UpstreamShape = z.output<typeof upstream>;
