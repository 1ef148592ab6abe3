import { type RenderedSample, renderedSamplesOf, samplesOf } from '#testing';
import { apps } from '../index.ts';

/** Every app that is a job of Flink. */
export const flinkJobs = (
  await Promise.all(
    apps.map(async (app) => {
      const [sample] = await samplesOf(app);
      const chart = sample?.app.chart;
      return chart?.kind === 'first-party' && chart.path === 'charts/flink-job' ? [app] : [];
    }),
  )
).flat();

/** All of them, as they are rendered in every sample environment. */
export const renderedFlinkJobs = async (): Promise<RenderedSample[]> =>
  (await Promise.all(flinkJobs.map(renderedSamplesOf))).flat();
