import type { UpgradePolicy } from '../../definition/shape/upgrade-policy-shape.ts';
import { ExternalError } from '../../problem/errors.ts';
import type { SourceAnswer } from '../../upgrade/sources.ts';
import type { ImageSubject } from '../../upgrade/subject.ts';
import { run } from '../process.ts';
import type { Progress } from '../tools/catalog.ts';
import { obtain } from '../tools/obtain.ts';
import { cosignAnswer } from './cosign-answer.ts';

type Signature = NonNullable<UpgradePolicy['signature']>;

/** Answers whether an image is signed as its entry wants it. */
export type Signatures = (image: ImageSubject, digest: string) => Promise<SourceAnswer<true>>;

const limit = 120_000;

/** Cosign processes at a time: each checks for a second, and mostly waits. */
const lanes = 4;

/**
 * Checks signatures with Cosign, which is obtained when the first entry asks for it. It reads Docker's own files of
 * credentials. Nothing is asked twice.
 *
 * @param root folder of the repository that the policies' files are in
 * @param plain registries that are asked without TLS
 */
export function cosignSignatures(
  root: string,
  progress: Progress,
  plain: ReadonlySet<string> = new Set(),
): Signatures {
  const answers = new Map<string, Promise<SourceAnswer<true>>>();
  const queues = Array.from({ length: lanes }, () => Promise.resolve<unknown>(null));
  let cosign: Promise<string> | undefined;
  const check = async (reference: string, digest: string, wanted: Signature): Promise<SourceAnswer<true>> => {
    const access = plain.has(reference.replace(/\/.*$/s, '')) ? ['--allow-http-registry'] : [];
    cosign ??= obtain('cosign', progress);
    try {
      return await verified(await cosign, [...access, reference], digest, wanted, root);
    } catch (error) {
      if (!(error instanceof ExternalError)) throw error;
      return { kind: 'failed', why: `${error.message}: ${error.hint}` };
    }
  };
  return (image, digest) => {
    const { signature } = image.policy;
    if (signature === undefined) return Promise.resolve({ kind: 'found', value: true });
    const reference = `${image.repository}@${digest}`;
    const key = JSON.stringify([reference, signature]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const lane = answers.size % lanes;
    const answer = (queues[lane] ?? Promise.resolve()).then(() => check(reference, digest, signature));
    answers.set(key, answer);
    queues[lane] = answer.catch(() => null);
    return answer;
  };
}

/**
 * Cosign looks for signatures in Sigstore bundles, and for those of its earlier versions only where an image has no
 * bundle at all. One with a bundle of somebody else, or an attestation, may well have the other kind too.
 */
async function verified(
  cosign: string,
  place: readonly string[],
  digest: string,
  signature: Signature,
  root: string,
): Promise<SourceAnswer<true>> {
  const args = ['verify', ...proofOf(signature), '--output', 'json'];
  const by = 'key' in signature ? `by ${signature.key}` : `by ${signature.identity}`;
  const ask = async (...more: readonly string[]): Promise<SourceAnswer<true>> => {
    const ended = await run(cosign, [...args, ...more, ...place], { cwd: root, limit });
    return ended === null ? { kind: 'failed', why: 'Cosign is gone' } : cosignAnswer(ended, digest, by);
  };
  const inBundle = await ask();
  if (inBundle.kind !== 'missing') return inBundle;
  const inTag = await ask('--new-bundle-format=false');
  return inTag.kind === 'found' ? inTag : inBundle;
}

/** Whoever has a key vouches alone, so there need be no public log of it. A certificate lives for minutes: the log tells when. */
const proofOf = (signature: Signature): string[] =>
  'key' in signature
    ? [`--key=${signature.key}`, '--insecure-ignore-tlog=true']
    : [
        `--certificate-identity=${signature.identity}`,
        `--certificate-oidc-issuer=${signature.issuer}`,
        ...(signature.trustedRoot === undefined ? [] : [`--trusted-root=${signature.trustedRoot}`]),
      ];
