import type { AppModel, Model } from '../../model/model.ts';
import { planOf } from '../../plan/plan.ts';
import type { Subject } from '../subject.ts';
import type { RunBy } from '../unit.ts';

/** Tells which apps run any of some entries: environment by environment, in the order of their waves. */
export function runnersOf(model: Model): (subjects: readonly Subject[]) => RunBy[] {
  const places = model.environments.map((environment) => {
    const apps = new Map(environment.apps.map((app) => [app.name, app]));
    return planOf(environment).flatMap(({ name, layer, wave, keepsData }) => {
      const app = apps.get(name);
      const run: RunBy = {
        app: name,
        environment: environment.name,
        wave: layer === 'operations' ? null : wave,
        keepsData,
      };
      return app === undefined ? [] : [{ app, run }];
    });
  });
  return (subjects) =>
    places.flatMap((apps) =>
      apps.filter(({ app }) => subjects.some((subject) => runs(app, subject))).map(({ run }) => run),
    );
}

function runs({ chart, images }: AppModel, subject: Subject): boolean {
  if (subject.kind === 'image') return Object.hasOwn(images, subject.key);
  if (subject.kind === 'tool') return false;
  return chart.kind !== 'first-party' && chart.name === subject.key;
}
