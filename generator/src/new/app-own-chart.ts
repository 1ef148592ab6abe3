import { type Problem, problem } from '../problem/problem.ts';
import type { ChartPart } from './chart-part.ts';
import type { WantedImage } from './new-image.ts';
import { type Answers, answer } from './question.ts';
import { quoted } from './source-text.ts';

/** The chart of the generator that runs any program: an app of ours needs none of its own. */
export const serviceChart = 'service';

/** An app that the chart `service` runs, for one program that serves HTTP. */
export function ownChart(answers: Answers, image: WantedImage | null, problems: Problem[]): ChartPart {
  const text = (flag: string): string => answer(answers, flag);
  const location = (flag: string) => ({ file: `apps/${text('layer')}/${text('name')}.ts`, path: flag });
  const number = (flag: string, least: number, most: number): number => {
    const value = Number(text(flag));
    if (!Number.isInteger(value) || value < least || value > most) {
      const message = `--${flag} ${text(flag)}: must be a number from ${least} to ${most}`;
      problems.push(problem('bad-shape', location(flag), message));
    }
    return value;
  };
  for (const flag of ['health-path', 'metrics-path'])
    if (!text(flag).startsWith('/'))
      problems.push(problem('bad-shape', location(flag), `--${flag} ${text(flag)}: must begin with a slash`));
  const port = number('port', 1, 65535);
  // Nobody runs as the superuser, nor as what the kernel takes for nobody at all.
  const user = number('user', 1, 2 ** 31 - 1);
  return {
    files: {},
    upstream: null,
    definition: definitionOf(
      text('name'),
      image?.key ?? text('name'),
      port,
      user,
      text('health-path'),
      text('metrics-path'),
    ),
    written: (before) => before,
  };
}

const definitionOf = (
  name: string,
  image: string,
  port: number,
  user: number,
  health: string,
  metrics: string,
): string => `  network: { metrics: ${port} },
  provides: ({ endpoint }) => ({ http: endpoint(${quoted(name)}, ${port}) }),
  values: ({ environment, image }): Values => ({
    image: image(${quoted(image)}).reference,
    user: ${user},
    replicas: environment.bySize({ small: 1, medium: 2, large: 2 }),
    ports: { http: ${port} },
    health: { path: ${quoted(health)} },
    metrics: { port: 'http'${metrics === '/metrics' ? '' : `, path: ${quoted(metrics)}`} },
    resources: {
      requests: { cpu: '50m', memory: '128Mi' },
      limits: { memory: environment.bySize({ small: '256Mi', medium: '256Mi', large: '512Mi' }) },
    },
  }),
`;
