import { layers } from '../../../src/definition/layer.ts';
import type { Sketch, World } from '../world.ts';

/** An edit of definitions that somebody makes: files, or null where there is nothing to edit so. */
export type Edit = Readonly<Record<string, string>> | null;

/** One line for each key, so that git merges edits of two apps as it does for code. */
const appsText = (apps: readonly Sketch[]): string => `${JSON.stringify(apps, null, 2)}\n`;

export const appsEdit = (apps: readonly Sketch[]): Edit => ({ 'apps.json': appsText(apps) });

const kinds = ['knob', 'knob', 'knob', 'knob', 'port', 'add', 'remove', 'rename', 'move', 'chart'] as const;

/** The edit that some numbers choose among what there is. */
export function editOf(world: World, [first = 0, second = 0, third = 0]: readonly number[]): Edit {
  const apps = world.sketches;
  const chosen = apps[second % apps.length];
  const edited = (change: Partial<Sketch>): Edit =>
    appsEdit(apps.map((app) => (app === chosen ? { ...app, ...change } : app)));
  switch (kinds[first % kinds.length]) {
    case 'port':
      return edited({ port: 1000 + third });
    case 'add':
      return apps.length > 6 ? null : appsEdit([...apps, newApp(apps, third)]);
    case 'remove':
      return apps.length < 4 ? null : appsEdit(apps.filter((app) => app !== chosen));
    case 'rename':
      return renamed(apps, chosen?.name ?? '');
    case 'move':
      return edited({ layer: layers[third % layers.length] ?? 'apis' });
    case 'chart':
      return { 'charts/service/templates/all.yaml': `a: ${third}\n` };
    default:
      return edited({ knob: 1 + third });
  }
}

function newApp(apps: readonly Sketch[], number: number): Sketch {
  const needs = apps.filter(({ layer }) => layer === 'stores').map(({ name }) => name);
  const dependsOn = needs.slice(0, number % 2);
  return {
    name: `new-${number}`,
    layer: 'apis',
    dependsOn,
    knob: 0,
    port: 1000,
    keepsData: number % 5 === 0,
  };
}

/** Whoever depends on it says its new name. */
const renamed = (apps: readonly Sketch[], from: string): Edit =>
  appsEdit(
    apps.map((app) => ({
      ...app,
      name: app.name === from ? `${from.slice(0, 12)}x` : app.name,
      dependsOn: app.dependsOn.map((name) => (name === from ? `${from.slice(0, 12)}x` : name)),
    })),
  );

/** An edit of one environment alone: its size, or whether it lets what keeps data go. */
export function settingsEdit(world: World, environment: string, [first = 0]: readonly number[]): Edit {
  const settings = world.settings(environment);
  const keepers = world.sketches.filter(({ keepsData }) => keepsData).map(({ name }) => name);
  const changed =
    first % 5 === 0
      ? { ...settings, retired: settings.retired?.length ? [] : keepers }
      : { ...settings, size: settings.size === 'small' ? 'large' : 'small' };
  return { [`environments/${environment}/environment.ts`]: `${JSON.stringify(changed)}\n` };
}
