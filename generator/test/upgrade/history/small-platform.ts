import { defineApp } from '../../../src/definition/app.ts';
import type { App } from '../../../src/definition/app-reference.ts';
import { layers } from '../../../src/definition/layer.ts';
import { definePlatform, type Freeze } from '../../../src/definition/platform.ts';
import type { Written } from '../../../src/model/written.ts';
import { repositoryOf } from '../../support/arbitrary.ts';
import type { Year } from './year.ts';

/** Paths of the files that versions stand in. */
export const versionPaths = { images: 'images.yaml', charts: 'charts/upstream.yaml' } as const;

export interface PlatformSettings {
  readonly open: number;
  readonly cooldown: number;
  readonly freezes: readonly Freeze[];
}

/** Apps that run a year's images, two each, and its charts: as data, so that a process can resolve it a thousand times. */
export function platformOf(
  year: Year,
  settings: PlatformSettings,
): (files: ReadonlyMap<string, string>) => Written {
  const apps = [...imageApps(year), ...chartApps(year)];
  const common = repositoryOf(apps, ['dev']);
  return (files) => ({
    ...common,
    platform: definePlatform({
      name: 'demo',
      labelDomain: 'demo.example.org',
      repository: 'https://git.example.org/demo.git',
      branch: 'main',
      argocd: { main: { namespace: 'argocd' } },
      freezes: [...settings.freezes],
      upgrades: { open: settings.open, cooldown: settings.cooldown },
    }),
    images: { file: versionPaths.images, text: files.get(versionPaths.images) ?? '' },
    upstream: { file: versionPaths.charts, text: files.get(versionPaths.charts) ?? '' },
  });
}

/** Keys of the images that an app of the stores runs. */
export const isStore = (i: number): boolean => i % 6 === 2;

function imageApps({ images }: Year): App[] {
  const pairs = Array.from({ length: Math.ceil(images.length / 2) }, (_, i) =>
    images.slice(2 * i, 2 * i + 2),
  );
  return pairs.map((pair, i) =>
    defineApp({
      name: `app-${i}`,
      description: 'An app.',
      layer: isStore(i) ? 'stores' : (layers[i % layers.length] ?? 'stores'),
      namespace: `space-${i}`,
      chart: { kind: 'first-party', name: 'service' },
      images: pair.map(({ key }) => key as never),
      keepsData: isStore(i),
      values: ({ image }) => ({ images: pair.map(({ key }) => image(key as never).reference) }),
    }),
  );
}

const chartApps = ({ charts }: Year): App[] =>
  charts.map(({ key }) =>
    defineApp({
      name: `run-${key}`,
      description: 'An app.',
      layer: 'operators',
      namespace: `run-${key}`,
      chart: { kind: 'upstream', name: key as never },
      values: () => ({}),
    }),
  );
