import type { ProblemCode } from '../../problem/codes.ts';
import type { Problem } from '../../problem/problem.ts';
import { problem, shownIn } from '../../problem/problem.ts';
import type { Manifest } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';

/** A look at one app as it is rendered, for what would go wrong in a cluster. */
export type Check = (rendered: RenderedApp, all: readonly RenderedApp[]) => Problem[];

/** A problem of a rendered object; its place is the definition of the app that renders it. */
export function finding(
  code: ProblemCode,
  { app, environment }: RenderedApp,
  manifest: Manifest | null,
  message: string,
  hint?: string,
): Problem {
  const object = manifest === null ? '' : ` ${manifest.kind}/${manifest.name}`;
  return shownIn(environment.name, problem(code, app.place, `"${app.name}":${object} ${message}`, hint));
}
