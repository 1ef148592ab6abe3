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

/** How many images an app runs. */
export const imagesEach = 6;

/** Apps that run a year's images, six each, and its charts: as data, so that a process can resolve it a thousand times. */
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

/** Whether an app, by its number, keeps data. */
export const isStore = (app: number): boolean => app % 4 === 2;

function imageApps({ images }: Year): App[] {
  const parts = Array.from({ length: Math.ceil(images.length / imagesEach) }, (_, i) =>
    images.slice(imagesEach * i, imagesEach * (i + 1)),
  );
  return parts.map((part, i) =>
    defineApp({
      name: `app-${i}`,
      description: 'An app.',
      layer: isStore(i) ? 'stores' : (layers[i % layers.length] ?? 'stores'),
      namespace: `space-${i}`,
      chart: { kind: 'first-party', name: 'service' },
      images: part.map(({ key }) => key as never),
      keepsData: isStore(i),
      values: ({ image }) => ({ images: part.map(({ key }) => image(key as never).reference) }),
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
