/** What `verify` asks of every app and an app may be excused from, by the code of the problem. */
export const excusable = [
  'blind-probe',
  'broad-right',
  'contract-broken',
  'endless-wait',
  'exposed',
  'idle-monitor',
  'lost-volume',
  'missing-object',
  'needless-token',
  'no-contract',
  'no-drain',
  'no-memory',
  'no-probe',
  'unjudged-kind',
  'unselected-pod',
  'writable-root',
] as const;
