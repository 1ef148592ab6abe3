import { describe, expect, test } from 'vitest';
import { at, quantity, samplesOf } from '#testing';
import { certManager } from './cert-manager.ts';

const components = ['', 'webhook.', 'cainjector.'];

describe.each(await samplesOf(certManager))('cert-manager on $name', ({ app: { values, images, chart } }) => {
  test('has memory for what each component holds, and no limit of processor', () => {
    const memory = components.map((path) => quantity(at(values ?? {}, `${path}resources.limits.memory`)));
    expect(memory.every((bytes) => bytes > quantity('100Mi'))).toBe(true);
    expect(components.flatMap((path) => at(values ?? {}, `${path}resources.limits.cpu`) ?? [])).toEqual([]);
  });

  test('and its CRDs are of one version', () => {
    expect(images['cert-manager-controller']?.tag).toBe(chart.kind === 'first-party' ? '' : chart.version);
  });
});
