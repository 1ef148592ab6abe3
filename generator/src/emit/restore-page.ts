import type { PlanNode } from '../plan/plan.ts';
import { type EnvironmentState, shownPlan } from '../running/state.ts';
import { fenced, list, sections } from '../text/markdown.ts';
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
    ...told.map(runbookSection),
    untoldSection(untold),
  );
  return [[`${paths.environment(environment)}/RESTORE.md`, text]];
}

const introduction =
  'What is kept of each app outside its own volumes, and what to do when those are lost. If the whole cluster is lost, ' +
  'bring the environment up on another one, and go through the apps from top to bottom. `kubectl` talks to the cluster of ' +
  'the environment here, and to that of its Argo CD where an `application` is named. Try this on a day on which nothing ' +
  'is wrong.';

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
  const names = list(nodes.map(({ name }) => `**${name}**`));
  return `## Not written down\n\n${names} keep data, and their definitions have no \`restore\`.`;
}
