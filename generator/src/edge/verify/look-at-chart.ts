import type { Chart } from '../../model/chart-model.ts';
import type { LookedAtChart } from '../../new/new-policy.ts';
import { type Answers, answer, type RepositoryState } from '../../new/question.ts';
import type { Progress } from '../tools/catalog.ts';
import { obtain } from '../tools/obtain.ts';
import { chartLocator } from './chart-locator.ts';
import { derivedSchema } from './derived-schema.ts';
import { chartSource } from './read-chart.ts';

/** The chart that an app is to be made of; null, and a line about it, where it cannot be had. */
export async function lookAtChart(
  answers: Answers,
  { model }: RepositoryState,
  charts: string | null,
  progress: Progress,
): Promise<LookedAtChart | null> {
  const chart = listed(answers, model) ?? wanted(answers);
  if (chart === null) return null;
  const locate = chartLocator({ helm: await obtain('helm', progress), charts, progress });
  const located = await locate(chart);
  if ('path' in located) {
    const { appVersion } = await chartSource(located.path);
    return { schema: await derivedSchema(chart, located.path), version: chart.version, appVersion };
  }
  progress(`could not look at the chart ${chart.name}: ${located.why}`);
  return null;
}

/** The chart under a key that another app takes already. */
const listed = (answers: Answers, { environments }: RepositoryState['model']): Chart | undefined =>
  environments
    .flatMap(({ apps }) => apps.map(({ chart }) => chart))
    .find(
      ({ kind, name }) => kind !== 'first-party' && kind !== 'git' && name === answer(answers, 'chart-key'),
    );

function wanted(answers: Answers): Chart | null {
  const url = answer(answers, 'repository');
  const isOci = url.startsWith('oci://');
  const chart = {
    name: answer(answers, 'chart-key'),
    repository: isOci ? url.slice('oci://'.length).replace(/\/$/, '') : url,
    chart: answer(answers, 'chart-name'),
    version: answer(answers, 'chart-version'),
  };
  // What is missing or misspelled is said by the plan; no program is asked with it.
  if (!/^https?:\/\/|^oci:\/\//.test(url) || chart.version === '' || !/^[a-z0-9-]+$/.test(chart.name))
    return null;
  return { kind: isOci ? 'oci' : 'repository', ...chart };
}
