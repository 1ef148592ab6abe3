const units: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** A quantity of Kubernetes (`500m`, `2Gi`, `1e9`) as a number; null for what is none. */
export function quantity(text: unknown): number | null {
  const [, digits, unit = ''] = String(text).match(/^(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)([A-Za-z]*)$/) ?? [];
  const factor = units[unit];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}
