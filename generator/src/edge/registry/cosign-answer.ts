import { z } from 'zod';
import type { SourceAnswer } from '../../upgrade/sources.ts';
import type { Ended } from '../process.ts';

/** What Cosign prints of each statement that it verified. */
const statements = z.array(
  z.object({
    critical: z.object({
      image: z.object({ 'docker-manifest-digest': z.string() }),
      type: z.string(),
    }),
  }),
);

/** What a statement is called that says no more than: I signed this image. One of any other type is an attestation. */
const signatureTypes = [
  'https://sigstore.dev/cosign/sign/v1',
  'cosign container image signature',
  'atomic container signature',
];

/** Exit codes of Cosign for an image that has no signature, or none that fits. */
const refusals = [10, 12, 13];

/**
 * What `cosign verify` found. It ends well too where it verified attestations only: a scan that found holes is one.
 *
 * @param by whose signature was asked for, as it follows "signature"
 */
export function cosignAnswer(
  { code, stdout, stderr, late }: Ended,
  digest: string,
  by: string,
): SourceAnswer<true> {
  if (late) return { kind: 'failed', why: 'Cosign got no answer in time' };
  const why = reasonIn(stderr);
  if (code !== 0) {
    const isRefusal = refusals.includes(code) || /^no (matching |valid )?(signatures|attestations)/.test(why);
    return isRefusal
      ? { kind: 'missing', why: `no valid signature ${by}: ${why}` }
      : { kind: 'failed', why: `Cosign: ${why}` };
  }
  const read = statements.safeParse(jsonIn(stdout));
  if (!read.success) return { kind: 'failed', why: 'Cosign printed something else than what it verified' };
  const isSigned = read.data.some(
    ({ critical }) =>
      critical.image['docker-manifest-digest'] === digest && signatureTypes.includes(critical.type),
  );
  return isSigned
    ? { kind: 'found', value: true }
    : { kind: 'missing', why: `no signature ${by}, only attestations` };
}

function reasonIn(stderr: string): string {
  const [, found] = stderr.match(/^Error: (.*)$/m) ?? [];
  return (found ?? stderr.trim().split('\n').at(-1) ?? '').replaceAll(/\s+/g, ' ').trim();
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
