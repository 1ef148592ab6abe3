import type { SourceAnswer } from '../../upgrade/sources.ts';
import type { Web } from './asking.ts';

/** The text behind a URL. */
export async function textAt(web: Web, url: string): Promise<SourceAnswer<string>> {
  const outcome = await web.ask(url);
  if (outcome.kind === 'failed') return outcome;
  const { status, body } = outcome;
  if (status === 200) return { kind: 'found', value: body.toString('utf8') };
  const why = `${withoutLogin(url)} answered ${status}`;
  return { kind: status === 404 || status === 410 ? 'missing' : 'failed', why };
}

const withoutLogin = (url: string): string => url.replace(/\/\/[^/@]*@/, '//');
