import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import type { ChartPart } from './chart-part.ts';
import type { WantedImage } from './new-image.ts';
import { type Answers, answer } from './question.ts';
import { quoted } from './source-text.ts';

/** The chart of the generator that runs any program: an app of ours needs none of its own. */
export const serviceChart = 'service';

/** An app that the chart `service` runs, for one program that serves HTTP. */
export function ownChart(answers: Answers, image: WantedImage | null): Result<ChartPart> {
  const text = (flag: string): string => answer(answers, flag);
  const problems = [
    ...outOfRange('port', 65535, answers),
    // Nobody runs as the superuser, nor as what the kernel takes for nobody at all.
    ...outOfRange('user', 2 ** 31 - 1, answers),
    ...['health-path', 'metrics-path'].flatMap((flag) =>
      text(flag).startsWith('/') ? [] : [wrongFlag(flag, 'must begin with a slash', answers)],
    ),
  ];
  if (problems.length > 0) return failure(problems);
  return success({
    files: {},
    upstream: null,
    definition: definitionOf({
      name: text('name'),
      image: image?.key ?? text('name'),
      port: Number(text('port')),
      user: Number(text('user')),
      health: text('health-path'),
      metrics: text('metrics-path'),
    }),
    written: (before) => before,
  });
}

function outOfRange(flag: string, most: number, answers: Answers): Problem[] {
  const value = Number(answer(answers, flag));
  if (Number.isInteger(value) && value >= 1 && value <= most) return [];
  return [wrongFlag(flag, `must be a number from 1 to ${most}`, answers)];
}

function wrongFlag(flag: string, what: string, answers: Answers): Problem {
  const file = `apps/${answer(answers, 'layer')}/${answer(answers, 'name')}.ts`;
  return problem('bad-shape', { file, path: flag }, `--${flag} ${answer(answers, flag)}: ${what}`);
}

interface Program {
  readonly name: string;
  readonly image: string;
  readonly port: number;
  readonly user: number;
  readonly health: string;
  readonly metrics: string;
}

const definitionOf = ({ name, image, port, user, health, metrics }: Program): string => `  sizes: {
    small: { server: { replicas: 1, cpu: '50m', memory: '128Mi', limit: '256Mi' } },
    medium: { server: { replicas: 2, cpu: '50m', memory: '128Mi', limit: '256Mi' } },
    large: { server: { replicas: 2, cpu: '50m', memory: '128Mi', limit: '512Mi' } },
  },
  network: { metrics: ${port} },
  provides: ({ endpoint }) => ({ http: endpoint(${quoted(name)}, ${port}) }),
  values: ({ size: { server }, image }): Values => ({
    image: image(${quoted(image)}).reference,
    user: ${user},
    replicas: server.replicas,
    ports: { http: ${port} },
    health: { path: ${quoted(health)} },
    metrics: { port: 'http'${metrics === '/metrics' ? '' : `, path: ${quoted(metrics)}`} },
    resources: {
      requests: { cpu: server.cpu, memory: server.memory },
      limits: { memory: server.limit },
    },
  }),
`;
