import { followedBy } from '../../model/version-entry.ts';
import type { HeldVersion, HoldReason, Step } from '../choice.ts';
import { identityOf } from '../identity/image-identity.ts';
import type { Looked } from '../look/looked.ts';
import type { ImageFacts, SourceAnswer, Sources } from '../sources.ts';
import type { ImageSubject, Subject } from '../subject.ts';
import { manualStep } from '../tool/manual-step.ts';
import { compareVersions, stepSize } from '../version/compare-versions.ts';
import { parsedVersion } from '../version/parsed-version.ts';
import { choiceReader } from '../version/part-reader.ts';
import { versionReader } from '../version/version-reader.ts';

/** A step, or why it cannot be made. */
export type StepAttempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly held: HeldVersion };

export const refusal = (
  subject: Subject,
  version: string,
  reason: HoldReason,
  detail: string,
  until: string | null = null,
): { readonly ok: false; readonly held: HeldVersion } => ({
  ok: false,
  held: { subject, version, reason, detail, until },
});

/** Where steps are asked about. */
export interface Asking {
  readonly sources: Sources;
  readonly looked: Looked;
}

/** Makes the step to a version, with all that is written beside it; what it would run is looked at first. */
export async function stepTo(
  subject: Subject,
  version: string,
  firstSeen: string | null,
  asking: Asking,
): Promise<StepAttempt<Step>> {
  const size = sizeBetween(subject, version);
  if (size === null) return refusal(subject, version, 'follower', `it is older than ${subject.current}`);
  const step: Step = { subject, size, version, digest: null, revision: null, firstSeen, released: null };
  const { sources } = asking;
  switch (subject.kind) {
    case 'image':
      return await imageStep(step, subject, asking);
    case 'tool': {
      const manual = manualStep(subject, version);
      return manual === null ? { ok: true, value: step } : refusal(subject, version, 'manual', manual);
    }
    case 'chart': {
      const answer = await sources.chart(subject, version);
      if (answer.kind !== 'found') return unanswered(subject, version, answer);
      return { ok: true, value: { ...step, released: answer.value.created } };
    }
    case 'git': {
      const answer = await sources.gitTags(subject.repository);
      if (answer.kind !== 'found') return unanswered(subject, version, answer);
      const revision = answer.value.get(version);
      if (revision === undefined)
        return refusal(subject, version, 'follower', `${subject.repository} has no tag ${version}`);
      return { ok: true, value: { ...step, revision } };
    }
  }
}

/** Gives an image that was never pinned the digest that its tag has. */
export async function pinOf(
  subject: ImageSubject,
  { sources, looked }: Asking,
): Promise<StepAttempt<Step> | null> {
  const answer = looked.digests.get(subject.id);
  if (subject.digest !== null || answer?.kind !== 'found') return null;
  const digest = answer.value;
  const unsigned = await signatureRefusal(subject, subject.current, digest, sources);
  if (unsigned !== null) return unsigned;
  const facts = await sources.image(subject.repository, digest);
  const released = facts.kind === 'found' ? facts.value.created : null;
  const version = subject.current;
  return {
    ok: true,
    value: { subject, size: 'pin', version, digest, revision: null, firstSeen: null, released },
  };
}

async function imageStep(step: Step, subject: ImageSubject, asking: Asking): Promise<StepAttempt<Step>> {
  const { sources, looked } = asking;
  const { version } = step;
  const answer = await sources.digest(subject.repository, version);
  if (answer.kind !== 'found') return unanswered(subject, version, answer);
  const digest = answer.value;
  const unsigned = await signatureRefusal(subject, version, digest, sources);
  if (unsigned !== null) return unsigned;
  const present = looked.digests.get(subject.id);
  const [after, before] = await Promise.all([
    sources.image(subject.repository, digest),
    presentFacts(subject, present, sources),
  ]);
  if (after.kind !== 'found') return unanswered(subject, version, after);
  if (before.kind === 'failed') return unanswered(subject, version, before);
  const others = before.kind === 'missing' ? [] : identityOf(before.value, after.value);
  if (others.length > 0) return refusal(subject, version, 'identity', others.join('; '));
  return { ok: true, value: { ...step, digest, released: after.value.created } };
}

/** What the present image says of itself; missing where it is gone, and nothing is left to compare with. */
async function presentFacts(
  { repository, current, digest }: ImageSubject,
  present: SourceAnswer<string> | undefined,
  sources: Sources,
): Promise<SourceAnswer<ImageFacts>> {
  if (digest !== null) return await sources.image(repository, digest);
  if (present === undefined) return { kind: 'missing', why: `nobody asked for ${repository}:${current}` };
  return present.kind === 'found' ? await sources.image(repository, present.value) : present;
}

async function signatureRefusal(
  subject: ImageSubject,
  version: string,
  digest: string,
  sources: Sources,
): Promise<ReturnType<typeof refusal> | null> {
  if (subject.policy.signature === undefined) return null;
  const answer = await sources.signature(subject, digest);
  if (answer.kind === 'found') return null;
  return refusal(subject, version, answer.kind === 'missing' ? 'signature' : 'unreachable', answer.why);
}

const unanswered = (
  subject: Subject,
  version: string,
  answer: Exclude<SourceAnswer<unknown>, { kind: 'found' }>,
) => refusal(subject, version, answer.kind === 'missing' ? 'follower' : 'unreachable', answer.why);

/** Null where the version is older than the one that stands there. Of a follower, the larger step of its two parts. */
function sizeBetween(subject: Subject, version: string): Exclude<Step['size'], 'pin'> | null {
  const read = versionReader(subject);
  const [from, to] = [read(subject.current), read(version)];
  const [a, b] = from && to ? [from, to] : [parsedVersion(subject.current), parsedVersion(version)];
  if (a === null || b === null) return 'minor';
  if (compareVersions(b, a) < 0) return null;
  const whole = stepSize(a, b);
  const part = followedBy(subject) === null ? null : choiceReader(subject);
  const [partBefore, partAfter] = [part?.(subject.current), part?.(version)];
  if (!partBefore || !partAfter) return whole;
  const chosen = stepSize(partBefore, partAfter);
  return largerStep.find((size) => size === whole || size === chosen) ?? whole;
}

const largerStep = ['major', 'minor', 'patch'] as const;
