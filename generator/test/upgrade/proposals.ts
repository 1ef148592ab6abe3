import { upgradePolicy } from '../../src/definition/shape/upgrade-policy-shape.ts';
import type { HeldVersion, Step, StepSize } from '../../src/upgrade/choice.ts';
import type { ImageSubject } from '../../src/upgrade/subject.ts';
import type { Unit } from '../../src/upgrade/unit.ts';
import { type UpgradeProposal, upgradeBranch } from '../../src/upgrade/upgrade-plan.ts';

/** An entry of `images.yaml` without a digest. */
export const image = (key: string, current: string, policy: object = {}): ImageSubject => ({
  kind: 'image',
  id: `images.yaml: ${key}`,
  key,
  file: 'images.yaml',
  current,
  policy: upgradePolicy.parse(policy),
  repository: `registry.example.org/${key}`,
  digest: null,
});

export const unitOf = (subject: ImageSubject, { keepsData = false } = {}): Unit => ({
  name: subject.key,
  subjects: [subject],
  runBy: ['dev', 'prod'].map((environment) => ({ app: subject.key, environment, wave: 2, keepsData })),
  keepsData,
});

export const step = (subject: ImageSubject, version: string, size: StepSize = 'minor'): Step => ({
  subject,
  size,
  version,
  digest: `sha256:${version.replaceAll(/[^0-9]/g, '').padEnd(64, '0')}`,
  revision: null,
  firstSeen: '2026-01-01',
  released: null,
});

/** A proposal of one entry. */
export function proposalOf(
  subject: ImageSubject,
  version: string,
  { size = 'minor' as StepSize, automerge = false, keepsData = false } = {},
): UpgradeProposal {
  const unit = unitOf(subject, { keepsData });
  return { unit, branch: upgradeBranch(unit.name), steps: [step(subject, version, size)], automerge };
}

export const held = (
  subject: ImageSubject,
  version: string,
  reason: HeldVersion['reason'],
  detail: string,
  until: string | null = null,
): HeldVersion => ({ subject, version, reason, detail, until });
