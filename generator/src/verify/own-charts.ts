import type { FirstPartyChart } from '../model/chart-model.ts';
import type { EnvironmentModel } from '../model/model.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Programs } from './programs.ts';
import type { Folders } from './rendered.ts';

/** Functions whose result hangs on the cluster, on chance or on the time, none of which a render here has. */
const unstable =
  /\b(lookup|randAlpha\w*|randNumeric|randAscii|randBytes|randInt|gen(?:CA|SelfSigned|Signed|PrivateKey)\w*|now|uuidv4|htpasswd|bcrypt|derivePassword|getHostByName)\b|(\.Capabilities)\b/g;

/** Looks at the templates of this repository's own charts, for what no single render shows. */
export async function checkOwnCharts(
  environments: readonly EnvironmentModel[],
  folders: Folders,
  programs: Programs,
): Promise<Problem[]> {
  const charts = new Map<string, FirstPartyChart>();
  for (const { apps } of environments)
    for (const { chart } of apps) if (chart.kind === 'first-party') charts.set(chart.path, chart);
  const found = await programs.inParallel([...charts.values()], async (chart) => {
    const { templates } = await programs.readChart(folders.chart(chart.path));
    return templates.flatMap((text) => [...unstableCalls(chart, text), ...strayNames(chart, text)]);
  });
  return found.flat();
}

function unstableCalls({ path, name }: FirstPartyChart, text: string): Problem[] {
  const expressions = text.replaceAll(/\{\{-?\s*\/\*.*?\*\/\s*-?\}\}/gs, '').match(/\{\{.*?\}\}/gs) ?? [];
  const calls = expressions.flatMap((expression) => [
    ...expression.replaceAll(/"[^"]*"/g, '').matchAll(unstable),
  ]);
  return calls.map(([call]) => {
    const message = `the chart "${name}" calls ${call}: Argo CD would render it differently each time, or without the cluster`;
    return problem('unstable-render', { file: path }, message, 'take what differs from the values');
  });
}

/** A template of the library that is defined once more would replace the library's own. */
function strayNames({ path, name }: FirstPartyChart, text: string): Problem[] {
  const defined = [...text.matchAll(/\{\{-?\s*define "([^"]+)"/g)].map(([, template]) => String(template));
  return defined
    .filter((template) => !template.startsWith(`${name}.`))
    .map((template) => {
      const message = `the chart "${name}" defines the template "${template}", which may replace that of another chart`;
      return problem(
        'bad-chart',
        { file: path },
        message,
        `call it "${name}.${template.replace(/^.*\./, '')}"`,
      );
    });
}
