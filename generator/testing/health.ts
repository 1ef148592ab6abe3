import { expect, test } from 'vitest';
import { read } from './folder.ts';
import { type Verdict, verdicts } from './lua.ts';
import { repository } from './program.ts';

/** What an object is like, the object, and what is to be said of it. */
export type Case = readonly [name: string, object: unknown, verdict: Verdict];

export const said = (status: string, message: string): Verdict => ({ status, message });

/** Verdicts that the comment at the head of a check explains, one at the start of a line each. */
export const explained = (lua: string): Set<string> =>
  new Set(
    head(lua).flatMap((line) => line.match(/^--\s+(Healthy|Progressing|Degraded|Suspended)\b/)?.[1] ?? []),
  );

function head(lua: string): string[] {
  const lines = lua.split('\n');
  return lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('--')),
  );
}

/** Declares the test of one health check, by its file: every case, and no verdict of which there is none. */
export function judged(title: string, file: string, cases: readonly Case[]): void {
  test(title, async () => {
    const lua = read(repository, file);
    const found = await verdicts(
      lua,
      cases.map(([, object]) => object),
    );
    expect(found.map((verdict, i) => [cases[i]?.[0], verdict])).toEqual(
      cases.map(([name, , verdict]) => [name, verdict]),
    );
    expect(new Set(cases.map(([, , { status }]) => status))).toEqual(explained(lua));
  });
}
