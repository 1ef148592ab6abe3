import type { Forge } from '../../forge/forge.ts';
import { publishCopies } from '../settings-copies.ts';
import type { Tools } from '../tools.ts';
import { gateStatus, saveVerdicts } from './open-promotions.ts';
import type { Delivery, PromotionStep, Proposal, Push } from './proposal.ts';
import { saveReleasePullRequest } from './save-release-pull-request.ts';

/** Does what was decided. Every step can be made again after it was cut off. */
export async function deliver(proposal: Proposal, step: PromotionStep, tools: Tools): Promise<Delivery> {
  const { standing, target, open } = proposal;
  if (tools.forge) await saveVerdicts(open, target.name, tools.forge);
  const untouched = { published: null, pullRequest: standing.pullRequest };
  switch (step.kind) {
    case 'propose':
    case 'renew':
      return await push(proposal, step, tools);
    case 'close':
      await tools.forge?.close(step.pullRequest.number, 'Nothing is left to promote.');
      return { published: null, pullRequest: null };
    case 'leave':
      if (step.why === 'person') await tellPerson(proposal, step.detail, tools.forge);
      return untouched;
    case 'nothing':
    case 'refuse':
      return untouched;
  }
}

async function push(proposal: Proposal, { kind, commit, tags }: Push, tools: Tools): Promise<Delivery> {
  const { standing, plan, copies, draft } = proposal;
  if (kind === 'propose') publishCopies(copies, plan, tools);
  const over = standing.branch === null ? [] : [standing.branch.commit];
  const published = tools.publish(draft.head, commit, tags, over);
  if (published.remote === null || tools.forge === null) return { published, pullRequest: null };
  if (kind === 'propose')
    return { published, pullRequest: await saveReleasePullRequest(proposal, commit, tools.forge) };
  // What was reviewed is what is there, on top of a newer main: its text stays.
  await tools.forge.saveStatus(commit, gateStatus([]));
  return { published, pullRequest: standing.pullRequest };
}

const marker = 'promote: a commit of a person';

async function tellPerson({ standing }: Proposal, detail: string, forge: Forge | null): Promise<void> {
  const { pullRequest } = standing;
  if (pullRequest)
    await forge?.saveComment(pullRequest.number, marker, `\`npm run promote\` leaves this alone: ${detail}.`);
}
