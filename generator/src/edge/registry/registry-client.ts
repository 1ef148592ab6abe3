import type { SourceAnswer } from '../../upgrade/sources.ts';
import { digestLike } from '../web/conditional.ts';
import type { WebAnswer, WebOutcome, WebRequest } from '../web/web.ts';
import type { RegistryReading } from './chart-registries.ts';
import { manifestTypes, schemaOne } from './manifest-types.ts';
import type { RegistryAsk } from './registry-login.ts';
import { type RegistryPlace, registryPlace } from './registry-place.ts';
import { allTags } from './tag-pages.ts';

/** What is asked of registries, in terms of the OCI distribution API. Nothing is asked twice. */
export interface RegistryClient extends RegistryReading {
  /** Of what a tag means now. */
  digest(repository: string, tag: string): Promise<SourceAnswer<string>>;
}

/** Tags of one page. Some registries refuse more, others list fewer. */
const pageSize = 1000;
const wholeDigest = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** @param plain registries that are asked without TLS */
export function registryClient(ask: RegistryAsk, plain: ReadonlySet<string>): RegistryClient {
  const answered = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const answer = (answered.get(key) as Promise<T> | undefined) ?? work();
    answered.set(key, answer);
    return answer;
  };
  const read = async (
    repository: string,
    path: string,
    what: string,
    request: WebRequest,
  ): Promise<SourceAnswer<WebAnswer>> => {
    const place = registryPlace(repository, plain);
    return answerOf(await ask(place, path, request), place, what);
  };
  const json = async (
    repository: string,
    path: string,
    what: string,
    request: WebRequest,
  ): Promise<SourceAnswer<unknown>> => {
    const answer = await read(repository, path, what, request);
    if (answer.kind !== 'found') return answer;
    if (isSchemaOne(answer.value)) return { kind: 'failed', why: `${what} is of ${schemaOne.words}` };
    try {
      return { kind: 'found', value: JSON.parse(answer.value.body.toString('utf8')) };
    } catch {
      return { kind: 'failed', why: `${what} is no JSON` };
    }
  };

  return {
    tags: (repository) =>
      once(`tags ${repository}`, async () => {
        const { base, name } = registryPlace(repository, plain);
        const page = (url: string): Promise<SourceAnswer<WebAnswer>> => read(repository, url, repository, {});
        const list = `${base}/v2/${name}/tags/list`;
        return allTags(`${list}?n=${pageSize}`, repository, page);
      }),
    digest: (repository, tag) =>
      once(`digest ${repository}:${tag}`, async () => {
        const what = `${repository}:${tag}`;
        const path = `manifests/${tag}`;
        const head = await read(repository, path, what, { method: 'HEAD', accept: manifestTypes });
        if (head.kind === 'missing') return head;
        if (head.kind === 'found') {
          const digest = digestIn(head.value);
          if (isSchemaOne(head.value)) return { kind: 'failed', why: `${what} is of ${schemaOne.words}` };
          if (digest !== null) return { kind: 'found', value: digest };
        } else if (!head.why.includes(notHere)) return head;
        const whole = await read(repository, path, what, { accept: manifestTypes });
        if (whole.kind !== 'found') return whole;
        if (isSchemaOne(whole.value)) return { kind: 'failed', why: `${what} is of ${schemaOne.words}` };
        return { kind: 'found', value: digestLike('sha256:', whole.value.body) };
      }),
    manifest: (repository, reference) =>
      once(`manifest ${repository} ${reference}`, () =>
        json(repository, `manifests/${reference}`, named(repository, reference), {
          accept: manifestTypes,
          ...(wholeDigest.test(reference) && { digest: reference }),
        }),
      ),
    blob: (repository, digest) =>
      once(`blob ${repository} ${digest}`, () =>
        json(repository, `blobs/${digest}`, named(repository, digest), { digest }),
      ),
  };
}

const named = (repository: string, reference: string): string =>
  `${repository}${reference.includes(':') ? '@' : ':'}${reference}`;

const isSchemaOne = ({ headers }: WebAnswer): boolean =>
  schemaOne.types.some((type) => headers.get('content-type')?.startsWith(type) === true);

function digestIn({ headers }: WebAnswer): string | null {
  const digest = headers.get('docker-content-digest');
  return digest !== null && wholeDigest.test(digest) ? digest : null;
}

/** Not every registry answers every method. */
const notHere = 'does not answer HEAD';

function answerOf(outcome: WebOutcome, { registry }: RegistryPlace, what: string): SourceAnswer<WebAnswer> {
  if (outcome.kind === 'failed') return outcome;
  const { status, body } = outcome;
  if (status === 200) return { kind: 'found', value: outcome };
  if (status === 404) return { kind: 'missing', why: `${registry} has no ${what}${saidIn(body)}` };
  if (status === 405 || status === 501) return { kind: 'failed', why: `${registry} ${notHere} (${status})` };
  if (status === 403)
    return {
      kind: 'failed',
      why: `${registry} refuses to show ${what} (403${saidIn(body)}): may the account pull it?`,
    };
  return { kind: 'failed', why: `${registry} answered ${status} for ${what}${saidIn(body)}` };
}

/** The registry's own code, as in `NAME_UNKNOWN`. */
function saidIn(body: Buffer): string {
  try {
    const code = (JSON.parse(body.toString('utf8')) as { errors?: { code?: unknown }[] }).errors?.[0]?.code;
    return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? ` (${code})` : '';
  } catch {
    return '';
  }
}
