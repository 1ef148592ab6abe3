import { code, fenced, inert } from '../../text/markdown.ts';
import type { Step } from '../choice.ts';
import type { UpgradeProposal } from '../upgrade-plan.ts';
import { inOrder } from './upgrade-title.ts';

/** What its policies say of this step, and what to write to have it otherwise. */
export function policySection(proposal: UpgradeProposal): string {
  const choosing = inOrder(proposal).filter(({ subject, size }) => !subject.policy.follows && size !== 'pin');
  const [first] = choosing;
  return [
    '## Policy',
    [merging(proposal), ...choosing.map(allowed)].map((line) => `- ${line}`).join('\n'),
    ...(first ? [holding(first)] : []),
  ].join('\n\n');
}

function merging({ automerge, steps }: UpgradeProposal): string {
  if (automerge) return 'It merges by itself once all required checks pass: every policy below lets it.';
  const pins = steps.every(({ size }) => size === 'pin');
  return pins
    ? 'A person merges it.'
    : 'A person merges it: `automerge` of an entry that moves does not let steps of this size merge by themselves.';
}

function allowed({ subject, size }: Step): string {
  const { update, versions, tags, prerelease, automerge } = subject.policy;
  const parts = [
    `${code(`update: ${update}`)} lets this ${size} step be proposed`,
    ...(versions === undefined ? [] : [`inside ${code(versions)}`]),
    ...(tags === undefined ? [] : [`of tags like ${code(tags)}`]),
    ...(prerelease ? ['prereleases count'] : []),
    code(`automerge: ${automerge}`),
  ];
  return `${inert(subject.id)}: ${parts.join(', ')}`;
}

function holding({ subject, version }: Step): string {
  const where = subject.file;
  const text = [
    `    # ${where}, below ${subject.key}`,
    '    policy:',
    '      ignore:',
    `        - versions: ${JSON.stringify(version)}`,
    '          reason: what is wrong with it',
  ]
    .map((line) => line.slice(4))
    .join('\n');
  return `To skip this version, write it down; \`until: YYYY-MM-DD\` lets it come back by itself. Closing this pull request skips it too, until there is a newer one.\n\n${fenced('yaml', text)}`;
}
