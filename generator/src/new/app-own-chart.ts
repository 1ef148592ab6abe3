import { platformChart } from '../model/charts.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { ChartPart } from './app.ts';
import { chartFiles } from './first-party-chart.ts';
import { type Answers, answer, type Ground } from './question.ts';
import { quoted } from './source-text.ts';

/** The app of the definitions of Prometheus' operator, under the name that its project gives the chart. */
const monitorDefinitions = 'prometheus-operator-crds';

/** A chart of ours for one program that serves HTTP. */
export function ownChart(answers: Answers, { written, model }: Ground, problems: Problem[]): ChartPart {
  const text = (flag: string): string => answer(answers, flag);
  const name = text('name');
  const place = (flag: string) => ({ file: `apps/${text('layer')}/${name}.ts`, path: flag });
  const number = (flag: string, least: number, most: number): number => {
    const value = Number(text(flag));
    if (!Number.isInteger(value) || value < least || value > most)
      problems.push(
        problem(
          'bad-shape',
          place(flag),
          `--${flag} ${text(flag)}: must be a number from ${least} to ${most}`,
        ),
      );
    return value;
  };
  for (const flag of ['health-path', 'metrics-path'])
    if (!text(flag).startsWith('/'))
      problems.push(problem('bad-shape', place(flag), `--${flag} ${text(flag)}: must begin with a slash`));
  const options = {
    name,
    description: text('description'),
    port: number('port', 1, 65535),
    // Nobody runs as the superuser, nor as what the kernel takes for nobody at all.
    user: number('user', 1, 2 ** 31 - 1),
    healthPath: text('health-path'),
    metricsPath: text('metrics-path'),
  };
  const library = written.charts.find(({ folder }) => folder === platformChart)?.chart.text;
  const version = library?.match(/^version:\s*["']?([^"'\s]+)/m)?.[1];
  if (version === undefined) {
    const what = 'charts of ours are built on this one, and it is not there';
    problems.push(problem('bad-chart', { file: `charts/${platformChart}/Chart.yaml` }, what));
  }
  const files = chartFiles(options, version ?? '');
  const chart = { file: `charts/${name}/Chart.yaml`, text: files[`charts/${name}/Chart.yaml`] ?? '' };
  return {
    files,
    links: { [`charts/${name}/charts/${platformChart}`]: `../../${platformChart}` },
    upstream: null,
    definition: definitionOf(name, options.port, model.appNames.includes(monitorDefinitions)),
    written: (before) => ({ ...before, charts: [...before.charts, { folder: name, chart, schema: null }] }),
  };
}

const definitionOf = (
  name: string,
  port: number,
  monitors: boolean,
): string => `  network: { metrics: ${port} },
  provides: ({ endpoint }) => ({ http: endpoint(${quoted(name)}, ${port}) }),
  values: ({ environment, image }): Values => {
    const { repository, tag, digest } = image(${quoted(name)});
    return {
      image: { repository, tag, digest },
      replicas: environment.bySize({ small: 1, medium: 2, large: 2 }),
      resources: {
        requests: { cpu: '50m', memory: '128Mi' },
        limits: { memory: environment.bySize({ small: '256Mi', medium: '256Mi', large: '512Mi' }) },
      },
      metrics: ${monitors ? `environment.has('${monitorDefinitions}')` : 'false'},
    };
  },
`;
