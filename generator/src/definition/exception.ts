/** What `verify` asks of every app and an app may be excused from, by the code of the problem. */
export const excusable = [
  'broad-right',
  'endless-wait',
  'exposed',
  'idle-monitor',
  'lost-volume',
  'needless-token',
  'no-drain',
  'no-memory',
  'no-probe',
  'unjudged-kind',
  'unselected-pod',
  'writable-root',
] as const;

/** One thing that an app may do although `verify` refuses it to all others. Printed in PLAN.md. */
export interface Exception {
  /** The code that `verify` prints in brackets. */
  readonly code: (typeof excusable)[number];
  /** The object that it is about, as `Deployment/web`; every object of the app where it is left out. */
  readonly object?: string | undefined;
  /** One line: why this is right here. */
  readonly reason: string;
}
