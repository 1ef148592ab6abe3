const units: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A quantity of Kubernetes (`500m`, `2Gi`) as a number; null for what is none. */
export function quantity(text: unknown): number | null {
  const [, digits, unit = ''] = String(text).match(/^(\d+(?:\.\d+)?)([A-Za-z]*)$/) ?? [];
  const factor = units[unit];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}
