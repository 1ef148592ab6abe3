import type { PlanNode } from '../plan/plan.ts';
import { type EnvironmentState, shownPlan } from '../running/state.ts';
import { fenced, sections } from '../text/markdown.ts';
import { notice } from '../text/notice.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';

/** How what an environment keeps is brought back, in the order in which it comes up; none where no app says so. */
export function restorePages(state: EnvironmentState): File[] {
  const { environment } = state;
  const nodes = shownPlan(state);
  const told = nodes.filter(({ restore }) => restore !== null);
  const untold = nodes.filter(({ keepsData, restore }) => keepsData && restore === null);
  if (told.length === 0) return [];
  const text = sections(
    `<!-- ${notice(environment.location.file)} -->`,
    `# Bring ${environment.name} back`,
    introduction,
    orderSection(told),
    ...told.map(runbookSection),
    untoldSection(untold),
  );
  return [[`${paths.environment(environment)}/RESTORE.md`, text]];
}

const introduction =
  'What is kept of each app outside its own volumes, and what to do when those are lost. `kubectl` talks to the cluster of ' +
  'the environment here, and to that of its Argo CD where an `application` is named. Try this on a day on which nothing ' +
  'is wrong.';

/** After the loss of everything: what is done by hand, and when what comes up around it. */
function orderSection(told: readonly PlanNode[]): string {
  return [
    '## The whole cluster is lost',
    'Register another cluster in Argo CD under the name that the environment has, and let the environment come up there; if ' +
      'Argo CD was lost too, begin with the bootstrap. ' +
      'These apps are looked after by hand, in this order; everything else comes from Git by itself, wave after wave. ' +
      'An app that waits for something that is not back yet holds its wave, and goes on by itself.',
    told.map((node) => `1. ${mention(node)}`).join('\n'),
  ].join('\n\n');
}

/** With what there is to do: nothing at all, where a runbook has no steps. */
const mention = ({ name, restore }: PlanNode): string => {
  const steps = restore?.steps.length ?? 0;
  return `[${name}](#${name})${steps === 0 ? ': nothing to do' : ''}`;
};

function runbookSection({ name, restore }: PlanNode): string {
  const steps = (restore?.steps ?? []).map(({ do: what, run, language }, i) => {
    const number = `${i + 1}. `;
    const block = run === undefined ? '' : `\n\n${indented(fenced(language ?? 'sh', run), number.length)}`;
    return `${number}${what}${block}`;
  });
  return [`## ${name}`, restore?.keeps ?? '', ...steps].join('\n\n');
}

/** Inside an item of a list, which goes on after it. */
const indented = (text: string, by: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

function untoldSection(nodes: readonly PlanNode[]): string {
  if (nodes.length === 0) return '';
  const names = nodes.map(({ name }) => `- **${name}**`).join('\n');
  return `## Not written down\n\nThese keep data, and their definitions have no \`restore\`:\n\n${names}`;
}
