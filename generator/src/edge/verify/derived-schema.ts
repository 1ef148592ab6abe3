import { createHash } from 'node:crypto';
import type { PlainObject } from '../../definition/plain.ts';
import type { Chart } from '../../model/chart-model.ts';
import { deriveSchema } from '../../upstream/derive.ts';
import { chartSource } from './read-chart.ts';

/** The schema of a chart's values, from the chart that lies at a path. */
export async function derivedSchema({ name, version }: Chart, path: string): Promise<PlainObject> {
  return deriveSchema({ key: name, version }, await chartSource(path), fingerprint);
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
